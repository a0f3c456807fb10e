// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QMenu;
class QToolButton;

namespace Loket {

class CaseStrip;
class KeyHint;
class Office;
class OfficerMenu;
class Pill;
class Preferences;
class SearchField;

/// Above every page: the search field, the open cases, why no new one can be made,
/// "MODE LATIHAN", office and officer.
class Header : public QFrame
{
    Q_OBJECT

public:
    Header(Office &office, Preferences &preferences, QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    CaseStrip *cases() const { return m_cases; }
    OfficerMenu *menu() const { return m_menu; }
    /// Quiet words in the empty search field: what the page in front shows; empty: how to search.
    void setContextText(const QString &text);
    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();
    void applyMetrics();

    Office &m_office;
    QString m_context;
    SearchField *m_search;
    KeyHint *m_searchKey;
    CaseStrip *m_cases;
    Pill *m_stop;
    Pill *m_trial;
    Pill *m_place;
    QToolButton *m_officer;
    OfficerMenu *m_menu;
};

} // namespace Loket
