// SPDX-License-Identifier: Apache-2.0
#include "model/store/views.h"

#include <array>
#include <utility>

namespace Loket {

namespace {

constexpr std::array<std::pair<CaseState, const char *>, 12> kCaseStateWords = {{
    {CaseState::Draft, "draft"},
    {CaseState::Queued, "queued"},
    {CaseState::WaitingApproval, "waiting-approval"},
    {CaseState::Sending, "sending"},
    {CaseState::Received, "received"},
    {CaseState::Accepted, "accepted"},
    {CaseState::AcceptedChanged, "accepted-changed"},
    {CaseState::NeedsCorrection, "needs-correction"},
    {CaseState::Rejected, "rejected"},
    {CaseState::Conflict, "conflict"},
    {CaseState::Parked, "parked"},
    {CaseState::Void, "void"},
}};

} // namespace

QString caseStateWord(CaseState state)
{
    for (const auto &[known, word] : kCaseStateWords)
        if (known == state)
            return QString::fromLatin1(word);
    return {};
}

std::optional<CaseState> caseStateFromWord(const QString &word)
{
    for (const auto &[state, known] : kCaseStateWords)
        if (word == QLatin1String(known))
            return state;
    return std::nullopt;
}

bool isWaiting(CaseState state)
{
    switch (state) {
    case CaseState::Queued:
    case CaseState::WaitingApproval:
    case CaseState::Sending:
    case CaseState::Received:
    case CaseState::Conflict:
    case CaseState::Parked:
        return true;
    default:
        return false;
    }
}

} // namespace Loket
