// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QListWidget;

namespace Loket {

/// One thing that a typed text may mean.
struct Suggestion {
    QString value;  ///< what is kept, e.g. a code
    QString text;   ///< what the editor shows once it is chosen
    QString detail; ///< what tells it from others, e.g. the levels above a village
    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// The list under an editor. Lies over the window as one of its children and never takes the focus, so typing
/// goes on while it is open.
class SuggestList : public QFrame
{
    Q_OBJECT
public:
    explicit SuggestList(QWidget *window);

    /// Shows `suggestions` under `editor`, or above it where there is no room; none: hides.
    void open(QWidget *editor, const QList<Suggestion> &suggestions, int current);
    int current() const; ///< -1: none
    int count() const { return int(m_suggestions.size()); }
    void step(int by);
    const Suggestion &at(int index) const { return m_suggestions[index]; }

Q_SIGNALS:
    void clicked(int index);

private:
    QListWidget *m_list;
    QList<Suggestion> m_suggestions;
};

} // namespace Loket
