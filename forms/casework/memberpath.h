// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Loket {

/// A place inside one member: "family.members[2].nik" is {2, "nik"}; "family.members[2]" is {2, ""}.
struct MemberPath {
    int row = 0;
    QString field;
    friend bool operator==(const MemberPath &, const MemberPath &) = default;

    QString text() const;
    /// None for a path outside the members.
    static std::optional<MemberPath> parse(const QString &path);
    /// Follows a member to its new row: `newRows[old]`, -1 for a removed one. A path outside the members
    /// stays; none when its member is gone.
    static std::optional<QString> moved(const QString &path, const std::vector<int> &newRows);
};

/// "family.members[row].field"
QString memberPath(int row, const QString &field);

} // namespace Loket
