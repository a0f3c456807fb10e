// SPDX-License-Identifier: Apache-2.0
#include "forms/common/stylesheet.h"

#include "forms/common/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace Loket {

using namespace Qt::StringLiterals;

QString styleSheet(const Theme &theme)
{
    QFile file(u":/theme/loket.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());

    const Tokens &t = theme.tokens();
    const QHash<QString, QColor> colours = {
        {u"window"_s, t.window},
        {u"surface"_s, t.surface},
        {u"line"_s, t.line},
        {u"text"_s, t.text},
        {u"muted"_s, t.muted},
        {u"primary"_s, t.primary},
        {u"primarySoft"_s, t.primarySoft},
        {u"onPrimary"_s, t.onPrimary},
        {u"danger"_s, t.danger},
        {u"dangerSoft"_s, t.dangerSoft},
        {u"warning"_s, t.warning},
        {u"warningSoft"_s, t.warningSoft},
        {u"success"_s, t.success},
        {u"successSoft"_s, t.successSoft},
        {u"info"_s, t.info},
        {u"infoSoft"_s, t.infoSoft},
        {u"neutralSoft"_s, t.neutralSoft},
        {u"header"_s, t.header},
        {u"disabled"_s, t.disabled},
        {u"navigation"_s, t.navigation},
        {u"navigationCurrent"_s, t.navigationCurrent},
        {u"navigationText"_s, t.navigationText},
        {u"navigationMark"_s, t.navigationMark},
    };

    static const QRegularExpression token(u"@(?:px\\((\\d+)\\)|(\\w+))"_s);
    QString sheet;
    sheet.reserve(source.size() * 2);
    qsizetype done = 0;
    for (auto it = token.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).sliced(done, match.capturedStart() - done);
        if (match.hasCaptured(1))
            sheet += QString::number(theme.px(match.capturedView(1).toInt())) + u"px"_s;
        else if (match.capturedView(2) == "look"_L1) {
            sheet += theme.isDark() ? u"dark"_s : u"light"_s;
        } else {
            const auto colour = colours.constFind(match.captured(2));
            Q_ASSERT_X(colour != colours.cend(), "loket.qss", qPrintable(match.captured()));
            sheet += colour->name();
        }
        done = match.capturedEnd();
    }
    sheet += QStringView(source).sliced(done);
    return sheet;
}

} // namespace Loket
