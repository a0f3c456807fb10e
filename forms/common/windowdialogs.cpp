// SPDX-License-Identifier: Apache-2.0
#include "forms/common/windowdialogs.h"

#include "forms/common/fieldbox.h"
#include "forms/common/linkbutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct DialogTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::DialogTexts)
};

/// Title, words, room for more, and a row of buttons: the one shape that all our dialogs have.
class AskDialog final : public QDialog
{
public:
    AskDialog(QWidget *parent, const QString &title, const QString &text)
        : QDialog(parent)
        , m_column(new QVBoxLayout(this))
        , m_buttons(new QHBoxLayout)
    {
        const Theme &theme = Theme::current();
        setWindowTitle(title);
        setWindowModality(Qt::WindowModal);
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName("askDialog"_L1);
        const int margin = theme.px(Metric::kSpace6);
        m_column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
        m_column->setSpacing(theme.px(Metric::kSpace3));
        m_column->addWidget(roleLabel(u"section"_s, this, title));
        QLabel *words = roleLabel(QString(), this, text);
        words->setWordWrap(true);
        words->setMinimumWidth(theme.px(400));
        words->setVisible(!text.isEmpty());
        m_column->addWidget(words);
        m_buttons->addStretch(1);
    }

    QVBoxLayout *column() const { return m_column; }

    QPushButton *addButton(const QString &text, const QString &role, int code)
    {
        auto *button = new QPushButton(text, this);
        button->setProperty("role", role);
        button->setAutoDefault(true);
        m_buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, code] { done(code); });
        return button;
    }

    void finish()
    {
        m_column->addLayout(m_buttons);
        open();
    }

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_buttons;
};

void askFile(QWidget *parent, const QString &title, const QString &filter, const QString &name,
             QFileDialog::AcceptMode mode, std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    if (!name.isEmpty())
        dialog->selectFile(name);
    QObject::connect(dialog, &QDialog::finished, parent, [dialog, answer = std::move(answer)](int code) {
        const QStringList files = dialog->selectedFiles();
        answer(code == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
    });
    dialog->open();
}

} // namespace

void WindowDialogs::confirm(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    auto *dialog = new AskDialog(parent, question.title, question.text);
    dialog->addButton(question.no.isEmpty() ? DialogTexts::tr("Cancel") : question.no, QString(),
                      QDialog::Rejected);
    dialog->addButton(question.yes, question.isDangerous ? u"danger"_s : u"primary"_s, QDialog::Accepted)
        ->setDefault(true);
    QObject::connect(dialog, &QDialog::finished, parent,
                     [answer = std::move(answer)](int code) { answer(code == QDialog::Accepted); });
    dialog->finish();
}

void WindowDialogs::reason(QWidget *parent, const ReasonQuestion &question,
                           std::function<void(const QString &)> answer)
{
    auto *dialog = new AskDialog(parent, question.title, question.text);
    auto *input = new QLineEdit(dialog);
    input->setObjectName("reason"_L1);
    dialog->column()->addWidget(new FieldBox(question.label, input, dialog));
    for (const QString &suggestion : question.suggestions) {
        auto *link = new LinkButton(suggestion, dialog);
        dialog->column()->addWidget(link);
        QObject::connect(link, &QPushButton::clicked, dialog, [input, suggestion] {
            input->setText(suggestion);
            input->setFocus();
        });
    }
    dialog->addButton(DialogTexts::tr("Cancel"), QString(), QDialog::Rejected);
    QPushButton *yes = dialog->addButton(question.yes, u"primary"_s, QDialog::Accepted);
    yes->setDefault(true);
    yes->setEnabled(false);
    QObject::connect(input, &QLineEdit::textChanged, yes,
                     [yes](const QString &text) { yes->setEnabled(text.trimmed().size() >= 3); });
    QObject::connect(dialog, &QDialog::finished, parent, [input, answer = std::move(answer)](int code) {
        answer(code == QDialog::Accepted ? input->text().trimmed() : QString());
    });
    dialog->finish();
    input->setFocus();
}

void WindowDialogs::choose(QWidget *parent, const ChoiceQuestion &question,
                           std::function<void(const QString &)> answer)
{
    auto *dialog = new AskDialog(parent, question.title, question.text);
    auto *list = new QListWidget(dialog);
    list->setObjectName("choices"_L1);
    list->setAccessibleName(question.label);
    for (const Choice &choice : question.choices) {
        auto *item = new QListWidgetItem(choice.text, list);
        item->setData(Qt::UserRole, choice.value);
    }
    list->setCurrentRow(0);
    dialog->column()->addWidget(new FieldBox(question.label, list, dialog));
    dialog->addButton(DialogTexts::tr("Cancel"), QString(), QDialog::Rejected);
    dialog->addButton(question.yes, u"primary"_s, QDialog::Accepted)->setDefault(true);
    QObject::connect(list, &QListWidget::itemActivated, dialog, &QDialog::accept); // Enter, double click
    QObject::connect(dialog, &QDialog::finished, parent, [list, answer = std::move(answer)](int code) {
        const QListWidgetItem *item = list->currentItem();
        answer(code == QDialog::Accepted && item ? item->data(Qt::UserRole).toString() : QString());
    });
    dialog->finish();
    list->setFocus();
}

void WindowDialogs::openFile(QWidget *parent, const QString &title, const QString &filter,
                             std::function<void(const QString &)> answer)
{
    askFile(parent, title, filter, QString(), QFileDialog::AcceptOpen, std::move(answer));
}

void WindowDialogs::saveFile(QWidget *parent, const QString &title, const QString &name,
                             const QString &filter, std::function<void(const QString &)> answer)
{
    askFile(parent, title, filter, name, QFileDialog::AcceptSave, std::move(answer));
}

void WindowDialogs::tell(QWidget *parent, const QString &title, const QString &text)
{
    auto *dialog = new AskDialog(parent, title, text);
    dialog->addButton(DialogTexts::tr("Understood"), u"primary"_s, QDialog::Accepted)->setDefault(true);
    dialog->finish();
}

} // namespace Loket
