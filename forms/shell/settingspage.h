// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"

class QComboBox;
class QLineEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Loket {

class CardFrame;
class FieldBox;
class Office;
class Preferences;

/// This workplace: officer, language, look, text size, receipt paper; and in a trial store the training day.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Office &office, Preferences &preferences, QWidget *parent = nullptr);

    QString title() const override;
    void cameToFront() override;
    void addBelow(QWidget *card); ///< another part of the workplace; the page owns it

Q_SIGNALS:
    void enrolAsked();
    void officerAsked(const QString &id);

protected:
    void changeEvent(QEvent *) override;

private:
    FieldBox *choice(CardFrame *card, const char *name);
    void wire();
    void refill();
    void applyDay();

    Office &m_office;
    Preferences &m_preferences;
    QVBoxLayout *m_column;
    CardFrame *m_workplace;
    CardFrame *m_look;
    CardFrame *m_training;
    QLabel *m_centre;
    QLabel *m_centreWords;
    QPushButton *m_enrol;
    FieldBox *m_officer;
    FieldBox *m_channel;
    FieldBox *m_paper;
    FieldBox *m_applicant;
    FieldBox *m_language;
    FieldBox *m_theme;
    FieldBox *m_size;
    FieldBox *m_day;
    QPushButton *m_setDay;
    QPushButton *m_realDay;
    class QLabel *m_dayWords;
};

} // namespace Loket
