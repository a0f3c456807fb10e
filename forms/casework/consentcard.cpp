// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/consentcard.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/fieldflow.h"
#include "forms/casework/focusorder.h"
#include "forms/casework/issuetext.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/linkbutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace Loket {

ConsentCard::ConsentCard(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_box(new QCheckBox(this))
    , m_sentence(roleLabel({}, this))
    , m_full(roleLabel(u"small"_s, this))
    , m_problem(roleLabel(u"error"_s, this))
    , m_more(new LinkButton(this))
    , m_sign(new LinkButton(this))
    , m_signature(new QLabel(this))
{
    setObjectName(u"section consent"_s);
    m_box->setObjectName(u"consent"_s);
    m_more->setObjectName(u"consentText"_s);
    m_sign->setObjectName(u"signConsent"_s);
    m_signature->setObjectName(u"consentSignature"_s);
    m_signature->hide();
    m_box->installEventFilter(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setCursor(Qt::PointingHandCursor);
    m_sentence->installEventFilter(this); // a check box of its own can't wrap its words
    m_full->setWordWrap(true);
    m_full->hide();
    m_problem->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::current().px(Metric::kSpace1));
    line->addWidget(m_box, 0, Qt::AlignTop);
    line->addWidget(m_sentence, 1);
    body()->addLayout(line);
    body()->addWidget(m_full);
    body()->addWidget(m_problem);
    auto *links = new QWidget(this);
    auto *flow = new FieldFlow(links); // large text: one below the other
    flow->setGaps(Theme::current().px(Metric::kSpace4), 0);
    flow->addField(m_more, 0, 0);
    flow->addField(m_sign, 0, 0);
    body()->addWidget(m_signature);
    body()->addWidget(links);
    body()->addStretch(1);
    connect(m_box, &QCheckBox::clicked, this, [this](bool agreed) {
        m_box->setChecked(m_draft.content().consent.has_value());
        if (!agreed) {
            m_draft.setConsent(std::nullopt);
            return;
        }
        agree({});
    });
    connect(m_sign, &QAbstractButton::clicked, this, [this] {
        const QString words = QTextDocumentFragment::fromHtml(statement()).toPlainText();
        const QString full = text().words;
        Q_EMIT signatureWanted(full.isEmpty() || full == words ? words : words + u'\n' + full);
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        m_full->setVisible(m_full->isHidden());
        retranslate();
    });
    connect(&draft, &CaseDraft::changed, this, &ConsentCard::refresh);
    connect(&draft, &CaseDraft::assessed, this, &ConsentCard::refresh);
    retranslate();
}

void ConsentCard::agree(const QString &signature)
{
    const QDateTime now = m_draft.port().nowUtc().toLocalTime();
    m_draft.setConsent(
        Consent{now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate), text().version, signature});
}

void ConsentCard::setSignature(const QString &name)
{
    agree(name);
}

void ConsentCard::showSignature()
{
    const std::optional<Consent> &consent = m_draft.content().consent;
    const QString name = consent ? consent->signature : QString();
    m_sign->setText(name.isEmpty() ? tr("Let the applicant sign") : tr("Sign again"));
    m_sign->setAccessibleName(m_sign->text());
    m_signature->setVisible(!name.isEmpty());
    if (name == m_shownSignature)
        return;
    m_shownSignature = name;
    const QImage drawn = QImage::fromData(m_draft.port().blob(name), "png");
    const int height = Theme::current().px(Metric::kPhotoRow);
    if (drawn.isNull())
        m_signature->setText(name.isEmpty() ? QString() : tr("Signed"));
    else
        m_signature->setPixmap(QPixmap::fromImage(drawn.scaledToHeight(height, Qt::SmoothTransformation)));
    m_signature->setAccessibleName(name.isEmpty() ? QString() : tr("Signature of the applicant"));
}

bool ConsentCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // Enter only goes on: agreeing takes a key of its own.
        if (isEnter && key->modifiers() == Qt::NoModifier)
            return focusNextOpen(m_box);
    }
    if (watched == m_sentence && event->type() == QEvent::MouseButtonRelease && m_box->isEnabled()) {
        m_box->setFocus(Qt::MouseFocusReason);
        m_box->click();
        return true;
    }
    return CardFrame::eventFilter(watched, event);
}

ConsentCard::Text ConsentCard::text() const
{
    const Case &content = m_draft.content();
    const Rulebook &rulebook = m_draft.port().rulebook(content.date);
    const auto row = rulebook.table(u"consent-texts"_s)
                         .first({{u"service"_s, content.service}, {u"segment"_s, content.segment}},
                                content.date, nullptr);
    if (!row)
        return {};
    return {row->cell(u"version"_s), row->cell(currentLanguage() == u"en" ? u"textEn"_s : u"textId"_s)};
}

QString ConsentCard::statement() const
{
    const AssessmentDates &dates = m_draft.assessment().dates;
    if (!dates.firstPaymentFrom.isValid())
        return text().words.toHtmlEscaped();
    const qint64 day = m_draft.port().rulebook(m_draft.content().date).number(u"dues.due-day"_s);
    return tr("Will pay the first contribution on <b>%1</b> and every later one by day %2 of its month.")
        .arg(dateRangeText(dates.firstPaymentFrom, dates.firstPaymentUntil).toHtmlEscaped())
        .arg(day);
}

void ConsentCard::refresh()
{
    const QString words = statement();
    m_sentence->setText(words);
    m_box->setAccessibleName(QTextDocumentFragment::fromHtml(words).toPlainText());
    m_box->setChecked(m_draft.content().consent.has_value());
    QString problem;
    for (const Problem &one : m_draft.assessment().problems) {
        if (one.path.startsWith(u"consent"_s) && (m_showsAll || !isStillEmpty(one)))
            problem = issueText(one, m_draft.content(), nullptr);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_box->setAccessibleDescription(problem);
    showSignature();
}

void ConsentCard::setShowsAll(bool showsAll)
{
    m_showsAll = showsAll;
    refresh();
}

void ConsentCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConsentCard::retranslate()
{
    setTitle(tr("Consent"));
    const Text full = text();
    m_full->setText(full.words);
    m_more->setText(m_full->isHidden() ? tr("Whole statement (text %1)").arg(full.version) : tr("Less"));
    m_more->setAccessibleName(m_more->text());
    refresh();
}

} // namespace Loket
