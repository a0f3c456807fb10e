// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefiles.h"
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/base/diskroom.h"
#include "model/domain/casejson.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/beginning.h"
#include "model/services/caseinput.h"
#include "model/services/caseservice.h"
#include "model/store/bytestore.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// One run of `loketctl submit`.
class SubmitRun
{
public:
    SubmitRun(CtlSession &session, const QString &file)
        : m_session(session)
        , m_file(file)
    {
    }

    int run()
    {
        int exitCode = kExitDone;
        const auto desk = openRuleDesk(m_session, &exitCode);
        if (!desk)
            return exitCode;
        m_desk = *desk;
        if (!readInput(&exitCode))
            return exitCode;
        if (!isStoreThere(m_session)) { // with nothing to keep no store is made
            if (const auto problem = stopProblem(statusOfNone()))
                return stopped(*problem);
            if (!isReady(nullptr))
                return kExitNo;
        }
        auto store = openForWriting(m_session, true);
        if (!store)
            return m_session.failed(store.error());
        return submitTo(*store.value());
    }

private:
    bool readInput(int *exitCode)
    {
        const auto bytes = m_session.read(m_file, kMaxCaseBytes);
        if (!bytes) {
            *exitCode = m_session.failed(bytes.error());
            return false;
        }
        auto content = readCaseInput(bytes.value(), *m_desk.rulebooks, m_session.today);
        if (!content) {
            *exitCode = m_session.usage(
                u"%1: %2"_s.arg(m_file == "-"_L1 ? u"standard input"_s : m_file, content.error().line()));
            return false;
        }
        const QJsonValue date = QJsonDocument::fromJson(bytes.value()).object().value("date"_L1);
        m_hasOwnDate = !date.toString().isEmpty();
        auto files = readCaseFiles(content.take(), m_file, *m_desk.rulebooks);
        if (!files) {
            *exitCode = m_session.usage(files.error());
            return false;
        }
        m_files = files.take();
        return true;
    }

    /// Prints the assessment when it is not.
    bool isReady(const CaseLookup *store)
    {
        const CaseFilesLookup lookup(m_files, store);
        const Assessment assessment = assess(m_files.content, m_desk.context(m_session.today, &lookup));
        if (assessment.decision == Decision::Ready)
            return true;
        m_session.print(writeAssessment(assessment));
        return false;
    }

    int submitTo(Store &store)
    {
        const auto reader = store.reader();
        if (!reader)
            return m_session.failed(reader.error());
        const auto id = CaseId::fromText(m_files.content.id);
        const auto known
            = id ? reader.value()->caseById(*id) : Outcome<std::optional<CaseRecord>>(std::nullopt);
        if (!known)
            return m_session.failed(known.error());
        if (known.value()) {
            if (!m_hasOwnDate) // the day was filled in then, and is not part of what the file says
                m_files.content.date = known.value()->content.date;
        } else if (const auto status = reader.value()->status(); !status) {
            return m_session.failed(status.error());
        } else if (const auto problem = stopProblem(status.value())) { // before anything is kept
            return stopped(*problem);
        } else if (!isReady(&reader.value()->lookup())) {
            return kExitNo;
        } else if (const auto kept = keepFiles(store); !kept) {
            return m_session.failed(kept.error());
        }
        const auto actor = actorOf(m_session, store);
        if (!actor)
            return m_session.failed(actor.error());
        CaseService service(store, m_desk.context(m_session.today));
        const auto submitted = service.submit(m_files.content, actor.value()).result();
        if (!submitted)
            return m_session.failed(submitted.error());
        return answer(submitted.value());
    }

    /// Of the store that would be made.
    StoreStatus statusOfNone() const
    {
        QString folder = m_session.storeDir;
        while (!QFileInfo::exists(folder))
            folder = QFileInfo(folder).absolutePath();
        StoreStatus status;
        status.freeBytes = freeRoom(folder);
        return status;
    }

    std::optional<Problem> stopProblem(const StoreStatus &status) const
    {
        return beginProblem(status, m_desk.rulebooks->on(m_session.today), m_session.clock->nowUtc());
    }

    int stopped(const Problem &problem) const
    {
        QString text = codeText(u"problem"_s, problem.code, u"en"_s);
        for (auto it = problem.args.begin(); it != problem.args.end(); ++it)
            text.replace(u'{' + it.key() + u'}', it.value().toVariant().toString());
        return m_session.no(u"%1: %2; nothing was stored"_s.arg(problem.code, text));
    }

    Outcome<Nothing> keepFiles(const Store &store)
    {
        for (auto it = m_files.bytes.cbegin(); it != m_files.bytes.cend(); ++it) {
            const auto kept = store.blobs().put(it.value(), ByteStore::typeOf(it.value())).result();
            if (!kept)
                return fail(kept.error());
        }
        return Nothing();
    }

    int answer(const Submitted &submitted)
    {
        switch (submitted.kind) {
        case Submitted::Kind::Saved:
        case Submitted::Kind::Again:
            m_session.print(QJsonObject{{u"case"_s, submitted.record->id.text()},
                                        {u"state"_s, caseStateWord(CaseState::Queued)},
                                        {u"numbers"_s, numbersJson(submitted.firstNumbers)}});
            return kExitDone;
        case Submitted::Kind::OtherContent:
            return m_session.no(
                u"case %1 is known with other content; nothing was done"_s.arg(m_files.content.id));
        case Submitted::Kind::NotReady:
            m_session.print(writeAssessment(submitted.assessment));
            return kExitNo;
        case Submitted::Kind::Stopped:
            return stopped(submitted.assessment.problems.first());
        }
        return kExitStore;
    }

    CtlSession &m_session;
    const QString m_file;
    RuleDesk m_desk;
    CaseFiles m_files;
    bool m_hasOwnDate = false;
};

int runSubmit(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() != 1 || (arguments.first().startsWith(u'-') && arguments.first() != "-"_L1))
        return session.usage(u"submit FILE|-"_s);
    return SubmitRun(session, arguments.first()).run();
}

} // namespace

const Command kSubmitCommand
    = {"submit", "FILE|-", "assesses a case and, when it is ready, stores it for sending",
       "FILE is a case of the format loket-case/1 (at most 1 MiB); - reads standard input. Photos and scans "
       "that it\n"
       "names by a path relative to FILE are encoded and kept. Case, numbers, envelope and audit row are "
       "stored in one\n"
       "transaction; printed once that is on disk:\n"
       "{\"case\": id, \"state\": \"queued\", \"numbers\": [{\"member\", \"card\", \"va\", \"state\": "
       "\"reserved\"}]}, numbers\n"
       "empty when the counter has none left.\n"
       "The same id and content again gives the first answer; other content under a known id is refused.\n"
       "A missing store is made, as a trial store.\n"
       "No new case is taken while the centre forbids it (work.frozen and the like), the disk is nearly full "
       "(disk.low),\n"
       "or too much waits to be sent (unsent.limit); one line says which, and loketctl status tells more.\n"
       "Exit: 0 stored, 1 not ready (its assessment is printed), no new case now, or known with other "
       "content,\n"
       "2 bad input, 3 the store failed and nothing was stored.\n",
       runSubmit};

} // namespace Loket
