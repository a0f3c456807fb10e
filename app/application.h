// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/centrefactory.h"
#include "model/base/failure.h"

#include <QDate>
#include <QString>

#include <memory>

class QWidget;

namespace Loket {

class CameraPort;
class ClosedWindow;
class Dialogs;
class MainWindow;
class Office;
class Preferences;
class PrinterPort;

/// What was asked for on the command line.
struct LaunchOptions {
    QString storeDir; ///< empty: the user's data folder
    QDate today;      ///< --today; null: the real day
    QString tourDir;  ///< --tour; empty: the window
    // Of tests and the tour:
    std::shared_ptr<CameraPort> camera = {};    ///< null: the computer's
    std::shared_ptr<PrinterPort> printers = {}; ///< null: the computer's
    CentreFactory centre = {};                  ///< empty: as the store says
};

/// The folder of the store that is meant.
QString storeFolder(const LaunchOptions &options);

/// Reads the arguments. The error is one line for standard error (exit 2); an empty one: help or version was
/// printed.
Result<LaunchOptions, QString> readArguments(const QStringList &arguments);

/// Everything behind the window, opened and closed in order: rules and lists, store with its writers, office
/// with its threads, window. Destroying it keeps what is typed, ends the threads, closes the store.
class Application
{
public:
    /// `dialogs` null: windows. A Theme must exist.
    static Outcome<std::unique_ptr<Application>> open(const LaunchOptions &options,
                                                      Dialogs *dialogs = nullptr);
    ~Application();

    /// The main window, or what is left when the centre ordered to wipe this counter.
    void show();
    /// None until the counter was wiped; after that there is nothing else.
    ClosedWindow *closed() const;
    QWidget &shown() const; ///< the one of the two that is open
    /// These three: only while it is not closed.
    MainWindow &window() const;
    Office &office() const;
    Preferences &preferences() const;

private:
    struct Private;
    explicit Application(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace Loket
