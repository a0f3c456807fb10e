// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardrun.h"

#include <QMap>

namespace Loket {

/// A print log of batches in memory. Outlives a run of the program.
struct MemoryCardLog final : CardRunLog {
    struct Line {
        int place;
        CardRunItem item;
        CardFate fate;
    };
    QMap<qint64, Line> lines;
    bool isFull = false;
    bool losesEnds = false;        ///< what became of a card can't be written
    bool diesBeforeAnswer = false; ///< the line is written, the program is killed before it knows

    void sent(int place, const CardRunItem &item, std::function<void(const Outcome<qint64> &)> done) override
    {
        if (isFull) {
            done(fail(Failure{FailureKind::Full, {}}));
            return;
        }
        const qint64 id = lines.size() + 1;
        CardRunItem kept = item;
        kept.print = id;
        lines.insert(id, {place, kept, CardFate::Sent});
        if (!diesBeforeAnswer)
            done(id);
    }
    void ended(qint64 print, CardEnd end, const QString &,
               std::function<void(const Outcome<Nothing> &)> done) override
    {
        if (losesEnds) {
            done(fail(Failure{FailureKind::Full, {}}));
            return;
        }
        lines[print].fate = end == CardEnd::Failed ? CardFate::Waiting : CardFate::Out;
        done(Nothing());
    }

    /// The batch as a later run of the program finds it.
    QList<CardRunItem> items(const QList<CardRunItem> &chosen) const
    {
        QList<CardRunItem> all = chosen;
        for (const Line &line : lines) { // by number: the last word of a place holds
            all[line.place] = line.item;
            all[line.place].fate = line.fate;
        }
        return all;
    }
};

} // namespace Loket
