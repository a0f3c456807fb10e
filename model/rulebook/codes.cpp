// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"

#include "model/rulebook/csv.h"

#include <QFile>
#include <QHash>

#include <utility>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QList<CodeText> readCodes()
{
    QFile file(u":/codes/codes.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("codes.csv is not compiled in");
    const auto table = parseCsv(file.readAll());
    if (!table)
        qFatal("codes.csv:%d: %s", table.error().line, qPrintable(table.error().what));
    QList<CodeText> codes;
    for (const CsvRow &row : table.value().rows)
        codes += {row.cells.value(0), row.cells.value(1), row.cells.value(2), row.cells.value(3)};
    return codes;
}

using CodeKey = std::pair<QString, QString>;

const QHash<CodeKey, qsizetype> &codeIndex()
{
    static const QHash<CodeKey, qsizetype> index = [] {
        QHash<CodeKey, qsizetype> out;
        for (qsizetype i = 0; i < allCodes().size(); ++i)
            out.insert({allCodes().at(i).kind, allCodes().at(i).code}, i);
        return out;
    }();
    return index;
}

} // namespace

const QList<CodeText> &allCodes()
{
    static const QList<CodeText> codes = readCodes();
    return codes;
}

QStringList codesOf(const QString &kind)
{
    QStringList codes;
    for (const CodeText &code : allCodes()) {
        if (code.kind == kind)
            codes += code.code;
    }
    return codes;
}

bool isCode(const QString &kind, const QString &code)
{
    return codeIndex().contains({kind, code});
}

QString codeText(const QString &kind, const QString &code, const QString &language)
{
    const auto found = codeIndex().constFind({kind, code});
    if (found == codeIndex().cend())
        return code;
    const CodeText &text = allCodes().at(*found);
    return language == "en"_L1 ? text.en : text.id;
}

} // namespace Loket
