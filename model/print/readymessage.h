// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"
#include "model/print/paperworld.h"
#include "model/print/printdocument.h"
#include "model/print/receiptfacts.h"

#include <memory>
#include <optional>

namespace Loket {

/// What an applicant takes home, as a text to send or to photograph: where to pay, how much and when, what to
/// bring. Whoever reads it over a shoulder learns a VA and an amount and nobody's name: no NIK, KK, birth
/// date, address, phone or name is in it. The VA must be, for it is what is paid to; the reference finds the
/// rest at the counter.
struct ReadyFacts {
    QString language = QStringLiteral("id"); ///< id | en
    QString office;
    QString reference; ///< of the case; empty: about a family
    QString service;   ///< in words
    CaseState state = CaseState::Queued;
    NumberState numbers = NumberState::None;
    QString va;        ///< empty: none yet
    qint64 amount = 0; ///< rupiah a month; 0: not known, or nothing to pay
    qint64 arrears = 0;
    QDate payFrom, payUntil; ///< of the first payment; null: none
    QString paidUntil;       ///< yyyy-mm; empty: nothing paid yet
    QString advice;          ///< of the service, from the rulebook
    bool collects = false;   ///< a card is to be collected: with what is told
    QStringList bringFor;    ///< in words, what an outsider brings besides
    bool trial = false;
    friend bool operator==(const ReadyFacts &, const ReadyFacts &) = default;
};

/// Of a saved case, from what its receipt says.
ReadyFacts readyFacts(const ReceiptFacts &receipt, const PaperWorld &world, QDate today);
/// Of a family that is there already.
ReadyFacts readyFacts(const FamilyView &family, const PaperWorld &world, QDate today);

/// The message on lines. `most`: bytes of UTF-8 that all of it may have; what matters least is left out.
inline constexpr int kReadyBytes = 420; ///< a code that a phone reads from a screen at arm's length
QStringList readyLines(const ReadyFacts &facts, int most = kReadyBytes);
QString readyText(const ReadyFacts &facts, int most = kReadyBytes);

/// The message with its code on a slip of 80 mm.
class ReadySlip final : public PrintDocument
{
public:
    explicit ReadySlip(const ReadyFacts &facts);

    QString title() const override { return m_title; }
    int pageCount() const override { return 1; }
    QSizeF pageSize() const override { return m_size; }
    void paint(Canvas &canvas, int page) const override;

private:
    QString m_title;
    BlockPtr m_block;
    QSizeF m_size;
};

} // namespace Loket
