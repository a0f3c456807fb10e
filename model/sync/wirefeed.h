// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sync/wire.h"

namespace Loket {

/// One change: {"seq","kind","body":{…}}, or when it is signed {"seq","kind","text":"…","signature"}, where
/// the text is the body. An entry's `text` is used as it is when there is one.
QByteArray writeFeedEntry(const FeedEntry &entry);
/// None when it has another form.
std::optional<FeedEntry> feedEntryFromJson(const QJsonObject &entry);

/// GET /changes: {"epoch","entries":[entry],"next","more","durableSeq"}.
QByteArray writeFeedPage(const FeedPage &page);

enum class FamilyBodies {
    Parsed, ///< `body` and `text`
    AsText  ///< `text` only, its JSON not looked at beyond its brackets: several times as fast
};
/// `families`: what is made of the bodies of "family" entries.
Read<FeedPage> readFeedPage(const QByteArray &json, FamilyBodies families = FamilyBodies::Parsed);

} // namespace Loket
