// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefile.h"
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/domain/casejson.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/manifest.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/ruletext.h"
#include "model/services/assess.h"
#include "model/services/caseinput.h"
#include "model/sync/storededitions.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace Loket {

using namespace Qt::StringLiterals;

std::shared_ptr<const RulebookLibrary> CtlSession::rulebooks(int *exitCode)
{
    if (rulebookRoot.isEmpty())
        return storeGiven ? rulebooksOfStore(exitCode) : RulebookLibrary::builtIn();
    auto loaded = RulebookLibrary::load(rulebookRoot);
    if (loaded)
        return loaded.take();
    const RulebookFault &first = loaded.error().first();
    const QString more = loaded.error().size() == 1
        ? QString()
        : u" (and %1 more; see loketctl rulebook check)"_s.arg(loaded.error().size() - 1);
    *exitCode = usage(u"%1:%2: %3%4"_s.arg(first.file).arg(first.line).arg(first.what, more));
    return nullptr;
}

std::shared_ptr<const RulebookLibrary> CtlSession::rulebooksOfStore(int *exitCode)
{
    if (!rulebookRoot.isEmpty())
        return rulebooks(exitCode);
    if (!isStoreThere(*this))
        return RulebookLibrary::builtIn();
    // An edition that can't be read may be the one in force: judging without it would be worse than not at
    // all.
    const auto store = openForReading(*this);
    if (!store && store.error().kind == FailureKind::Missing)
        return RulebookLibrary::builtIn(); // not yet brought to this program's schema: no centre sent any
    auto editions = store ? editionsOf(*store.value()) : fail(store.error());
    if (editions)
        return editions.take();
    *exitCode = failed(editions.error());
    return nullptr;
}

static int checkRulebook(CtlSession &session, const QString &root)
{
    if (!QFileInfo(root).isDir())
        return session.usage(u"%1: no such folder"_s.arg(root));
    const QList<RulebookFault> faults = proveRulebook(root);
    if (!faults.isEmpty()) {
        for (const RulebookFault &fault : faults)
            session.print(
                QJsonObject{{u"file"_s, fault.file}, {u"line"_s, fault.line}, {u"what"_s, fault.what}});
        return session.no(u"%1: %2 faults"_s.arg(root).arg(faults.size()));
    }
    const auto loaded = RulebookLibrary::load(root);
    for (const Rulebook &edition : loaded.value()->editions()) {
        qsizetype rows = 0;
        for (const QString &table : edition.tableNames())
            rows += edition.table(table).size();
        session.print(QJsonObject{{u"edition"_s, edition.id()},
                                  {u"effectiveFrom"_s, edition.effectiveFrom().toString(Qt::ISODate)},
                                  {u"tables"_s, edition.tableNames().size()},
                                  {u"rows"_s, rows},
                                  {u"parameters"_s, edition.parameterNames().size()},
                                  {u"faults"_s, 0}});
    }
    return kExitDone;
}

/// Writes manifest.json of every edition below `root`; only of a sound one.
static int writeManifests(CtlSession &session, const QString &root)
{
    if (!QFileInfo(root).isDir())
        return session.usage(u"%1: no such folder"_s.arg(root));
    if (const auto loaded = RulebookLibrary::load(root); !loaded)
        return session.no(
            u"%1: %2 faults; see loketctl rulebook check"_s.arg(root).arg(loaded.error().size()));
    for (const QString &folder : editionFoldersBelow(root)) {
        QSaveFile file(folder + u"/manifest.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(manifestOf(folder)) < 0 || !file.commit())
            return session.failed({FailureKind::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString())});
        session.print(
            QJsonObject{{u"edition"_s, QFileInfo(folder).fileName()}, {u"written"_s, file.fileName()}});
    }
    return kExitDone;
}

static int explainCase(CtlSession &session, const QString &file, const QString &language)
{
    int exitCode = kExitDone;
    const auto rulebooks = session.rulebooks(&exitCode);
    if (!rulebooks)
        return exitCode;
    const auto bytes = session.read(file, kMaxCaseBytes);
    if (!bytes)
        return session.failed(bytes.error());
    const auto read = readCaseInput(bytes.value(), *rulebooks, session.today);
    if (!read)
        return session.usage(
            u"%1: %2"_s.arg(file == "-"_L1 ? u"standard input"_s : file, read.error().line()));
    const auto regions = RegionIndex::load();
    if (!regions)
        return session.failed(regions.error());
    const auto facilities = FacilityIndex::trial();
    const CaseFileLookup lookup(file);
    const Context context{rulebooks.get(), session.today, regions.value().get(), facilities.get(), &lookup};
    const Assessment assessment = assess(read.value(), context);
    const Rulebook &rulebook = rulebooks->on(read.value().date);
    for (const FiredRule &rule : assessment.fired) {
        const RuleText text = ruleText(rulebook, rule, language);
        QJsonArray cells;
        for (const RuleText::Cell &cell : text.cells)
            cells += QJsonObject{{u"label"_s, cell.label}, {u"value"_s, cell.value}};
        session.print(QJsonObject{{u"edition"_s, assessment.rulebook},
                                  {u"table"_s, rule.table},
                                  {u"row"_s, rule.row},
                                  {u"file"_s, rule.file},
                                  {u"source"_s, rule.source},
                                  {u"title"_s, text.title},
                                  {u"cells"_s, cells},
                                  {u"effectiveFrom"_s, text.effectiveFrom.toString(Qt::ISODate)}});
    }
    return kExitDone;
}

static int runRulebook(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() == 2 && arguments.first() == "check"_L1)
        return checkRulebook(session, arguments.at(1));
    if (arguments.size() == 2 && arguments.first() == "manifest"_L1)
        return writeManifests(session, arguments.at(1));
    QStringList rest = arguments;
    const bool isEnglish = rest.removeAll(u"--english"_s) > 0;
    if (rest.size() == 2 && rest.first() == "explain"_L1)
        return explainCase(session, rest.at(1), isEnglish ? u"en"_s : u"id"_s);
    return session.usage(u"rulebook check DIR | manifest DIR | explain CASE.json [--english]"_s);
}

const Command kRulebookCommand = {
    "rulebook", "check DIR | manifest DIR | explain CASE.json [--english]",
    "proves an edition; the rows that a case fired",
    "check DIR: DIR holds editions (one folder each) or is one edition. Every fault is one line\n"
    "{\"file\",\"line\",\"what\"} and the exit code is 1; a sound root prints one line for each edition.\n"
    "Where an edition has a manifest.json, rows that were dropped, doubled, swapped or changed since then "
    "are faults "
    "too.\n"
    "manifest DIR: writes manifest.json anew into every edition below DIR, after its tables were changed on "
    "purpose.\n"
    "explain CASE.json: one line {\"edition\",\"table\",\"row\",\"file\",\"source\"} for every row and "
    "parameter that\n"
    "took part in the assessment of the case, in the order in which they did, and the same in words: "
    "\"title\", "
    "\"cells\" of\n"
    "{\"label\",\"value\"}, and \"effectiveFrom\" of the edition that brought it. - reads standard input.\n",
    runRulebook};

} // namespace Loket
