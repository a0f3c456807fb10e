// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefiles.h"
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/beginning.h"
#include "model/services/caseinput.h"
#include "model/services/caseservice.h"
#include "model/store/bytestore.h"

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
        const bool isThere = isStoreThere(m_session);
        if (!isThere && !isReady(nullptr)) // nothing to keep, so no store is made for it
            return kExitNo;
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
        } else if (const auto problem = limitProblem(status.value())) { // before anything is kept
            return frozen(*problem);
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

    std::optional<Problem> limitProblem(const StoreStatus &status) const
    {
        const Rulebook &rules = m_desk.rulebooks->on(m_session.today);
        return unsentProblem(unsentStanding(status.unsent, status.isTrial, rules, m_session.clock->nowUtc()),
                             rules);
    }

    int frozen(const Problem &problem) const
    {
        const auto fact = [&](const char *name) { return problem.args.value(QLatin1String(name)).toInt(); };
        return m_session.no(u"%1: %2 of at most %3 cases wait to be sent, the oldest for %4 of at most %5 "
                            "days; nothing was stored, synchronise first"_s.arg(problem.code)
                                .arg(fact("cases"))
                                .arg(fact("mostCases"))
                                .arg(fact("days"))
                                .arg(fact("mostDays")));
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
        case Submitted::Kind::Frozen:
            return frozen(submitted.assessment.problems.first());
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
       "A counter of a centre takes no new case while too much waits to be sent (unsent.limit: see "
       "loketctl status).\n"
       "Exit: 0 stored, 1 not ready (its assessment is printed), unsent.limit, or known with other content,\n"
       "2 bad input,"
       " 3 the store failed and nothing was stored.\n",
       runSubmit};

} // namespace Loket
