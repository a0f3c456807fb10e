// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tour.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casepage.h"
#include "forms/casework/membergrid.h"
#include "forms/casework/membermodel.h"
#include "forms/common/inspect.h"
#include "forms/common/office.h"
#include "forms/common/preferences.h"
#include "forms/shell/mainwindow.h"
#include "model/base/clock.h"
#include "model/domain/casejson.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/seed.h"

#include <QApplication>
#include <QCursor>
#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPainter>
#include <QSaveFile>

#include <cstdio>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSeededPeople = 600;
constexpr QSize kScreen(1366, 768); // the laptop of a van
constexpr int kMostStops = 200;     // more than any form has fields: the keyboard is caught in a circle

void writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw ScriptError(u"could not write %1: %2"_s.arg(path, file.errorString()));
}

} // namespace

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
    const QStringList old = m_dir.entryList(
        {u"[0-9][0-9]-*.png"_s, u"card-*.pdf"_s, u"receipt.pdf"_s, u"case.json"_s}, QDir::Files);
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
    const QString file = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QChar(u'0')).arg(m_look + name);
    if (!whole.save(m_dir.filePath(file)))
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

Script Tour::everything()
{
    co_await Until(u"the window"_s, [this] { return QApplication::activeWindow() == &window(); });
    co_await home();
    co_await registration();
    co_await receipt();
    co_await confirmation();
    co_await cards();
    co_await otherLooks();
}

Script Tour::home()
{
    co_await picture(u"beranda"_s);
    m_hand.type(u"siti"_s);
    co_await Until(u"results"_s, [this] { return shown(u"results"_s) != nullptr; });
    co_await picture(u"cari"_s);
    m_hand.press(Qt::Key_Escape);
    m_hand.type(m_kk);
    co_await picture(u"belum-terdaftar"_s);
    m_hand = Hand();
}

Script Tour::registration()
{
    m_hand.press(Qt::Key_F3);
    co_await Until(u"the case page"_s, [this] { return focusKey() == u"family.kk"_s; });
    co_await picture(u"kasus-baru"_s);
    co_await fillForm();
    co_await photos();
    co_await checklist();
    co_await picture(u"kasus-lengkap"_s);
    m_hand.press(Qt::Key_Return, Qt::ControlModifier);
    co_await settle();
    if (QWidget *summary = window().findChild<QWidget *>(u"summary"_s); !summary || !summary->isVisible()) {
        co_await picture(u"peringatan"_s);
        m_hand.press(Qt::Key_Return, Qt::ControlModifier); // warnings were looked at
    }
    co_await Until(u"Tersimpan"_s, [this] {
        const QWidget *summary = window().findChild<QWidget *>(u"summary"_s);
        return summary && summary->isVisible();
    });
    m_registered
        = u"%1 characters of data, %2 acts beyond them"_s.arg(m_hand.characters()).arg(m_hand.acts());
    note(u"registered: "_s + m_registered);
    co_await picture(u"tersimpan"_s);
    const auto cases = m_application->office().cases(0, 1);
    if (!cases || cases.value().isEmpty())
        throw ScriptError(u"the case is not in the store"_s);
    m_caseId = cases.value().first().id.text();
    m_sampleCase = cases.value().first().content;
    writeFile(m_dir.filePath(u"case.json"_s),
              QJsonDocument(writeCase(cases.value().first().content)).toJson(QJsonDocument::Indented));
}

Script Tour::fillForm()
{
    // Follows the focus wherever Tab and Enter lead, as an officer does: what is known of a field is typed
    // into it.
    bool showedMistake = false;
    for (int stops = 0; !m_data.isEmpty(); ++stops) {
        if (stops > kMostStops)
            throw ScriptError(u"the keys never reach: "_s + QStringList(m_data.keys()).join(u", "_s));
        const QString key = focusKey();
        if (key == u"member.2.name"_s && !showedMistake) {
            showedMistake = true;
            co_await picture(u"anggota"_s);
        }
        const Qt::Key end = key.startsWith(u"member."_s) ? Qt::Key_Return : Qt::Key_Tab;
        if (m_data.contains(key))
            m_hand.enter(m_data.take(key), end);
        else
            m_hand.press(end);
        co_await settle();
    }
}

Script Tour::checklist()
{
    m_hand.press(Qt::Key_Space); // consent, where the form's last Tab led
    for (int stops = 0; focusKey() != u"document"_s; ++stops) {
        if (stops > kMostStops)
            throw ScriptError(u"Tab never reaches the documents"_s);
        m_hand.press(Qt::Key_Tab);
        co_await settle();
    }
    // Enter ticks a document and goes on to the next; the last one keeps the focus.
    for (QWidget *last = nullptr; last != QApplication::focusWidget();) {
        last = QApplication::focusWidget();
        m_hand.press(Qt::Key_Return);
        co_await settle();
    }
}

Script Tour::photos()
{
    for (int i = 0; i < kSampleMembers; ++i) {
        const QString file = freshFile(u"store/portrait-%1.jpg"_s.arg(i));
        writeFile(file, drawnPortrait(i));
        m_dialogs.filesToRead.enqueue(file);
        m_hand.press(Qt::Key_F4);
        co_await Until(u"the photo dialog"_s, [] { return QApplication::activeModalWidget() != nullptr; });
        co_await Until(u"the picture"_s, [] {
            const QWidget *use = QApplication::activeModalWidget()->findChild<QWidget *>(u"usePhoto"_s);
            return use && use->isEnabled();
        });
        if (i == 0)
            co_await pictureOf(QApplication::activeModalWidget(), u"foto"_s);
        m_hand.press(Qt::Key_Return);
        co_await backToWindow();
        co_await Until(u"the photo to be kept"_s, [this, i] {
            const auto &members = window().findChild<CasePage *>()->draft().content().family.members;
            return std::count_if(members.begin(), members.end(),
                                 [](const CaseMember &m) { return !m.photo.isEmpty(); })
                > i;
        });
        QFile::remove(file);
    }
}

Script Tour::savePaper(QString file, QString name)
{
    co_await Until(u"the preview"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    QWidget *dialog = QApplication::activeModalWidget();
    co_await Until(u"the paper"_s, [dialog] {
        const QWidget *save = dialog->findChild<QWidget *>(u"savePaper"_s);
        return save && save->isEnabled();
    });
    co_await pictureOf(dialog, name);
    const QString path = freshFile(file);
    m_dialogs.filesToWrite.enqueue(path);
    m_hand.press(Qt::Key_S, Qt::ControlModifier);
    const std::function<bool()> isWritten = [path] { return QFileInfo(path).size() > 0; };
    co_await Until(file, isWritten);
    co_await settle();
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

Script Tour::receipt()
{
    m_hand.press(Qt::Key_P, Qt::ControlModifier);
    co_await savePaper(u"receipt.pdf"_s, u"tanda-terima"_s);
}

Script Tour::synchronise()
{
    window().showSync();
    co_await settle();
    m_hand.click(find(u"syncNow"_s));
    co_await Until(u"the synchronisation"_s, [this] {
        const SyncState state = m_application->office().syncState();
        return !state.isRunning && (state.last || state.failure);
    });
    if (const auto failure = m_application->office().syncState().failure)
        throw ScriptError(u"synchronising failed: "_s + failure->detail);
    co_await settle();
}

Script Tour::confirmation()
{
    window().showSync();
    co_await picture(u"menunggu-kirim"_s);
    co_await synchronise();
    co_await picture(u"sinkron"_s);
    window().showFamily(m_kk);
    co_await picture(u"keluarga-menunggu-bayar"_s);
    const auto record = m_application->office().caseById(m_caseId);
    if (!record || !record.value() || record.value()->state != CaseState::Accepted)
        throw ScriptError(u"the trial centre did not accept the case"_s);
    // The trial centre treats the first payment as made on the first day of its window.
    m_application->office().setTrialDay(record.value()->assessment.dates.firstPaymentFrom);
    co_await synchronise();
    window().showFamily(m_kk);
    co_await picture(u"keluarga-aktif"_s);
}

Script Tour::cards()
{
    const auto family = m_application->office().family(m_kk);
    if (!family || !family.value())
        throw ScriptError(u"the family is not there"_s);
    window().go(Place::Cards);
    co_await picture(u"kartu"_s);
    int index = 0;
    for (const MemberView &member : family.value()->members) {
        window().showCard(member.card);
        const QString file = u"card-%1.pdf"_s.arg(++index);
        const QString name = u"kartu-%1"_s.arg(index);
        co_await savePaper(file, name);
    }
}

Script Tour::allPages()
{
    window().showSearch();
    m_hand.type(u"sari"_s);
    co_await Until(u"results"_s, [this] { return shown(u"results"_s) != nullptr; });
    co_await picture(u"cari"_s);
    window().showFamily(m_kk);
    co_await picture(u"keluarga"_s);
    Case sample = m_sampleCase;
    sample.id.clear();
    sample.family.kk = u"3174010101220099"_s;
    sample.family.members[2].nik.chop(1); // a mistake to look at
    sample.family.members[2].photo.clear();
    sample.documents.removeLast();
    sample.consent.reset();
    window().openCase(sample);
    co_await picture(u"kasus"_s);
    window().go(Place::Cards);
    co_await picture(u"kartu"_s);
    window().go(Place::Sync);
    co_await picture(u"sinkron"_s);
    window().go(Place::Settings);
    co_await picture(u"setelan"_s);
    window().showHelp();
    co_await Until(u"the help"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"tombol"_s);
    m_hand.press(Qt::Key_Escape);
    window().showReceipt(m_caseId);
    co_await Until(u"the preview"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"tanda-terima"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

Script Tour::otherLooks()
{
    struct Look {
        QString name;
        QString language;
        bool dark;
        int textSize;
    };
    const QList<Look> looks{{u"terang-"_s, u"id"_s, false, 100},
                            {u"gelap-"_s, u"id"_s, true, 100},
                            {u"light-"_s, u"en"_s, false, 100},
                            {u"dark-"_s, u"en"_s, true, 100},
                            {u"besar-"_s, u"id"_s, false, 150}};
    Preferences &preferences = m_application->preferences();
    for (const Look &look : looks) {
        preferences.setLanguage(look.language);
        preferences.setDark(look.dark);
        preferences.setTextSize(look.textSize);
        m_look = look.name;
        co_await allPages();
    }
}

} // namespace Loket
