// SPDX-License-Identifier: Apache-2.0
// bench_window [participants]: how long the real window takes from a key in the search field to its results
// on screen, beside the bare question to the store; how long pages take to come to the front; and how long
// the program takes to open, beside a bare window with a table.
#include "app/application.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/find/searchmodel.h"
#include "forms/find/searchpage.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/seed.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

struct Times {
    QList<double> ms;
    double at(double share)
    {
        std::sort(ms.begin(), ms.end());
        return ms.isEmpty() ? 0 : ms.at(qsizetype(double(ms.size() - 1) * share));
    }
    template <typename F>
    void add(F work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        ms += double(timer.nsecsElapsed()) / 1e6;
    }
    void print(const char *what, double yardstick = 0)
    {
        std::printf("%-44s n %5d  p50 %8.2f ms  p99 %8.2f ms  max %8.2f ms", what, int(ms.size()), at(0.5),
                    at(0.99), at(1));
        if (yardstick > 0)
            std::printf("  p50 x%.2f of the yardstick", at(0.5) / yardstick);
        std::printf("\n");
        std::fflush(stdout);
    }
};

double bareWindow()
{
    Times times;
    for (int i = 0; i < 9; ++i) {
        times.add([] {
            QStandardItemModel model(20, 7);
            QTableView table;
            table.setModel(&model);
            table.resize(1366, 768);
            table.show();
            (void)QTest::qWaitForWindowExposed(&table);
            table.grab();
        });
    }
    times.print("bare window with a table");
    return times.at(0.5);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme theme(app);
    QTemporaryDir dir;
    const auto rulebooks = RulebookLibrary::builtIn();
    const auto facilities = FacilityIndex::trial();
    const SystemClock clock;
    SeedOptions seed;
    seed.dir = dir.path();
    seed.participants = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    seed.randomSeed = 7;
    seed.rulebook = &rulebooks->on(clock.today());
    seed.facilities = facilities.get();
    seed.clock = &clock;
    const auto seeded = seedStore(seed);
    if (!seeded) {
        std::fprintf(stderr, "seed: %s\n", qPrintable(seeded.error().detail));
        return 1;
    }
    std::printf("participants %lld, random seed %llu\n", seed.participants, seed.randomSeed);

    const double bare = bareWindow();
    Times opening;
    std::unique_ptr<Application> application;
    for (int i = 0; i < 5; ++i) {
        application.reset();
        opening.add([&] {
            auto opened = Application::open({dir.path(), {}, {}});
            if (!opened)
                std::abort();
            application = opened.take();
            application->window().show();
            (void)QTest::qWaitForWindowExposed(&application->window());
            application->window().grab();
        });
    }
    opening.print("open store and window, first picture", bare);

    MainWindow &window = application->window();
    auto *field = window.findChild<QLineEdit *>(u"search"_s);
    auto *page = window.findChild<SearchPage *>(u"searchPage"_s);
    const QStringList texts = {u"siti nur"_s,     u"ahmad"_s,       u"3174"_s, u"budi s"_s,
                               u"dewi lestari"_s, u"00012345678"_s, u"a"_s,    u"320501"_s};
    Times keys, questions;
    for (int round = 0; round < 5; ++round) {
        for (const QString &text : texts) {
            field->clear();
            for (qsizetype i = 0; i < text.size(); ++i) {
                keys.add([&] {
                    QTest::keyClick(field, text.at(i).toLatin1());
                    while (page->isAsking())
                        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
                    window.grab();
                });
                const QString typed = text.first(i + 1).simplified();
                questions.add([&] { application->office().search(typed, 50).waitForFinished(); });
            }
        }
    }
    questions.print("bare question to the store");
    keys.print("key to results painted", questions.at(0.5));

    Times families;
    for (int round = 0; round < 30; ++round) {
        field->clear();
        QTest::keyClicks(field, texts.at(round % texts.size()));
        while (page->isAsking())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (page->results()->rowCount() == 0)
            continue;
        const QString kk = page->results()->hit(round % page->results()->rowCount()).kk;
        families.add([&] {
            window.showFamily(kk);
            window.grab();
        });
    }
    families.print("family page painted", bare);
    Times places;
    for (int round = 0; round < 20; ++round) {
        for (const Place place : {Place::Cards, Place::Sync, Place::Settings, Place::Search}) {
            places.add([&] {
                window.go(place);
                window.grab();
            });
        }
    }
    places.print("another page painted", bare);
    Times looks;
    for (int round = 0; round < 10; ++round) {
        looks.add([&] {
            Theme::current().setDark(round % 2 == 0);
            window.grab();
        });
    }
    looks.print("light and dark changed", bare);
    return 0;
}
