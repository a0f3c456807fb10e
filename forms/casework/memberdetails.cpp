// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/memberdetails.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/celledit.h"
#include "forms/casework/fieldflow.h"
#include "forms/casework/memberpath.h"
#include "forms/common/theme.h"
#include "model/rulebook/rulebook.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString leafOf(const CaseField &field)
{
    return field.field().path.section(u'.', -1);
}

} // namespace

MemberDetails::MemberDetails(const QList<Field> &fields, CaseDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_flow(new FieldFlow(this))
{
    setObjectName(u"memberDetails"_s);
    const Theme &theme = Theme::current();
    m_flow->setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(Metric::kSpace2));
    m_flow->setGaps(theme.px(10), theme.px(6));
    for (const Field &field : fields) {
        auto *editor = new CellEdit;
        editor->setProperty("role", QString());
        editor->setFrame(true);
        auto *box = new CaseField(field, memberPath(0, field.path.section(u'.', -1)), draft, this, editor);
        m_flow->addField(box, 140, 1);
        m_fields << box;
        connect(editor, &CellEdit::left, this, [this, box](int key) { go(box, key); });
    }
    connect(&draft, &CaseDraft::changed, this, &MemberDetails::refresh);
    connect(&draft, &CaseDraft::assessed, this, &MemberDetails::refresh);
    hide();
}

QStringList MemberDetails::askedOf(int row) const
{
    const Case &content = m_draft.content();
    if (row < 0 || row >= content.family.members.size())
        return {};
    const CaseMember &member = content.family.members[row];
    Facts facts = segmentFacts(content.segment);
    facts.insert({{u"service"_s, content.service},
                  {u"applicant"_s, content.applicant.kind},
                  {u"relation"_s, member.relation},
                  {u"sex"_s, member.sex},
                  {u"marital"_s, member.marital},
                  {u"citizenship"_s, member.citizenship}});
    QStringList asked;
    const Rulebook &rulebook = m_draft.port().rulebook(content.date);
    for (const RuleRow &rule : rulebook.table(u"conditional-fields"_s).all(facts, content.date, nullptr))
        asked << rule.cell(u"field"_s);
    return asked;
}

bool MemberDetails::isShown(int row, const CaseField &field, const QStringList &asked) const
{
    return m_allShown || asked.contains(field.field().id)
        || !m_draft.text(memberPath(row, leafOf(field))).isEmpty();
}

bool MemberDetails::hasFields(int row, bool onlyOpen) const
{
    if (row < 0 || row >= m_draft.memberCount())
        return false;
    const QStringList asked = askedOf(row);
    for (const CaseField *field : m_fields) {
        const bool isOpen
            = asked.contains(field->field().id) && m_draft.text(memberPath(row, leafOf(*field))).isEmpty();
        if (onlyOpen ? isOpen : isShown(row, *field, asked))
            return true;
    }
    return false;
}

void MemberDetails::showMember(int row)
{
    if (row != m_row && row >= 0 && row < m_draft.memberCount()) {
        m_row = row;
        for (CaseField *field : m_fields)
            field->setPath(memberPath(row, leafOf(*field)));
    } else if (row >= m_draft.memberCount()) {
        m_row = -1;
    }
    refresh();
}

void MemberDetails::refresh()
{
    const bool isMember = m_row >= 0 && m_row < m_draft.memberCount();
    setVisible(isMember && hasFields(m_row, false));
    if (!isMember)
        return;
    const QStringList asked = askedOf(m_row);
    for (CaseField *field : m_fields) {
        field->setVisible(isShown(m_row, *field, asked));
        field->refresh(m_showsAll);
    }
    updateGeometry();
}

void MemberDetails::setAllShown(bool all)
{
    m_allShown = all;
    refresh();
}

void MemberDetails::enter(int row, bool onlyOpen)
{
    showMember(row);
    for (CaseField *field : m_fields) {
        if (!field->isHidden() && (!onlyOpen || m_draft.text(field->path()).isEmpty())) {
            field->edit()->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

bool MemberDetails::enterField(int row, const QString &name)
{
    for (CaseField *field : m_fields) {
        if (leafOf(*field) != name)
            continue;
        if (!isShown(row, *field, askedOf(row)))
            setAllShown(true);
        showMember(row);
        field->edit()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

void MemberDetails::go(CaseField *from, int key)
{
    const bool forward = key != Qt::Key_Backtab && key != Qt::Key_Up;
    qsizetype at = m_fields.indexOf(from);
    const QStringList asked = askedOf(m_row);
    for (at += forward ? 1 : -1; at >= 0 && at < m_fields.size(); at += forward ? 1 : -1) {
        CaseField *next = m_fields[at];
        // As in the grid: Enter passes what is filled or not asked.
        const bool isPassed = key == Qt::Key_Return
            && (!m_draft.text(next->path()).isEmpty() || !asked.contains(next->field().id));
        if (!next->isHidden() && !isPassed) {
            next->edit()->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
    Q_EMIT left(m_row, forward);
}

void MemberDetails::retranslate()
{
    for (CaseField *field : m_fields)
        field->retranslate();
}

} // namespace Loket
