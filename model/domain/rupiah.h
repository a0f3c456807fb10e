// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

#include <compare>

namespace Loket {

enum class RupiahIssue {
    Empty,   ///< nothing typed
    Form,    ///< not an amount in digits, or dots that don't part thousands
    TooLarge ///< more than Rupiah::kLargest
};

/// Whole rupiah. Any amount a sum or a difference can have; what is typed is never negative.
class Rupiah
{
public:
    /// The largest amount that can be typed: a thousand times the country's yearly budget still fits JSON.
    static constexpr qint64 kLargest = 999'999'999'999'999;

    constexpr Rupiah() = default;
    constexpr explicit Rupiah(qint64 amount)
        : m_amount(amount)
    {
    }
    /// "140000", "140.000", "Rp140.000", "Rp 140.000,00"; cents other than 00 are refused.
    static Result<Rupiah, RupiahIssue> parse(QStringView typed);

    constexpr qint64 amount() const { return m_amount; }
    /// "Rp140.000"; "-Rp140.000".
    QString text() const;
    /// numerator/denominator of this amount, halves rounded up (away from zero below it).
    /// 0 <= numerator, 0 < denominator, and amount x numerator within 64 bits.
    Rupiah share(qint64 numerator, qint64 denominator) const;

    friend constexpr Rupiah operator+(Rupiah a, Rupiah b) { return Rupiah(a.m_amount + b.m_amount); }
    friend constexpr Rupiah operator-(Rupiah a, Rupiah b) { return Rupiah(a.m_amount - b.m_amount); }
    friend constexpr Rupiah operator*(Rupiah a, qint64 times) { return Rupiah(a.m_amount * times); }
    constexpr Rupiah &operator+=(Rupiah other)
    {
        m_amount += other.m_amount;
        return *this;
    }
    friend constexpr auto operator<=>(const Rupiah &, const Rupiah &) = default;

private:
    qint64 m_amount = 0;
};

QString problemCode(RupiahIssue issue); ///< "money.empty", …

} // namespace Loket
