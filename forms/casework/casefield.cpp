// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casefield.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/fieldsources.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamily.h"
#include "forms/casework/noteedit.h"
#include "forms/casework/typedinput.h"
#include "forms/common/language.h"
#include "model/services/knownvalue.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct KindRoom {
    const char16_t *kind;
    int width;
    int stretch;
};

constexpr KindRoom kKindRooms[] = {
    {u"kk", 180, 1},       {u"nik", 180, 1},  {u"phone", 140, 1},   {u"email", 200, 4},
    {u"date", 110, 0},     {u"code", 92, 0},  {u"postcode", 84, 0}, {u"village", 236, 3},
    {u"facility", 170, 1}, {u"name", 140, 2}, {u"address", 220, 4}, {u"money", 120, 0},
    {u"number", 110, 0},   {u"bank", 104, 0}, {u"member", 200, 2},  {u"month", 110, 0},
    {u"flag", 104, 0},     {u"note", 320, 6}, {u"members", 240, 3}, {u"card", 160, 1},
    {u"npwp", 170, 1},
};

SuggestEdit *lineEditor(SuggestEdit *given)
{
    return given ? given : new SuggestEdit;
}

bool pathEndsWith(const QString &path, const char16_t *name)
{
    return path.endsWith(u'.' + QString::fromUtf16(name));
}

bool isRtRw(const Field &field)
{
    return field.kind == u"rtrw" || pathEndsWith(field.path, u"rt") || pathEndsWith(field.path, u"rw");
}

} // namespace

int CaseField::roomOf(const Field &field)
{
    if (isRtRw(field))
        return 56;
    if (startsLine(field) && field.kind != u"note")
        return 190;
    if (field.kind == u"code" && field.codes != u"class")
        return 150;
    for (const KindRoom &room : kKindRooms) {
        if (field.kind == QStringView(room.kind))
            return room.width;
    }
    return 140;
}

int CaseField::stretchOf(const Field &field)
{
    if (isRtRw(field))
        return 0;
    if (startsLine(field) && field.kind != u"note")
        return 4;
    if (field.kind == u"code" && field.codes != u"class")
        return 1;
    for (const KindRoom &room : kKindRooms) {
        if (field.kind == QStringView(room.kind))
            return room.stretch;
    }
    return 2;
}

CaseField::CaseField(const Field &field, const QString &path, CaseDraft &draft, QWidget *parent,
                     SuggestEdit *editor)
    : FieldBox({}, field.kind == u"note" ? static_cast<QWidget *>(new NoteEdit) : lineEditor(editor), parent)
    , m_field(field)
    , m_path(path)
    , m_draft(draft)
{
    setPath(path);
    setUp();
    retranslate();
    if (!edit()) {
        setUpNote();
        refresh(false);
        return;
    }
    connect(edit(), &QLineEdit::textEdited, this, &CaseField::type);
    connect(edit(), &SuggestEdit::taken, this, [this](const QString &value) {
        give(m_field.kind == u"members" ? knownMembersOf(m_draft, value) : value);
    });
    connect(edit(), &SuggestEdit::leftAsTyped, this, &CaseField::leave);
    refresh(false);
}

void CaseField::setPath(const QString &path)
{
    m_path = path;
    m_wasLeft = false;
    setObjectName(u"field "_s + path);
    FieldBox::editor()->setObjectName(path);
    if (edit())
        edit()->setModified(false);
}

NoteEdit *CaseField::noteEdit() const
{
    return editorAs<NoteEdit>();
}

void CaseField::setUpNote()
{
    connect(noteEdit(), &NoteEdit::typed, this,
            [this](const QString &text) { m_draft.setText(m_path, text); });
    connect(noteEdit(), &NoteEdit::left, this, [this] {
        m_wasLeft = true;
        m_draft.endStep();
    });
}

void CaseField::enter(Qt::FocusReason reason)
{
    FieldBox::editor()->setFocus(reason);
    if (edit())
        edit()->selectAll();
}

bool CaseField::startsLine(const Field &field)
{
    return pathEndsWith(field.path, u"line") || field.path.endsWith(u"Line") || field.kind == u"note";
}

bool CaseField::isClosed() const
{
    return m_field.kind == u"code" || m_field.kind == u"bank" || m_field.kind == u"flag"
        || m_field.kind == u"member";
}

SuggestEdit::Source CaseField::source() const
{
    if (m_field.codes == u"class")
        return classSource();
    if (m_field.kind == u"flag")
        return flagSource();
    if (m_field.kind == u"member")
        return knownMemberSource(m_draft);
    if (m_field.path == u"segment")
        return segmentSource(m_draft.port().rulebook(m_draft.content().date), m_draft.content());
    if (isClosed())
        return codeSource(m_field.kind == u"bank" ? u"bank"_s : m_field.codes);
    if (m_field.kind == u"village")
        return villageSource(m_draft.port().regions());
    return m_field.kind == u"facility" ? facilitySource(m_draft.port()) : SuggestEdit::Source();
}

void CaseField::setUp()
{
    if (!edit())
        return;
    edit()->setSource(source());
    edit()->setOpensAtOnce(isClosed());
    if (m_field.kind == u"nik" || m_field.kind == u"kk" || m_field.kind == u"card" || m_field.kind == u"npwp"
        || pathEndsWith(m_path, u"account"))
        edit()->setProperty("role", u"mono"_s);
}

void CaseField::retranslate()
{
    setLabel(currentLanguage() == u"en" ? m_field.labelEn : m_field.labelId);
}

QString CaseField::understood(const QString &typed) const
{
    const QString &kind = m_field.kind;
    const QString text = typed.simplified();
    if (isRtRw(m_field))
        return Typed::rtRw(text);
    if (kind == u"kk" || kind == u"nik" || kind == u"postcode" || kind == u"phone" || kind == u"card"
        || kind == u"npwp" || pathEndsWith(m_path, u"account"))
        return Typed::digits(text);
    if (kind == u"date")
        return Typed::date(text, m_draft.port().today());
    if (kind == u"name")
        return Typed::name(text);
    if (kind == u"month")
        return Typed::month(text, m_draft.port().today());
    if (kind == u"money")
        return Typed::money(text);
    if (kind == u"number")
        return Typed::digits(text);
    if (kind == u"members")
        return knownMembersOf(m_draft, text);
    if (kind == u"flag" && (text.size() <= 1 || text == Typed::flag(text)))
        return Typed::flag(text);
    if (isClosed()) {
        const QList<Suggestion> found = text.isEmpty() ? QList<Suggestion>() : source()(text);
        const auto is = [&text](const QString &word) { return word.compare(text, Qt::CaseInsensitive) == 0; };
        const bool isSure
            = found.size() == 1 || (found.size() > 1 && (is(found.first().value) || is(found.first().text)));
        return isSure ? found.first().value : text;
    }
    return text;
}

void CaseField::type(const QString &text)
{
    const QString &kind = m_field.kind;
    // Half of a name from a closed list or of a village is nothing to assess.
    if (isClosed() || kind == u"village" || kind == u"facility" || kind == u"members")
        return;
    const bool isWhole = kind == u"date" || kind == u"month" || kind == u"money" || kind == u"number";
    m_draft.setText(m_path, isWhole ? understood(text) : text);
}

void CaseField::leave(const QString &text)
{
    edit()->setModified(false);
    give(understood(text));
}

/// A whole value: what it makes the rules ask for is there before the focus goes on.
void CaseField::give(const QString &value)
{
    m_wasLeft = true;
    m_draft.setText(m_path, value);
    m_draft.endStep();
    m_draft.assessNow();
    Q_EMIT valueGiven(m_draft.text(m_path));
}

bool CaseField::isTyping() const
{
    return edit() ? edit()->hasFocus() && edit()->isModified()
                  : noteEdit()->hasFocus() && noteEdit()->isTyped();
}

void CaseField::showText(const QString &text)
{
    if (noteEdit())
        noteEdit()->putText(text);
    else if (edit()->text() != text)
        edit()->setText(text);
}

/// What stood there before, for a field that names it.
void CaseField::showOldValue()
{
    const auto &known = m_draft.known();
    const MemberView *person = known ? knownMember(*known, m_draft.text(m_draft.whomPath())) : nullptr;
    const std::optional<MemberView> whom = person ? std::optional(*person) : std::nullopt;
    const QString old = known ? knownValue(*known, whom, m_field.shows) : QString();
    const QString words = old.isEmpty() ? QString() : tr("now: %1").arg(valueText(m_field, old, m_draft));
    if (words != note())
        setNote(words);
}

void CaseField::refresh(bool showAll)
{
    const QString value = m_draft.text(m_path);
    if (!isTyping())
        showText(m_draft.isNotUnderstood(m_path) ? value : valueText(m_field, value, m_draft));
    if (!FieldBox::editor()->hasFocus() && !value.isEmpty())
        m_wasLeft = true;
    showOldValue();

    QString sentence;
    Tone tone = Tone::Warning;
    const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
    for (const Problem &problem : m_draft.assessment().problems) {
        const bool isQuiet = problem.overridden || (isStillEmpty(problem) && !showAll);
        if (problem.path != m_path || isQuiet || (!m_wasLeft && !showAll) || isTyping())
            continue;
        if (sentence.isEmpty() || problem.severity == Severity::Error) {
            sentence = issueText(problem, m_draft.content(), &rulebook);
            tone = problem.severity == Severity::Error ? Tone::Danger : Tone::Warning;
        }
    }
    if (sentence != problem())
        setProblem(sentence, tone);
}

} // namespace Loket
