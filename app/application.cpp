// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "app/counterclock.h"
#include "app/devices/cupsprinter.h"
#include "app/devices/qtcamera.h"
#include "app/rooms.h"
#include "app/storeoffice.h"
#include "app/wipeteller.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/common/windowdialogs.h"
#include "forms/shell/closedwindow.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/store/diskreserve.h"
#include "model/store/store.h"
#include "model/store/wipemark.h"
#include "model/sync/centralof.h"
#include "model/sync/storededitions.h"
#include "model/sync/trialstart.h"

#include <QCommandLineParser>
#include <QStandardPaths>

namespace Loket {

using namespace Qt::StringLiterals;

/// In the order of making; destroyed from the last to the first, so the window goes before the office, the
/// office's threads before the store, and the store (which finishes what was handed in) before its clock.
struct Application::Private {
    CounterClock clock;
    std::shared_ptr<const RulebookLibrary> rulebooks;
    std::shared_ptr<const RegionIndex> regions;
    std::shared_ptr<const FacilityIndex> facilities;
    std::unique_ptr<Store> store;
    std::unique_ptr<Preferences> preferences;
    Language language;
    WindowDialogs windowDialogs;
    std::unique_ptr<StoreOffice> office;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<ClosedWindow> closed;
    std::unique_ptr<WipeTeller> teller;
    QObject here; ///< while this lives, signals are heard

    bool close(const QString &dir);
    void wipe();
};

/// What is shown of a counter that was wiped. False: its mark can't be read.
bool Application::Private::close(const QString &dir)
{
    const auto mark = readWipeMark(dir);
    if (!mark)
        return false;
    closed = std::make_unique<ClosedWindow>(mark.value(), dir);
    teller = std::make_unique<WipeTeller>(dir, clock);
    QObject::connect(teller.get(), &WipeTeller::told, closed.get(), [this, dir] {
        if (const auto told = readWipeMark(dir))
            closed->setMark(told.value());
    });
    if (!mark.value().isTold)
        teller->begin();
    return true;
}

/// The mark is left: nothing is saved any more, everything is closed, then deleted. What can't be deleted now
/// is deleted with the next start.
void Application::Private::wipe()
{
    const QString dir = store->dir();
    // Shown first: the program ends with its last window.
    if (close(dir) && window->isVisible())
        closed->show();
    window.reset();
    office.reset();
    store.reset();
    if (const auto deleted = deleteStoreFiles(dir); !deleted)
        qWarning("the store could not be deleted: %s", qPrintable(deleted.error().detail));
}

Result<LaunchOptions, QString> readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption store(u"store"_s, u"Folder of the store (default: the user's data folder)."_s,
                                   u"DIR"_s);
    const QCommandLineOption today(u"today"_s, u"Work on another day, yyyy-mm-dd."_s, u"DAY"_s);
    const QCommandLineOption tour(
        u"tour"_s, u"Drive the windows through one registration; leave pictures in DIR."_s, u"DIR"_s);
    parser.addOptions({store, today, tour});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return fail(parser.errorText());
    if (parser.isSet(help)) {
        fputs(qPrintable(parser.helpText()), stdout);
        return fail(QString());
    }
    if (parser.isSet(version)) {
        fputs("loket " LOKET_VERSION "\n", stdout);
        return fail(QString());
    }
    if (!parser.positionalArguments().isEmpty())
        return fail(u"unknown argument '%1'; see loket --help"_s.arg(parser.positionalArguments().first()));
    LaunchOptions options;
    options.storeDir = parser.value(store);
    options.tourDir = parser.value(tour);
    if (parser.isSet(today)) {
        options.today = QDate::fromString(parser.value(today), Qt::ISODate);
        if (!options.today.isValid())
            return fail(u"--today: '%1' is no date; write it as 2026-11-21"_s.arg(parser.value(today)));
    }
    return options;
}

QString storeFolder(const LaunchOptions &options)
{
    return options.storeDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                                      : options.storeDir;
}

static Outcome<std::unique_ptr<CentralPort>> centreOfStore(Store &store, const Context &context,
                                                           const std::atomic_bool *cancel)
{
    return centralOf(store, context, cancel);
}

Outcome<std::unique_ptr<Application>> Application::open(const LaunchOptions &options, Dialogs *dialogs)
{
    auto parts = std::make_unique<Private>();
    if (options.today.isValid())
        parts->clock.moveTo(options.today);
    const QString dir = storeFolder(options);
    parts->preferences = std::make_unique<Preferences>(dir + u"/preferences.ini"_s);
    parts->language.set(parts->preferences->language()); // so that a failure below speaks it
    Theme::current().setDark(parts->preferences->isDark());
    Theme::current().setScale(parts->preferences->textSize());

    const auto regions = RegionIndex::load();
    if (!regions)
        return fail(regions.error());
    parts->regions = regions.value();
    StoreOptions storeOptions;
    storeOptions.dir = dir;
    storeOptions.create = true;
    storeOptions.write = true;
    storeOptions.clock = &parts->clock;
    storeOptions.reserveBytes = DiskReserve::kBytes;
    auto store = Store::open(storeOptions);
    if (!store && store.error().kind == FailureKind::Wiped && parts->close(dir))
        return std::unique_ptr<Application>(new Application(std::move(parts)));
    if (!store)
        return fail(store.error());
    parts->store = store.take();
    auto editions = editionsOf(*parts->store);
    if (!editions)
        return fail(editions.error());
    parts->rulebooks = editions.take();
    auto facilities = facilitiesOf(*parts->store, parts->clock.today());
    if (!facilities)
        return fail(facilities.error());
    parts->facilities = facilities.take();

    Context context;
    context.rulebooks = parts->rulebooks.get();
    context.today = parts->clock.today();
    context.regions = parts->regions.get();
    context.facilities = parts->facilities.get();
    if (const auto ready = prepareTrial(*parts->store, Actor{u"loket"_s, u"petugas"_s, u"loket"_s}); !ready)
        return fail(ready.error());
    auto office = StoreOffice::open(*parts->store, context, parts->clock, *parts->preferences,
                                    options.centre ? options.centre : centreOfStore);
    if (!office)
        return fail(office.error());
    parts->office = office.take();

    Dialogs &asked = dialogs ? *dialogs : parts->windowDialogs;
    parts->window = std::make_unique<MainWindow>(
        *parts->office, *parts->preferences, parts->language, asked,
        allRooms(*parts->store, *parts->preferences,
                 options.camera ? options.camera : std::make_shared<QtCamera>(),
                 options.printers ? options.printers : std::make_shared<CupsPrinter>()));
    // Not within the signal: the office goes.
    QObject::connect(
        parts->office.get(), &Office::wipeDue, &parts->here, [p = parts.get()] { p->wipe(); },
        Qt::QueuedConnection);
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

Application::Application(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Application::~Application()
{
    if (d->window)
        d->window->keepEverything(); // the drafts' writes are handed in before the store closes
}

void Application::show()
{
    if (d->closed)
        d->closed->show();
    else
        d->window->show();
}

QWidget &Application::shown() const
{
    return d->closed ? static_cast<QWidget &>(*d->closed) : *d->window;
}

ClosedWindow *Application::closed() const
{
    return d->closed.get();
}

MainWindow &Application::window() const
{
    return *d->window;
}

Office &Application::office() const
{
    return *d->office;
}

Preferences &Application::preferences() const
{
    return *d->preferences;
}

} // namespace Loket
