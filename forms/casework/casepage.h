// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/caseport.h"
#include "forms/common/casetab.h"
#include "model/rulebook/catalogue.h"

#include <QSet>

#include <memory>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace Loket {

class CaseDraft;
class CaseSection;
class CaseSummary;
class ConsentCard;
class Dialogs;
class DocumentPanel;
class DuesPanel;
class ElsewhereCard;
class KeyButton;
class KnownFamilyCard;
class LinkButton;
class MembersCard;
class NoticeBar;
class Pill;
class ProblemPanel;

/// The one page on which a service is done: its sections at the left, problems, documents and dues always in
/// sight at the right; after submitting, the summary.
class CasePage : public CaseTab
{
    Q_OBJECT
public:
    /// The page owns `port`; navigator and dialogs outlive it.
    CasePage(const Case &start, std::unique_ptr<CasePort> port, Navigator &navigator, Dialogs &dialogs,
             QWidget *parent = nullptr);
    ~CasePage() override;

    CaseDraft &draft() { return *m_draft; }

    QString caseId() const override;
    QString service() const override;
    bool isSubmitted() const override { return m_phase == Phase::Submitted; }
    bool isPristine() const override;
    QString title() const override;
    bool can(Act act) const override;
    void perform(Act act) override;
    void cameToFront() override;
    void leaving() override;
    void rulesChanged() override;
    void tellReturned(const ReturnedCase &returned) override;

    ApplicantFacts applicantFacts() const override;

    /// Focus to the field of a problem.
    void showProblem(const Problem &problem);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Phase { Typing, Submitting, Submitted };

    void makeHeader(QWidget *parent);
    void makeSections(QWidget *parent);
    void makeSide(QWidget *parent);
    void connectParts();
    void connectKeys();
    QList<Field> fieldsOf(const QString &section) const;
    bool isShownElsewhere(const Field &field) const;
    void focusFirstOpen();
    void applyMetrics();
    void retranslate();
    void refreshHeader();
    void refreshSubmit();

    void settle();
    void submit();
    bool refuseUnready();
    void sayUnready();
    bool askForReasons();
    void send();
    void showSaved(const CaseRecord &record);
    void finish(const Outcome<Submitted> &answer);
    void setPhase(Phase phase);
    void setShowsAll();
    void saveDraft();
    void giveUp();
    void nextProblem();
    void photo();
    void takePhoto(int member);
    void takeSignature(const QString &statement);
    ApplicantFacts facts() const;

    // Around the case
    void makeMore();
    void retranslateMore();
    void park();
    void putAside(const QString &note, QDate promised);
    void handOver();
    void giveTo(const Officer &officer);
    /// Saves the draft as it is, then runs `act`; says why when it could not be saved.
    void keepThen(std::function<void()> act);
    void failAround(const Failure &failure);
    void takeBack();
    void correct();
    void startRelated();
    bool hasForm() const;
    void showForm();

    std::unique_ptr<CasePort> m_port;
    Navigator &m_navigator;
    Dialogs &m_dialogs;
    CaseDraft *m_draft;
    Phase m_phase = Phase::Typing;
    bool m_wasKept = false; // began as a draft of the store
    bool m_showsAll = false;
    bool m_saysUnready = false; // the notice tells why it can't be submitted
    QSet<QString> m_askedWarnings;

    QStackedWidget *m_stack;
    QWidget *m_typing;
    QWidget *m_body;
    CaseSummary *m_summary;
    QLabel *m_title;
    Pill *m_keeping;
    LinkButton *m_about;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QPushButton *m_more;
    QAction *m_park;
    QAction *m_handOver;
    QAction *m_related;
    QAction *m_form;
    KeyButton *m_submit;
    QProgressBar *m_progress;
    NoticeBar *m_notice;
    QScrollArea *m_left;
    QScrollArea *m_side;
    QList<CaseSection *> m_sections;
    QList<CaseSection *> m_aboutSections; // shown on demand: who applies, for which segment
    ElsewhereCard *m_elsewhere = nullptr;
    KnownFamilyCard *m_family = nullptr; // of a service on a family that is there already
    MembersCard *m_members = nullptr;
    ConsentCard *m_consent = nullptr;
    ProblemPanel *m_problems = nullptr;
    DocumentPanel *m_documents = nullptr;
    DuesPanel *m_dues = nullptr;
};

} // namespace Loket
