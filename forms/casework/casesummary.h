// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/summaryfacts.h"
#include "forms/common/cardframe.h"
#include "model/store/views.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Loket {

class KeyButton;
class Pill;

/// What a saved case came to: reference, numbers, what is owed and until when, and what to do next.
class CaseSummary : public QWidget
{
    Q_OBJECT
public:
    explicit CaseSummary(QWidget *parent = nullptr);

    /// What is shown beside the record itself, asked anew when the language changes.
    struct Told {
        QString service; ///< its name
        QList<SummaryFact> facts;
        QString advice;
        bool hasForm = false; ///< its form is printed and signed
    };
    /// `today` says whether the case can still be taken back.
    void show(const CaseRecord &record, QDate today, std::function<Told(const CaseRecord &)> tell);
    void focusFirst();

Q_SIGNALS:
    void receiptWanted();
    void formWanted();
    void nextWanted();
    void familyWanted();
    void voidWanted();
    void correctionWanted();
    void relatedWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillMembers();
    void fillFacts(const Told &told);
    QString nextSteps(const QString &advice) const;
    bool isRegistration() const;

    std::optional<CaseRecord> m_record;
    CardFrame *m_card;
    Pill *m_state;
    QLabel *m_title;
    QLabel *m_reference;
    QLabel *m_next;
    QWidget *m_membersLine;
    QGridLayout *m_members;
    QGridLayout *m_facts;
    KeyButton *m_print;
    QPushButton *m_form;
    KeyButton *m_another;
    QPushButton *m_family;
    QPushButton *m_void;
    QPushButton *m_correct;
    QPushButton *m_related;
    QDate m_today;
    std::function<Told(const CaseRecord &)> m_tell;
};

} // namespace Loket
