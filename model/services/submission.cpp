// SPDX-License-Identifier: Apache-2.0
#include "model/services/submission.h"

#include "model/base/clock.h"
#include "model/domain/blobname.h"
#include "model/rulebook/rulebook.h"
#include "model/services/numbersource.h"
#include "model/services/registration.h"
#include "model/services/sealing.h"
#include "model/store/audit.h"
#include "model/store/casequery.h"
#include "model/store/casestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/outbox.h"
#include "model/store/reminders.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QByteArray blobHex(const QString &name)
{
    return name.mid(7).toLatin1();
}

} // namespace

Submission::Submission(Connection &connection, Connection &mirror, const Context &context, const Clock &clock,
                       const Actor &actor)
    : m_connection(connection)
    , m_lookup(connection, mirror)
    , m_context(context)
    , m_actor(actor)
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
    answer.assessment = assess(content, m_context);
    if (answer.assessment.decision != Decision::Ready)
        return answer;
    auto record = save(*id, content, answer.assessment);
    if (!record)
        return fail(record.error());
    answer.kind = Submitted::Kind::Saved;
    answer.record = record.take();
    answer.firstNumbers = answer.record->numbers;
    return answer;
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
                           header.value().numbers);
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
    return list;
}

/// The case that this one corrects while that one still waits: the centre has to see it first.
Outcome<QStringList> Submission::waitingBelow(const Case &content) const
{
    const auto id = CaseId::fromText(content.corrects);
    if (!id)
        return QStringList();
    const auto corrected = CaseQuery(m_connection).byId(*id);
    if (!corrected)
        return fail(corrected.error());
    const bool waits = corrected.value() && isWaiting(corrected.value()->state);
    return waits ? QStringList{id->text()} : QStringList();
}

Outcome<EnvelopeHeader> Submission::header(const CaseRecord &record, const QList<UsedNumber> &used) const
{
    auto files = attachments(record.content);
    if (!files)
        return fail(files.error());
    const auto below = waitingBelow(record.content);
    if (!below)
        return fail(below.error());
    auto header = startHeader(m_connection, record);
    if (!header)
        return header;
    header.value().family
        = record.content.family.kk.isEmpty() ? record.content.family.card : record.content.family.kk;
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
    const auto numbers = takeFamilyNumbers(m_connection, m_context.rulebooks->on(content.date), content);
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
    const auto head = header(record, numbers.value().used);
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
    const FamilyView family = registeredFamily(content, record.numbers, assessment, u"CALON"_s);
    if (const auto put = insertPendingEffect(m_connection, id, family); !put)
        return fail(put.error());
    if (const auto put = keepReminders(m_connection, family, id); !put)
        return fail(put.error());
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

} // namespace Loket
