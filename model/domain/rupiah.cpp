// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rupiah.h"

#include <QList>

#include "model/domain/digits.h"

#include <QList>

namespace Loket {

using namespace Qt::StringLiterals;

Result<Rupiah, RupiahIssue> Rupiah::parse(QStringView typed)
{
    QStringView rest = typed.trimmed();
    if (rest.startsWith(u"Rp", Qt::CaseInsensitive)) {
        rest = rest.sliced(2);
        if (rest.startsWith(u'.') && rest.size() > 1)
            rest = rest.sliced(1);
        rest = rest.trimmed();
    }
    if (rest.isEmpty())
        return fail(RupiahIssue::Empty);
    if (rest.endsWith(u",00") || rest.endsWith(u",-"))
        rest = rest.chopped(rest.endsWith(u",00") ? 3 : 2);
    QString digits;
    const auto parts = rest.split(u'.');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool hasSize = i == 0 ? parts.size() == 1 || parts[i].size() <= 3 : parts[i].size() == 3;
        if (!isAsciiDigits(parts[i]) || !hasSize)
            return fail(RupiahIssue::Form);
        digits += parts[i];
    }
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (digits.size() > 15)
        return fail(RupiahIssue::TooLarge);
    return Rupiah(digits.toLongLong());
}

QString Rupiah::text() const
{
    QString digits = QString::number(m_amount);
    const bool isNegative = digits.startsWith(u'-');
    if (isNegative)
        digits.remove(0, 1);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u'.');
    return (isNegative ? u"-Rp"_s : u"Rp"_s) + digits;
}

Rupiah Rupiah::share(qint64 numerator, qint64 denominator) const
{
    Q_ASSERT(numerator >= 0 && denominator > 0);
    const qint64 product = m_amount * numerator;
    const qint64 rest = product % denominator;
    const qint64 distance = rest < 0 ? -rest : rest;
    const qint64 step = distance >= denominator - distance ? (product < 0 ? -1 : 1) : 0;
    return Rupiah(product / denominator + step);
}

QString problemCode(RupiahIssue issue)
{
    switch (issue) {
    case RupiahIssue::Empty:
        return u"money.empty"_s;
    case RupiahIssue::Form:
        return u"money.form"_s;
    case RupiahIssue::TooLarge:
        return u"money.too-large"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
