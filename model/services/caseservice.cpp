// SPDX-License-Identifier: Apache-2.0
#include "model/services/caseservice.h"

#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/casejson.h"
#include "model/services/conflictresolution.h"
#include "model/services/registration.h"
#include "model/services/submission.h"
#include "model/services/voiding.h"
#include "model/store/audit.h"
#include "model/store/casestore.h"
#include "model/store/connection.h"
#include "model/store/mirrorgate.h"
#include "model/store/store.h"
#include "model/store/workstop.h"
#include "model/store/writer.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Case withId(Case content, const Clock &clock)
{
    const auto id = CaseId::fromText(content.id);
    if (content.id.isEmpty())
        content.id = CaseId(newUuid7(clock)).text();
    else if (id)
        content.id = id->text(); // one spelling, so that the same id is the same content
    return content;
}

/// What the list of drafts calls a draft: the head's name, else the KK, else nothing yet.
QString draftTitle(const Case &content)
{
    const auto head = headOf(content);
    if (head && !content.family.members.at(*head).name.trimmed().isEmpty())
        return content.family.members.at(*head).name.trimmed();
    return content.family.kk.isEmpty() ? QString() : u"KK "_s + content.family.kk;
}

/// Why nothing at all may be decided here now; empty: it may.
Outcome<QString> stopOf(Connection &connection, const Clock &clock)
{
    const auto work = workState(connection, clock.today());
    if (!work)
        return fail(work.error());
    return work.value().maySave() ? QString() : problemCode(work.value().stop);
}

} // namespace

CaseService::CaseService(Store &store, const Context &context)
    : m_store(store)
    , m_context(context)
{
}

void CaseService::setRules(const RulebookLibrary *rulebooks, const FacilityIndex *facilities)
{
    m_context.rulebooks = rulebooks;
    m_context.facilities = facilities;
}

QFuture<Outcome<Submitted>> CaseService::submit(const Case &content, const Actor &actor)
{
    Store &store = m_store;
    Context context = m_context;
    context.today = store.clock().today();
    return store.writer()->run(
        Writer::Priority::Save,
        [&store, context, actor,
         content = withId(content, store.clock())](Connection &connection) -> Outcome<Submitted> {
            const auto mirror = store.mirrorReader();
            if (!mirror)
                return fail(mirror.error());
            return Submission(connection, *mirror.value(), context, store.clock(), actor).run(content);
        });
}

QFuture<Outcome<QString>> CaseService::saveDraft(const Case &content, const Actor &actor)
{
    const Case draft = withId(content, m_store.clock());
    const QDateTime now = m_store.clock().nowUtc();
    return m_store.writer()->run(
        Writer::Priority::Draft, [draft, actor, now](Connection &connection) -> Outcome<QString> {
            const auto id = CaseId::fromText(draft.id);
            if (!id)
                return fail(Failure{FailureKind::BadInput, u"id: not a UUID"_s});
            const auto saved = savedContent(connection, *id);
            if (!saved)
                return fail(saved.error());
            if (saved.value()) // an autosave that was overtaken by the submit of the same case
                return draft.id;
            const auto put = putDraft(
                connection, {draft.id, draft.service, draftTitle(draft), actor.officer, now, draft.family.kk},
                draft);
            if (!put)
                return fail(put.error());
            return draft.id;
        });
}

QFuture<Outcome<Nothing>> CaseService::discardDraft(const QString &id, const Actor &actor)
{
    const QDateTime now = m_store.clock().nowUtc();
    return m_store.writer()->run(
        Writer::Priority::Draft, [id, actor, now](Connection &connection) -> Outcome<Nothing> {
            const auto removed = removeDraft(connection, id);
            if (!removed)
                return fail(removed.error());
            if (!removed.value())
                return Nothing();
            return appendAudit(connection, {actor, now, u"draft.discard"_s, id, QString()});
        });
}

QFuture<Outcome<Nothing>> CaseService::parkDraft(const QString &id, const QString &note, QDate promised,
                                                 const Actor &actor)
{
    const QDateTime now = m_store.clock().nowUtc();
    return m_store.writer()->run(
        Writer::Priority::Draft,
        [id, note = note.trimmed(), promised, actor, now](Connection &connection) -> Outcome<Nothing> {
            const auto parked = Loket::parkDraft(connection, id, note, promised);
            if (!parked)
                return fail(parked.error());
            if (!parked.value())
                return fail(Failure{FailureKind::Missing, u"no such draft"_s});
            const QString action = note.isEmpty() ? u"draft.resume"_s : u"draft.park"_s;
            return appendAudit(connection, {actor, now, action, id, QString()});
        });
}

QFuture<Outcome<Nothing>> CaseService::handOver(const QString &draftId, const QString &officerId,
                                                const Actor &actor)
{
    const QDateTime now = m_store.clock().nowUtc();
    return m_store.writer()->run(
        Writer::Priority::Draft,
        [draftId, officerId, actor, now](Connection &connection) -> Outcome<Nothing> {
            const auto officer = connection.one(
                "SELECT 1 FROM officer WHERE id = ? AND is_active = 1",
                [](const Statement &s) { return s.integer(0); }, officerId);
            if (!officer)
                return fail(officer.error());
            if (!officer.value())
                return fail(Failure{FailureKind::BadInput, u"no such officer"_s});
            const auto handed = handOverDraft(connection, draftId, officerId);
            if (!handed)
                return fail(handed.error());
            if (!handed.value())
                return fail(Failure{FailureKind::Missing, u"no such draft"_s});
            return appendAudit(connection, {actor, now, u"draft.hand-over"_s, draftId, officerId});
        });
}

QFuture<Outcome<QString>> CaseService::voidCase(const QString &id, const QString &reason, const Actor &actor)
{
    const Clock &clock = m_store.clock();
    return m_store.writer()->run(
        Writer::Priority::Save,
        [id = CaseId::fromText(id), reason = reason.trimmed(), actor,
         &clock](Connection &connection) -> Outcome<QString> {
            if (reason.isEmpty())
                return fail(
                    Failure{FailureKind::BadInput, u"reason: a case is not taken back without one"_s});
            if (!id)
                return u"void.unknown"_s;
            auto stop = stopOf(connection, clock);
            if (!stop || !stop.value().isEmpty())
                return stop;
            return Voiding(connection, clock, actor).run(*id, reason);
        });
}

QFuture<Outcome<ConflictAnswer>>
CaseService::resolveConflict(const QString &caseId, const ConflictDecision &decision, const Actor &actor)
{
    Store &store = m_store;
    Context context = m_context;
    context.today = store.clock().today();
    ConflictDecision decided{decision.sides, decision.reason.trimmed()};
    return store.writer()->run(
        Writer::Priority::Save,
        [&store, context, actor, decided,
         id = CaseId::fromText(caseId)](Connection &connection) -> Outcome<ConflictAnswer> {
            if (decided.reason.isEmpty())
                return fail(
                    Failure{FailureKind::BadInput, u"reason: a conflict is not decided without one"_s});
            if (!id)
                return ConflictAnswer{u"conflict.unknown"_s, {}, {}};
            const auto stop = stopOf(connection, store.clock());
            if (!stop)
                return fail(stop.error());
            if (!stop.value().isEmpty())
                return ConflictAnswer{stop.value(), {}, {}};
            const auto mirror = store.mirrorReader();
            if (!mirror)
                return fail(mirror.error());
            return ConflictResolution(connection, *mirror.value(), context, store.clock(), actor)
                .run(*id, decided);
        });
}

QFuture<Outcome<int>> CaseService::notePrinted(const QString &what, const QString &reference,
                                               const QString &reason, const Actor &actor)
{
    const QDateTime now = m_store.clock().nowUtc();
    const QDate day = m_store.clock().today();
    return m_store.writer()->run(
        Writer::Priority::Save,
        [what, reference, reason, actor, now, day](Connection &connection) -> Outcome<int> {
            const auto before = notePrint(connection, what, reference, reason, day, now, actor.officer);
            if (!before)
                return before;
            const auto audited = appendAudit(connection, {actor, now, what + u".print"_s, reference, reason});
            if (!audited)
                return fail(audited.error());
            return before;
        });
}

} // namespace Loket
