// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class CardNumberIssue {
    Length, ///< not 13 characters
    Digits  ///< something else than 0-9
};

/// Participant's card number: 13 digits, given by the centre; no check digit is known. An instance is always
/// valid.
class CardNumber
{
public:
    static Result<CardNumber, CardNumberIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const CardNumber &, const CardNumber &) = default;

private:
    explicit CardNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(CardNumberIssue issue); ///< "card.length", …

} // namespace Loket
