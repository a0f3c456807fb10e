// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/base/failure.h"
#include "model/store/views.h"

class QLabel;
class QStackedWidget;

namespace Loket {

class AnnouncementCard;
class CardFrame;
class DraftCard;
class EmptyState;
class FollowUpCard;
class LimitCard;
class KeyButton;
class ListTable;
class Navigator;
class Office;
class SearchModel;
class TodayCard;
class WorkStopCard;

/// Home: what was found for the typed text, and beside it the officer's drafts, what should be looked
/// after, and the day's counts.
class SearchPage : public Page
{
    Q_OBJECT

public:
    SearchPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~SearchPage() override;

    QString title() const override;
    void cameToFront() override;

    /// Searches at once; answers of an older text are dropped.
    void setQuery(const QString &text);
    QString query() const { return m_query; }
    void moveBy(int rows); ///< down from an empty field: to the follow-up list
    /// Opens the current result's family. While the answer is under way: opens it when it comes and names one
    /// family, so that a scanner's Enter is never too early.
    void openCurrent();
    SearchModel *results() const { return m_model; }
    bool isAsking() const { return m_answered != m_asked; } ///< an answer is under way

Q_SIGNALS:
    /// Words of the chosen result, for who can't see the list while the cursor stays in the search field.
    void currentSpoken(const QString &words);

protected:
    void changeEvent(QEvent *) override;

private:
    enum class Look { Idle, Found, Nothing, Failed };

    QWidget *buildResults();
    void showAnswer(const Outcome<SearchAnswer> &answer);
    void show(Look look);
    void retranslate();
    void reread();

    Office &m_office;
    Navigator &m_navigator;
    SearchModel *m_model;
    QString m_query;
    quint64 m_asked = 0;    ///< number of the newest question
    quint64 m_answered = 0; ///< number of the question whose answer is shown
    bool m_openWhenAnswered = false;
    Look m_look = Look::Idle;
    SearchAnswer m_answer;
    QString m_failure;

    CardFrame *m_card;
    QStackedWidget *m_stack;
    ListTable *m_table;
    QLabel *m_notThese;
    EmptyState *m_message;
    KeyButton *m_registerBelow;
    KeyButton *m_registerEmpty;
    KeyButton *m_servicesBelow;
    KeyButton *m_servicesEmpty;
    WorkStopCard *m_workStop;
    AnnouncementCard *m_announcement;
    LimitCard *m_limits;
    DraftCard *m_drafts;
    FollowUpCard *m_followUps;
    TodayCard *m_today;
};

} // namespace Loket
