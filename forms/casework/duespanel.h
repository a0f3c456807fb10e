// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QGridLayout;

namespace Loket {

class CaseDraft;
class WrapLink;

/// "Iuran": what the family will owe, from when it can pay, and why.
class DuesPanel : public CardFrame
{
    Q_OBJECT
public:
    explicit DuesPanel(CaseDraft &draft, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QLabel *what;
        QLabel *value;
    };
    void retranslate();
    void refresh();
    int showDates(int line); ///< answers the next free line
    void showWhy();          ///< the rules behind sums and dates
    void showLine(int index, const QString &what, const QString &value, const QString &role = {});
    void showNumbers(int index);

    CaseDraft &m_draft;
    QGridLayout *m_grid;
    QList<Line> m_lines;
    QLabel *m_nothing;
    WrapLink *m_why;
};

} // namespace Loket
