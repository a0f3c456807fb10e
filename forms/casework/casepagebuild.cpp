// SPDX-License-Identifier: Apache-2.0
// Builds the parts of the page out of the service's sections.
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/consentcard.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/duespanel.h"
#include "forms/casework/elsewherecard.h"
#include "forms/casework/familysection.h"
#include "forms/casework/fieldflow.h"
#include "forms/casework/knownfamilycard.h"
#include "forms/casework/membermodel.h"
#include "forms/casework/memberscard.h"
#include "forms/casework/problempanel.h"
#include "forms/common/keybutton.h"
#include "forms/common/linkbutton.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The section of services.csv that a field of the catalogue belongs to, by the first word of its id.
QString sectionOfField(const Field &field)
{
    static const QHash<QString, QString> kSections = {{u"address"_s, u"family"_s},
                                                      {u"billing"_s, u"family"_s},
                                                      {u"member"_s, u"members"_s},
                                                      {u"detail"_s, u"details"_s}};
    const QString word = field.id.section(u'.', 0, 0);
    return kSections.value(word, word);
}

/// Fields that the page sets itself.
bool isSetByPage(const Field &field)
{
    return field.path == u"date" || field.path == u"channel";
}

} // namespace

void CasePage::makeHeader(QWidget *parent)
{
    m_title = roleLabel(u"page"_s, parent);
    m_title->setObjectName(u"caseTitle"_s);
    m_keeping = new Pill(parent);
    m_keeping->setObjectName(u"draftState"_s);
    m_keeping->setSymbolVisible(false);
    m_about = new LinkButton(parent);
    m_about->setObjectName(u"aboutCase"_s);
    m_save = new QPushButton(parent);
    m_save->setObjectName(u"saveDraft"_s);
    m_cancel = new QPushButton(parent);
    m_cancel->setObjectName(u"cancelCase"_s);
    m_more = new QPushButton(parent);
    m_more->setObjectName(u"moreOfCase"_s);
    makeMore();
    m_submit = new KeyButton(parent);
    m_submit->setObjectName(u"submitCase"_s);
    m_submit->setPrimary(true);
    m_submit->setKey(u"Ctrl ↵"_s);
    auto *words = new QWidget(parent);
    auto *left = new FieldFlow(words);
    left->setCentred(true);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_keeping, m_about})
        left->addField(part, 0, 0);
    auto *buttons = new QWidget(parent);
    auto *right = new QHBoxLayout(buttons);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(Theme::current().px(Metric::kSpace3));
    for (QPushButton *button : {m_more, m_save, m_cancel, static_cast<QPushButton *>(m_submit)})
        right->addWidget(button);
    auto *line = new FieldFlow(parent); // large text: the buttons below the words
    line->setCentred(true);
    line->addField(words, 0, 1);
    line->addField(buttons, 0, 0);
    for (FieldFlow *flow : {left, line})
        flow->setGaps(Theme::current().px(Metric::kSpace3), Theme::current().px(Metric::kSpace1));
}

QList<Field> CasePage::fieldsOf(const QString &section) const
{
    QList<Field> found;
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const Service *asked = Loket::service(rulebook, m_draft->content().service);
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rulebook, id);
        if (one && sectionOfField(*one) == section && !isSetByPage(*one) && !isShownElsewhere(*one))
            found << *one;
    }
    return found;
}

/// The card of the known family stands for its numbers, its segment and the member whom it is about.
bool CasePage::isShownElsewhere(const Field &field) const
{
    static const QStringList kPaths = {u"family.kk"_s, u"family.card"_s, u"segment"_s};
    return m_family && (kPaths.contains(field.path) || field.path == m_draft->whomPath());
}

void CasePage::makeSections(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setObjectName(u"sections"_s);
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const Service *asked = Loket::service(rulebook, m_draft->content().service);
    auto *last = new QHBoxLayout; // short sections side by side
    auto *about = new QHBoxLayout;
    layout->addLayout(about);
    m_elsewhere = new ElsewhereCard(*m_draft, parent);
    layout->addWidget(m_elsewhere);
    const FamilyNeed need = m_draft->familyNeed();
    if (need == FamilyNeed::Existing || need == FamilyNeed::Any) {
        m_family = new KnownFamilyCard(*m_draft, parent);
        layout->addWidget(m_family);
    }
    for (const QString &section : asked ? asked->sections : QStringList()) {
        const QList<Field> fields = fieldsOf(section);
        if (section == u"members") {
            QList<Field> details;
            for (const Field &one : fields) {
                if (MemberModel::columnOf(one.path.section(u'.', -1)) < 0)
                    details << one;
            }
            m_members = new MembersCard(details, *m_draft, parent);
            layout->addWidget(m_members);
        } else if (section == u"consent") {
            m_consent = new ConsentCard(*m_draft, parent);
            last->addWidget(m_consent, 1);
            connect(m_consent, &ConsentCard::signatureWanted, this, &CasePage::takeSignature);
        } else if (section == u"details" && !fields.isEmpty()) {
            m_sections << new CaseSection(section, fields, *m_draft, parent);
            layout->addWidget(m_sections.last());
            m_sections.last()->setHidesWhenEmpty(true);
        } else if (section == u"family" && !fields.isEmpty() && need == FamilyNeed::New) {
            m_sections << new FamilySection(fields, *m_draft, parent);
            layout->addWidget(m_sections.last());
        } else if (!fields.isEmpty()) {
            auto *card = new CaseSection(section, fields, *m_draft, parent);
            const bool isAbout = section == u"case" || section == u"applicant";
            (isAbout ? m_aboutSections : m_sections) << card;
            (isAbout ? about : last)->addWidget(card, section == u"case" ? 1 : isAbout ? 2 : 1);
            card->setVisible(!isAbout);
            if (!isAbout)
                card->setHidesWhenEmpty(true);
        }
    }
    layout->addLayout(last);
    layout->addStretch(1);
}

void CasePage::makeSide(QWidget *parent)
{
    m_problems = new ProblemPanel(*m_draft, parent);
    m_documents = new DocumentPanel(*m_draft, parent);
    m_dues = new DuesPanel(*m_draft, parent);
    auto *layout = new QVBoxLayout(parent);
    layout->setObjectName(u"side"_s);
    layout->addWidget(m_problems);
    layout->addWidget(m_documents);
    layout->addWidget(m_dues);
    layout->addStretch(1);
}

} // namespace Loket
