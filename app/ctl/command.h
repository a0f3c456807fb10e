// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/ctl.h"
#include "model/base/failure.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace Loket {

class RulebookLibrary;

constexpr int kExitDone = 0;
constexpr int kExitNo = 1;
constexpr int kExitUsage = 2;
constexpr int kExitStore = 3;

/// What the options before the command say, and the ways out. One per run.
struct CtlSession {
    CtlWorld world;
    QString storeDir; ///< --store, else the user's data folder
    bool storeGiven = false;
    QString rulebookRoot; ///< --rulebook; empty: built in
    QDate today;          ///< --today, else the clock's
    bool todayGiven = false;
    QString officer;              ///< --officer
    QString secretFile;           ///< --secret-file
    const Clock *clock = nullptr; ///< stands on --today when given

    /// The editions of --rulebook, or the built-in ones with those in the store of --store; null after a
    /// fault was told, with the exit code that goes with it.
    std::shared_ptr<const RulebookLibrary> rulebooks(int *exitCode);
    /// The same with the editions that the store's centre sent, also for the store of the user's data folder.
    std::shared_ptr<const RulebookLibrary> rulebooksOfStore(int *exitCode);

    void print(const QJsonObject &line) const; ///< one compact JSON object and a newline on standard output
    void print(const QByteArray &line) const;
    int usage(const QString &message) const; ///< one line on standard error; kExitUsage
    int no(const QString &message) const;    ///< kExitNo
    int failed(
        const Failure &failure) const; ///< one line on standard error; the exit code that the kind asks for
    /// The bytes of a file, or of standard input for "-", at most `limit` (one more byte is BadInput).
    Outcome<QByteArray> read(const QString &fileOrDash, qint64 limit) const;
};

struct Command {
    const char *name;
    const char *arguments; ///< as help shows them
    const char *what;      ///< one line
    const char *details;   ///< for `help COMMAND`
    int (*run)(CtlSession &, const QStringList &arguments);
    bool paints = false; ///< needs fonts, and so a QGuiApplication
};

// One file a command: cmd_<name>.cpp. Listed in ctl.cpp.

} // namespace Loket
