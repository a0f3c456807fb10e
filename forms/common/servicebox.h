// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/notelist.h"
#include "model/services/availability.h"

#include <QWidget>

class QVBoxLayout;

namespace Loket {

class FilterField;
class Rulebook;

/// Services under their groups, narrowed by typing. One that can't be done now stays in the list with its
/// reason; choosing it tells why.
class ServiceBox : public QWidget
{
    Q_OBJECT

public:
    explicit ServiceBox(QWidget *parent = nullptr);

    /// `acts`: rows of the caller's own before the services, under `heading`. `rules` must outlive the box or
    /// the next call.
    void setContent(const QList<ServiceAvailability> &services, const Rulebook &rules,
                    const QString &heading = {}, const QList<NoteRow> &acts = {});
    FilterField *filter() const { return m_filter; }
    NoteList *list() const { return m_list; }
    const QList<ServiceAvailability> &services() const { return m_services; }
    /// Of the current row; null: none, or it is no service.
    const ServiceAvailability *current() const;
    const ServiceAvailability *answerOf(const QString &code) const; ///< null: not in the list
    void showWhy(const QString &code, const FamilyView &family);    ///< the rules behind the answer
    void setPadded(bool padded); ///< room around the field: inside of a flush card
    int possible() const;        ///< how many can be done now

Q_SIGNALS:
    void serviceChosen(const QString &code); ///< one that is possible
    void actChosen(const QString &key);
    void whyAsked(const QString &code); ///< a service that is not possible was chosen, or its mark

protected:
    void changeEvent(QEvent *) override;

private:
    void refill();
    void open(int row);
    void openCurrent();
    void askWhy(int row);
    const ServiceAvailability *serviceOf(int row) const;
    bool fits(const NoteRow &row, const QString &group) const;
    NoteRow rowOf(const ServiceAvailability &) const;
    void applyMetrics();
    void retranslate();

    FilterField *m_filter;
    NoteList *m_list;
    QList<ServiceAvailability> m_services;
    QList<NoteRow> m_acts;
    QString m_heading;
    const Rulebook *m_rules = nullptr;
    QVBoxLayout *m_above = nullptr;
    bool m_padded = false;
};

} // namespace Loket
