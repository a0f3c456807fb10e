// SPDX-License-Identifier: Apache-2.0
// windowsave STORE DAY CASE.json: the real window, without a display, saves one case with the keys an officer
// presses. Prints, with the file changes counted so far by the fault layer (plan: LOKET_FAULT):
//   begin CHANGES          before the key that submits
//   answer CHANGES {…}     once the summary is shown: what `loketctl submit` would have printed
//   refused CHANGES TEXT   instead: what the window says why it did not save
//   end CHANGES            when everything is closed
#include "app/application.h"
#include "app/ctl/recordjson.h"
#include "app/tour/hand.h"
#include "app/tour/script.h"
#include "app/tour/tourdialogs.h"
#include "forms/casework/casedraft.h"
#include "forms/casework/casepage.h"
#include "forms/casework/noticebar.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/casejson.h"
#include "tests/fakes/faultvfs.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

#include <cstdio>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

void tell(const char *word, const QByteArray &more = {})
{
    std::printf("%s %llu %s\n", word, static_cast<unsigned long long>(FaultVfs::count(FileOp::Change)),
                more.constData());
    std::fflush(stdout);
}

Script settle()
{
    int turns = 0;
    co_await Until(u"three turns"_s, [&turns] { return ++turns > 3; });
}

QWidget *visibleSummary(const MainWindow &window)
{
    auto *summary = window.findChild<QWidget *>(u"summary"_s);
    return summary && summary->isVisible() ? summary : nullptr;
}

/// What the officer can now read; an answer whose numbers are not on the page is none.
QByteArray answerOn(const QWidget &summary, const CaseRecord &record)
{
    QStringList texts;
    for (const QLabel *label : summary.findChildren<QLabel *>())
        texts += label->text();
    for (const AssignedNumber &number : record.numbers) {
        if (!texts.contains(groupedDigits(number.card)))
            throw ScriptError(u"the summary doesn't show card "_s + number.card);
    }
    const QJsonObject answer{{u"case"_s, record.id.text()},
                             {u"state"_s, caseStateWord(record.state)},
                             {u"numbers"_s, numbersJson(record.numbers)}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

Script save(Application &application, Case content)
{
    MainWindow &window = application.window();
    co_await Until(u"the window"_s, [&window] { return QApplication::activeWindow() == &window; });
    window.openCase(content);
    co_await settle();
    auto *page = window.findChild<CasePage *>();
    if (!page)
        throw ScriptError(u"the case was not opened"_s);
    Hand hand;
    const QList<Problem> problems = page->draft().assessment().problems;
    const bool hasWarnings = std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.severity == Severity::Warning && !problem.overridden;
    });
    if (hasWarnings) { // the first time they are only asked about
        hand.press(Qt::Key_Return, Qt::ControlModifier);
        co_await settle();
    }
    tell("begin");
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    const auto *notice = page->findChild<NoticeBar *>();
    co_await Until(u"the summary"_s,
                   [&] { return visibleSummary(window) != nullptr || !notice->text().isEmpty(); });
    if (!visibleSummary(window)) {
        tell("refused", notice->text().toUtf8());
        co_return;
    }
    const auto record = application.office().caseById(content.id);
    if (!record || !record.value())
        throw ScriptError(u"the saved case is not in the store"_s);
    tell("answer", answerOn(*visibleSummary(window), *record.value()));
    co_await settle();
}

Case caseOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw ScriptError(file.errorString());
    auto content = readCase(file.readAll(), QDate());
    if (!content)
        throw ScriptError(content.error().line());
    return content.take();
}

void run(const QStringList &arguments)
{
    const Case content = caseOf(arguments.value(3));
    LaunchOptions options;
    options.storeDir = arguments.value(1);
    options.today = QDate::fromString(arguments.value(2), Qt::ISODate);
    TourDialogs dialogs;
    auto opened = Application::open(options, &dialogs);
    if (!opened)
        throw ScriptError(failureWord(opened.error().kind) + u": "_s + opened.error().detail);
    auto application = opened.take();
    application->window().show();
    std::exception_ptr fault;
    Script script = save(*application, content);
    script.run([&fault](const std::exception_ptr &error) {
        fault = error;
        QCoreApplication::exit();
    });
    QApplication::exec();
    if (fault)
        std::rethrow_exception(fault);
    if (!dialogs.unexpected.isEmpty())
        throw ScriptError(u"unexpected question: "_s + dialogs.unexpected.join(u", "_s));
}

} // namespace

int main(int argc, char **argv)
{
    const auto plan = FaultPlan::parse(qgetenv("LOKET_FAULT").toStdString());
    if (!plan) {
        std::fputs("LOKET_FAULT: not understood\n", stderr);
        return 2;
    }
    FaultVfs::install(true);
    FaultVfs::use(*plan);
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"loket"_s);
    const Theme theme(app);
    try {
        run(QCoreApplication::arguments());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "windowsave: %s\n", error.what());
        return 1;
    }
    tell("end");
    return 0;
}
