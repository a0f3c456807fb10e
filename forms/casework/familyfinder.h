// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/views.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Loket {

class CasePort;
class LinkButton;
class ListTable;
class SearchModel;

/// Asks for whom the service is: one field for NIK, KK, card, VA, phone or name, and what it finds. Enter
/// takes the family; a scanned number is taken as soon as it is found.
class FamilyFinder : public QWidget
{
    Q_OBJECT
public:
    /// `mayGoWithout`: the service can be done without a family.
    FamilyFinder(CasePort &port, bool mayGoWithout, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    /// Words above the list, e.g. why the family that was named can't be used.
    void say(const QString &text);
    void retranslate();

Q_SIGNALS:
    void found(const SearchHit &hit);
    void withoutWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(const QString &text);
    void show(const Outcome<SearchAnswer> &answer);
    void take();

    CasePort &m_port;
    QLineEdit *m_field;
    QLabel *m_label;
    QLabel *m_message;
    ListTable *m_table;
    SearchModel *m_model;
    LinkButton *m_without;
    quint64 m_asked = 0;
    quint64 m_answered = 0;
    bool m_takesWhenAnswered = false;
};

} // namespace Loket
