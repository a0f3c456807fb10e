// SPDX-License-Identifier: Apache-2.0
#include "forms/output/jobtext.h"

#include "forms/output/printdesk.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct JobText {
    Q_DECLARE_TR_FUNCTIONS(Loket::JobText)
};

/// IPP's keywords end in "-report", "-warning" or "-error": how bad it is, not what it is.
QString reasonText(QString reason)
{
    for (const QLatin1StringView ending : {"-report"_L1, "-warning"_L1, "-error"_L1}) {
        if (reason.endsWith(ending))
            reason.chop(ending.size());
    }
    if (reason == u"media-empty" || reason == u"media-needed" || reason == u"input-tray-missing")
        return JobText::tr("no paper or cards");
    if (reason == u"media-low")
        return JobText::tr("little paper left");
    if (reason == u"media-jam")
        return JobText::tr("paper or card jammed");
    if (reason == u"cover-open" || reason == u"door-open" || reason == u"interlock-open")
        return JobText::tr("a cover is open");
    if (reason == u"toner-empty" || reason == u"marker-supply-empty" || reason == u"developer-empty")
        return JobText::tr("toner or ribbon is used up");
    if (reason == u"toner-low" || reason == u"marker-supply-low")
        return JobText::tr("toner or ribbon is nearly used up");
    if (reason == u"offline" || reason == u"shutdown" || reason == u"timed-out")
        return JobText::tr("switched off or not connected");
    if (reason == u"connecting-to-device")
        return JobText::tr("looking for the device");
    if (reason == u"output-area-full" || reason == u"output-tray-missing")
        return JobText::tr("the output tray is full");
    if (reason == u"spool-area-full")
        return JobText::tr("this computer has no space left for printing");
    return reason;
}

} // namespace

QString jobStateText(const JobReport &report)
{
    switch (report.state) {
    case JobState::Sending:
        return JobText::tr("being sent");
    case JobState::Queued:
        return JobText::tr("waits for the printer");
    case JobState::Printing:
        return JobText::tr("is printing");
    case JobState::Held:
        return JobText::tr("printer stopped");
    case JobState::Silent:
        return JobText::tr("no answer");
    case JobState::Done:
        return JobText::tr("printed");
    case JobState::Failed:
        return JobText::tr("not printed");
    case JobState::Cancelled:
        return JobText::tr("cancelled");
    case JobState::Lost:
        break;
    }
    return JobText::tr("not known");
}

Tone jobStateTone(const JobReport &report)
{
    switch (report.state) {
    case JobState::Done:
        return Tone::Ok;
    case JobState::Failed:
    case JobState::Lost:
        return Tone::Danger;
    case JobState::Held:
    case JobState::Silent:
        return Tone::Warning;
    case JobState::Cancelled:
        return Tone::Neutral;
    default:
        return Tone::Info;
    }
}

QString printerReasonsText(const QStringList &reasons)
{
    QStringList words;
    for (const QString &reason : reasons) {
        const QString text = reasonText(reason);
        if (!words.contains(text))
            words += text;
    }
    return words.join(u" · "_s);
}

QString printerStateText(const PrinterInfo &printer)
{
    const QString reasons = printerReasonsText(printer.reasons);
    if (!printer.isAccepting)
        return JobText::tr("takes no jobs");
    if (printer.isStopped)
        return reasons.isEmpty() ? JobText::tr("stopped") : JobText::tr("stopped: %1").arg(reasons);
    return reasons.isEmpty() ? JobText::tr("ready") : JobText::tr("ready, but %1").arg(reasons);
}

QString printFailureText(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::Network:
        return JobText::tr(
            "This computer's print service does not answer. Save as PDF, or ask for help with the "
            "print service (CUPS).");
    case FailureKind::Missing:
        return JobText::tr("This printer is no longer there. Choose another one, then print again.");
    case FailureKind::Busy:
        return JobText::tr("This printer takes no jobs now. Start it again, or choose another one.");
    case FailureKind::Denied:
        return JobText::tr("The print service does not let this user print here. Choose another printer.");
    default:
        return JobText::tr("The printer did not take it. Look at the printer, then print again.");
    }
}

QString printLineText(const PrintLine &line)
{
    const JobReport &report = line.report;
    const QString reasons = printerReasonsText(report.reasons);
    switch (report.state) {
    case JobState::Sending:
        return JobText::tr("On its way to %1.").arg(line.printer);
    case JobState::Queued:
        return JobText::tr("Waits at %1 for its turn.").arg(line.printer);
    case JobState::Printing:
        return reasons.isEmpty() ? JobText::tr("%1 is printing.").arg(line.printer)
                                 : JobText::tr("%1 is printing, but: %2.").arg(line.printer, reasons);
    case JobState::Held:
        return reasons.isEmpty()
            ? JobText::tr("%1 stands. Start it again: the paper then comes out by itself.").arg(line.printer)
            : JobText::tr("%1 stands: %2. Mend it: the paper then comes out by itself.")
                  .arg(line.printer, reasons);
    case JobState::Silent:
        return JobText::tr(
            "The print service does not answer now. What became of the paper is told as soon as "
            "it does.");
    case JobState::Done:
        return JobText::tr("Printed on %1.").arg(line.printer);
    case JobState::Cancelled:
        return line.isOut ? JobText::tr("Cancelled, but it came out.") : JobText::tr("Cancelled.");
    case JobState::Lost:
        if (!line.asks)
            return line.isOut ? JobText::tr("It came out.")
                              : JobText::tr("It did not come out. Print it again.");
        return JobText::tr("Nobody can say whether it came out. Look at %1.").arg(line.printer);
    case JobState::Failed:
        break;
    }
    if (line.isOut)
        return JobText::tr("It came out.");
    return report.failure.kind == FailureKind::Io && report.hasBegun
        ? JobText::tr("%1 gave up in the middle of it. Look at what came out.").arg(line.printer)
        : printFailureText(report.failure);
}

} // namespace Loket
