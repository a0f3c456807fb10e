// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

#include <functional>

namespace Loket {

/// `--lines`: one JSON input a line, one JSON output a line, in the same order. `answer` turns a line into
/// its output or the reason why there is none, which becomes {"error": "…"} in its place. A line longer than
/// `longest` bytes is refused without being kept. The exit code is kExitDone once every line was answered.
int answerLines(const CtlSession &session, const QString &fileOrDash, qint64 longest,
                const std::function<Result<QByteArray, QString>(const QByteArray &line)> &answer);

} // namespace Loket
