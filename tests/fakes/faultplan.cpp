// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/faultvfs.h"

#include <charconv>
#include <sstream>
#include <vector>

namespace Loket::Fakes {

namespace {

std::optional<FileOp> opOf(const std::string &word)
{
    constexpr std::array<const char *, kFileOps> words
        = {"open", "read", "write", "sync", "truncate", "delete", "change"};
    for (size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            return FileOp(i);
    return std::nullopt;
}

std::optional<FileError> errorOf(const std::string &word)
{
    constexpr std::array<const char *, 4> words = {"full", "io", "short", "readonly"};
    for (size_t i = 0; i < words.size(); ++i)
        if (word == words[i])
            return FileError(i);
    return std::nullopt;
}

std::optional<std::uint64_t> numberOf(const std::string &word)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::vector<std::string> parts(const std::string &text, char separator)
{
    std::vector<std::string> result;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        if (!part.empty())
            result.push_back(part);
    return result;
}

bool readFail(const std::vector<std::string> &words, FaultPlan &plan)
{
    if (words.size() < 3 || words.size() > 4)
        return false;
    const auto at = numberOf(words[1]);
    const auto error = errorOf(words[2]);
    plan.failOp = opOf(words[0]);
    plan.failAt = at.value_or(0);
    plan.error = error.value_or(FileError::Io);
    plan.isForever = words.size() == 4 && words[3] == "forever";
    return plan.failOp && at && error && (words.size() == 3 || plan.isForever);
}

bool readKill(const std::vector<std::string> &words, FaultPlan &plan)
{
    if (words.size() != 2)
        return false;
    const auto at = numberOf(words[1]);
    plan.killOp = opOf(words[0]);
    plan.killAt = at.value_or(0);
    return plan.killOp && at;
}

} // namespace

std::optional<FaultPlan> FaultPlan::parse(const std::string &text)
{
    FaultPlan plan;
    for (const std::string &word : parts(text, ' ')) {
        const size_t equals = word.find('=');
        const std::string key = word.substr(0, equals);
        const std::string value = equals == std::string::npos ? std::string() : word.substr(equals + 1);
        bool isGood = true;
        if (key == "fail")
            isGood = readFail(parts(value, ':'), plan);
        else if (key == "kill")
            isGood = readKill(parts(value, ':'), plan);
        else if (key == "buffered")
            plan.isBuffered = true;
        else if (key == "nosync")
            plan.isNeverSynced = true;
        else if (key == "readonly")
            plan.isReadOnly = true;
        else if (key == "damage")
            isGood = (plan.damageSeed = numberOf(value)).has_value();
        else if (key == "report")
            isGood = !(plan.report = value).empty();
        else
            isGood = false;
        if (!isGood)
            return std::nullopt;
    }
    return plan;
}

} // namespace Loket::Fakes
