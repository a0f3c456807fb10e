// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/dues/calctexts.h"

class QGridLayout;
class QLabel;

namespace Loket {

/// "Hasil": what comes out, or what is still missing for it.
class CalcAnswerCard : public CardFrame
{
    Q_OBJECT
public:
    explicit CalcAnswerCard(QWidget *parent = nullptr);

    void show(const QString &calculator, const CalcAnswer &answer);
    QString problem() const; ///< the sentence for what is missing or wrong; empty: there is an answer
    /// "Iuran seluruhnya: Rp168.000" for every line, in their order.
    QStringList lines() const;

private:
    void showProblem(const QString &sentence, bool isMissing);
    void showLine(int row, const CalcLine &line);

    QLabel *m_problem;
    QGridLayout *m_grid;
    QLabel *m_edition;
    struct Row {
        QLabel *label;
        QLabel *value;
    };
    QList<Row> m_rows;
};

} // namespace Loket
