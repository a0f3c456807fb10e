// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casefield.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/fieldsources.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/typedinput.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"

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
    {u"number", 110, 0},   {u"bank", 104, 0},
};

bool pathEndsWith(const QString &path, const char16_t *name)
{
    return path.endsWith(u'.' + QString::fromUtf16(name));
}

} // namespace

int CaseField::roomOf(const Field &field)
{
    if (pathEndsWith(field.path, u"rt") || pathEndsWith(field.path, u"rw"))
        return 56;
    if (startsLine(field))
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
    if (pathEndsWith(field.path, u"rt") || pathEndsWith(field.path, u"rw"))
        return 0;
    if (startsLine(field))
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
    : FieldBox({}, editor ? editor : new SuggestEdit, parent)
    , m_field(field)
    , m_path(path)
    , m_draft(draft)
{
    setPath(path);
    setUp();
    retranslate();
    connect(edit(), &QLineEdit::textEdited, this, &CaseField::type);
    connect(edit(), &SuggestEdit::taken, this, [this](const QString &value) {
        m_draft.setText(m_path, value);
        m_draft.endStep();
        m_wasLeft = true;
        Q_EMIT valueGiven(value);
    });
    connect(edit(), &SuggestEdit::leftAsTyped, this, &CaseField::leave);
    refresh(false);
}

void CaseField::setPath(const QString &path)
{
    m_path = path;
    m_wasLeft = false;
    setObjectName(u"field "_s + path);
    edit()->setObjectName(path);
    edit()->setModified(false);
}

bool CaseField::startsLine(const Field &field)
{
    return pathEndsWith(field.path, u"line");
}

bool CaseField::isClosed() const
{
    return m_field.kind == u"code" || m_field.kind == u"bank";
}

SuggestEdit::Source CaseField::source() const
{
    if (m_field.path == u"family.class")
        return classSource();
    if (m_field.path == u"segment")
        return segmentSource(m_draft.port().rulebook(m_draft.content().date), m_draft.content());
    if (isClosed())
        return codeSource(m_field.kind == u"bank" ? u"bank"_s : m_field.codes);
    if (m_field.kind == u"village")
        return villageSource(m_draft.port().regions());
    return m_field.kind == u"facility" ? facilitySource(m_draft.port().facilities()) : SuggestEdit::Source();
}

void CaseField::setUp()
{
    edit()->setSource(source());
    edit()->setOpensAtOnce(isClosed());
    if (m_field.kind == u"nik" || m_field.kind == u"kk" || pathEndsWith(m_path, u"account"))
        edit()->setProperty("role", u"mono"_s);
}

void CaseField::retranslate()
{
    setLabel(currentLanguage() == u"en" ? m_field.labelEn : m_field.labelId);
}

QString CaseField::shown(const QString &value) const
{
    if (m_draft.isNotUnderstood(m_path))
        return value;
    if (m_path == u"family.class")
        return romanClass(value.toInt());
    if (m_field.kind == u"village")
        return value.isEmpty() ? value : villageText(m_draft.port().regions(), value);
    if (m_field.kind == u"date")
        return Typed::shownDate(value);
    if (m_field.kind == u"facility") {
        const FacilityIndex *facilities = m_draft.port().facilities();
        const auto facility = facilities ? facilities->facility(value) : std::nullopt;
        return facility ? facility->name : value;
    }
    if (m_field.kind == u"code")
        return codeLabel(m_field.codes, value);
    return value;
}

QString CaseField::understood(const QString &typed) const
{
    const QString &kind = m_field.kind;
    const QString text = typed.simplified();
    if (pathEndsWith(m_path, u"rt") || pathEndsWith(m_path, u"rw"))
        return Typed::rtRw(text);
    if (kind == u"kk" || kind == u"nik" || kind == u"postcode" || kind == u"phone"
        || pathEndsWith(m_path, u"account"))
        return Typed::digits(text);
    if (kind == u"date")
        return Typed::date(text, m_draft.port().today());
    if (kind == u"name")
        return Typed::name(text);
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
    // Half of a name from a closed list or of a village is nothing to assess.
    if (!isClosed() && m_field.kind != u"village" && m_field.kind != u"facility")
        m_draft.setText(m_path, m_field.kind == u"date" ? Typed::date(text, m_draft.port().today()) : text);
}

void CaseField::leave(const QString &text)
{
    m_wasLeft = true;
    edit()->setModified(false);
    m_draft.setText(m_path, understood(text));
    m_draft.endStep();
    Q_EMIT valueGiven(m_draft.text(m_path));
}

void CaseField::refresh(bool showAll)
{
    const QString text = shown(m_draft.text(m_path));
    const bool isTyping = edit()->hasFocus() && edit()->isModified();
    if (!isTyping && edit()->text() != text)
        edit()->setText(text);
    if (!edit()->hasFocus() && !m_draft.text(m_path).isEmpty())
        m_wasLeft = true;

    QString sentence;
    Tone tone = Tone::Warning;
    const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
    for (const Problem &problem : m_draft.assessment().problems) {
        const bool isQuiet = problem.overridden || (isStillEmpty(problem) && !showAll);
        if (problem.path != m_path || isQuiet || (!m_wasLeft && !showAll) || isTyping)
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
