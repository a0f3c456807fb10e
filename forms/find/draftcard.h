// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QLabel;

namespace Loket {

class DraftModel;
class ListTable;
class Navigator;
class Office;

/// "Konsep saya": drafts of the officer at work. Enter opens one, Del throws one away (with a way back).
class DraftCard : public CardFrame
{
    Q_OBJECT

public:
    DraftCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    void open(int row);
    void discard(int row);
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    DraftModel *m_model;
    ListTable *m_table;
    QLabel *m_none;
};

} // namespace Loket
