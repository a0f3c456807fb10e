// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/officermenu.h"

#include "forms/common/office.h"
#include "forms/common/preferences.h"

#include <QActionGroup>

namespace Loket {

using namespace Qt::StringLiterals;

QString roleText(const QString &role)
{
    return role == "penyelia"_L1 ? OfficerMenu::tr("supervisor") : OfficerMenu::tr("officer");
}

OfficerMenu::OfficerMenu(Office &office, Preferences &preferences, QWidget *parent)
    : QMenu(parent)
    , m_office(office)
    , m_preferences(preferences)
{
    setObjectName("officerMenu"_L1);
    connect(this, &QMenu::aboutToShow, this, &OfficerMenu::fill); // always in the language that is on
}

void OfficerMenu::fill()
{
    clear();
    const auto choice = [this](QActionGroup *group, const QString &text, bool isOn, auto act) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setChecked(isOn);
        group->addAction(action);
        connect(action, &QAction::triggered, this, act);
    };

    addSection(tr("Officer"));
    auto *officers = new QActionGroup(this);
    for (const Officer &one : m_office.officers()) {
        choice(officers, tr("%1 · %2").arg(one.name, roleText(one.role)), one.id == m_office.officer().id,
               [this, id = one.id] { Q_EMIT officerAsked(id); });
    }
    addSection(tr("Language"));
    auto *languages = new QActionGroup(this);
    choice(languages, u"Bahasa Indonesia"_s, m_preferences.language() == "id"_L1,
           [this] { m_preferences.setLanguage(u"id"_s); });
    choice(languages, u"English"_s, m_preferences.language() == "en"_L1,
           [this] { m_preferences.setLanguage(u"en"_s); });
    addSection(tr("Look"));
    auto *looks = new QActionGroup(this);
    choice(looks, tr("Light"), !m_preferences.isDark(), [this] { m_preferences.setDark(false); });
    choice(looks, tr("Dark"), m_preferences.isDark(), [this] { m_preferences.setDark(true); });
    addSection(tr("Text size"));
    auto *sizes = new QActionGroup(this);
    for (const int percent : {100, 115, 130, 150}) {
        choice(sizes, tr("%1 %").arg(percent), m_preferences.textSize() == percent,
               [this, percent] { m_preferences.setTextSize(percent); });
    }
    addSeparator();
    connect(addAction(tr("Keys and help") + u"\tF1"_s), &QAction::triggered, this, &OfficerMenu::helpAsked);
}

} // namespace Loket
