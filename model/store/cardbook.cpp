// SPDX-License-Identifier: Apache-2.0
#include "model/store/cardbook.h"

#include "model/domain/namekey.h"
#include "model/store/connection.h"

#include <algorithm>
#include <limits>

namespace Loket {

using namespace Qt::StringLiterals;

// The columns of printRecord(), in its order.
#define LOKET_PRINT_COLUMNS                                                                                  \
    "p.id, p.what, p.reference, p.reason_code, p.reason, p.collector, p.documents, p.kk, p.nik, p.name,"     \
    " p.blank, p.printer, p.batch, p.place, p.serial, p.state, p.day, p.at, p.officer, p.ended_at,"          \
    " p.ended_by, p.error, p.handed"

namespace {

constexpr int kPrintColumns = 23;

PrintRecord printRecord(const Statement &s)
{
    PrintRecord print;
    print.id = s.integer(0);
    PrintInput &input = print.input;
    input.what = s.text(1);
    input.reference = s.text(2);
    input.reasonCode = s.text(3);
    input.reason = s.text(4);
    input.collector = s.text(5);
    input.documents = s.text(6).split(u' ', Qt::SkipEmptyParts);
    input.kk = s.text(7);
    input.nik = s.text(8);
    input.name = s.text(9);
    input.blank = s.text(10);
    input.printer = s.text(11);
    input.batch = s.text(12);
    input.place = int(s.integer(13));
    print.serial = int(s.integer(14));
    print.state = printStateFromWord(s.text(15)).value_or(PrintState::Noted);
    print.day = s.date(16);
    print.at = s.time(17);
    print.officer = s.text(18);
    print.endedAt = s.time(19);
    print.endedBy = s.text(20);
    print.error = s.text(21);
    print.handOver = s.integer(22);
    return print;
}

StockEntry stockEntry(const Statement &s)
{
    StockEntry entry;
    entry.id = s.integer(0);
    entry.what.kind = stockEventFromWord(s.text(1)).value_or(StockEvent::Counted);
    entry.what.blank = s.text(2);
    entry.what.amount = int(s.integer(3));
    entry.change = int(s.integer(4));
    entry.what.box = s.text(5);
    entry.what.reasonCode = s.text(6);
    entry.what.reason = s.text(7);
    entry.card = s.text(8);
    entry.day = s.date(9);
    entry.at = s.time(10);
    entry.officer = s.text(11);
    return entry;
}

HandedCard handedCard(const Statement &s)
{
    HandedCard card;
    card.print = printRecord(s);
    int column = kPrintColumns;
    card.given.collector = s.text(column++);
    card.given.name = s.text(column++);
    card.given.letter = s.text(column++);
    card.given.identity = s.text(column++);
    card.given.note = s.text(column++);
    card.day = s.date(column++);
    card.at = s.time(column++);
    card.officer = s.text(column++);
    return card;
}

qint64 below(qint64 before)
{
    return before > 0 ? before : std::numeric_limits<qint64>::max();
}

/// A card that somebody looks for. The list is short (what waits, or a page), so it is looked through.
class CardSought
{
public:
    explicit CardSought(const QString &text)
        : m_words(nameKey(text).split(u' ', Qt::SkipEmptyParts))
    {
        for (const QChar c : text) {
            if (c >= u'0' && c <= u'9')
                m_digits += c;
            else if (!c.isSpace())
                m_isDigits = false;
        }
        m_isDigits = m_isDigits && !m_digits.isEmpty();
    }
    bool fits(const PrintInput &card) const
    {
        if (m_isDigits)
            return card.reference.startsWith(m_digits) || card.nik.startsWith(m_digits)
                || card.kk.startsWith(m_digits);
        const QStringList names = nameKey(card.name).split(u' ', Qt::SkipEmptyParts);
        return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
            return std::any_of(names.cbegin(), names.cend(),
                               [&](const QString &name) { return name.startsWith(word); });
        });
    }

private:
    QStringList m_words;
    QString m_digits;
    bool m_isDigits = true;
};

} // namespace

Outcome<std::optional<PrintRecord>> CardBook::print(qint64 id) const
{
    return m_store.one("SELECT " LOKET_PRINT_COLUMNS " FROM print_log p WHERE p.id = ?", printRecord, id);
}

Outcome<QList<PrintRecord>> CardBook::printsOf(const QString &what, const QString &reference) const
{
    auto prints
        = m_store.all("SELECT " LOKET_PRINT_COLUMNS " FROM print_log p WHERE p.what = ? AND p.reference = ?",
                      printRecord, what, reference);
    if (!prints)
        return prints;
    QList<PrintRecord> sorted = prints.take();
    std::sort(sorted.begin(), sorted.end(),
              [](const PrintRecord &a, const PrintRecord &b) { return a.id > b.id; });
    return sorted;
}

Outcome<QList<PrintRecord>> CardBook::openPrints(int limit) const
{
    return m_store.all("SELECT " LOKET_PRINT_COLUMNS " FROM print_log p INDEXED BY print_log_open"
                       " WHERE p.state = 'sent' AND p.id > 0 ORDER BY p.id LIMIT ?",
                       printRecord, limit);
}

Outcome<QList<PrintRecord>> CardBook::batch(const QString &name) const
{
    return m_store.all("SELECT " LOKET_PRINT_COLUMNS " FROM print_log p"
                       " WHERE p.batch = ? AND p.batch <> '' ORDER BY p.place",
                       printRecord, name);
}

Outcome<StockLevel> CardBook::level(const QString &blank) const
{
    StockLevel level;
    level.blank = blank;
    const auto read = m_store.all(
        "SELECT kind, total(amount), total(change) FROM card_stock WHERE blank = ? GROUP BY kind",
        [&](const Statement &s) {
            const int amount = int(s.integer(1));
            const int change = int(s.integer(2));
            level.left += change;
            switch (stockEventFromWord(s.text(0)).value_or(StockEvent::Counted)) {
            case StockEvent::Received:
                level.received = amount;
                level.isKept = true;
                break;
            case StockEvent::Used:
                level.used = amount;
                break;
            case StockEvent::Spoilt:
                level.spoilt = amount;
                break;
            case StockEvent::Counted:
                level.corrected = change;
                level.isKept = true;
                break;
            }
            return true;
        },
        blank);
    if (!read)
        return fail(read.error());
    return level;
}

Outcome<QList<StockLevel>> CardBook::levels() const
{
    // One step through the index for each kind, however long the history is.
    QList<StockLevel> levels;
    QString last;
    for (;;) {
        const auto next = m_store.one(
            "SELECT blank FROM card_stock WHERE blank > ? ORDER BY blank LIMIT 1",
            [](const Statement &s) { return s.text(0); }, last);
        if (!next)
            return fail(next.error());
        if (!next.value())
            return levels;
        last = *next.value();
        const auto one = level(last);
        if (!one)
            return fail(one.error());
        levels += one.value();
    }
}

Outcome<QList<StockEntry>> CardBook::stockHistory(qint64 before, int limit) const
{
    return m_store.all("SELECT s.id, s.kind, s.blank, s.amount, s.change, s.box, s.reason_code, s.reason,"
                       " (SELECT p.reference FROM print_log p WHERE p.id = s.print_id), s.day, s.at,"
                       " s.officer FROM card_stock s WHERE s.id < ? ORDER BY s.id DESC LIMIT ?",
                       stockEntry, below(before), limit);
}

Outcome<QList<PrintRecord>> CardBook::waiting(const QString &text, int limit) const
{
    const CardSought sought(text);
    QList<PrintRecord> found;
    Statement s = m_store.statement("SELECT " LOKET_PRINT_COLUMNS
                                    " FROM print_log p INDEXED BY print_log_waiting WHERE p.what = 'card'"
                                    " AND p.handed = 0 AND p.state IN ('out', 'confirmed') AND p.id > ?"
                                    " ORDER BY p.id");
    s.bind(qint64(0));
    while (found.size() < limit) {
        const auto row = s.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            break;
        PrintRecord print = printRecord(s);
        if (sought.fits(print.input))
            found += std::move(print);
    }
    return found;
}

Outcome<QList<PrintRecord>> CardBook::unclear(const QString &text, int limit) const
{
    const CardSought sought(text);
    const auto open = openPrints(std::numeric_limits<int>::max());
    if (!open)
        return open;
    QList<PrintRecord> found;
    for (const PrintRecord &print : open.value()) {
        if (found.size() < limit && print.input.what == u"card" && sought.fits(print.input))
            found += print;
    }
    return found;
}

Outcome<QList<HandedCard>> CardBook::handed(const QString &text, qint64 before, int limit) const
{
    const CardSought sought(text);
    QList<HandedCard> found;
    Statement s = m_store.statement("SELECT " LOKET_PRINT_COLUMNS
                                    ", h.collector, h.name, h.letter, h.identity, h.note, h.day, h.at,"
                                    " h.officer FROM hand_over h JOIN print_log p ON p.id = h.print_id"
                                    " WHERE h.undone_at = 0 AND h.id < ? ORDER BY h.id DESC");
    s.bind(below(before));
    while (found.size() < limit) {
        const auto row = s.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            break;
        HandedCard card = handedCard(s);
        if (sought.fits(card.print.input))
            found += std::move(card);
    }
    return found;
}

Outcome<CardCounts> CardBook::counts(QDate overdueBefore) const
{
    CardCounts counts;
    const auto waiting = m_store.one(
        "SELECT count(*), total(p.day < ?) FROM print_log p INDEXED BY print_log_waiting"
        " WHERE p.what = 'card' AND p.handed = 0 AND p.state IN ('out', 'confirmed') AND p.id > 0",
        [&](const Statement &s) {
            counts.waiting = int(s.integer(0));
            counts.overdue = int(s.integer(1));
            return true;
        },
        overdueBefore);
    if (!waiting)
        return fail(waiting.error());
    const auto open = m_store.one(
        "SELECT count(*) FROM print_log p INDEXED BY print_log_open WHERE p.state = 'sent' AND p.id > 0"
        " AND p.what = 'card'",
        [&](const Statement &s) {
            counts.open = int(s.integer(0));
            return true;
        });
    if (!open)
        return fail(open.error());
    return counts;
}

} // namespace Loket
