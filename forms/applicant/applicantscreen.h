// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/applicant/applicantfacts.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QScreen;
class QStackedWidget;

namespace Loket {

class ApplicantView;
class Ink;

/// The window on the second monitor, turned to the applicant. It never takes the focus. On only while it is
/// switched on and there is a monitor beside the officer's; blank while no case is in front, and after a
/// while in which the officer did nothing.
class ApplicantScreen : public QWidget
{
    Q_OBJECT

public:
    using ScreenFinder = std::function<QScreen *()>;

    /// `find` answers the monitor for it, null: there is none. Without it: the first that is not the one of
    /// `officer`'s window, which must outlive this.
    explicit ApplicantScreen(QWidget &officer, ScreenFinder find = {});
    ~ApplicantScreen() override;

    void setSwitchedOn(bool isOn);
    bool isOn() const { return isVisible(); }
    /// How long nobody may touch the program until it goes blank; two minutes.
    void setIdleTime(std::chrono::milliseconds time) { m_idle.setInterval(time); }

    /// Of the case in front; empty: none.
    void show(const ApplicantFacts &facts);
    /// The same with what `facts` answers in the next turn of the event loop, once however often it is asked
    /// for meanwhile; not asked at all while this is off.
    void showSoon(std::function<ApplicantFacts()> facts);
    /// What can be read there now.
    const ApplicantFacts &shown() const;
    bool isBlank() const { return m_isIdle || m_facts.isEmpty(); }

    /// Asks for the signature until endAsk(). `ink` must live as long.
    void ask(Ink &ink, const QString &who, const QString &statement);
    void endAsk();

Q_SIGNALS:
    void turnedOn();
    void turnedOff(); ///< switched off, or its monitor is gone

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *) override;

private:
    void place();
    void follow(QScreen *screen);
    void refresh();
    void retranslate();
    QString sized(const QString &text, double share) const;
    QWidget *makeAsk(Ink &ink, const QString &statement);

    QWidget &m_officer;
    ScreenFinder m_find;
    bool m_isSwitchedOn = false;
    bool m_isIdle = false;
    ApplicantFacts m_facts;
    std::function<ApplicantFacts()> m_soon;
    QTimer m_idle;
    QStackedWidget *m_stack;
    ApplicantView *m_view;
    QPointer<Ink> m_ink;
    QString m_who;
    QString m_statement;
    QPointer<QScreen> m_screen; ///< where it is placed
    QWidget *m_ask = nullptr;
    QLabel *m_askTitle = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_done = nullptr;
};

} // namespace Loket
