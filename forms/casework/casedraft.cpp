// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casedraft.h"

#include "forms/casework/draftstep.h"
#include "forms/casework/memberpath.h"
#include "forms/casework/nikfacts.h"
#include "forms/casework/typedinput.h"
#include "forms/common/whendone.h"
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/casefields.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Loket {

namespace {

/// newUuid7() takes a clock; the port has one behind nowUtc().
class PortClock final : public Clock
{
public:
    explicit PortClock(const CasePort &port)
        : m_port(port)
    {
    }
    QDateTime nowUtc() const override { return m_port.nowUtc(); }

private:
    const CasePort &m_port;
};

/// The kind of codes.csv that a coded field takes its words from; empty: any text.
QString codeKindOf(const QString &path)
{
    static const QHash<QString, QString> kKinds
        = {{u"family.class"_s, u"class"_s},       {u"family.bank.code"_s, u"bank"_s},
           {u"applicant.kind"_s, u"applicant"_s}, {u"kin"_s, u"kin"_s},
           {u"relation"_s, u"relation"_s},        {u"sex"_s, u"sex"_s},
           {u"marital"_s, u"marital"_s},          {u"citizenship"_s, u"citizenship"_s}};
    const auto place = MemberPath::parse(path);
    return kKinds.value(place ? place->field : path);
}

} // namespace

CaseDraft::CaseDraft(Case start, CasePort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
    if (start.id.isEmpty())
        start.id = newUuid7(PortClock(port)).toString(QUuid::WithoutBraces);
    if (!start.date.isValid())
        start.date = port.today();
    m_state.content = std::move(start);
    readKnown();
    readDefaults();
    m_assessTimer.setSingleShot(true);
    m_assessTimer.setInterval(0);
    connect(&m_assessTimer, &QTimer::timeout, this, &CaseDraft::assessNow);
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(2s);
    connect(&m_keepTimer, &QTimer::timeout, this, &CaseDraft::saveNow);
    assessNow();
}

CaseDraft::~CaseDraft() = default;

void CaseDraft::assessNow()
{
    m_assessTimer.stop();
    m_assessment = m_port.assess(m_state.content);
    for (auto it = m_state.notUnderstood.cbegin(); it != m_state.notUnderstood.cend(); ++it) {
        Problem problem;
        problem.path = it.key();
        problem.code = u"form.not-understood"_s;
        problem.args.insert(u"typed"_s, it.value());
        // Says more than that the field is still empty.
        m_assessment.problems.removeIf(
            [&problem](const Problem &other) { return other.path == problem.path; });
        m_assessment.problems.append(problem);
        if (m_assessment.decision == Decision::Ready)
            m_assessment.decision = Decision::Incomplete;
    }
    addReturned();
    Q_EMIT assessed();
}

void CaseDraft::setReturned(const ReturnedCase &returned)
{
    m_returned = returned;
    assessNow();
}

void CaseDraft::addReturned()
{
    if (!m_returned || text(m_returned->path) != fieldText(m_returned->sent, m_returned->path))
        return;
    Problem said;
    said.severity = Severity::Warning;
    said.path = m_returned->path;
    said.code = m_returned->code;
    said.args.insert(u"centre"_s, m_returned->words);
    for (const WarningOverride &passed : m_state.content.overrides) {
        if (passed.code == said.code && passed.path == said.path) {
            said.overridden = true;
            said.overrideReason = passed.reason;
        }
    }
    // The counter may see the same by itself: the centre's word says more.
    m_assessment.problems.removeIf([&](const Problem &other) {
        return other.severity == Severity::Warning && other.path == said.path && other.code == said.code;
    });
    m_assessment.problems.append(said);
}

QString CaseDraft::text(const QString &path) const
{
    const auto typed = m_state.notUnderstood.constFind(path);
    return typed != m_state.notUnderstood.cend() ? *typed : fieldText(m_state.content, path);
}

void CaseDraft::apply(const State &state)
{
    if (m_state == state)
        return;
    const CaseFamily &family = m_state.content.family;
    const bool isOther = family.kk != state.content.family.kk || family.card != state.content.family.card;
    m_state = state;
    if (isOther)
        readKnown();
    m_assessTimer.start();
    setKeeping(Keeping::Changed);
    if (!m_isPaused && !m_keepTimer.isActive())
        m_keepTimer.start();
    Q_EMIT changed();
}

void CaseDraft::push(State next, const QString &title, const QString &mergeKey)
{
    if (next == m_state)
        return;
    const QString key = mergeKey.isEmpty() ? QString() : u"%1 %2"_s.arg(m_step).arg(mergeKey);
    m_stepOpen = !key.isEmpty();
    m_undo.push(new DraftStep(*this, m_state, std::move(next), title, key));
}

void CaseDraft::endStep()
{
    ++m_step;
    m_stepOpen = false;
}

void CaseDraft::cancelStep()
{
    if (m_stepOpen)
        m_undo.undo();
    endStep();
}

/// Whether a place that holds words of a list only may hold this text.
bool CaseDraft::isWord(const QString &path, const QString &text) const
{
    if (const QString kind = codeKindOf(path); !kind.isEmpty())
        return isCode(kind, text);
    const Field *asked = path.startsWith(u"details."_s) ? field(path) : nullptr;
    if (!asked)
        return true;
    if (asked->kind == u"code")
        return isCode(asked->codes, text);
    if (asked->kind == u"bank")
        return isCode(u"bank"_s, text);
    if (asked->kind == u"flag")
        return text == u"yes" || text == u"no";
    return asked->kind != u"member" || !m_known || knownMember(*m_known, text);
}

void CaseDraft::putText(State &state, const QString &path, const QString &text) const
{
    const auto place = MemberPath::parse(path);
    state.fromNik.remove(path);
    if (!text.isEmpty() && !isWord(path, text)) {
        state.notUnderstood.insert(path, text);
        setFieldText(state.content, path, {});
        return;
    }
    state.notUnderstood.remove(path);
    const QString before = fieldText(state.content, path);
    setFieldText(state.content, path, text);
    if (!place) {
        fillNames(state, path);
        return;
    }
    if (place->field == u"nik") {
        const bool isPermit = Typed::looksLikeStayPermit(text);
        const QString citizenship = memberPath(place->row, u"citizenship"_s);
        const bool isOurs = state.fromNik.contains(citizenship);
        if (isPermit && fieldText(state.content, citizenship) == u"WNI") {
            setFieldText(state.content, citizenship, u"WNA"_s);
            state.fromNik.insert(citizenship);
        } else if (!isPermit && isOurs && !text.isEmpty()) {
            setFieldText(state.content, citizenship, u"WNI"_s);
            state.fromNik.remove(citizenship);
        }
        fillFromNik(state, place->row);
    } else if (place->row == 0) {
        followHead(state, place->field, before);
    }
}

void CaseDraft::setText(const QString &path, const QString &text)
{
    State next = m_state;
    putText(next, path, text);
    push(std::move(next), tr("typing"), path);
}

bool CaseDraft::isSeen(const QString &document, std::optional<int> member) const
{
    return std::any_of(
        m_state.content.documents.cbegin(), m_state.content.documents.cend(),
        [&](const SeenDocument &seen) { return seen.code == document && seen.member == member; });
}

void CaseDraft::setSeen(const QString &document, std::optional<int> member, bool seen)
{
    State next = m_state;
    next.content.documents.removeIf(
        [&](const SeenDocument &other) { return other.code == document && other.member == member; });
    if (seen)
        next.content.documents.append(SeenDocument{document, member, {}});
    endStep();
    push(std::move(next), seen ? tr("document seen") : tr("document not seen"));
}

void CaseDraft::setScan(const QString &document, std::optional<int> member, const QString &file)
{
    State next = m_state;
    QList<SeenDocument> &documents = next.content.documents;
    const auto known = std::find_if(documents.begin(), documents.end(), [&](const SeenDocument &other) {
        return other.code == document && other.member == member;
    });
    if (known != documents.end())
        known->file = file;
    else if (!file.isEmpty())
        documents.append(SeenDocument{document, member, file});
    endStep();
    push(std::move(next), file.isEmpty() ? tr("scan removed") : tr("document scanned"));
}

QString CaseDraft::scanOf(const QString &document, std::optional<int> member) const
{
    for (const SeenDocument &seen : content().documents) {
        if (seen.code == document && seen.member == member)
            return seen.file;
    }
    return {};
}

void CaseDraft::setConsent(const std::optional<Consent> &consent)
{
    State next = m_state;
    next.content.consent = consent;
    endStep();
    push(std::move(next), tr("consent"));
}

void CaseDraft::setOwnBillingAddress(bool own)
{
    State next = m_state;
    if (own != next.content.family.billingAddress.has_value())
        next.content.family.billingAddress = own ? std::optional(Address{}) : std::nullopt;
    endStep();
    push(std::move(next), tr("billing address"));
}

void CaseDraft::passWarning(const QString &code, const QString &path, const QString &reason)
{
    State next = m_state;
    next.content.overrides.removeIf(
        [&](const WarningOverride &other) { return other.code == code && other.path == path; });
    next.content.overrides.append(WarningOverride{code, path, reason});
    endStep();
    push(std::move(next), tr("warning passed"));
}

void CaseDraft::recallWarning(const QString &code, const QString &path)
{
    State next = m_state;
    next.content.overrides.removeIf(
        [&](const WarningOverride &other) { return other.code == code && other.path == path; });
    endStep();
    push(std::move(next), tr("warning open again"));
}

void CaseDraft::setKeeping(Keeping keeping)
{
    if (m_keeping == keeping)
        return;
    m_keeping = keeping;
    Q_EMIT keepingChanged();
}

void CaseDraft::saveNow()
{
    m_keepTimer.stop();
    if (m_isPaused || m_keeping == Keeping::Untouched || m_keeping == Keeping::Saved)
        return;
    if (m_isWriting) { // one at a time, so that an older text never lands on a newer one
        m_saveAgain = true;
        return;
    }
    m_isWriting = true;
    setKeeping(Keeping::Saving);
    whenDone(m_port.saveDraft(m_state.content), this,
             [this](const Outcome<QString> &answer) { noteSaved(answer); });
}

void CaseDraft::noteSaved(const Outcome<QString> &answer)
{
    m_isWriting = false;
    if (answer) {
        m_failure.reset();
        m_savedAt = m_port.nowUtc();
        // Typed on while it was written: nothing is called saved that isn't.
        if (m_keeping == Keeping::Saving)
            m_keeping = Keeping::Saved;
    } else {
        m_failure = answer.error();
        m_keeping = Keeping::Failed;
        if (!m_isPaused)
            m_keepTimer.start();
    }
    Q_EMIT keepingChanged();
    if (const auto idle = std::exchange(m_whenIdle, {}))
        idle();
    if (std::exchange(m_saveAgain, false))
        saveNow();
}

void CaseDraft::pauseKeeping(std::function<void()> idle)
{
    m_isPaused = true;
    m_keepTimer.stop();
    if (m_isWriting)
        m_whenIdle = std::move(idle);
    else
        idle();
}

void CaseDraft::resumeKeeping()
{
    m_isPaused = false;
    if (m_keeping == Keeping::Changed || m_keeping == Keeping::Failed)
        m_keepTimer.start();
}

} // namespace Loket
