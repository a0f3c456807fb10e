// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace Loket {

class FactGrid;
class KeyButton;
class Navigator;
class Office;
struct SnapshotProgress;
class Pill;

/// The link to the centre, "Sinkron sekarang" with progress and outcome, and the switch of what happens by
/// itself.
class RunCard : public CardFrame
{
    Q_OBJECT

public:
    RunCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void refresh();
    void takeFocus();

Q_SIGNALS:
    void listWanted(); ///< the focus has to go somewhere else: nothing here can be chosen

protected:
    void changeEvent(QEvent *) override;

private:
    QString outcomeText() const;
    static QString loadingText(const SnapshotProgress &snapshot);
    void turn(bool isOn);

    Office &m_office;
    Navigator &m_navigator;
    Pill *m_link;
    FactGrid *m_facts;
    QCheckBox *m_automatic;
    QProgressBar *m_progress;
    QLabel *m_limit;
    QLabel *m_outcome;
    KeyButton *m_start;
    QPushButton *m_cancel;
};

} // namespace Loket
