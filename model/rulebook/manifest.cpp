// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/manifest.h"

#include "model/rulebook/csv.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QString kManifestFile = u"manifest.json"_s;
const QString kManifestFormat = u"loket-manifest/1"_s;

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString digestOf(const QStringList &cells)
{
    constexpr qsizetype kDigits = 6;
    const QByteArray text = cells.join(QChar(0x1f)).toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(kDigits));
}

/// The rows of a table as a manifest sees them; the header is the first.
struct TableDigests {
    QStringList digests;
    QList<int> lines;
};

TableDigests digestsOf(const QString &path)
{
    TableDigests out;
    const auto csv = parseCsv(fileBytes(path));
    if (!csv)
        return out; // the loader tells what is wrong with it
    out.digests += digestOf(csv.value().header);
    out.lines += csv.value().headerLine;
    for (const CsvRow &row : csv.value().rows) {
        out.digests += digestOf(row.cells);
        out.lines += row.line;
    }
    return out;
}

/// Compares one table with what its manifest says of it.
class ManifestDiff
{
public:
    ManifestDiff(const QString &file, const QStringList &expected, const TableDigests &found)
        : m_file(file)
        , m_expected(expected)
        , m_found(found)
    {
    }

    QList<RulebookFault> faults()
    {
        qsizetype first = 0;
        const qsizetype shorter = std::min(m_expected.size(), m_found.digests.size());
        while (first < shorter && m_expected.at(first) == m_found.digests.at(first))
            ++first;
        qsizetype same = 0; // at the end
        while (same < shorter - first
               && m_expected.at(m_expected.size() - 1 - same)
                   == m_found.digests.at(m_found.digests.size() - 1 - same))
            ++same;
        const QStringList missing = m_expected.mid(first, m_expected.size() - same - first);
        const QStringList instead = m_found.digests.mid(first, m_found.digests.size() - same - first);
        compare(first, missing, instead);
        return m_faults;
    }

private:
    void fault(qsizetype index, const QString &what)
    {
        const int line = index < m_found.lines.size() ? m_found.lines.at(index) : 0;
        m_faults += {m_file, line, what + u" (manifest.json)"_s};
    }

    void compare(qsizetype first, const QStringList &missing, const QStringList &instead)
    {
        QStringList a = missing;
        QStringList b = instead;
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        if (missing.isEmpty() && instead.isEmpty())
            return;
        if (instead.isEmpty()) {
            fault(first, rowsWord(missing.size()) + u" dropped before this line"_s);
            if (first >= m_found.lines.size())
                m_faults.last() = {m_file, m_found.lines.isEmpty() ? 0 : m_found.lines.last(),
                                   rowsWord(missing.size()) + u" dropped after this line (manifest.json)"_s};
        } else if (a == b) {
            for (qsizetype i = 0; i < instead.size(); ++i) {
                if (instead.at(i) != missing.at(i))
                    fault(first + i, u"the row stands in another place"_s);
            }
        } else {
            for (qsizetype i = 0; i < instead.size(); ++i) {
                const bool isKnown = m_expected.contains(instead.at(i));
                if (missing.isEmpty() || i >= missing.size() || instead.at(i) != missing.at(i))
                    fault(first + i,
                          isKnown ? u"the row is doubled or in another place"_s
                                  : u"the row is not the one of the manifest"_s);
            }
            if (missing.size() > instead.size())
                fault(first, rowsWord(missing.size() - instead.size()) + u" dropped near this line"_s);
        }
    }

    static QString rowsWord(qsizetype count)
    {
        return count == 1 ? u"a row is"_s : u"%1 rows are"_s.arg(count);
    }

    QString m_file;
    QStringList m_expected;
    const TableDigests &m_found;
    QList<RulebookFault> m_faults;
};

QMap<QString, QString> tableFiles(const QString &editionFolder)
{
    QMap<QString, QString> out;
    for (const QFileInfo &info : QDir(editionFolder).entryInfoList({u"*.csv"_s}, QDir::Files, QDir::Name))
        out.insert(info.completeBaseName(), info.filePath());
    return out;
}

} // namespace

QByteArray manifestOf(const QString &editionFolder)
{
    QJsonObject tables;
    const auto files = tableFiles(editionFolder);
    for (auto file = files.begin(); file != files.end(); ++file)
        tables.insert(file.key(), digestsOf(file.value()).digests.join(u' '));
    return QJsonDocument(QJsonObject{{u"format"_s, kManifestFormat}, {u"tables"_s, tables}}).toJson();
}

QList<RulebookFault> manifestFaults(const QString &editionFolder, const QString &onlyTable)
{
    const QDir dir(editionFolder);
    const QString folder = dir.dirName();
    if (!dir.exists(kManifestFile))
        return {};
    const QJsonObject manifest = QJsonDocument::fromJson(fileBytes(dir.filePath(kManifestFile))).object();
    if (manifest.value("format"_L1).toString() != kManifestFormat)
        return {{folder + u'/' + kManifestFile, 0, u"not a manifest of the format "_s + kManifestFormat}};
    const QJsonObject tables = manifest.value("tables"_L1).toObject();
    QList<RulebookFault> faults;
    auto files = tableFiles(editionFolder);
    for (const QString &name : tables.keys()) {
        if (!onlyTable.isEmpty() && name != onlyTable) {
            files.remove(name);
            continue;
        }
        const QString file = u"%1/%2.csv"_s.arg(folder, name);
        if (!files.contains(name)) {
            faults += {file, 0, u"the table is missing (manifest.json)"_s};
            continue;
        }
        const QStringList expected = tables.value(name).toString().split(u' ', Qt::SkipEmptyParts);
        faults += ManifestDiff(file, expected, digestsOf(files.take(name))).faults();
    }
    for (auto file = files.begin(); file != files.end(); ++file)
        faults += {u"%1/%2.csv"_s.arg(folder, file.key()), 0, u"the table is not in manifest.json"_s};
    return faults;
}

QStringList editionFoldersBelow(const QString &root)
{
    const QDir dir(QDir(root).absolutePath());
    if (dir.exists(u"edition.json"_s))
        return {dir.path()};
    QStringList folders;
    for (const QFileInfo &info : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFileInfo::exists(info.filePath() + u"/edition.json"_s))
            folders += info.filePath();
    }
    return folders;
}

QList<RulebookFault> proveRulebook(const QString &root)
{
    QList<RulebookFault> faults;
    if (const auto loaded = RulebookLibrary::load(root); !loaded)
        faults = loaded.error();
    QSet<QString> faulty;
    for (const RulebookFault &fault : std::as_const(faults)) {
        if (fault.line > 0)
            faulty += fault.file;
    }
    for (const QString &folder : editionFoldersBelow(root)) {
        for (const RulebookFault &fault : manifestFaults(folder)) {
            if (!faulty.contains(fault.file))
                faults += fault;
        }
    }
    std::stable_sort(faults.begin(), faults.end(), [](const RulebookFault &a, const RulebookFault &b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return faults;
}

} // namespace Loket
