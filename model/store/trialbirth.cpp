// SPDX-License-Identifier: Apache-2.0
#include "model/store/trialbirth.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/store/connection.h"
#include "model/store/transaction.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct TrialOfficer {
    const char *id;
    const char *name;
    const char *role;
};

constexpr std::array kTrialOfficers = {
    TrialOfficer{"rina", "Rina Amelia", "petugas"},
    TrialOfficer{"budi", "Budi Santoso", "penyelia"},
};

} // namespace

Outcome<Nothing> bearTrialStore(Connection &connection, const Clock &clock)
{
    Transaction birth(connection);
    if (!birth.begun())
        return birth.begun();
    const auto born = connection.one("SELECT generation FROM device WHERE one = 1",
                                     [](const Statement &s) { return s.text(0); });
    if (!born)
        return fail(born.error());
    if (born.value())
        return birth.commit();

    const QString office = u"MCS Kab. Garut \u00b7 Mobil 2"_s;
    for (const auto &[key, value] : {std::pair(u"trial"_s, u"1"_s), std::pair(u"office"_s, office),
                                     std::pair(u"workstation"_s, u"MCS2"_s)}) {
        const auto put = connection.exec("INSERT INTO setting (key, value) VALUES (?, ?)", key, value);
        if (!put)
            return fail(put.error());
    }
    for (const TrialOfficer &officer : kTrialOfficers) {
        const auto put = connection.exec("INSERT INTO officer (id, name, role) VALUES (?, ?, ?)",
                                         QString::fromLatin1(officer.id), QString::fromLatin1(officer.name),
                                         QString::fromLatin1(officer.role));
        if (!put)
            return fail(put.error());
    }
    const auto device = connection.exec("INSERT INTO device (one, device_id, generation) VALUES (1, ?, ?)",
                                        newUuid7(clock).toString(QUuid::WithoutBraces),
                                        newUuid7(clock).toString(QUuid::WithoutBraces));
    if (!device)
        return fail(device.error());
    return birth.commit();
}

} // namespace Loket
