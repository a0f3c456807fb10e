// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tour.h"

#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/common/inspect.h"
#include "forms/common/office.h"
#include "forms/shell/mainwindow.h"
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/seed.h"

#include <QApplication>
#include <QCursor>
#include <QDialog>
#include <QFile>
#include <QPainter>
#include <QSaveFile>

#include <cstdio>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSeededPeople = 600;
constexpr QSize kScreen(1366, 768); // the laptop of a van

} // namespace

void Tour::writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw ScriptError(u"could not write %1: %2"_s.arg(path, file.errorString()));
}

Tour::Tour(LaunchOptions options)
    : m_options(std::move(options))
    , m_dir(m_options.tourDir)
{
    if (!m_options.today.isValid())
        m_options.today = SystemClock().today();
    m_data = sampleFamily(m_options.today);
    m_kk = m_data.value(u"family.kk"_s);
}

Tour::~Tour() = default;

int Tour::run()
{
    int exitCode = 1;
    try {
        prepareFolder();
        openStore();
        Script script = everything();
        script.run([&exitCode, this](const std::exception_ptr &error) {
            try {
                if (error)
                    std::rethrow_exception(error);
                exitCode = m_findings.isEmpty() && m_dialogs.unexpected.isEmpty() ? 0 : 1;
            } catch (const std::exception &e) {
                std::fprintf(stderr, "loket: tour: %s\n", e.what());
                QWidget *inFront = QApplication::activeModalWidget();
                (inFront ? inFront : &window())->grab().save(m_dir.filePath(u"stuck.png"_s));
            }
            QCoreApplication::exit();
        });
        QApplication::exec();
    } catch (const std::exception &e) {
        std::fprintf(stderr, "loket: tour: %s\n", e.what());
        return 1;
    }
    for (const QString &line : m_dialogs.unexpected)
        note(u"unexpected question: "_s + line);
    note(u"%1 pictures, %2 findings; the registration took %3"_s.arg(m_pictures)
             .arg(m_findings.size())
             .arg(m_registered.isEmpty() ? u"no end"_s : m_registered));
    m_application.reset();
    m_printer.reset();
    return exitCode;
}

void Tour::note(const QString &line) const
{
    std::printf("tour: %s\n", qPrintable(line));
    std::fflush(stdout);
}

MainWindow &Tour::window() const
{
    return m_application->window();
}

QString Tour::freshFile(const QString &name) const
{
    const QString path = m_dir.filePath(name);
    QFile::remove(path);
    return path;
}

void Tour::prepareFolder()
{
    if (!m_dir.mkpath(u"."_s))
        throw ScriptError(u"cannot make the folder %1"_s.arg(m_dir.path()));
    const QStringList old = m_dir.entryList({u"[0-9][0-9]-*.png"_s, u"[0-9][0-9][0-9]-*.png"_s,
                                             u"card-*.pdf"_s, u"receipt.pdf"_s, u"case.json"_s},
                                            QDir::Files);
    for (const QString &file : old)
        m_dir.remove(file);
    // A folder that holds something else than a tour's store is not ours to empty.
    QDir store(m_dir.filePath(u"store"_s));
    if (store.exists() && !store.exists(u"store.db"_s) && !store.isEmpty())
        throw ScriptError(u"%1 is not a store of an earlier tour"_s.arg(store.path()));
    if (store.exists() && !store.removeRecursively())
        throw ScriptError(u"cannot replace %1"_s.arg(store.path()));
}

void Tour::openStore()
{
    // Some participants to find, so that lists look as on a working day.
    const FixedClock clock(m_options.today);
    const auto facilities = FacilityIndex::trial();
    SeedOptions seed;
    seed.dir = m_dir.filePath(u"store"_s);
    seed.participants = kSeededPeople;
    seed.rulebook = &RulebookLibrary::builtIn()->on(m_options.today);
    seed.facilities = facilities.get();
    seed.clock = &clock;
    if (const auto seeded = seedStore(seed); !seeded)
        throw ScriptError(u"cannot fill the store: %1"_s.arg(seeded.error().detail));

    LaunchOptions options = m_options;
    options.storeDir = seed.dir;
    m_camera = std::make_shared<TourCamera>();
    options.camera = m_camera;
    m_printer = std::make_shared<TourPrinter>();
    options.printers = m_printer;
    auto application = Application::open(options, &m_dialogs);
    if (!application)
        throw ScriptError(failureWord(application.error().kind) + u": "_s + application.error().detail);
    m_application = application.take();
    QCursor::setPos(window().geometry().bottomLeft() + QPoint(600, -10)); // over nothing that lights up
    window().show();
}

QWidget *Tour::shown(const QString &objectName) const
{
    QWidget *scope = QApplication::activeModalWidget() ? QApplication::activeModalWidget()
                                                       : QApplication::activeWindow();
    for (QWidget *widget : scope ? scope->findChildren<QWidget *>(objectName) : QList<QWidget *>()) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QWidget *Tour::find(const QString &objectName) const
{
    if (QWidget *widget = shown(objectName))
        return widget;
    throw ScriptError(u"there is no visible '%1'"_s.arg(objectName));
}

Script Tour::settle()
{
    // Three turns of the event loop: what was asked for has been answered, laid out and painted.
    int turns = 0;
    co_await Until(u"three turns"_s, [&turns] { return ++turns > 3; });
}

Script Tour::backToWindow()
{
    co_await Until(u"the dialog to close"_s, [] {
        const QWidgetList all = QApplication::topLevelWidgets();
        return std::none_of(all.begin(), all.end(),
                            [](QWidget *w) { return qobject_cast<QDialog *>(w) != nullptr; });
    });
    // A desktop gives the keyboard back to the window below; the offscreen platform has to be asked.
    co_await settle();
    window().activateWindow();
    co_await Until(u"the window to be active"_s,
                   [this] { return QApplication::activeWindow() == &window(); });
}

Script Tour::picture(QString name)
{
    co_await pictureOf(&window(), name);
}

Script Tour::pictureOf(QWidget *target, QString name)
{
    co_await settle();
    QPixmap whole = window().grab();
    if (target != &window()) {
        QPainter painter(&whole);
        painter.fillRect(whole.rect(), QColor(0, 0, 0, 90));
        const QPixmap front = target->grab();
        const QSize free = (window().size() - target->size()) / 2;
        painter.drawPixmap(QPoint(free.width(), free.height()), front);
    }
    keepPicture(target, whole, name);
}

Script Tour::pictureAlone(QWidget *target, QString name)
{
    co_await settle();
    keepPicture(target, target->grab(), name);
}

void Tour::keepPicture(QWidget *target, const QPixmap &picture, const QString &name)
{
    const QString file = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QChar(u'0')).arg(m_look + name);
    if (!picture.save(m_dir.filePath(file)))
        throw ScriptError(u"could not write %1"_s.arg(file));
    if (window().size() != kScreen) {
        m_findings
            += u"%1: the window needs %2 x %3"_s.arg(file).arg(window().width()).arg(window().height());
        note(u"found: "_s + m_findings.last());
    }
    for (const Finding &finding : inspectWindow(*target)) {
        m_findings += file + u": "_s + finding.line();
        note(u"found: "_s + m_findings.last());
    }
}

QString Tour::focusKey() const
{
    QWidget *focus = QApplication::focusWidget();
    for (QWidget *widget = focus; widget; widget = widget->parentWidget()) {
        if (const auto *grid = qobject_cast<MemberGrid *>(widget)) {
            const QModelIndex at = grid->currentIndex();
            return u"member.%1.%2"_s.arg(at.row()).arg(MemberModel::fieldOf(at.column()));
        }
    }
    return focus ? focus->objectName() : QString();
}

} // namespace Loket
