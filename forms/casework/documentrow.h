// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QWidget>

class QCheckBox;

namespace Loket {

class LinkButton;
class ReasonLine;
class WrapLink;

/// One line of the checklist.
class DocumentRow : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentRow(QWidget *parent = nullptr);

    /// `waived`: the reason why a photo is not needed; empty: it is.
    /// `hasScan`: there is a picture of it.
    void show(const DocumentNeed &need, const QString &text, const QString &waived, bool hasScan);
    const DocumentNeed &need() const { return m_need; }
    QCheckBox *box() const { return m_box; }
    bool isPhoto() const;

Q_SIGNALS:
    void ticked(bool seen);
    void photoWanted();
    void waived(const QString &reason);
    void unwaived();
    void scanWanted();     ///< for the first time, or in place of the one that is there
    void scanViewWanted(); ///< look at the one that is there
    void scanDropped();
    void whyAsked(); ///< the rule that asks for it

public:
    /// S scans, V shows the scan, Delete drops it; false: the key means nothing here.
    bool takeKey(int key);

private:
    void click();
    void bindScan();
    void showScan(const QString &text, bool hasScan);
    DocumentNeed m_need;
    QCheckBox *m_box;
    LinkButton *m_photo;
    LinkButton *m_waive;
    LinkButton *m_scan;
    LinkButton *m_view;
    LinkButton *m_drop;
    LinkButton *m_why;
    WrapLink *m_waived;
    ReasonLine *m_reason;
};

} // namespace Loket
