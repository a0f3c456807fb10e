// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/memberpath.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket {

QString memberPath(int row, const QString &field)
{
    return MemberPath{row, field}.text();
}

QString MemberPath::text() const
{
    const QString member = u"family.members[%1]"_s.arg(row);
    return field.isEmpty() ? member : member + u'.' + field;
}

std::optional<MemberPath> MemberPath::parse(const QString &path)
{
    static const QRegularExpression kMember(u"^family\\.members\\[([0-9]{1,4})\\](?:\\.(.+))?$"_s);
    const auto match = kMember.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    return MemberPath{match.captured(1).toInt(), match.captured(2)};
}

std::optional<QString> MemberPath::moved(const QString &path, const std::vector<int> &newRows)
{
    const auto place = parse(path);
    if (!place)
        return path;
    const int row = size_t(place->row) < newRows.size() ? newRows[size_t(place->row)] : -1;
    return row < 0 ? std::nullopt : std::optional(memberPath(row, place->field));
}

} // namespace Loket
