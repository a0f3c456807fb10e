// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcanswercard.h"

#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

CalcAnswerCard::CalcAnswerCard(QWidget *parent)
    : CardFrame(parent)
    , m_problem(roleLabel(QString(), this))
    , m_grid(new QGridLayout)
    , m_edition(roleLabel(u"small"_s, this))
{
    setObjectName(u"calcAnswer"_s);
    m_problem->setObjectName(u"calcProblem"_s);
    m_problem->setWordWrap(true);
    m_edition->setObjectName(u"calcEdition"_s);
    m_edition->setWordWrap(true);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace2));
    m_grid->setVerticalSpacing(Theme::current().px(6));
    body()->addWidget(m_problem);
    body()->addLayout(m_grid);
    body()->addWidget(m_edition);
    body()->addStretch(1);
}

void CalcAnswerCard::showLine(int row, const CalcLine &line)
{
    while (m_rows.size() <= row) {
        const Row made{roleLabel(QString(), this), roleLabel(QString(), this)};
        const int at = int(m_rows.size());
        made.label->setWordWrap(true);
        made.value->setWordWrap(true);
        made.value->setObjectName(u"calcValue"_s);
        made.value->setAlignment(Qt::AlignRight | Qt::AlignTop);
        made.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(made.label, at, 0, Qt::AlignTop);
        m_grid->addWidget(made.value, at, 1, Qt::AlignTop);
        m_rows += made;
    }
    const Row &labels = m_rows.at(row);
    labels.label->setText(line.label);
    labels.value->setText(line.value);
    setLook(labels.label, "role", line.isMain ? u"strong"_s : u"muted"_s);
    setLook(labels.value, "role", line.isMain ? u"section"_s : QString());
    labels.value->setMaximumWidth(Theme::current().px(200));
    labels.label->show();
    labels.value->show();
}

void CalcAnswerCard::showProblem(const QString &sentence, bool isMissing)
{
    m_problem->setText(isMissing ? u"○ "_s + sentence : u"■ "_s + sentence);
    setLook(m_problem, "role", isMissing ? u"muted"_s : u"error"_s);
    m_problem->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        m_problem->clear();
}

void CalcAnswerCard::show(const QString &calculator, const CalcAnswer &answer)
{
    setTitle(tr("Answer"));
    const QString sentence
        = answer.error ? calcFaultText(calculator, answer.fault, currentLanguage()) : QString();
    showProblem(sentence, answer.fault.code == "missing"_L1);
    const QList<CalcLine> lines = calcResultLines(calculator, answer.out, currentLanguage());
    for (int row = 0; row < lines.size(); ++row)
        showLine(row, lines.at(row));
    for (qsizetype row = lines.size(); row < m_rows.size(); ++row) {
        m_rows.at(row).label->hide();
        m_rows.at(row).value->hide();
    }
    const QJsonValue allowed = answer.out.value("allowed"_L1);
    const bool is = allowed.toBool();
    setCount(allowed.isBool() ? (is ? tr("✓ allowed") : tr("✕ not allowed")) : QString(),
             is ? Tone::Ok : Tone::Danger);
    const bool hasEdition = answer.rulebook && !answer.error;
    m_edition->setVisible(hasEdition);
    if (hasEdition) {
        m_edition->setText(tr("Reckoned with edition %1, in force from %2")
                               .arg(answer.rulebook->id(), dateText(answer.rulebook->effectiveFrom())));
    }
}

QString CalcAnswerCard::problem() const
{
    return m_problem->text().mid(2);
}

QStringList CalcAnswerCard::lines() const
{
    QStringList out;
    for (const Row &row : m_rows) {
        if (!row.label->isHidden())
            out += row.label->text() + u": "_s + row.value->text();
    }
    return out;
}

} // namespace Loket
