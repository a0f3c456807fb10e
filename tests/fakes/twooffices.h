// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

namespace Loket::Fakes {

/// A centre with two offices; both look after Jakarta Selatan, where registration() lives.
struct TwoOffices {
    FixedClock clock{QDate(2022, 3, 1)};
    FakeOffice one, two;
    FakeCentre centre{clock, one.context()};
    TwoOffices()
    {
        using namespace Qt::StringLiterals;
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        centre.addOffice(u"0902"_s, u"Depok"_s, {u"31.74"_s, u"32.76"_s});
        one.enrol(centre, u"0901"_s);
        two.enrol(centre, u"0902"_s);
    }
    /// A family of three that both offices know, as it stands at the centre: registration(1).
    void settle()
    {
        one.sync();
        two.sync();
        one.submit(registration(1, 3));
        one.sync();
        two.sync();
    }
    void setToday(QDate day)
    {
        for (FixedClock *each : {&clock, &one.clock, &two.clock})
            each->setToday(day);
    }
};

/// A change of that family, number `n`, made on its revision `base`.
inline Case changeOfFamily(int n, const QString &service, const QJsonObject &details, int base = 1,
                           QDate day = QDate(2022, 3, 1))
{
    using namespace Qt::StringLiterals;
    Case content;
    content.id = u"0190a1b2-0000-7000-9000-%1"_s.arg(n, 12, 16, QLatin1Char('0'));
    content.service = service;
    content.date = day;
    content.channel = u"MCS"_s;
    content.family.kk = registration(1).family.kk;
    content.documents = {{u"KK"_s, std::nullopt, {}}};
    content.consent = Consent{day.toString(Qt::ISODate) + u"T09:12:00+07:00"_s, u"2022-1"_s};
    content.details = details;
    content.details.insert("baseRevision"_L1, base);
    return content;
}

inline Case newStreet(int n, const QString &street)
{
    using namespace Qt::StringLiterals;
    return changeOfFamily(n, u"CHG-ALAMAT"_s,
                          {{u"addressLine"_s, street},
                           {u"addressRt"_s, u"001"_s},
                           {u"addressRw"_s, u"002"_s},
                           {u"addressVillage"_s, u"31.74.01.1001"_s},
                           {u"addressPostcode"_s, u"12810"_s}});
}

} // namespace Loket::Fakes
