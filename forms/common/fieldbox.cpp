// SPDX-License-Identifier: Apache-2.0
#include "forms/common/fieldbox.h"

#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

FieldBox::FieldBox(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(roleLabel(u"label"_s, this))
    , m_editor(editor)
    , m_note(roleLabel(u"small"_s, this))
    , m_problem(roleLabel(u"error"_s, this))
{
    editor->setParent(this);
    m_label->setBuddy(editor);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_note->setWordWrap(true);
    m_note->hide();
    setLabel(label);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    applyMetrics();
    setFocusProxy(editor);
    connect(&Theme::current(), &Theme::changed, this, &FieldBox::applyMetrics);
}

void FieldBox::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
}

QString FieldBox::label() const
{
    return m_label->text();
}

void FieldBox::setProblem(const QString &text, Tone tone)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    setLook(m_problem, "tone", toneWord(tone));
    setLook(m_editor, "tone", text.isEmpty() ? QString() : toneWord(tone));
    describe();
}

QString FieldBox::problem() const
{
    return m_problem->text();
}

void FieldBox::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    describe();
}

QString FieldBox::note() const
{
    return m_note->text();
}

void FieldBox::describe()
{
    QStringList words = {m_problem->text(), m_note->text()};
    words.removeAll(QString());
    m_editor->setAccessibleDescription(words.join(u". "_s));
}

void FieldBox::applyMetrics()
{
    layout()->setSpacing(Theme::current().px(Metric::kSpace1));
}

} // namespace Loket
