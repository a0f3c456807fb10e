// SPDX-License-Identifier: Apache-2.0
#include "forms/applicant/applicantscreen.h"

#include "forms/applicant/applicantview.h"
#include "forms/capture/inkpad.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWindow>

namespace Loket {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto kIdle = 2min;
static constexpr double kEdge = 0.05; ///< of the monitor's height
static constexpr double kButton = 0.07;
static constexpr double kTitle = 0.045; ///< type, in parts of it
static constexpr double kWords = 0.028;

namespace {

/// A button for a finger: its type and height are those of the monitor, not of the officer's window.
class BigButton : public QPushButton
{
public:
    BigButton(int type, int height, bool isMain, QWidget *parent)
        : QPushButton(parent)
        , m_type(type)
        , m_isMain(isMain)
    {
        setFocusPolicy(Qt::NoFocus);
        setFixedSize(height * 4, height);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = Theme::current().tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double corner = height() / 8.0;
        painter.setPen(m_isMain && isEnabled() ? tokens.primary : tokens.line);
        painter.setBrush(!isEnabled()   ? tokens.neutralSoft
                             : m_isMain ? tokens.primary
                             : isDown() ? tokens.primarySoft
                                        : tokens.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
        QFont large = font();
        large.setPixelSize(std::max(1, m_type));
        large.setWeight(m_isMain ? QFont::DemiBold : QFont::Normal);
        painter.setFont(large);
        painter.setPen(!isEnabled() ? tokens.disabled : m_isMain ? tokens.onPrimary : tokens.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const int m_type;
    const bool m_isMain;
};

} // namespace

ApplicantScreen::ApplicantScreen(QWidget &officer, ScreenFinder find)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus)
    , m_officer(officer)
    , m_find(std::move(find))
    , m_stack(new QStackedWidget(this))
    , m_view(new ApplicantView)
{
    setObjectName("applicantScreen"_L1);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    if (!m_find) {
        m_find = [this]() -> QScreen * {
            for (QScreen *screen : QGuiApplication::screens()) {
                if (screen != m_officer.screen())
                    return screen;
            }
            return nullptr;
        };
    }
    m_stack->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_isIdle = m_ink == nullptr; // who signs may take their time
        refresh();
    });
    // The monitors as they come and go; after Qt has settled them.
    connect(qApp, &QGuiApplication::screenAdded, this, &ApplicantScreen::place, Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::screenRemoved, this, &ApplicantScreen::place, Qt::QueuedConnection);
    retranslate();
}

ApplicantScreen::~ApplicantScreen() = default;

void ApplicantScreen::setSwitchedOn(bool isOn)
{
    if (isOn != m_isSwitchedOn) {
        if (isOn)
            qApp->installEventFilter(this); // what the officer does
        else
            qApp->removeEventFilter(this);
    }
    m_isSwitchedOn = isOn;
    m_isIdle = false;
    place();
}

/// The monitor may be turned or set to another size, and the officer's window moved to it.
void ApplicantScreen::follow(QScreen *screen)
{
    if (m_screen != screen) {
        if (m_screen)
            disconnect(m_screen, &QScreen::geometryChanged, this, nullptr);
        m_screen = screen;
        if (screen)
            connect(screen, &QScreen::geometryChanged, this, &ApplicantScreen::place, Qt::QueuedConnection);
    }
    if (const QWindow *window = m_officer.windowHandle())
        connect(window, &QWindow::screenChanged, this, &ApplicantScreen::place,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

void ApplicantScreen::place()
{
    QScreen *screen = m_isSwitchedOn ? m_find() : nullptr;
    follow(screen);
    if (!screen) {
        if (!isOn())
            return;
        hide();
        refresh();
        m_idle.stop();
        endAsk();
        Q_EMIT turnedOff();
        return;
    }
    const int highBefore = height();
    setGeometry(screen->geometry());
    const bool wasOn = isOn();
    if (m_ink && height() != highBefore) // its type is a share of the height
        ask(*m_ink, m_who, m_statement);
    QWidget::show();
    m_idle.start();
    refresh();
    if (!wasOn)
        Q_EMIT turnedOn();
}

void ApplicantScreen::show(const ApplicantFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    refresh();
}

void ApplicantScreen::showSoon(std::function<ApplicantFacts()> facts)
{
    if (!isOn())
        return;
    if (std::exchange(m_soon, std::move(facts)))
        return;
    const auto act = [this] {
        if (const auto soon = std::exchange(m_soon, {}); isOn())
            show(soon());
    };
    QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
}

const ApplicantFacts &ApplicantScreen::shown() const
{
    return m_view->facts();
}

void ApplicantScreen::refresh()
{
    if (isBlank() || !isOn())
        m_view->clear();
    else
        m_view->show(m_facts);
}

bool ApplicantScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_officer && event->type() == QEvent::Show)
        follow(m_screen); // now it has a window
    // What the applicant touches does not wake it: the officer has to.
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (widget ? widget->window() == this : watched == windowHandle())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        m_idle.start();
        if (std::exchange(m_isIdle, false))
            refresh();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

/// In type that is a share of the monitor's height, whatever the officer's text size.
QString ApplicantScreen::sized(const QString &text, double share) const
{
    return u"<span style='font-size:%1px'>%2</span>"_s.arg(std::max(1, qRound(height() * share)))
        .arg(text.toHtmlEscaped().replace(u'\n', u"<br/>"_s));
}

QWidget *ApplicantScreen::makeAsk(Ink &ink, const QString &statement)
{
    auto *page = new QWidget;
    page->setProperty("role", u"sheet"_s);
    m_askTitle = roleLabel(u"strong"_s, page);
    auto *said = roleLabel({}, page, sized(statement, kWords));
    said->setTextFormat(Qt::RichText);
    said->setWordWrap(true);
    m_askTitle->setTextFormat(Qt::RichText);
    m_askTitle->setWordWrap(true);
    auto *pad = new InkPad(ink, true, page);
    pad->setObjectName("applicantPad"_L1);
    const int words = qRound(height() * kWords);
    const int button = qRound(height() * kButton);
    m_again = new BigButton(words, button, false, page);
    m_done = new BigButton(words, button, true, page);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    auto *layout = new QVBoxLayout(page);
    const int edge = qRound(height() * kEdge);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(edge / 2);
    layout->addWidget(m_askTitle);
    layout->addWidget(said);
    layout->addWidget(pad, 1);
    layout->addLayout(buttons);
    const auto refreshButtons = [this, &ink] {
        m_again->setEnabled(!ink.strokes().isEmpty());
        m_done->setEnabled(ink.isEnough());
    };
    connect(&ink, &Ink::changed, page, refreshButtons);
    connect(m_again, &QPushButton::clicked, &ink, &Ink::clear);
    connect(m_done, &QPushButton::clicked, &ink, &Ink::finished);
    refreshButtons();
    return page;
}

void ApplicantScreen::ask(Ink &ink, const QString &who, const QString &statement)
{
    endAsk();
    m_ink = &ink;
    m_who = who;
    m_statement = statement;
    m_ask = makeAsk(ink, statement);
    m_stack->addWidget(m_ask);
    m_stack->setCurrentWidget(m_ask);
    retranslate();
}

void ApplicantScreen::endAsk()
{
    m_ink = nullptr;
    delete std::exchange(m_ask, nullptr);
    m_askTitle = nullptr;
    m_again = nullptr;
    m_done = nullptr;
}

void ApplicantScreen::retranslate()
{
    setWindowTitle(tr("For the applicant"));
    if (!m_ask)
        return;
    m_askTitle->setText(
        sized(m_who.isEmpty() ? tr("Please sign here") : tr("%1, please sign here").arg(m_who), kTitle));
    m_again->setText(tr("Again"));
    m_done->setText(tr("Done"));
}

void ApplicantScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Loket
