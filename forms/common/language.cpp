// SPDX-License-Identifier: Apache-2.0
#include "forms/common/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace Loket {

using namespace Qt::StringLiterals;

Language::Language(QObject *parent)
    : QObject(parent)
{
    set(u"id"_s);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void Language::set(const QString &code)
{
    const QString wanted = code == "en"_L1 ? u"en"_s : u"id"_s;
    if (wanted == m_code)
        return;
    m_code = wanted;
    QLocale::setDefault(wanted == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                          : QLocale(QLocale::Indonesian, QLocale::Indonesia));
    QCoreApplication::removeTranslator(&m_translator);
    if (m_translator.load(u":/i18n/loket_%1.qm"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_translator);
    Q_EMIT changed();
}

QString currentLanguage()
{
    return QLocale().language() == QLocale::Indonesian ? u"id"_s : u"en"_s;
}

} // namespace Loket
