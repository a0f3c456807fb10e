// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casesection.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/fieldflow.h"
#include "forms/common/theme.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QFontMetrics>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kWidestLabel = 260; ///< pixels at 100 % text

/// What the longer of both labels takes, in pixels at 100 % text: labels of details come from the rulebook,
/// and an editor is never narrower than what is asked.
int labelRoom(const Field &field)
{
    const QFontMetrics metrics(Theme::current().font(Type::Small));
    const int wide
        = std::max(metrics.horizontalAdvance(field.labelId), metrics.horizontalAdvance(field.labelEn));
    return std::min(kWidestLabel, wide * 100 / std::max(1, Theme::current().scale()) + 6);
}

} // namespace

CaseSection::CaseSection(const QString &name, const QList<Field> &fields, CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_name(name)
    , m_draft(draft)
{
    setObjectName(u"section "_s + name);
    auto *area = new QWidget(this);
    m_flow = new FieldFlow(area);
    body()->addWidget(area);
    for (const Field &field : fields) {
        auto *box = new CaseField(field, field.path, draft, area);
        const int room = name == u"details" ? std::max(CaseField::roomOf(field), labelRoom(field))
                                            : CaseField::roomOf(field);
        m_flow->addField(box, room, CaseField::stretchOf(field), CaseField::startsLine(field));
        m_fields << box;
        if (field.kind == u"village")
            connect(box, &CaseField::valueGiven, this, [this, box] { rememberPostcode(*box); });
    }
    const auto applyGaps
        = [this] { m_flow->setGaps(Theme::current().px(10), Theme::current().px(Metric::kSpace2)); };
    applyGaps();
    connect(&Theme::current(), &Theme::changed, this, applyGaps);
    connect(&draft, &CaseDraft::changed, this, &CaseSection::refresh);
    connect(&draft, &CaseDraft::assessed, this, &CaseSection::refresh);
    retranslate();
    refresh();
}

CaseField *CaseSection::field(const QString &path) const
{
    for (CaseField *field : m_fields) {
        if (field->path() == path)
            return field;
    }
    return nullptr;
}

void CaseSection::setShowsAll(bool showsAll)
{
    m_showsAll = showsAll;
    refresh();
}

/// What only some cases need (the name of a proxy) is asked of those, and shown where it was filled in.
bool CaseSection::isAsked(const CaseField &field) const
{
    const Case &content = m_draft.content();
    const RuleTable &table = m_draft.port().rulebook(content.date).table(u"conditional-fields"_s);
    bool isConditional = false;
    for (qsizetype i = 0; i < table.size() && !isConditional; ++i)
        isConditional = table.row(i).cell(u"field"_s) == field.field().id;
    if (!isConditional || !m_draft.text(field.path()).isEmpty())
        return true;
    return isRequired(field);
}

/// Whether the service or, for a field of some cases, assess() asks for it: that depends on rules and on what
/// is known of the family.
bool CaseSection::isRequired(const CaseField &field) const
{
    const Case &content = m_draft.content();
    const Service *asked = service(m_draft.port().rulebook(content.date), content.service);
    if (asked && asked->required.contains(field.field().id))
        return true;
    const QList<Problem> &problems = m_draft.assessment().problems;
    return std::any_of(problems.cbegin(), problems.cend(), [&field](const Problem &problem) {
        return problem.path == field.path() && problem.code == u"field.required";
    });
}

void CaseSection::refresh()
{
    bool isAnyAsked = false;
    bool isAnyRequired = false;
    for (const CaseField *field : m_fields)
        isAnyRequired = isAnyRequired || isRequired(*field);
    for (CaseField *field : m_fields) {
        const bool isShown = isAsked(*field);
        isAnyAsked = isAnyAsked || isShown;
        field->setVisible(isShown);
        // Where something is required, Enter goes from one required value to the next.
        const bool isPassed
            = m_name == u"details" && isAnyRequired && !isRequired(*field) && field->field().shows.isEmpty();
        field->FieldBox::editor()->setProperty("optional", isPassed);
        field->refresh(m_showsAll);
    }
    if (m_hidesWhenEmpty)
        setVisible(isAnyAsked);
}

void CaseSection::setHidesWhenEmpty(bool hides)
{
    m_hidesWhenEmpty = hides;
    refresh();
}

/// The postcode that was typed for this village the last time, as long as there is none.
void CaseSection::rememberPostcode(const CaseField &village)
{
    QString path = village.path();
    path.replace(u"village"_s, u"postcode"_s).replace(u"Village"_s, u"Postcode"_s);
    const QString code = m_draft.text(village.path());
    const QString postcode = code.isEmpty() ? QString() : m_draft.port().postcodeOf(code);
    if (!postcode.isEmpty() && field(path) && m_draft.text(path).isEmpty()) {
        m_draft.setText(path, postcode);
        m_draft.endStep();
    }
}

void CaseSection::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh(); // names of codes, and what stood there before
    }
}

void CaseSection::retranslate()
{
    for (CaseField *field : m_fields)
        field->retranslate();
    if (m_name == u"family")
        setTitle(tr("Family"));
    else if (m_name == u"bank")
        setTitle(tr("Account for automatic debit"));
    else if (m_name == u"applicant")
        setTitle(tr("Applicant"));
    else if (m_name == u"case")
        setTitle(tr("Service"));
    else if (m_name == u"details")
        setTitle(tr("What is asked for"));
    else
        setTitle(m_name);
}

} // namespace Loket
