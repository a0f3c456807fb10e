// SPDX-License-Identifier: Apache-2.0
#include "model/services/submission.h"

#include "model/base/clock.h"
#include "model/domain/blobname.h"
#include "model/rulebook/rulebook.h"
#include "model/services/beginning.h"
#include "model/services/effects.h"
#include "model/services/numbersource.h"
#include "model/services/sealing.h"
#include "model/store/audit.h"
#include "model/store/casequery.h"
#include "model/store/casestore.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/familyquery.h"
#include "model/store/outbox.h"
#include "model/store/reminders.h"
#include "model/store/syncstate.h"
#include "model/store/workstop.h"

#include <QCryptographicHash>

#include <limits>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

void refuse(Assessment &assessment, const Problem &problem)
{
    assessment.decision = Decision::Refused;
    assessment.problems.prepend(problem);
}

QByteArray blobHex(const QString &name)
{
    return name.mid(7).toLatin1();
}

} // namespace

Submission::Submission(Connection &connection, MirrorReader &mirror, const Context &context,
                       const Clock &clock, const Actor &actor)
    : m_connection(connection)
    , m_lookup(connection, mirror)
    , m_context(context)
    , m_actor(actor)
    , m_clock(clock)
    , m_now(clock.nowUtc())
{
    m_context.lookup = &m_lookup;
}

Outcome<Submitted> Submission::run(const Case &content)
{
    const auto id = CaseId::fromText(content.id);
    if (!id)
        return fail(Failure{FailureKind::BadInput, u"id: not a UUID"_s});
    const auto saved = savedContent(m_connection, *id);
    if (!saved)
        return fail(saved.error());
    if (saved.value()) {
        const QByteArray hash = QCryptographicHash::hash(frozenContent(content), QCryptographicHash::Sha256);
        return answerAgain(*id, *saved.value() == hash);
    }
    Submitted answer;
    const auto stop = stopProblem();
    if (!stop)
        return fail(stop.error());
    if (stop.value()) {
        answer.kind = Submitted::Kind::Stopped;
        refuse(answer.assessment, *stop.value());
        return answer;
    }
    answer.assessment = assess(content, m_context);
    if (const auto corrected = CaseId::fromText(content.corrects)) {
        const auto earlier = CaseQuery(m_connection).byId(*corrected);
        if (!earlier)
            return fail(earlier.error());
        if (earlier.value() && earlier.value()->isPurged) { // whose numbers were whose is not known any more
            Problem problem;
            problem.code = u"case.purged"_s;
            problem.refuses = true;
            refuse(answer.assessment, problem);
        }
    }
    if (m_lookup.failure()) // what it said rests on not having been able to look
        return fail(*m_lookup.failure());
    if (answer.assessment.decision != Decision::Ready)
        return answer;
    auto record = save(*id, content, answer.assessment);
    if (!record)
        return fail(record.error());
    if (m_lookup.failure())
        return fail(*m_lookup.failure());
    answer.kind = Submitted::Kind::Saved;
    answer.record = record.take();
    answer.firstNumbers = answer.record->numbers;
    return answer;
}

/// Inside the transaction, so that no two submits pass the last place.
Outcome<std::optional<Problem>> Submission::stopProblem() const
{
    const auto trial = isTrialStore(m_connection);
    if (!trial)
        return fail(trial.error());
    const auto unsent = unsentCases(m_connection, m_clock);
    if (!unsent)
        return fail(unsent.error());
    const auto work = workState(m_connection, m_clock.today());
    if (!work)
        return fail(work.error());
    StoreStatus status;
    status.isTrial = trial.value();
    status.unsent = unsent.value();
    status.work = work.value();
    return saveProblem(status, m_context.rulebooks->on(m_context.today), m_now);
}

Outcome<Submitted> Submission::answerAgain(const CaseId &id, bool isSame) const
{
    auto record = CaseQuery(m_connection).byId(id);
    if (!record)
        return fail(record.error());
    if (!record.value())
        return fail(Failure{FailureKind::Corrupt, u"case %1 can't be read back"_s.arg(id.text())});
    Submitted answer;
    answer.kind = isSame ? Submitted::Kind::Again : Submitted::Kind::OtherContent;
    answer.assessment = record.value()->assessment;
    if (isSame) {
        auto first = firstNumbers(*record.value());
        if (!first)
            return fail(first.error());
        answer.firstNumbers = first.take();
        answer.record = record.take();
    }
    return answer;
}

/// The frozen header knows which numbers were given then; what the centre did with them since is another
/// answer.
Outcome<QList<AssignedNumber>> Submission::firstNumbers(const CaseRecord &record) const
{
    const auto envelope = frozenEnvelope(m_connection, record.id);
    if (!envelope)
        return fail(envelope.error());
    const auto header = readEnvelopeHeader(envelope.value().header);
    if (!header)
        return fail(Failure{FailureKind::Corrupt,
                            u"envelope %1: %2"_s.arg(record.id.text(), envelopeFaultWord(header.error()))});
    return reservedNumbers(m_context.rulebooks->on(record.content.date), record.content,
                           header.value().numbers, knownFamily(record.content));
}

Outcome<QList<Attachment>> Submission::attachments(const Case &content) const
{
    QList<Attachment> list;
    const auto add = [&](const QString &name, const QString &role, std::optional<int> member,
                         const QString &path) -> Outcome<Nothing> {
        if (name.isEmpty())
            return Nothing();
        if (!isBlobName(name))
            return fail(
                Failure{FailureKind::BadInput, path + u": this picture or scan is not in the store"_s});
        const auto facts = blobFacts(m_connection, blobHex(name));
        if (!facts)
            return fail(facts.error());
        const BlobFacts known = facts.value().value_or(BlobFacts()); // it may follow from another counter
        list += Attachment{blobHex(name), known.length, known.mime, role, member};
        return Nothing();
    };
    for (int i = 0; i < content.family.members.size(); ++i) {
        const auto added
            = add(content.family.members.at(i).photo, u"photo"_s, i, u"family.members[%1].photo"_s.arg(i));
        if (!added)
            return fail(added.error());
    }
    for (int i = 0; i < content.documents.size(); ++i) {
        const SeenDocument &document = content.documents.at(i);
        const auto added = add(document.file, document.code, document.member, u"documents[%1].file"_s.arg(i));
        if (!added)
            return fail(added.error());
    }
    if (content.consent) {
        const auto added = add(content.consent->signature, u"signature"_s, {}, u"consent.signature"_s);
        if (!added)
            return fail(added.error());
    }
    return list;
}

/// The family that the case is about; none: it registers one, or is about none.
std::optional<FamilyView> Submission::knownFamily(const Case &content) const
{
    if (content.family.kk.isEmpty() && content.family.card.isEmpty())
        return std::nullopt;
    return m_lookup.family(content.family.kk, content.family.card, content.date,
                           {content.id, content.corrects});
}

/// The waiting cases of the family: the centre has to see them first. A correction stands where the case
/// stood that it corrects, so what came after that one is none of its concern.
Outcome<QStringList> Submission::waitingBelow(const Case &content, const QString &kk) const
{
    struct Waiting {
        QString id;
        qint64 seq;
        bool waits;
    };
    const auto read = [](const Statement &s) {
        const auto id = CaseId::fromBytes(s.blob(0));
        const auto state = caseStateFromWord(s.text(2));
        // What is in conflict is laid over nothing, so nothing can be built on it.
        const bool waits = state && isWaiting(*state) && *state != CaseState::Conflict;
        return Waiting{id ? id->text() : QString(), s.integer(1), waits};
    };
    qint64 until = std::numeric_limits<qint64>::max();
    QStringList below;
    if (const auto corrected = CaseId::fromText(content.corrects)) {
        const auto row = m_connection.one("SELECT id, device_seq, state FROM case_record WHERE id = ?", read,
                                          corrected->bytes());
        if (!row)
            return fail(row.error());
        if (row.value()) {
            until = row.value()->seq;
            if (row.value()->waits)
                below += row.value()->id;
        }
    }
    const auto rows = m_connection.all("SELECT id, device_seq, state FROM case_record WHERE kk = ?"
                                       " AND service <> 'VOID' ORDER BY device_seq",
                                       read, kk);
    if (!rows)
        return fail(rows.error());
    for (const Waiting &one : rows.value()) {
        if (!kk.isEmpty() && one.waits && one.seq < until)
            below += one.id;
    }
    return below;
}

Outcome<EnvelopeHeader> Submission::header(const CaseRecord &record, const QList<UsedNumber> &used,
                                           const std::optional<FamilyView> &known) const
{
    const CaseFamily &named = record.content.family;
    const QString kk = known ? known->kk : named.kk;
    auto files = attachments(record.content);
    if (!files)
        return fail(files.error());
    const auto below = waitingBelow(record.content, kk);
    if (!below)
        return fail(below.error());
    auto header = startHeader(m_connection, record, m_clock);
    if (!header)
        return header;
    header.value().family = kk.isEmpty() ? named.card : kk;
    const int revision = record.content.details.value(u"baseRevision"_s).toVariant().toInt();
    if (revision > 0
        || (known && known->revision > 0)) // a case that does not say it was made on what is here
        header.value().baseRevision = revision > 0 ? revision : known->revision;
    header.value().buildsOn = below.value();
    header.value().numbers = used;
    header.value().attachments = files.take();
    return header;
}

Outcome<CaseRecord> Submission::save(const CaseId &id, const Case &content, const Assessment &assessment)
{
    const auto device = deviceState(m_connection);
    if (!device)
        return fail(device.error());
    const auto known = knownFamily(content);
    const auto numbers
        = takeFamilyNumbers(m_connection, m_context.rulebooks->on(content.date), content, known, m_now);
    if (!numbers)
        return fail(numbers.error());

    const qint64 seq = device.value().seq + 1;
    CaseRecord record{id,
                      CaseState::Queued,
                      content,
                      assessment,
                      caseReference(m_actor, seq),
                      seq,
                      m_now,
                      m_actor.officer,
                      numbers.value().assigned,
                      {},
                      0};
    const auto head = header(record, numbers.value().used, known);
    if (!head)
        return fail(head.error());

    // One after the other: after a failure SQLite may have rolled back already, and a further statement would
    // then be a transaction of its own.
    if (const auto kept = sealAndKeep(m_connection, record, head.value()); !kept)
        return fail(kept.error());
    if (const auto corrected = CaseId::fromText(content.corrects)) {
        if (const auto dropped = dropPendingEffect(m_connection, *corrected); !dropped)
            return fail(dropped.error());
    }
    if (const auto kept = keepEffect(record, known); !kept)
        return fail(kept.error());
    const Address &address = content.family.address;
    if (!address.village.isEmpty() && !address.postcode.isEmpty()) {
        const auto kept = rememberPostcode(m_connection, address.village, address.postcode, m_now);
        if (!kept)
            return fail(kept.error());
    }
    const AuditEntry act{m_actor, m_now, u"case.submit"_s, id.text(), content.service};
    if (const auto audited = appendAudit(m_connection, act); !audited)
        return fail(audited.error());
    if (const auto draft = removeDraft(m_connection, id.text()); !draft)
        return fail(draft.error());
    return record;
}

/// What the case makes of its family until the centre's verdict is in.
Outcome<Nothing> Submission::keepEffect(const CaseRecord &record, const std::optional<FamilyView> &known)
{
    const Case &content = record.content;
    const FamilyEffect effect = effectOf(content, known, record.numbers, record.assessment,
                                         m_context.rulebooks->on(content.date), u"CALON"_s);
    if (effect == FamilyEffect())
        return Nothing();
    const QString kk = known ? known->kk : effect.registered ? effect.registered->kk : content.family.kk;
    const auto shown = layOver(known, effect, record.id.text(), content.date);
    if (auto put = insertPendingEffect(m_connection, record.id, kk, effect, shown.value_or(FamilyView()));
        !put)
        return put;
    return shown ? keepReminders(m_connection, *shown, record.id) : Nothing();
}

} // namespace Loket
