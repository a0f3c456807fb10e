// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/enroldialog.h"

#include "forms/common/dialogs.h"
#include "forms/common/fieldbox.h"
#include "forms/common/linkbutton.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const FieldBox *field)
{
    return field->editorAs<QLineEdit>()->text().trimmed();
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty();
}

} // namespace

EnrolDialog::EnrolDialog(Office &office, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_dialogs(dialogs)
{
    const Theme &theme = Theme::current();
    setObjectName("enrolDialog"_L1);
    setWindowTitle(tr("Connect to a centre"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *about
        = roleLabel(QString(), this,
                    tr("This counter becomes a real one of the centre. Everything practised so far is put "
                       "aside on this computer and never sent. This can't be undone here."));
    about->setObjectName("enrolAbout"_L1);
    about->setWordWrap(true);
    about->setFixedWidth(theme.px(460));
    about->ensurePolished(); // its lines are those of the style sheet's font
    about->setMinimumHeight(about->heightForWidth(about->width()));
    m_url = field(tr("Address of the centre"), "enrolUrl");
    m_url->editorAs<QLineEdit>()->setPlaceholderText(u"https://"_s);
    m_file = field(tr("Certificate file of the centre (.pem)"), "enrolFile");
    m_choose = new QPushButton(tr("Choose file…"), this);
    m_code = field(tr("One-time code from the supervisor"), "enrolCode");
    m_choose->setObjectName("enrolChoose"_L1);
    // Made in the order of reading: Tab follows it.
    m_progress = new QProgressBar(this);
    m_words = roleLabel(QString(), this);
    m_details = new LinkButton(this);
    m_details->setText(tr("Details for support"));
    m_details->setObjectName("enrolDetails"_L1);
    m_no = new QPushButton(tr("Cancel"), this);
    m_yes = new QPushButton(tr("Connect"), this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("The centre is asked"));
    m_words->setObjectName("enrolWords"_L1);
    m_words->setWordWrap(true);
    m_no->setObjectName("enrolCancel"_L1);
    m_yes->setObjectName("enrolNow"_L1);
    m_yes->setProperty("role", u"primary"_s);
    m_yes->setDefault(true);
    layOut(about);
    connect(m_choose, &QPushButton::clicked, this, &EnrolDialog::chooseFile);
    connect(m_details, &QPushButton::clicked, this,
            [this] { m_dialogs.tell(this, tr("Details for support"), m_detail); });
    connect(m_no, &QPushButton::clicked, this, &EnrolDialog::reject);
    connect(m_yes, &QPushButton::clicked, this, &EnrolDialog::start);
    refresh();
    m_url->editor()->setFocus();
}

void EnrolDialog::layOut(QWidget *about)
{
    const Theme &theme = Theme::current();
    auto *file = new QHBoxLayout;
    file->setSpacing(theme.px(Metric::kSpace2));
    file->addWidget(m_file, 1, Qt::AlignBottom);
    file->addWidget(m_choose, 0, Qt::AlignBottom);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_no);
    buttons->addWidget(m_yes);
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(roleLabel(u"section"_s, this, windowTitle()));
    column->addWidget(about);
    column->addWidget(m_url);
    column->addLayout(file);
    column->addWidget(m_code);
    column->addWidget(m_progress);
    column->addWidget(m_words);
    column->addWidget(m_details, 0, Qt::AlignLeft);
    column->addLayout(buttons);
}

FieldBox *EnrolDialog::field(const QString &label, const char *name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1StringView(name));
    connect(edit, &QLineEdit::textChanged, this, &EnrolDialog::refresh);
    return new FieldBox(label, edit, this);
}

void EnrolDialog::chooseFile()
{
    m_dialogs.openFile(this, tr("Certificate file of the centre (.pem)"), tr("Certificates (*.pem *.crt)"),
                       [this](const QString &path) {
                           if (path.isEmpty())
                               return;
                           m_file->editorAs<QLineEdit>()->setText(path);
                           m_code->editor()->setFocus();
                       });
}

void EnrolDialog::refresh()
{
    const QString url = textOf(m_url);
    const bool isWhole = url.size() > 8; // "https://" is no mistake yet
    m_url->setProblem(isWhole && !isAddress(url) ? tr("An address begins with https://") : QString());
    m_yes->setEnabled(!m_isAsking && isAddress(url) && !textOf(m_file).isEmpty()
                      && !textOf(m_code).isEmpty());
    for (QWidget *widget :
         {m_url->editor(), m_file->editor(), m_code->editor(), static_cast<QWidget *>(m_choose)})
        widget->setEnabled(!m_isAsking);
    m_progress->setVisible(m_isAsking);
    m_words->setVisible(!m_words->text().isEmpty());
    m_details->setVisible(!m_detail.isEmpty());
}

void EnrolDialog::start()
{
    if (!m_yes->isEnabled())
        return;
    m_isAsking = true;
    m_words->setText(tr("The centre is asked…"));
    m_detail.clear();
    setLook(m_words, "tone", QString());
    refresh();
    m_no->setFocus();
    whenDone(m_office.enrol({textOf(m_url), textOf(m_file), textOf(m_code)}), this,
             [this](const Outcome<Nothing> &answer) { finish(answer); });
}

void EnrolDialog::finish(const Outcome<Nothing> &answer)
{
    m_isAsking = false;
    if (answer) {
        QDialog::accept();
        Q_EMIT done();
        return;
    }
    m_words->setText(failureWords(answer.error()));
    m_detail = failureDetail(answer.error());
    setLook(m_words, "tone", toneWord(Tone::Danger));
    refresh();
    m_code->editor()->setFocus();
}

QString EnrolDialog::failureWords(const Failure &failure) const
{
    if (!centreReasonText(failure.detail).isEmpty())
        return failureText(failure);
    switch (failure.kind) {
    case FailureKind::Missing:
        return tr("The certificate file can't be read. Choose the file that the branch office gave you.");
    case FailureKind::Network:
        return tr(
            "The centre can't be reached. Check the address and the network, then try again; the code stays "
            "valid.");
    case FailureKind::Denied:
        return tr("The centre does not accept this code. Ask the supervisor for a new one.");
    case FailureKind::Untrusted:
        return tr(
            "What answered is not the centre of this certificate. Nothing was sent; check address and file.");
    case FailureKind::Cancelled:
        return tr("Cancelled. This counter is still a trial counter.");
    case FailureKind::BadInput:
        return tr("The centre did not accept this. Check address, file and code, or call the branch office.");
    default:
        break;
    }
    return failureText(failure);
}

void EnrolDialog::reject()
{
    if (m_isAsking)
        m_office.cancelEnrol(); // the answer closes nothing: what was typed stays
    else
        QDialog::reject();
}

} // namespace Loket
