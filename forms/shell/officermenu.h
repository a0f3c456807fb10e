// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace Loket {

class Office;
class Preferences;

/// "petugas" / "penyelia" in the language that is on.
QString roleText(const QString &role);

/// Who works here, and how this workplace looks: officer, language, light or dark, text size, help.
class OfficerMenu : public QMenu
{
    Q_OBJECT

public:
    OfficerMenu(Office &office, Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void officerAsked(const QString &id);
    void helpAsked();

private:
    void fill();

    Office &m_office;
    Preferences &m_preferences;
};

} // namespace Loket
