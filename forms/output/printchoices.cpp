// SPDX-License-Identifier: Apache-2.0
#include "forms/output/printchoices.h"

#include "forms/common/preferences.h"
#include "forms/output/jobtext.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *kOffsets = "printOffsets";

const char *keyOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::Receipt:
        return "printReceipt";
    case PaperKind::Card:
        return "printCard";
    case PaperKind::Form:
        return "printForm";
    case PaperKind::Checklist:
        return "printChecklist";
    case PaperKind::Leaflet:
        break;
    }
    return "printLeaflet";
}

QJsonObject read(const Preferences *preferences, const char *key)
{
    return preferences ? QJsonDocument::fromJson(preferences->value(key).toString().toUtf8()).object()
                       : QJsonObject();
}

void write(Preferences *preferences, const char *key, const QJsonObject &object)
{
    if (preferences)
        preferences->set(key, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace

PrintChoice PrintChoices::of(PaperKind kind) const
{
    const QJsonObject kept = read(m_preferences, keyOf(kind));
    PrintChoice choice;
    choice.printer = kept.value("printer"_L1).toString();
    choice.tray = kept.value("tray"_L1).toString();
    choice.media = kept.value("media"_L1).toString();
    choice.copies = qBound(1, kept.value("copies"_L1).toInt(1), kMostCopies);
    return choice;
}

void PrintChoices::set(PaperKind kind, const PrintChoice &choice)
{
    write(m_preferences, keyOf(kind),
          {{"printer"_L1, choice.printer},
           {"tray"_L1, choice.tray},
           {"media"_L1, choice.media},
           {"copies"_L1, qBound(1, choice.copies, kMostCopies)}});
}

QPoint PrintChoices::offset(const QString &printer) const
{
    const QJsonObject kept = read(m_preferences, kOffsets).value(printer).toObject();
    const auto within = [&kept](QLatin1StringView key) {
        return qBound(-kMostOffset, kept.value(key).toInt(), kMostOffset);
    };
    return {within("x"_L1), within("y"_L1)};
}

void PrintChoices::setOffset(const QString &printer, QPoint offset)
{
    QJsonObject all = read(m_preferences, kOffsets);
    all.insert(printer, QJsonObject{{"x"_L1, offset.x()}, {"y"_L1, offset.y()}});
    write(m_preferences, kOffsets, all);
}

PrintOptions PrintChoices::options(PaperKind kind, const QString &printer) const
{
    const PrintChoice choice = of(kind);
    PrintOptions options;
    options.printer = printer;
    options.copies = choice.copies;
    if (choice.printer.isEmpty() || choice.printer == printer) {
        options.tray = choice.tray;
        options.media = choice.media;
    }
    if (kind == PaperKind::Card)
        options.offset = offset(printer);
    return options;
}

QString PrintChoices::printerFor(PaperKind kind, const QList<PrinterInfo> &there) const
{
    const QString wanted = of(kind).printer;
    QString usual = there.isEmpty() ? QString() : there.first().id;
    for (const PrinterInfo &printer : there) {
        if (printer.id == wanted)
            return wanted;
        if (printer.isDefault)
            usual = printer.id;
    }
    return usual;
}

void fillPrinterBox(QComboBox &box, const QList<PrinterInfo> &printers, const QString &usual)
{
    const QString before = box.currentData().toString();
    const QSignalBlocker quiet(&box);
    box.clear();
    for (const PrinterInfo &printer : printers) {
        const bool isWell = printer.isAccepting && !printer.isStopped && printer.reasons.isEmpty();
        box.addItem(isWell ? printer.name : printer.name + u" · "_s + printerStateText(printer), printer.id);
    }
    const int kept = box.findData(before);
    box.setCurrentIndex(kept >= 0 ? kept : box.findData(usual));
}

} // namespace Loket
