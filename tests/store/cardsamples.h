// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/cardservice.h"
#include "model/store/audit.h"
#include "model/store/cardbook.h"
#include "model/store/storereader.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>

namespace Loket::Samples {

/// A store with its card service and a reader.
struct CardRoom {
    QTemporaryDir dir{quickFolder()};
    std::unique_ptr<Store> store = openedStore(dir.path());
    std::shared_ptr<const RulebookLibrary> library = RulebookLibrary::builtIn();
    Context context = [this] {
        Context made;
        made.rulebooks = library.get();
        made.today = day().today();
        return made;
    }();
    CardService service{*store, context};
    std::unique_ptr<StoreReader> reader = must(store->reader());
    const CardBook &book() const { return reader->cards(); }

    static PrintInput card(const QString &number = QStringLiteral("0001234567891"),
                           const QString &name = QStringLiteral("SARI DEWI"),
                           const QString &nik = QStringLiteral("3174016909659991"))
    {
        PrintInput input;
        input.what = QStringLiteral("card");
        input.reference = number;
        input.kk = QStringLiteral("3174010101220001");
        input.nik = nik;
        input.name = name;
        input.blank = QStringLiteral("white");
        return input;
    }
    /// A card that came out; the answer is its print.
    qint64 printed(const PrintInput &input)
    {
        const qint64 id = must(service.noteSent(input, rina())).id;
        if (!must(service.noteOut(id, rina())))
            qFatal("a card that was sent does not come out");
        return id;
    }
    PrintRecord print(qint64 id) const { return must(book().print(id)).value_or(PrintRecord()); }
    StockLevel white() const { return must(book().level(QStringLiteral("white"))); }
    QStringList auditActions() const
    {
        const auto look = must(openStore(dir.path() + QStringLiteral("/store.db"), Access::Read));
        return must(look->all("SELECT action FROM audit WHERE action LIKE 'card.%' OR action LIKE 'stock.%'"
                              " ORDER BY seq",
                              [](const Statement &s) { return s.text(0); }));
    }
    /// The audit chain holds.
    bool isSound() const { return must(reader->glance()).isEmpty(); }
};

} // namespace Loket::Samples
