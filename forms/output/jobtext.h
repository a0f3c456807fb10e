// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "model/ports/printerport.h"

namespace Loket {

struct PrintLine;

QString jobStateText(const JobReport &report); ///< one or two words
Tone jobStateTone(const JobReport &report);
/// What stands in the way of a printer, in words: "no paper · a cover is open"; empty: nothing is known.
QString printerReasonsText(const QStringList &reasons);
/// How a printer stands: "ready", "stopped: no paper", "takes no jobs".
QString printerStateText(const PrinterInfo &printer);
/// Why a paper did not get onto a printer, and what to do.
QString printFailureText(const Failure &failure);
/// A whole sentence on how a paper stands.
QString printLineText(const PrintLine &line);

} // namespace Loket
