// SPDX-License-Identifier: Apache-2.0
// The whole program becomes a counter of a centre while its window is open.
#include "app/application.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/casejson.h"
#include "model/ports/centralport.h"
#include "model/sync/packing.h"
#include "model/sync/wire.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/fakes/tlsserver.h"
#include "tests/forms/familyoffour.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const TestCertificates &certificates()
{
    static const TestCertificates kOnes = makeCertificates();
    return kOnes;
}

Enrolment enrolmentFor(const QString &device)
{
    const DeviceKey key = *DeviceKey::fromSeed(QByteArray(32, 'c'));
    Enrolment out;
    out.office = u"0901"_s;
    out.officeName = u"Kantor Cabang Uji"_s;
    out.workstation = u"0901-3"_s;
    out.epoch = u"epoch-1"_s;
    out.centreKey = key.publicKey();
    out.centreBoxKey = BoxKey::of(key).publicKey();
    out.officers = {{u"dewi"_s, u"Dewi Uji"_s, u"petugas"_s}, {u"agus"_s, u"Agus Uji"_s, u"penyelia"_s}};
    out.certificate = signText("CERT", {{u"device"_s, device}, {u"office"_s, out.office}}, key);
    out.now = QDateTime::currentDateTimeUtc();
    return out;
}

/// Takes who has the right code; understands nothing else.
Told centre(const Asked &asked)
{
    const auto body = unpackBody(asked.body, asked.headers.value("content-encoding"), 10000);
    const auto request = readEnrolRequest(body ? body.value() : QByteArray());
    if (!request)
        return {400, writeWireError({u"bad"_s, {}})};
    if (request.value().code != "GARUT-7731"_L1)
        return {403, writeWireError({u"enrol.code"_s, {}})};
    return {200, writeEnrolment(enrolmentFor(request.value().device))};
}

} // namespace

class TestConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s));
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void theWindowGoesOnAsARealCounter()
    {
        QTemporaryDir dir;
        const QString caFile = dir.filePath(u"pusat.pem"_s);
        QFile ca(caFile);
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(certificates().ca) > 0);
        ca.close();
        TlsServer server(certificates(), centre);
        FakeDialogs dialogs;
        const auto application
            = Application::open({dir.filePath(u"store"_s), QDate(2022, 3, 1), {}}, &dialogs);
        QVERIFY(application);
        Office &office = application.value()->office();
        MainWindow &window = application.value()->window();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        office.submit(familyOfFour());
        QTRY_COMPARE(office.status().casesToday, 1);
        Case open = familyOfFour();
        open.id.clear();
        open.family.kk = u"3174010101220099"_s;
        window.openCase(open);

        window.enrol();
        QCOMPARE(window.casesPage()->count(), 0);
        auto *dialog = window.findChild<QDialog *>(u"enrolDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"enrolUrl"_s)->setText(server.url());
        dialog->findChild<QLineEdit *>(u"enrolFile"_s)->setText(caFile);
        dialog->findChild<QLineEdit *>(u"enrolCode"_s)->setText(u"SALAH"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        auto *words = dialog->findChild<QLabel *>(u"enrolWords"_s);
        QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(u"kode baru"_s), 20000);
        QVERIFY(office.status().isTrial);
        QCOMPARE(office.officer().name, u"Rina Amelia"_s);

        dialog->findChild<QLineEdit *>(u"enrolCode"_s)->setText(u"GARUT-7731"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<QDialog *>(u"enrolDialog"_s), 20000);
        QVERIFY(!office.status().isTrial);
        QCOMPARE(office.status().office, u"Kantor Cabang Uji"_s);
        QCOMPARE(office.status().workstation, u"0901-3"_s);
        QCOMPARE(office.officer().name, u"Dewi Uji"_s); // an officer of the centre, not a supervisor
        QVERIFY(!office.isDayMoved());
        QVERIFY(!window.windowTitle().contains(u"LATIHAN"_s));
        QCOMPARE(office.centre().url, server.url());
        // Nothing of the practice is left, neither case nor draft nor family.
        QVERIFY(office.outbox(OutboxFilter::All, 0, 10).value().isEmpty());
        QVERIFY(office.drafts().value().isEmpty());
        QVERIFY(!office.family(familyOfFour().family.kk).value());
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QVERIFY(
            !office.syncState().failure); // this centre understands nothing, which is no fault of the store
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestConnecting test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_connecting.moc"
