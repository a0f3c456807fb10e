// SPDX-License-Identifier: Apache-2.0
#include "model/print/cardrun.h"

#include "model/print/printdocument.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

constexpr int kMostAtOnce = 3; ///< jobs at the printer

CardRun::CardRun(const QString &name, PrinterPort &printers, CardRunLog &log, Paper paper)
    : m_name(name)
    , m_printers(printers)
    , m_log(log)
    , m_paper(std::move(paper))
{
}

CardRun::~CardRun() = default;

template <typename Act>
auto CardRun::guarded(Act act)
{
    return [alive = std::weak_ptr<int>(m_alive), act = std::move(act)](const auto &...values) {
        if (const auto held = alive.lock())
            act(values...);
    };
}

void CardRun::setItems(const QList<CardRunItem> &items)
{
    m_items = items;
    m_jobs = QList<PrintJob>(items.size(), 0);
}

/// The log's number makes it another key when a card is sent again.
QString CardRun::keyOf(const CardRunItem &item, int place) const
{
    return u"%1-%2-%3"_s.arg(m_name).arg(place + 1).arg(item.print);
}

void CardRun::followSent()
{
    for (int place = 0; place < m_items.size(); ++place) {
        if (m_items[place].fate == CardFate::Sent && m_jobs[place] == 0)
            follow(place);
    }
    tell();
}

void CardRun::follow(int place)
{
    CardRunItem &item = m_items[place];
    item.fate = CardFate::Sent;
    item.report = {};
    m_jobs[place]
        = m_printers.follow(item.printer, keyOf(item, place),
                            guarded([this, place](const JobReport &report) { take(place, report); }));
}

void CardRun::goOn(int from)
{
    m_from = from;
    m_trouble = {FailureKind::Cancelled, {}};
    m_isLogTrouble = false;
    m_isTakenBack = false;
    m_isRunning = true;
    fill();
}

void CardRun::pause()
{
    m_isRunning = false;
    tell();
}

void CardRun::cancel()
{
    m_isRunning = false;
    m_isTakenBack = true;
    for (int place = 0; place < m_items.size(); ++place) {
        if (m_items[place].fate == CardFate::Sent)
            m_printers.cancel(m_jobs[place]);
    }
    tell();
}

bool CardRun::isBusy() const
{
    return m_isRunning || count(CardFate::Sent) + count(CardFate::Noting) > 0;
}

int CardRun::count(CardFate fate) const
{
    return int(std::count_if(m_items.cbegin(), m_items.cend(),
                             [fate](const CardRunItem &item) { return item.fate == fate; }));
}

std::optional<int> CardRun::nextWaiting() const
{
    for (int place = 0; place < m_items.size(); ++place) {
        if (m_items[place].fate == CardFate::Waiting)
            return place;
    }
    return std::nullopt;
}

/// Keeps a few jobs at the printer. Answers may come while it sends: they don't send themselves.
void CardRun::fill()
{
    if (m_isFilling)
        return;
    m_isFilling = true;
    int place = m_from;
    while (m_isRunning && count(CardFate::Sent) + count(CardFate::Noting) < kMostAtOnce) {
        while (place < m_items.size() && m_items[place].fate != CardFate::Waiting)
            ++place;
        if (place >= m_items.size())
            break;
        send(place++);
    }
    const bool isAnyLeft
        = std::any_of(m_items.cbegin() + qMin<qsizetype>(m_from, m_items.size()), m_items.cend(),
                      [](const CardRunItem &item) { return item.fate == CardFate::Waiting; });
    if (!isAnyLeft && count(CardFate::Noting) == 0)
        m_isRunning = false;
    m_isFilling = false;
    tell();
}

void CardRun::send(int place)
{
    CardRunItem &item = m_items[place];
    item.report = {};
    item.printer = m_options.printer;
    item.fate = CardFate::Noting;
    m_log.sent(place, item, guarded([this, place](const Outcome<qint64> &noted) { hand(place, noted); }));
}

void CardRun::hand(int place, const Outcome<qint64> &noted)
{
    CardRunItem &item = m_items[place];
    if (!noted && noted.error().kind == FailureKind::Conflict) { // another window or run has it
        item.withheld = noted.error().detail;
        item.fate = CardFate::Withheld;
        fill();
        return;
    }
    if (!noted) {
        item.fate = CardFate::Waiting;
        halt(noted.error(), true);
        return;
    }
    item.print = noted.value();
    const auto paper = !m_isRunning ? Result<std::shared_ptr<const PrintDocument>, QString>(fail(QString()))
                                    : m_paper(item);
    if (!paper) {
        item.withheld = paper.error();
        if (item.withheld.isEmpty())
            end(place, CardEnd::Failed, CardFate::Waiting, u"cancelled"_s);
        else
            end(place, CardEnd::Failed, CardFate::Withheld, item.withheld);
        return;
    }
    item.fate = CardFate::Sent;
    PrintOptions options = m_options;
    options.copies = 1; // a card is one card, whatever the workplace's settings say
    options.title = item.reference;
    options.key = keyOf(item, place);
    m_jobs[place] = m_printers.print(
        paper.value(), options, guarded([this, place](const JobReport &report) { take(place, report); }));
    tell();
}

void CardRun::take(int place, const JobReport &report)
{
    CardRunItem &item = m_items[place];
    if (item.fate != CardFate::Sent)
        return;
    item.report = report;
    if (isOver(report.state)) {
        finish(place, report);
        return;
    }
    m_denied.removeOne(place); // the queue has it after all: what the officer saw was too early
    tell();
}

void CardRun::finish(int place, const JobReport &report)
{
    CardRunItem &item = m_items[place];
    m_jobs[place] = 0;
    const bool isDenied = m_denied.removeOne(place);
    if (isDenied && report.state == JobState::Lost && report.failure.kind == FailureKind::Missing) {
        // Nobody has it any more: the officer's word holds.
        end(place, CardEnd::Failed, CardFate::Waiting, u"officer"_s);
        return;
    }
    if (report.state == JobState::Done) {
        end(place, CardEnd::Out, CardFate::Out);
        return;
    }
    item.fate = CardFate::Unclear;
    if (report.state == JobState::Cancelled && m_isTakenBack)
        tell();
    else
        halt(report.state == JobState::Cancelled ? Failure{FailureKind::Io, u"cancelled at the queue"_s}
                                                 : report.failure);
    if (report.state != JobState::Lost && !report.hasBegun)
        end(place, CardEnd::Failed, CardFate::Waiting,
            report.failure.detail.isEmpty() ? u"cancelled"_s : report.failure.detail);
}

/// A fate counts when it is written down. One that is not stays to be asked: the log still says "sent".
void CardRun::end(int place, CardEnd end, CardFate fate, const QString &why)
{
    m_items[place].fate = CardFate::Noting;
    tell();
    m_log.ended(m_items[place].print, end, why, guarded([this, place, fate](const Outcome<Nothing> &noted) {
                    m_items[place].fate = noted ? fate : CardFate::Unclear;
                    if (fate == CardFate::Waiting) // the officer may have gone on from a later one by now
                        m_from = qMin(m_from, place);
                    if (noted)
                        fill();
                    else
                        halt(noted.error(), true);
                }));
}

void CardRun::halt(const Failure &why, bool isOfLog)
{
    m_isRunning = false;
    m_trouble = why;
    m_isLogTrouble = isOfLog;
    tell();
}

void CardRun::answer(int place, bool cameOut)
{
    CardRunItem &item = m_items[place];
    if (item.fate != CardFate::Unclear)
        return;
    if (cameOut) {
        end(place, CardEnd::Confirmed, CardFate::Out);
    } else if (item.report.state == JobState::Lost && item.report.failure.kind != FailureKind::Missing) {
        m_denied += place; // its queue was only out of reach: it may print it yet
        follow(place);
        tell();
    } else {
        end(place, CardEnd::Failed, CardFate::Waiting, u"officer"_s);
    }
}

void CardRun::tell()
{
    if (m_changed && !m_isFilling)
        m_changed();
}

} // namespace Loket
