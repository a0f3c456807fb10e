// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QGridLayout;

namespace Loket {

/// Labels at the left, words that wrap at the right; filled anew as a whole.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    /// Pairs of label and words.
    void set(const QList<std::pair<QString, QString>> &facts);

private:
    QGridLayout *m_grid;
    QList<std::pair<QString, QString>> m_facts;
};

} // namespace Loket
