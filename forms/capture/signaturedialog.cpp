// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/signaturedialog.h"

#include "forms/applicant/applicantscreen.h"
#include "forms/capture/inkpad.h"
#include "forms/capture/pictureissuetext.h"
#include "forms/common/keybutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr int kSignWide = 600; ///< pixels at a text size of 100 %

SignatureDialog::SignatureDialog(const QString &who, const QString &statement, ApplicantScreen *screen,
                                 QWidget *parent)
    : QDialog(parent)
    , m_who(who)
    , m_screen(screen && screen->isOn() ? screen : nullptr)
    , m_pad(new InkPad(m_ink, m_screen == nullptr, this))
    , m_statement(roleLabel({}, this, statement))
    , m_hint(roleLabel(u"muted"_s, this))
    , m_clear(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_accept(new KeyButton(this))
{
    setObjectName("signatureDialog"_L1);
    m_pad->setObjectName("signaturePad"_L1);
    m_hint->setObjectName("signatureHint"_L1);
    m_clear->setObjectName("clearSignature"_L1);
    m_cancel->setObjectName("cancelSignature"_L1);
    m_accept->setObjectName("acceptSignature"_L1);
    m_statement->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // the field does not jump
    m_accept->setPrimary(true);
    m_accept->setDefault(true);
    m_clear->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metric::kSpace2);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metric::kSpace4, Metric::kSpace4, Metric::kSpace4, Metric::kSpace4);
    layout->setSpacing(Theme::current().px(Metric::kSpace3));
    layout->addWidget(m_statement);
    layout->addWidget(m_pad, 1);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);

    connect(&m_ink, &Ink::changed, this, [this] {
        m_isFinished = false;
        m_trouble.clear();
        refresh();
    });
    connect(&m_ink, &Ink::finished, this, [this] {
        m_isFinished = true;
        refresh();
    });
    connect(m_clear, &QPushButton::clicked, &m_ink, &Ink::clear);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &SignatureDialog::accept);
    if (m_screen) {
        m_screen->ask(m_ink, who, statement);
        connect(m_screen, &ApplicantScreen::turnedOff, this, &SignatureDialog::askHere);
    }
    retranslate();
    m_pad->setFocusPolicy(Qt::StrongFocus);
    m_pad->setFocus(); // Enter keeps the signature, the other buttons have to be chosen
    // As high as the words and the whole width of the field need.
    const int width = Theme::current().px(kSignWide);
    resize(width, layout->totalHeightForWidth(width));
}

SignatureDialog::~SignatureDialog()
{
    if (m_screen)
        m_screen->endAsk();
}

/// The other monitor was pulled out: the applicant signs here.
void SignatureDialog::askHere()
{
    m_screen = nullptr;
    auto *pad = new InkPad(m_ink, true, this);
    pad->setObjectName("signaturePad"_L1);
    pad->setFocusPolicy(Qt::StrongFocus);
    delete layout()->replaceWidget(m_pad, pad);
    setTabOrder(pad, m_clear);
    delete std::exchange(m_pad, pad);
    pad->show();
    pad->setFocus();
    retranslate();
}

void SignatureDialog::retranslate()
{
    setWindowTitle(tr("Signature of %1").arg(m_who));
    m_pad->setAccessibleName(tr("Field for the signature"));
    m_clear->setText(tr("Begin again"));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Keep the signature"));
    m_accept->setKey(u"Enter"_s);
    refresh();
}

void SignatureDialog::refresh()
{
    const bool isEmpty = m_ink.strokes().isEmpty();
    m_clear->setEnabled(!isEmpty);
    m_accept->setEnabled(m_ink.isEnough());
    QString hint = m_trouble;
    if (hint.isEmpty() && m_screen) {
        hint = isEmpty      ? tr("The applicant reads this on the second screen and signs there.")
            : !m_isFinished ? tr("The applicant is signing on the second screen.")
                            : tr("The applicant says: done. Press Enter to keep the signature.");
    } else if (hint.isEmpty()) {
        hint = isEmpty ? tr("Sign with a pen, a finger or the mouse. Ctrl+Z takes the last stroke back.")
            : m_ink.isEnough() ? tr("Ctrl+Z takes the last stroke back, Del begins again.")
                               : tr("Too short for a signature: go on, or press Del to begin again.");
    }
    setLook(m_hint, "role", m_trouble.isEmpty() ? u"muted"_s : u"error"_s);
    m_hint->setText(hint);
}

void SignatureDialog::accept()
{
    if (!m_ink.isEnough())
        return;
    const auto png = encodeSignature(inkPicture(m_ink.strokes()));
    if (!png) {
        m_trouble = pictureIssueText(png.error());
        refresh();
        return;
    }
    Q_EMIT signatureReady(png.value());
    QDialog::accept();
}

void SignatureDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !m_ink.isEnough()) {
        m_trouble = m_screen ? tr("There is no signature yet. Wait for the applicant, or leave with Esc.")
                             : tr("There is no signature yet. Sign in the field above, or leave with Esc.");
        refresh();
    } else if (event->matches(QKeySequence::Undo))
        m_ink.takeBack();
    else if (event->key() == Qt::Key_Delete)
        m_ink.clear();
    else
        QDialog::keyPressEvent(event);
}

void SignatureDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Loket
