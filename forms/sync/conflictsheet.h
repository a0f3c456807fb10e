// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/caseservice.h"
#include "model/store/centreinbox.h"

#include <QWidget>

class QGridLayout;
class QRadioButton;

namespace Loket {

class Office;

/// The three columns of a conflict: before, at this counter, at the centre; only what differs. One choice a
/// group: Tab reaches a group, the arrows choose its side.
class ConflictSheet : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictSheet(Office &office, QWidget *parent = nullptr);

    /// A decided one is shown with what was chosen and can't be changed.
    void show(const ConflictView &conflict);
    QHash<QString, ConflictSide> sides() const { return m_sides; }
    bool isComplete() const { return m_sides.size() == m_conflict->groups.size(); }
    bool isAllTheirs() const;
    QList<QWidget *> choices() const; ///< in the order of reading
    void takeFocus();                 ///< to the first group without a choice, else the first
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void clear();
    void addHeader();
    void addGroup(const ConflictGroup &group);
    void addFields(const ConflictGroup &group);
    QRadioButton *choice(QWidget *holder, const ConflictGroup &group, ConflictSide side);
    void readDecision();
    void mark();

    Office &m_office;
    QGridLayout *m_grid;
    std::optional<ConflictView> m_conflict;
    QHash<QString, ConflictSide> m_sides;
    QList<std::pair<QString, QRadioButton *>> m_choices;
    QList<std::tuple<QString, ConflictSide, QWidget *>> m_values;
};

} // namespace Loket
