// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tour.h"

#include "forms/capture/facewatch.h"
#include "forms/casework/casedraft.h"
#include "forms/casework/casepage.h"
#include "forms/common/office.h"
#include "forms/common/preferences.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/casejson.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

// The steps of the tour, in their order.

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostStops = 200; // more than any form has fields: the keyboard is caught in a circle
} // namespace

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
    Tour::writeFile(m_dir.filePath(u"case.json"_s),
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
        m_camera->setPerson(i);
        m_hand.press(Qt::Key_F4);
        co_await Until(u"the photo dialog"_s, [] { return QApplication::activeModalWidget() != nullptr; });
        if (i == 0) {
            co_await cameraPulled();
            m_camera->setLight(0.2); // an evening without a lamp
            co_await takePicture();
            co_await pictureOf(QApplication::activeModalWidget(), u"foto-peringatan"_s);
            m_camera->setLight(1);
            m_hand.press(Qt::Key_F4);
        }
        co_await takePicture();
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
    }
}

Script Tour::cameraPulled()
{
    QWidget *dialog = QApplication::activeModalWidget();
    const auto films = [dialog] {
        const QWidget *take = dialog->findChild<QWidget *>(u"takePicture"_s);
        return take && take->isEnabled();
    };
    co_await Until(u"the camera"_s, films);
    co_await pictureOf(dialog, u"kamera"_s);
    m_camera->setThere(false);
    co_await Until(u"the camera to be missed"_s, [films] { return !films(); });
    co_await pictureOf(dialog, u"tanpa-kamera"_s);
    m_camera->setThere(true);
    co_await Until(u"the camera to go on"_s, films);
}

Script Tour::takePicture()
{
    QWidget *dialog = QApplication::activeModalWidget();
    co_await Until(u"the camera's picture"_s, [dialog] {
        const QWidget *take = dialog->findChild<QWidget *>(u"takePicture"_s);
        return take && take->isVisible() && take->isEnabled();
    });
    m_hand.press(Qt::Key_Space);
    co_await Until(u"the picture"_s, [dialog] {
        const QWidget *use = dialog->findChild<QWidget *>(u"usePhoto"_s);
        const FaceWatch *watch = dialog->findChild<FaceWatch *>();
        return use && use->isVisible() && use->isEnabled() && !watch->isBusy();
    });
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
        co_await sayReason();
        co_await savePaper(file, name);
    }
    co_await cardRoom();
}

Script Tour::allPages()
{
    window().showSearch();
    m_hand.type(u"sari"_s);
    co_await Until(u"results"_s, [this] { return shown(u"results"_s) != nullptr; });
    co_await picture(u"cari"_s);
    window().showFamily(m_kk);
    co_await picture(u"keluarga"_s);
    window().showFamily(m_familyFor.value(u"REHAB"_s, m_kk));
    co_await picture(u"keluarga-menunggak"_s);
    window().chooseService();
    co_await Until(u"the list of services"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"layanan"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
    Case sample = m_sampleCase;
    sample.id.clear();
    sample.family.kk = u"3174010101220099"_s;
    sample.family.members[2].nik.chop(1); // a mistake to look at
    sample.family.members[2].photo.clear();
    sample.documents.removeLast();
    sample.consent.reset();
    window().openCase(sample);
    co_await picture(u"kasus"_s);
    co_await captures();
    window().go(Place::Cards);
    co_await picture(u"kartu"_s);
    co_await cardPages();
    co_await batch();
    window().showCalculation(
        u"arrears"_s,
        {{u"class"_s, 3}, {u"members"_s, 4}, {u"firstUnpaid"_s, u"2020-11"_s}, {u"payMonth"_s, u"2021-04"_s}},
        {});
    co_await picture(u"hitung"_s);
    m_hand.press(Qt::Key_F1);
    co_await Until(u"the rule"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"mengapa"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
    window().go(Place::Sync);
    co_await picture(u"sinkron"_s);
    window().showConflict({});
    co_await picture(u"perlu-keputusan"_s);
    window().go(Place::Settings);
    co_await picture(u"setelan"_s);
    co_await calibration();
    window().enrol();
    co_await Until(u"the dialog of the centre"_s,
                   [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"hubungkan"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
    window().showHelp();
    co_await Until(u"the help"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"tombol"_s);
    m_hand.press(Qt::Key_Escape);
    window().showReceipt(m_caseId);
    co_await Until(u"the preview"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await printed();
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
    co_await chooseFamilies();
    Preferences &preferences = m_application->preferences();
    for (const Look &look : looks) {
        preferences.setLanguage(look.language);
        preferences.setDark(look.dark);
        preferences.setTextSize(look.textSize);
        m_look = look.name;
        co_await allPages();
        if (look.textSize == 100)
            co_await allServices();
    }
}

} // namespace Loket
