// SPDX-License-Identifier: Apache-2.0
#include "model/store/cardviews.h"

#include <algorithm>
#include <iterator>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kPrintStates[] = {"noted", "file", "sent", "out", "failed", "confirmed", "spoilt"};
constexpr const char *kStockEvents[] = {"received", "used", "spoilt", "counted"};

} // namespace

QString printStateWord(PrintState state)
{
    return QString::fromLatin1(kPrintStates[size_t(state)]);
}

std::optional<PrintState> printStateFromWord(const QString &word)
{
    for (size_t i = 0; i < std::size(kPrintStates); ++i) {
        if (word == QLatin1StringView(kPrintStates[i]))
            return PrintState(i);
    }
    return std::nullopt;
}

int printsThatCount(const QList<PrintRecord> &prints)
{
    return int(std::count_if(prints.cbegin(), prints.cend(), [](const PrintRecord &print) {
        return print.state == PrintState::Noted || print.state == PrintState::Out
            || print.state == PrintState::Confirmed;
    }));
}

QString stockEventWord(StockEvent event)
{
    return QString::fromLatin1(kStockEvents[size_t(event)]);
}

std::optional<StockEvent> stockEventFromWord(const QString &word)
{
    for (size_t i = 0; i < std::size(kStockEvents); ++i) {
        if (word == QLatin1StringView(kStockEvents[i]))
            return StockEvent(i);
    }
    return std::nullopt;
}

} // namespace Loket
