// SPDX-License-Identifier: Apache-2.0
#include "forms/output/cardbatchdesk.h"

#include "forms/common/office.h"
#include "forms/common/preferences.h"
#include "forms/common/whendone.h"
#include "forms/family/cardwords.h"
#include "forms/output/officeworld.h"
#include "model/print/cardbuild.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kKept = "printBatch";
constexpr QChar kBatch = u'K'; ///< begins the name of a batch of cards in the print log

bool cameOut(PrintState state)
{
    return state == PrintState::Out || state == PrintState::Confirmed || state == PrintState::Noted;
}

/// How the print log's last word on a card of the batch is to be taken.
CardFate fateOf(PrintState state)
{
    switch (state) {
    case PrintState::Out:
    case PrintState::Confirmed:
    case PrintState::Noted:
        return CardFate::Out;
    case PrintState::Sent:
        return CardFate::Sent;
    case PrintState::Spoilt:
        return CardFate::Spoilt;
    case PrintState::Failed:
    case PrintState::File:
        break;
    }
    return CardFate::Waiting;
}

} // namespace

/// The print log of the office as a batch sees it.
struct CardBatchDesk::Log final : CardRunLog {
    CardBatchDesk &desk;
    QString batch;

    explicit Log(CardBatchDesk &owner, const QString &name)
        : desk(owner)
        , batch(name)
    {
    }
    CardLedger &ledger() const { return desk.m_office->cards(); }
    void sent(int place, const CardRunItem &item, std::function<void(const Outcome<qint64> &)> done) override
    {
        const CardBatchRow &row = desk.rowAt(place);
        PrintInput input = row.print;
        if (row.needsReason)
            input.reason = desk.m_reason;
        input.blank = blankOf(desk.m_stock);
        input.printer = item.printer;
        input.batch = batch;
        input.place = place + 1;
        whenDone(ledger().noteSent(input), &desk, [done](const Outcome<PrintTicket> &ticket) {
            done(ticket ? Outcome<qint64>(ticket.value().id) : Outcome<qint64>(fail(ticket.error())));
        });
    }
    void ended(qint64 print, CardEnd end, const QString &why,
               std::function<void(const Outcome<Nothing> &)> done) override
    {
        const auto noting = end == CardEnd::Out ? ledger().noteOut(print)
            : end == CardEnd::Confirmed         ? ledger().confirm(print)
                                                : ledger().noteFailed(print, why);
        whenDone(noting, &desk, [done](const Outcome<bool> &noted) {
            done(noted ? Outcome<Nothing>(Nothing()) : Outcome<Nothing>(fail(noted.error())));
        });
    }
};

CardBatchDesk::CardBatchDesk(PrinterPort &printers, Preferences *preferences, QObject *parent)
    : QObject(parent)
    , m_printers(printers)
    , m_preferences(preferences)
{
}

CardBatchDesk::~CardBatchDesk() = default;

CardBatchRow CardBatchDesk::rowOf(const QString &card) const
{
    CardBatchRow row;
    row.card = card;
    row.print.what = u"card"_s;
    row.print.reference = card;
    const auto family = m_office->familyByCard(card);
    const MemberView *member = family && family.value() ? memberWithCard(*family.value(), card) : nullptr;
    if (!member) {
        row.refusal = u"card.not-confirmed"_s;
        return row;
    }
    row.name = member->name;
    row.print = cardPrint(*family.value(), *member);
    row.title = cardFacts(*family.value(), *member, {}, paperWorldOf(*m_office)).reference;
    const CardStanding standing = cardStandingOf(m_office->context(), *family.value(), *member);
    row.refusal = standing.refusal;
    row.needsReason = standing.needsReason;
    return row;
}

void CardBatchDesk::list(const QStringList &cards, Office &office)
{
    m_office = &office;
    if (m_run) {
        if (!isThrough())
            return;
        finish();
    }
    m_rows.clear();
    m_reason.clear();
    QStringList once = cards; // the same card twice would be two cards
    once.removeDuplicates();
    for (const QString &card : once) {
        CardBatchRow row = rowOf(card);
        const auto prints = office.cards().printsOf(u"card"_s, card);
        if (!prints && row.refusal.isEmpty())
            row.refusal = u"card.printed"_s; // it can't be told: not by a batch
        for (const PrintRecord &print : prints ? prints.value() : QList<PrintRecord>()) {
            if (print.state == PrintState::Sent)
                row.refusal = u"card.at-printer"_s;
            else if (row.refusal.isEmpty() && cameOut(print.state))
                row.refusal = u"card.printed"_s; // another one is a reprint, with its reason and documents
        }
        row.isChosen = row.refusal.isEmpty();
        m_rows += row;
    }
    Q_EMIT listed();
}

const CardBatchRow &CardBatchDesk::rowAt(int place) const
{
    return *std::find_if(m_rows.cbegin(), m_rows.cend(),
                         [place](const CardBatchRow &row) { return row.place == place; });
}

int CardBatchDesk::cardsWithoutReason() const
{
    return m_reason.isEmpty()
        ? int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                            [](const CardBatchRow &row) { return row.isChosen && row.needsReason; }))
        : 0;
}

void CardBatchDesk::setReason(const QString &reason)
{
    m_reason = reason;
}

void CardBatchDesk::choose(int row, bool isChosen)
{
    if (m_run || row < 0 || row >= m_rows.size() || !m_rows[row].refusal.isEmpty())
        return;
    m_rows[row].isChosen = isChosen;
    Q_EMIT changed();
}

void CardBatchDesk::makeRun(const QString &name)
{
    m_log = std::make_unique<Log>(*this, name);
    m_run = std::make_unique<CardRun>(name, m_printers, *m_log,
                                      [this](const CardRunItem &item) { return paperOf(item); });
    QList<CardRunItem> items;
    for (CardBatchRow &row : m_rows) {
        row.place = row.isChosen ? int(items.size()) : -1;
        if (!row.isChosen)
            continue;
        CardRunItem item;
        item.card = row.card;
        item.reference = row.title;
        items += item;
    }
    m_run->setItems(items);
    m_run->setChanged([this] { Q_EMIT changed(); });
}

void CardBatchDesk::setOptions()
{
    m_run->setOptions(PrintChoices(m_preferences).options(PaperKind::Card, m_printer));
}

void CardBatchDesk::print(const QString &printer, CardStock stock, int fromRow)
{
    m_printer = printer;
    m_stock = stock;
    if (!m_run) {
        if (chosen() == 0)
            return;
        makeRun(kBatch + QUuid::createUuid().toString(QUuid::Id128).left(12));
    }
    setOptions();
    keep();
    int from = 0;
    for (int row = 0; row < qMin<int>(fromRow, int(m_rows.size())); ++row)
        from = qMax(from, m_rows[row].place + 1);
    m_run->goOn(from);
}

/// Which cards, so that the rest can be printed after the program was started again. What was sent is in the
/// log.
void CardBatchDesk::keep() const
{
    if (!m_preferences)
        return;
    if (!m_run) {
        m_preferences->set(kKept, QString());
        return;
    }
    QJsonArray cards;
    for (const CardBatchRow &row : m_rows) {
        if (row.place >= 0)
            cards += row.card;
    }
    const QJsonObject kept{{"name"_L1, m_run->name()},
                           {"printer"_L1, m_printer},
                           {"blank"_L1, blankOf(m_stock)},
                           {"reason"_L1, m_reason},
                           {"cards"_L1, cards}};
    m_preferences->set(kKept, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

bool CardBatchDesk::resume(Office &office)
{
    m_office = &office;
    if (m_run || !m_preferences)
        return m_run != nullptr;
    const QJsonObject kept
        = QJsonDocument::fromJson(m_preferences->value(kKept).toString().toUtf8()).object();
    const QString name = kept.value("name"_L1).toString();
    const auto known
        = name.isEmpty() ? Outcome<QList<PrintRecord>>(QList<PrintRecord>()) : office.cards().batch(name);
    if (name.isEmpty() || !known)
        return false;
    m_printer = kept.value("printer"_L1).toString();
    m_reason = kept.value("reason"_L1).toString();
    m_stock = kept.value("blank"_L1).toString() == u"preprinted" ? CardStock::Preprinted : CardStock::Blank;
    m_rows.clear();
    for (const QJsonValue &card : kept.value("cards"_L1).toArray()) {
        CardBatchRow row = rowOf(card.toString());
        row.refusal.clear(); // looked at again when its turn comes
        row.isChosen = true;
        m_rows += row;
    }
    makeRun(name);
    QList<CardRunItem> items = m_run->items();
    for (const PrintRecord &record : known.value()) { // by place, the last word of each counts
        const int place = record.input.place - 1;
        if (place < 0 || place >= items.size() || record.id < items[place].print)
            continue;
        items[place].print = record.id;
        items[place].printer = record.input.printer;
        items[place].fate = fateOf(record.state);
    }
    m_run->setItems(items);
    setOptions();
    m_run->followSent();
    Q_EMIT listed();
    return true;
}

Result<std::shared_ptr<const PrintDocument>, QString> CardBatchDesk::paperOf(const CardRunItem &item) const
{
    const auto family = m_office->familyByCard(item.card);
    const MemberView *member
        = family && family.value() ? memberWithCard(*family.value(), item.card) : nullptr;
    if (!member)
        return fail(u"card.not-confirmed"_s);
    const CardStanding now = cardStandingOf(m_office->context(), *family.value(), *member);
    if (!now.refusal.isEmpty()) // it may have changed since the batch was put together
        return fail(now.refusal);
    const QByteArray photo = member->photo.isEmpty() ? QByteArray() : m_office->blob(member->photo);
    return std::shared_ptr<const PrintDocument>(std::make_shared<CardDocument>(
        cardFacts(*family.value(), *member, photo, paperWorldOf(*m_office)), m_stock));
}

void CardBatchDesk::pause()
{
    if (m_run)
        m_run->pause();
}

void CardBatchDesk::cancel()
{
    if (m_run)
        m_run->cancel();
}

void CardBatchDesk::answer(int row, bool cameOut)
{
    if (m_run && row >= 0 && row < m_rows.size() && m_rows[row].place >= 0)
        m_run->answer(m_rows[row].place, cameOut);
}

void CardBatchDesk::finish()
{
    if (isBusy())
        return;
    m_run.reset();
    m_rows.clear();
    keep();
    Q_EMIT listed();
}

const CardRunItem *CardBatchDesk::item(int row) const
{
    const int place = m_run ? m_rows.at(row).place : -1;
    return place < 0 ? nullptr : &m_run->items().at(place);
}

bool CardBatchDesk::isThrough() const
{
    return m_run && !m_run->isBusy() && !m_run->nextWaiting() && count(CardFate::Unclear) == 0;
}

int CardBatchDesk::chosen() const
{
    return int(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const CardBatchRow &row) { return row.isChosen; }));
}

int CardBatchDesk::nextWaitingRow() const
{
    const auto place = m_run ? m_run->nextWaiting() : std::nullopt;
    for (int row = 0; place && row < m_rows.size(); ++row) {
        if (m_rows[row].place == *place)
            return row;
    }
    return -1;
}

int CardBatchDesk::firstUnclearRow() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const CardRunItem *one = item(row);
        if (one && one->fate == CardFate::Unclear)
            return row;
    }
    return -1;
}

std::optional<Failure> CardBatchDesk::trouble() const
{
    if (!m_run || m_run->trouble().kind == FailureKind::Cancelled)
        return std::nullopt;
    return m_run->trouble();
}

} // namespace Loket
