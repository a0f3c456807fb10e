// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/papers.h"

#include "model/base/clock.h"
#include "model/print/printdocument.h"
#include "model/services/caseservice.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Loket {

using namespace Qt::StringLiterals;

std::optional<PaperOptions> readPaperOptions(const QStringList &arguments, const QStringList &known)
{
    PaperOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word.startsWith("--"_L1)) {
            if (!known.contains(word) || options.values.contains(word) || i + 1 == arguments.size())
                return std::nullopt;
            options.values.insert(word, arguments[++i]);
        } else if (options.subject.isEmpty()) {
            options.subject = word;
        } else {
            return std::nullopt;
        }
    }
    const QString language = options.value(u"--language"_s);
    const bool isLanguage = language.isEmpty() || language == "id"_L1 || language == "en"_L1;
    if (options.subject.isEmpty() || options.value(u"--pdf"_s).isEmpty() || !isLanguage)
        return std::nullopt;
    return options;
}

PaperWorld paperWorld(const CtlSession &session, const RuleDesk &desk, const StoreStatus &status,
                      const QString &language)
{
    PaperWorld world;
    world.rulebooks = desk.rulebooks.get();
    world.regions = desk.regions.get();
    world.facilities = desk.facilities.get();
    world.language = language.isEmpty() ? u"id"_s : language;
    world.office = status.office;
    world.trial = status.isTrial;
    world.now = session.clock->nowUtc();
    return world;
}

struct PaperFile::Private {
    QSaveFile file;
};

PaperFile::PaperFile(const QString &path)
    : d(std::make_unique<Private>())
{
    d->file.setFileName(path);
}

PaperFile::~PaperFile() = default;

Failure PaperFile::failure() const
{
    const bool isFull = d->file.error() == QFileDevice::ResourceError;
    return {isFull ? FailureKind::Full : FailureKind::Io,
            u"could not write %1: %2"_s.arg(d->file.fileName(), d->file.errorString())};
}

Outcome<Nothing> PaperFile::open()
{
    const QFileInfo target(d->file.fileName());
    if (target.exists() && !target.isFile() && !target.isDir()) // it would be replaced, not written to
        return fail(
            Failure{FailureKind::Io, u"could not write %1: not an ordinary file"_s.arg(d->file.fileName())});
    if (!d->file.open(QIODevice::WriteOnly))
        return fail(failure());
    return Nothing();
}

Outcome<Nothing> PaperFile::write(const PrintDocument &document, const QDateTime &created)
{
    const QByteArray bytes = pdfOf(document, created);
    if (d->file.write(bytes) != bytes.size() || !d->file.commit())
        return fail(failure());
    return Nothing();
}

Outcome<int> notePaper(const CtlSession &session, const RuleDesk &desk, Store &store, const QString &what,
                       const QString &reference)
{
    const auto actor = actorOf(session, store);
    if (!actor)
        return fail(actor.error());
    CaseService service(store, desk.context(session.today));
    return service.notePrinted(what, reference, QString(), actor.value()).result();
}

} // namespace Loket
