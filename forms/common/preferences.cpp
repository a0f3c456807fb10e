// SPDX-License-Identifier: Apache-2.0
#include "forms/common/preferences.h"

#include <QSettings>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const Preferences::Entry &entryOf(const char *key)
{
    for (const Preferences::Entry &entry : Preferences::entries()) {
        if (qstrcmp(entry.key, key) == 0)
            return entry;
    }
    Q_ASSERT_X(false, "Preferences", key);
    return Preferences::entries().first();
}

bool isAllowed(const Preferences::Entry &entry, const QVariant &value)
{
    if (!value.isValid() || !QVariant(value).convert(entry.fallback.metaType()))
        return false;
    QVariant typed = value;
    typed.convert(entry.fallback.metaType());
    return entry.allowed.isEmpty() || entry.allowed.contains(typed);
}

} // namespace

const QList<Preferences::Entry> &Preferences::entries()
{
    static const QList<Entry> list = {
        {"language", u"id"_s, {u"id"_s, u"en"_s}},
        {"dark", false, {}},
        {"textSize", 100, {100, 115, 130, 150}},
        {"receiptPaper", u"a5"_s, {u"a5"_s, u"roll80"_s}},
        {"channel", u"MCS"_s, {u"KC"_s, u"KLOK"_s, u"MPP"_s, u"MCS"_s}},
        {"officer", QString(), {}},
        {"camera", QString(), {}},     // of photos
        {"scanCamera", QString(), {}}, // of documents
        {"scansWithCamera", true, {}}, // the last scan came from it
        {"autoCapture", false, {}},
        // Printer, tray, paper and copies of each kind of paper, and card printers' offsets: JSON of
        // PrintChoices.
        {"printReceipt", QString(), {}},
        {"printCard", QString(), {}},
        {"printForm", QString(), {}},
        {"printChecklist", QString(), {}},
        {"printLeaflet", QString(), {}},
        {"printOffsets", QString(), {}},
        {"applicantScreen", false, {}},
        {"printBatch", QString(), {}}, // the cards of a batch that is not through: JSON of CardBatchDesk
    };
    return list;
}

QList<QVariant> Preferences::allowed(const char *key)
{
    return entryOf(key).allowed;
}

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

Preferences::~Preferences() = default;

QVariant Preferences::value(const char *key) const
{
    const Entry &entry = entryOf(key);
    const QString name = QLatin1StringView(key);
    QVariant found = m_file ? m_file->value(name) : m_memory.value(name);
    if (!isAllowed(entry, found))
        return entry.fallback;
    found.convert(entry.fallback.metaType());
    return found;
}

void Preferences::set(const char *key, const QVariant &value)
{
    const Entry &entry = entryOf(key);
    if (!isAllowed(entry, value) || this->value(key) == value)
        return;
    const QString name = QLatin1StringView(key);
    if (m_file)
        m_file->setValue(name, value);
    else
        m_memory.insert(name, value);
    Q_EMIT changed(name);
}

} // namespace Loket
