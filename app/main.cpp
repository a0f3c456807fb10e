// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/onewindow.h"
#include "app/tour/tour.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/windowdialogs.h"
#include "forms/shell/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QIcon>
#include <QWidget>

#include <cstdio>

namespace {

constexpr int kExitUsage = 2;
constexpr int kExitStore = 3;

/// Says on standard error, and in a window for who has no terminal, why Loket can't start.
int refuseToStart(QApplication &app, const Loket::Failure &failure)
{
    const QString text = Loket::failureText(failure);
    fprintf(stderr, "loket: %s (%s)\n", qPrintable(Loket::failureWord(failure.kind)),
            qPrintable(failure.detail));
    if (QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        return kExitStore;
    QWidget nowhere;
    Loket::WindowDialogs().tell(&nowhere, QStringLiteral("Loket"), text);
    app.exec(); // ends with the last window
    return kExitStore;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("loket"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LOKET_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Loket"));
    QGuiApplication::setDesktopFileName(QStringLiteral("id.loket.Loket"));

    const auto options = Loket::readArguments(QCoreApplication::arguments());
    if (!options) {
        if (options.error().isEmpty())
            return 0;
        fprintf(stderr, "loket: %s\n", qPrintable(options.error()));
        return kExitUsage;
    }
    Loket::Theme theme(app);
    if (!options.value().tourDir.isEmpty())
        return Loket::Tour(options.value()).run();
    const auto application = Loket::Application::open(options.value());
    const QString folder = Loket::storeFolder(options.value());
    if (!application) {
        if (application.error().kind == Loket::FailureKind::LockedByOther && Loket::OneWindow::ask(folder)) {
            fprintf(stderr, "loket: open already (process %s); its window is shown\n",
                    qPrintable(application.error().detail));
            return 0;
        }
        const Loket::Language language; // Indonesian, as long as no preferences could be read
        return refuseToStart(app, application.error());
    }
    // Who is wiped holds the store no longer: another start may be saying so already.
    if (application.value()->closed() && Loket::OneWindow::ask(folder, std::chrono::milliseconds(0)))
        return 0;
    application.value()->show();
    const Loket::OneWindow shown(folder, [&application] {
        QWidget &window = application.value()->shown();
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
        window.activateWindow();
    });
    return QApplication::exec();
}
