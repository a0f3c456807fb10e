// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/desk/infodesk.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace Loket {

class FilterField;
class NoteList;
class Office;
class Rulebook;

/// The information desk: benefits, procedures, rights, what is not covered, devices, channels and holidays as
/// the rulebook of the day has them. Typing narrows the list; Enter or F1 shows the row behind an answer; Esc
/// goes back to the work below.
class InfoDesk : public QDialog
{
    Q_OBJECT

public:
    InfoDesk(Office &office, QWidget *parent);

    FilterField *filter() const { return m_filter; }
    NoteList *list() const { return m_list; }

protected:
    void changeEvent(QEvent *) override;

private:
    struct Section {
        QString title;
        QList<InfoEntry> entries;
    };
    void build();
    void collect();
    void refill();
    void showRule(int row);
    void retranslate();
    const Rulebook &rules() const;
    QList<InfoEntry> devices(const QString &language) const;
    QList<InfoEntry> holidays(const QString &language) const;

    Office &m_office;
    QLabel *m_title;
    FilterField *m_filter;
    NoteList *m_list;
    QPushButton *m_close;
    QList<Section> m_sections;
};

} // namespace Loket
