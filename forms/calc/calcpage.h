// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/dues/calctexts.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace Loket {

struct FamilyView;
class CalcAnswerCard;
class CalcForm;
class CalcList;
class CalcStepsModel;
class CardFrame;
class EmptyState;
class KeyButton;
class ListTable;
class Navigator;
class Office;

/// "Hitung": every calculator with its fields, its answer while typing, and the steps of the sum, each with
/// the rule behind it. What was typed stays for the next time.
class CalcPage : public Page
{
    Q_OBJECT

public:
    CalcPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~CalcPage() override;

    /// Chooses a calculator (empty: the last one) and fills it; `kk`: the family that it is about.
    void openWith(const QString &name, const QJsonObject &input, const QString &kk = {});
    /// Every calculator begins with what this family tells, and a case made from one is about it.
    void setFamily(const FamilyView &family);
    QString calculator() const;
    const CalcAnswer &answer() const { return m_answer; }

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    QWidget *makeHead();
    QWidget *makeRight();
    void choose(const QString &name);
    void calculateNow();
    void showWhy(int row);
    void takeIntoCase();
    void startOver();
    void showAbout();
    void print();
    void retranslate();
    void applyMetrics();

    Office &m_office;
    Navigator &m_navigator;
    CalcList *m_list;
    CalcForm *m_form;
    CalcAnswerCard *m_result;
    CalcStepsModel *m_steps;
    ListTable *m_table;
    CardFrame *m_inputCard;
    CardFrame *m_stepCard;
    QScrollArea *m_area;
    QStackedWidget *m_stepStack;
    EmptyState *m_noSteps;
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_about;
    QPushButton *m_clear;
    QPushButton *m_take;
    KeyButton *m_print;
    CalcAnswer m_answer;
    QString m_kk;
    QString m_familyName;
};

} // namespace Loket
