// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QPoint>
#include <QString>

class QComboBox;

namespace Loket {

class Preferences;

/// Papers that may each have a printer of their own.
enum class PaperKind { Receipt, Card, Form, Checklist, Leaflet };
inline constexpr PaperKind kPaperKinds[]
    = {PaperKind::Receipt, PaperKind::Card, PaperKind::Form, PaperKind::Checklist, PaperKind::Leaflet};

/// Where and how a kind of paper is printed at this workplace.
struct PrintChoice {
    QString printer; ///< PrinterInfo::id; empty: the system's usual one
    QString tray;    ///< empty: as the printer is set up
    QString media;   ///< empty: the paper's own size
    int copies = 1;  ///< 1 to kMostCopies
    friend bool operator==(const PrintChoice &, const PrintChoice &) = default;
};
inline constexpr int kMostCopies = 9;
inline constexpr int kMostOffset = 50; ///< tenths of a millimetre, to each side

/// The print settings of this workplace, kept in its preferences. Null preferences: only the usual.
class PrintChoices
{
public:
    explicit PrintChoices(Preferences *preferences)
        : m_preferences(preferences)
    {
    }

    PrintChoice of(PaperKind kind) const;
    void set(PaperKind kind, const PrintChoice &choice);
    /// Where a card printer's page really begins: tenths of a millimetre, right and down.
    QPoint offset(const QString &printer) const;
    void setOffset(const QString &printer, QPoint offset);

    /// How a paper of this kind is printed on this printer. Tray and paper belong to the chosen printer;
    /// another one takes its own.
    PrintOptions options(PaperKind kind, const QString &printer) const;
    /// The printer for this kind among those that are there; empty: there is none.
    QString printerFor(PaperKind kind, const QList<PrinterInfo> &there) const;

private:
    Preferences *m_preferences;
};

/// Lists the printers, with what is wrong where something is; keeps what is chosen, else chooses `usual`.
void fillPrinterBox(QComboBox &, const QList<PrinterInfo> &printers, const QString &usual);

} // namespace Loket
