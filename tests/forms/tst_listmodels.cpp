// SPDX-License-Identifier: Apache-2.0
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/family/cardsmodel.h"
#include "forms/family/historymodel.h"
#include "forms/family/membermodel.h"
#include "forms/find/draftmodel.h"
#include "forms/find/searchmodel.h"
#include "forms/sync/caselistmodel.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// The model as the screen shows it, one line a row: what a person can compare at one glance.
QStringList printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        lines += cells.join(u" | "_s);
    }
    return lines;
}

SearchAnswer answerOf(FakeCounter &office, const QString &text)
{
    return office.search(text, 50).result().take();
}

} // namespace

class TestListModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found()
    {
        FakeCounter office;
        office.families = {FakeCounter::sampleFamily()};
        SearchModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAnswer(answerOf(office, u"sari"_s), u"sari"_s, nullptr);
        QCOMPARE(
            printed(model),
            QStringList({u"Sari Dewi | 3174 •••• •••• 9991 | 29-09-1965 | PBPU | III | 0138U020 | Aktif"_s,
                         u"Bayi Ny. Sari | – | 03-11-2026 | PBPU | III | 0138U020 | Aktif"_s}));
        QCOMPARE(model.onlyFamily(), u"3174010101220001"_s);
        model.setAnswer(answerOf(office, u"31740169"_s), u"31740169"_s, nullptr);
        QCOMPARE(model.index(0, SearchModel::Nik).data().toString(), u"3174 0169 •••• 9991"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.onlyFamily().isEmpty());
    }

    void severalFamiliesAreNotOne()
    {
        FakeCounter office;
        FamilyView other = FakeCounter::sampleFamily();
        other.kk = u"3205010101220002"_s;
        office.families = {FakeCounter::sampleFamily(), other};
        SearchModel model;
        model.setAnswer(answerOf(office, u"sari"_s), u"sari"_s, nullptr);
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(model.onlyFamily().isEmpty());
    }

    void boldParts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<int>>("parts");
        QTest::newRow("words in their order") << u"Sari Dewi"_s << u"sari dew"_s << QList<int>{0, 4, 5, 3};
        QTest::newRow("words in another order")
            << u"Dewi Sari Kusuma"_s << u"sari dew"_s << QList<int>{0, 3, 5, 4};
        QTest::newRow("not in the middle of a word") << u"Kasari"_s << u"sari"_s << QList<int>{};
        QTest::newRow("the longer word wins") << u"Dewanti"_s << u"de dewan"_s << QList<int>{0, 5};
        QTest::newRow("number typed") << u"Sari"_s << u"3174"_s << QList<int>{};
    }
    void boldParts()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QTEST(SearchModel::matchedParts(name, typed), "parts");
    }

    void drafts()
    {
        FakeCounter office;
        DraftModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now = office.clock().nowUtc();
        model.setDrafts({{u"a"_s, u"REG-PBPU"_s, u"ASEP HIDAYAT"_s, u"rina"_s, now.addSecs(-960)},
                         {u"b"_s, u"REG-PBPU"_s, QString(), u"rina"_s, now.addDays(-1)}},
                        now);
        QCOMPARE(printed(model),
                 QStringList({u"Asep Hidayat · Pendaftaran PBPU/BP perorangan | 09.51 | "_s,
                              u"Pendaftaran PBPU/BP perorangan | kemarin 10.07 | "_s}));
        model.hide(u"a"_s);
        QCOMPARE(model.rowCount(), 1);
        model.showAgain(u"a"_s);
        QCOMPARE(model.draft(0).id, u"a"_s);
    }

    void casesComeInPages()
    {
        FakeCounter office;
        for (int i = 0; i < 250; ++i)
            office.records.prepend(office.sampleCase(CaseState::Queued));
        int reads = 0;
        CaseListModel model([&](qint64 before, int limit) {
            ++reads;
            return office.outbox(OutboxFilter::All, before, limit).take();
        });
        model.reread(office.clock().nowUtc());
        QCOMPARE(reads, 1);
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 250);
        QVERIFY(!model.canFetchMore({}));
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids += model.index(row, 0).data(CaseListModel::CaseIdRole).toString();
        QCOMPARE(ids.removeDuplicates(), 0);
        // The tester fetches by itself inside a reset, so it looks at a model that has everything.
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        office.records = office.records.first(3);
        model.reread(office.clock().nowUtc());
        QCOMPARE(model.rowCount(), 3);
    }

    void family()
    {
        FakeCounter office;
        FamilyView family = FakeCounter::sampleFamily();
        family.members[3].isPending = true;
        FamilyMemberModel model([&](const QString &name) { return office.blob(name); });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFamily(family, nullptr);
        QCOMPARE(
            printed(model),
            QStringList(
                {u" | Sari Dewi | Kepala | 3174016909659991 | 0009999999991 | 29-09-1965 | 0138U020 | Aktif"_s,
                 u" | Johan Peters | Suami · WNA | 2C11JE4455 | 0009999999992 | 02-02-1963 | 0138U020 | Aktif"_s,
                 u" | Bima Peters | Anak ke-1 | 3174011105049993 | 0009999999993 | 11-05-2004 | 0138U020 | Aktif"_s,
                 u" | Bayi Ny. Sari | Anak ke-2 | – | 0009999999994 | 03-11-2026 | 0138U020 | Menunggu pusat"_s}));
    }

    void history()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<HistoryLine> lines = FakeCounter::sampleFamily().history;
        lines.prepend({u"waits"_s, QDate(2026, 11, 20), u"CHG-KELAS-PBPU"_s, CaseState::Queued, u"rina"_s,
                       u"MCS2-000417"_s});
        const QList<FieldChange> scheduled{
            {{}, u"class"_s, u"2"_s, QDate(2026, 12, 1), u"waits"_s, u"CHG-KELAS-PBPU"_s},
            {{}, u"status"_s, u"AKTIF"_s, QDate(), u"waits"_s, u"CHG-KELAS-PBPU"_s}};
        model.setHistory(lines, scheduled, {{u"rina"_s, u"Rina Amelia"_s}});
        QCOMPARE(printed(model),
                 QStringList({u"20 Nov 2026 | Perubahan kelas PBPU/BP | Tersimpan | berlaku 1 Des 2026 | "
                              "MCS2-000417 | Rina Amelia"_s,
                              u"1 Mar 2022 | Pendaftaran PBPU/BP perorangan | Disetujui |  | "
                              "MCS2-000003 | Rina Amelia"_s}));
    }

    void cards()
    {
        FamilyView family = FakeCounter::sampleFamily();
        family.members[0].id = 0; // only in a case that waits
        family.members[1].status = u"MENUNGGU_BAYAR"_s;
        family.members[2].card.clear();
        CardsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FakeCounter office;
        office.world.rulebooks = RulebookLibrary::builtIn().get();
        model.setFamilies({family}, office.world);
        QCOMPARE(model.printable(), 1);
        QCOMPARE(printed(model),
                 QStringList(
                     {u"Bayi Ny. Sari | 0009999999994 | Keluarga Sari Dewi | Aktif | bisa"_s,
                      u"Sari Dewi | 0009999999991 | Keluarga Sari Dewi | Aktif | menunggu pusat"_s,
                      u"Johan Peters | 0009999999992 | Keluarga Sari Dewi | Menunggu bayar | belum bayar"_s,
                      u"Bima Peters | – | Keluarga Sari Dewi | Aktif | belum ada nomor"_s}));
    }

private:
    Language m_language;
};

QTEST_MAIN(TestListModels)
#include "tst_listmodels.moc"
