// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace Loket {

/// The language of the windows: "id" (the default) or "en". Changing it sets QLocale's default and the
/// translation; every widget gets a LanguageChange event and says its texts anew.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    QString code() const { return m_code; }
    void set(const QString &code); ///< anything but "en" is "id"

Q_SIGNALS:
    void changed();

private:
    QString m_code;
    QTranslator m_translator;
};

/// "id" or "en": the language that is on now, for codeText().
QString currentLanguage();

} // namespace Loket
