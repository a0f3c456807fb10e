// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace Loket {

/// What an officer chose for this workplace: {key, kind, default}. Kept in one small file; a value that is
/// not of its kind reads as the default.
class Preferences : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        const char *key;
        QVariant fallback;
        QList<QVariant> allowed; ///< empty: anything of the same type
    };
    static const QList<Entry> &entries();
    static QList<QVariant> allowed(const char *key);

    /// `file`: the ini file; empty: kept in memory only.
    explicit Preferences(const QString &file, QObject *parent = nullptr);
    ~Preferences() override;

    QString language() const { return value("language").toString(); }
    bool isDark() const { return value("dark").toBool(); }
    int textSize() const { return value("textSize").toInt(); }
    QString receiptPaper() const { return value("receiptPaper").toString(); } ///< a5 | roll80
    QString channel() const { return value("channel").toString(); } ///< where this counter stands: KC | …
    QString officer() const { return value("officer").toString(); }

    bool hasApplicantScreen() const { return value("applicantScreen").toBool(); } ///< a second monitor

    void setLanguage(const QString &code) { set("language", code); }
    void setDark(bool dark) { set("dark", dark); }
    void setTextSize(int percent) { set("textSize", percent); }
    void setReceiptPaper(const QString &paper) { set("receiptPaper", paper); }
    void setChannel(const QString &code) { set("channel", code); }
    void setOfficer(const QString &id) { set("officer", id); }
    void setApplicantScreen(bool isOn) { set("applicantScreen", isOn); }

    QVariant value(const char *key) const;
    void set(const char *key, const QVariant &value); ///< ignores what is not allowed

Q_SIGNALS:
    void changed(const QString &key);

private:
    std::unique_ptr<QSettings> m_file;
    QVariantHash m_memory;
};

} // namespace Loket
