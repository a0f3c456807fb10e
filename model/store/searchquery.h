// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <QStringList>

#include <optional>

namespace Loket {

class Connection;

/// How well the words of a name answer the typed words: 0 the same name · 1 begins with what was typed · 2
/// every typed word is a whole word of it · 3 every typed word begins a word of it. None: no answer. Both
/// sides are name keys.
std::optional<int> nameRank(const QString &typed, const QString &name);

/// The search field's question over both files. No statement reads more than kCandidates rows, whatever is
/// typed. Used on the connections' thread.
class SearchQuery
{
public:
    static constexpr int kCandidates = 500;
    static constexpr int kMostHits = 200;

    SearchQuery(Connection &store, Connection &mirror)
        : m_store(store)
        , m_mirror(mirror)
    {
    }
    Outcome<SearchAnswer> ask(const QString &text, int limit) const;

private:
    struct Found; ///< hits by row and whether a source had more
    Outcome<Nothing> addNumbers(const QString &digits, int limit, Found &found) const;
    Outcome<Nothing> addNames(const QString &key, int limit, Found &found) const;
    Outcome<Nothing> addMirrorNames(const QString &key, int limit, Found &found) const;
    Outcome<Nothing> addWaitingNames(const QString &key, Found &found) const;

    Connection &m_store;
    Connection &m_mirror;
};

} // namespace Loket
