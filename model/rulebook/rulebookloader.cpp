// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/editioncheck.h"
#include "model/rulebook/manifest.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/rulebookdata.h"
#include "model/rulebook/tablereader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

/// One folder as it was read, before it is laid over the edition it extends.
struct EditionFiles {
    QString folder; ///< name of the folder
    QString id;
    QString extends;
    QDate effectiveFrom;
    std::map<QString, std::shared_ptr<RuleTableData>> tables;
    ParametersRead parameters;
};

/// Everything that a library was put together from.
struct EditionsRead {
    QList<EditionFiles> editions;
};

namespace {

constexpr auto kBuiltInRoot = ":/rulebook";

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// edition.json: {"id", "effectiveFrom", "extends", "source", "signature"}, nothing else.
void readEditionJson(const QString &path, EditionFiles &edition, QList<RulebookFault> &faults)
{
    const QString file = edition.folder + u"/edition.json"_s;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(path), &error);
    if (!document.isObject()) {
        faults += {file, 0, u"not a JSON object: "_s + error.errorString()};
        return;
    }
    const QJsonObject json = document.object();
    static const QStringList known
        = {u"id"_s, u"effectiveFrom"_s, u"extends"_s, u"source"_s, u"signature"_s, u"title"_s};
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            faults += {file, 0, u"unknown key '%1'"_s.arg(key)};
    }
    edition.id = json.value("id"_L1).toString();
    edition.extends = json.value("extends"_L1).toString();
    edition.effectiveFrom = strictDate(json.value("effectiveFrom"_L1).toString());
    if (edition.id != edition.folder)
        faults += {file, 0, u"id '%1' is not the name of its folder '%2'"_s.arg(edition.id, edition.folder)};
    if (!edition.effectiveFrom.isValid())
        faults += {file, 0, u"effectiveFrom is not a date yyyy-mm-dd"_s};
    if (json.value("source"_L1).toString().isEmpty())
        faults += {file, 0, u"no source"_s};
    for (const QString &key : {u"extends"_s, u"signature"_s}) {
        const QJsonValue value = json.value(key);
        if (!value.isNull() && (!value.isString() || value.toString().isEmpty()))
            faults += {file, 0, u"%1 is neither null nor a text"_s.arg(key)};
    }
}

EditionFiles readEditionFolder(const QDir &dir, QList<RulebookFault> &faults,
                               const QStringList &ownServices = {})
{
    EditionFiles edition;
    edition.folder = dir.dirName();
    readEditionJson(dir.filePath(u"edition.json"_s), edition, faults);
    for (const QFileInfo &info : dir.entryInfoList({u"*.csv"_s}, QDir::Files, QDir::Name)) {
        const QString file = edition.folder + u'/' + info.fileName();
        const QString name = info.completeBaseName();
        if (name == "parameters"_L1) {
            edition.parameters = readParameters(file, bytesOf(info.filePath()), faults);
        } else if (const TableSpec *spec = tableSpec(name)) {
            edition.tables[name] = readRuleTable(*spec, file, bytesOf(info.filePath()), faults, ownServices);
        } else {
            faults += {file, 0, u"unknown table '%1'"_s.arg(name)};
        }
    }
    return edition;
}

const EditionFiles *editionOf(const QList<EditionFiles> &editions, const QString &id)
{
    const auto found = std::find_if(editions.cbegin(), editions.cend(),
                                    [&id](const EditionFiles &edition) { return edition.id == id; });
    return found == editions.cend() ? nullptr : &*found;
}

/// The edition and what it extends, nearest first. Tells a missing or circular `extends`.
QList<const EditionFiles *> chainOf(const EditionFiles &edition, const QList<EditionFiles> &editions,
                                    QList<RulebookFault> &faults)
{
    QList<const EditionFiles *> chain = {&edition};
    while (!chain.last()->extends.isEmpty()) {
        const QString file = chain.last()->folder + u"/edition.json"_s;
        const EditionFiles *base = editionOf(editions, chain.last()->extends);
        if (!base) {
            faults += {file, 0, u"extends the unknown edition '%1'"_s.arg(chain.last()->extends)};
            return {};
        }
        if (chain.contains(base)) {
            faults += {file, 0, u"extends itself through '%1'"_s.arg(base->id)};
            return {};
        }
        if (base->effectiveFrom.isValid() && edition.effectiveFrom.isValid()
            && chain.last()->effectiveFrom <= base->effectiveFrom)
            faults += {file, 0, u"is in force no later than '%1' that it extends"_s.arg(base->id)};
        chain += base;
    }
    return chain;
}

/// Built-in editions that something below the root extends and that are not below the root themselves.
void addExtendedBuiltIns(QList<EditionFiles> &editions, QList<RulebookFault> &faults)
{
    for (qsizetype i = 0; i < editions.size(); ++i) {
        const QString base = editions.at(i).extends;
        const QDir dir(QString::fromLatin1(kBuiltInRoot) + u'/' + base);
        if (!base.isEmpty() && !editionOf(editions, base) && dir.exists(u"edition.json"_s)) {
            editions += readEditionFolder(dir, faults);
        }
    }
}

QStringList partsOf(const QString &cell)
{
    return cell.split(u'|', Qt::SkipEmptyParts);
}

/// The fields of conditional-fields.csv whose rows are for this service.
QStringList conditionalFieldsOf(const Service &service, const RuleTableData &table)
{
    const qsizetype serviceColumn = table.column(u"service"_s);
    const auto condition
        = std::find(table.conditionColumns.cbegin(), table.conditionColumns.cend(), serviceColumn);
    const auto index = size_t(std::distance(table.conditionColumns.cbegin(), condition));
    QStringList ids;
    for (const RuleRowData &row : table.rows) {
        const QString id = row.cells.value(table.column(u"field"_s));
        if (row.conditions[index].matches(service.code) && service.fields.contains(id) && !ids.contains(id))
            ids += id;
    }
    return ids;
}

void fillCatalogue(RulebookData &data, const RuleTableData &fieldTable, const RuleTableData &serviceTable,
                   const RuleTableData &conditionalTable)
{
    const auto cell = [](const RuleTableData &table, const RuleRowData &row, const char *column) {
        return row.cells.value(table.column(QString::fromLatin1(column)));
    };
    for (const RuleRowData &row : fieldTable.rows) {
        data.fieldIndex.insert(cell(fieldTable, row, "id"), data.fields.size());
        data.fields += {cell(fieldTable, row, "id"),          cell(fieldTable, row, "path"),
                        cell(fieldTable, row, "kind"),        cell(fieldTable, row, "codes"),
                        cell(fieldTable, row, "labelId"),     cell(fieldTable, row, "labelEn"),
                        cell(fieldTable, row, "defaultFrom"), cell(fieldTable, row, "shows")};
    }
    for (const RuleRowData &row : serviceTable.rows) {
        Service service;
        service.code = cell(serviceTable, row, "code");
        service.sections = partsOf(cell(serviceTable, row, "sections"));
        service.fields = partsOf(cell(serviceTable, row, "fields"));
        service.required = partsOf(cell(serviceTable, row, "required"));
        service.needsConsent = cell(serviceTable, row, "consent") == "yes"_L1;
        service.family = cell(serviceTable, row, "family");
        service.group = cell(serviceTable, row, "group");
        service.dues = cell(serviceTable, row, "dues");
        service.effective = cell(serviceTable, row, "effective");
        service.checks = partsOf(cell(serviceTable, row, "checks"));
        service.receiptId = cell(serviceTable, row, "receiptId");
        service.receiptEn = cell(serviceTable, row, "receiptEn");
        service.form = cell(serviceTable, row, "form");
        service.source = cell(serviceTable, row, "source");
        service.conditional = conditionalFieldsOf(service, conditionalTable);
        data.serviceIndex.insert(service.code, data.services.size());
        data.services += service;
    }
}

void copyCatalogue(RulebookData &data, const RulebookData &before)
{
    data.fields = before.fields;
    data.services = before.services;
    data.fieldIndex = before.fieldIndex;
    data.serviceIndex = before.serviceIndex;
}

} // namespace

/// Puts rulebooks together; the only one that may fill their insides.
class RulebookLoader
{
public:
    static Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>> load(const QString &root)
    {
        QList<RulebookFault> faults;
        QList<EditionFiles> editions;
        QStringList ownServices; // before any table that names them
        for (const QString &folder : editionFoldersBelow(root))
            ownServices += ownServicesOf(bytesOf(QDir(folder).filePath(u"services.csv"_s)));
        for (const QString &folder : editionFoldersBelow(root))
            editions += readEditionFolder(QDir(folder), faults, ownServices);
        if (editions.isEmpty())
            return fail(QList<RulebookFault>{{root, 0, u"holds no edition (a folder with edition.json)"_s}});
        addExtendedBuiltIns(editions, faults);
        checkDates(editions, faults);

        auto library = std::make_shared<RulebookLibrary>();
        for (const EditionFiles &edition : editions)
            library->m_editions.push_back(merged(edition, editions, nullptr, {}, faults));
        return finished(library, editions, faults);
    }

    static Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>>
    with(const RulebookLibrary &before, const QString &file, const QByteArray &bytes)
    {
        QList<RulebookFault> faults;
        QList<EditionFiles> editions = before.m_read->editions;
        const QString folder = file.section(u'/', 0, 0);
        const QString name = QFileInfo(file).completeBaseName();
        const auto changed
            = std::find_if(editions.begin(), editions.end(),
                           [&folder](const EditionFiles &edition) { return edition.folder == folder; });
        if (changed == editions.end() || (name != "parameters"_L1 && !changed->tables.contains(name)))
            return fail(QList<RulebookFault>{{file, 0, u"no such file in this library"_s}});
        if (name == "parameters"_L1)
            changed->parameters = readParameters(file, bytes, faults);
        else
            changed->tables[name] = readRuleTable(*tableSpec(name), file, bytes, faults);
        auto library = std::make_shared<RulebookLibrary>();
        for (const EditionFiles &edition : std::as_const(editions)) {
            const auto old = std::find_if(before.m_editions.cbegin(), before.m_editions.cend(),
                                          [&edition](const Rulebook &one) { return one.id() == edition.id; });
            library->m_editions.push_back(merged(edition, editions, &*old, name, faults));
        }
        return finished(library, editions, faults);
    }

private:
    static Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>>
    finished(const std::shared_ptr<RulebookLibrary> &library, const QList<EditionFiles> &editions,
             const QList<RulebookFault> &faults)
    {
        if (!faults.isEmpty())
            return fail(inOrder(faults));
        library->m_read = std::make_shared<EditionsRead>(EditionsRead{editions});
        std::sort(library->m_editions.begin(), library->m_editions.end(),
                  [](const Rulebook &a, const Rulebook &b) { return a.effectiveFrom() < b.effectiveFrom(); });
        return std::shared_ptr<const RulebookLibrary>(library);
    }

    static void checkDates(const QList<EditionFiles> &editions, QList<RulebookFault> &faults)
    {
        for (qsizetype i = 0; i < editions.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                if (editions.at(i).effectiveFrom.isValid()
                    && editions.at(i).effectiveFrom == editions.at(j).effectiveFrom)
                    faults += {editions.at(i).folder + u"/edition.json"_s, 0,
                               u"effectiveFrom is the same as that of '%1'"_s.arg(editions.at(j).id)};
            }
        }
    }

    /// `before` is the same edition before `changed` was replaced; null: everything is new.
    static Rulebook merged(const EditionFiles &edition, const QList<EditionFiles> &editions,
                           const Rulebook *before, const QString &changed, QList<RulebookFault> &faults)
    {
        std::map<QString, std::shared_ptr<RuleTableData>> tables;
        ParametersRead parameters;
        QHash<QString, QDate> lineage;
        const auto chain = chainOf(edition, editions, faults);
        for (const EditionFiles *part : chain) {
            lineage.insert(part->id, part->effectiveFrom);
            tables.insert(part->tables.begin(), part->tables.end()); // insert keeps the nearer one
            parameters.values.insert(part->parameters.values.begin(), part->parameters.values.end());
            parameters.isWhole &= part->parameters.isWhole;
        }
        if (before && changed != "parameters"_L1
            && before->m_data->tables.at(changed).m_data == tables[changed])
            return *before; // it has that table from another edition
        Rulebook rulebook;
        auto data = std::make_shared<RulebookData>();
        data->id = edition.id;
        data->extends = edition.extends;
        data->effectiveFrom = edition.effectiveFrom;
        data->lineage = lineage;
        data->parameters = parameters.values;
        rulebook.m_data = data;
        if (chain.isEmpty())
            return rulebook;
        faults += checkEdition(edition.folder, tables, parameters, changed);
        for (const auto &[name, table] : tables) {
            RuleTable ruleTable;
            ruleTable.m_data = table;
            data->tables.emplace(name, ruleTable);
        }
        static const QStringList catalogue{u"fields"_s, u"services"_s, u"conditional-fields"_s};
        if (before && !catalogue.contains(changed))
            copyCatalogue(*data, *before->m_data);
        else if (faults.isEmpty())
            fillCatalogue(*data, *tables.at(u"fields"_s), *tables.at(u"services"_s),
                          *tables.at(u"conditional-fields"_s));
        return rulebook;
    }

    /// By file and line, each once: a fault in a table is seen again by every edition that extends it.
    static QList<RulebookFault> inOrder(const QList<RulebookFault> &faults)
    {
        QList<RulebookFault> sorted;
        for (const RulebookFault &fault : faults) {
            if (!sorted.contains(fault))
                sorted += fault;
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const RulebookFault &a, const RulebookFault &b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
        return sorted;
    }
};

Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>>
RulebookLibrary::load(const QString &root)
{
    return RulebookLoader::load(root);
}

Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>>
RulebookLibrary::with(const QString &file, const QByteArray &bytes) const
{
    return RulebookLoader::with(*this, file, bytes);
}

std::shared_ptr<const RulebookLibrary> RulebookLibrary::builtIn()
{
    static const std::shared_ptr<const RulebookLibrary> library = [] {
        const auto loaded = load(QString::fromLatin1(kBuiltInRoot));
        if (!loaded) {
            for (const RulebookFault &fault : loaded.error())
                qCritical("%s:%d: %s", qPrintable(fault.file), fault.line, qPrintable(fault.what));
            qFatal("the built-in rulebook is faulty");
        }
        return loaded.value();
    }();
    return library;
}

} // namespace Loket
