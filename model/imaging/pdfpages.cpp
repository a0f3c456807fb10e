// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pdfpages.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <csignal>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace Loket {

using namespace Qt::StringLiterals;

namespace PdfChild {

constexpr qsizetype kMostText = 64 * 1024; ///< of pdfinfo
constexpr int kBreath = 50;                ///< milliseconds between two looks at the stop token

QString find(const QString &program, const QString &folder)
{
    return QStandardPaths::findExecutable(program, folder.isEmpty() ? QStringList() : QStringList{folder});
}

/// Runs in the child between fork and exec: calls to the kernel only.
void bind(const PdfLimits &limits)
{
#ifdef Q_OS_LINUX
    const auto cap = [](auto what, rlim_t most, rlim_t grace = 0) {
        const rlimit limit{most, most + grace};
        setrlimit(what, &limit);
    };
    cap(RLIMIT_AS, rlim_t(limits.addressSpace));
    cap(RLIMIT_CPU, rlim_t(limits.processorSeconds), 1); // SIGXCPU first, which tells why; then SIGKILL
    cap(RLIMIT_FSIZE, 0);                                // writes to its pipe only
    cap(RLIMIT_CORE, 0);                                 // a core file would hold the document
    cap(RLIMIT_NOFILE, 32);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#else
    Q_UNUSED(limits)
#endif
}

QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    return environment;
}

/// The next number of a PNM head, with what stands before it skipped; -1: none.
int nextNumber(const QByteArray &bytes, qsizetype &at)
{
    while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n'))
        ++at;
    int number = -1;
    while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9' && number < 100'000)
        number = qMax(number, 0) * 10 + (bytes[at++] - '0');
    return number;
}

/// Reads the "P6" that pdftoppm writes; a null image: it is none.
QImage fromPixmap(const QByteArray &bytes, int longSide)
{
    qsizetype at = 2;
    if (!bytes.startsWith("P6"))
        return {};
    const int width = nextNumber(bytes, at);
    const int height = nextNumber(bytes, at);
    const int depth = nextNumber(bytes, at);
    ++at; // one blank before the pixels
    if (width < 1 || height < 1 || qMax(width, height) > longSide || depth != 255
        || bytes.size() - at != qsizetype(width) * height * 3)
        return {};
    QImage image(width, height, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const auto *from = reinterpret_cast<const uchar *>(bytes.constData() + at);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x, from += 3)
            line[x] = qRgb(from[0], from[1], from[2]);
    }
    return image;
}

bool ranOutOfTime(const QProcess &process)
{
#ifdef Q_OS_UNIX
    return process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGXCPU;
#else
    Q_UNUSED(process)
    return false;
#endif
}

bool isPasswordTrouble(const QByteArray &messages)
{
    return messages.contains("Incorrect password");
}

} // namespace PdfChild

bool looksLikePdf(const QByteArray &bytes)
{
    return QByteArray::fromRawData(bytes.constData(), qMin<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

PdfPages::PdfPages(PdfLimits limits, QString folder)
    : m_limits(limits)
    , m_info(PdfChild::find(u"pdfinfo"_s, folder))
    , m_draw(PdfChild::find(u"pdftoppm"_s, folder))
{
}

bool PdfPages::isAvailable() const
{
    return !m_info.isEmpty() && !m_draw.isEmpty();
}

Result<QByteArray, PdfIssue> PdfPages::run(const QString &program, const QStringList &arguments,
                                           const QByteArray &input, qsizetype mostOutput,
                                           const std::stop_token &stop) const
{
    using Kind = PdfIssue::Kind;
    if (!looksLikePdf(input))
        return fail(PdfIssue{Kind::NotAPdf});
    if (input.size() > kPdfBytes)
        return fail(PdfIssue{Kind::TooLarge});
    if (!isAvailable())
        return fail(PdfIssue{Kind::NoProgram});
    QProcess process;
    process.setProcessEnvironment(PdfChild::bareEnvironment());
    process.setWorkingDirectory(u"/"_s);
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([limits = m_limits] { PdfChild::bind(limits); });
#endif
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();

    QByteArray output;
    QByteArray messages;
    const QDeadlineTimer deadline(m_limits.time);
    const auto end = [&process](Kind kind) {
        process.kill();
        process.waitForFinished();
        return fail(PdfIssue{kind});
    };
    bool isRunning = true;
    while (isRunning) {
        isRunning = !process.waitForFinished(PdfChild::kBreath) && process.state() != QProcess::NotRunning;
        output += process.readAllStandardOutput();
        messages = (messages + process.readAllStandardError()).right(PdfChild::kMostText);
        if (stop.stop_requested())
            return end(Kind::Stopped);
        if (output.size() > mostOutput)
            return end(Kind::Broken);
        if (isRunning && deadline.hasExpired())
            return end(Kind::TooSlow);
    }
    if (process.error() == QProcess::FailedToStart)
        return fail(PdfIssue{Kind::NoProgram});
    if (PdfChild::isPasswordTrouble(messages))
        return fail(PdfIssue{Kind::Encrypted});
    if (PdfChild::ranOutOfTime(process))
        return fail(PdfIssue{Kind::TooSlow});
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(PdfIssue{Kind::Broken});
    return output;
}

Result<int, PdfIssue> PdfPages::count(const QByteArray &pdf, std::stop_token stop) const
{
    const auto text = run(m_info, {u"-"_s}, pdf, PdfChild::kMostText, stop);
    if (!text)
        return fail(text.error());
    for (const QByteArray &line : text.value().split('\n')) {
        if (!line.startsWith("Pages:"))
            continue;
        const int pages = line.mid(6).trimmed().toInt();
        if (pages < 1)
            break;
        if (pages > kPdfPages)
            return fail(PdfIssue{PdfIssue::Kind::TooManyPages, pages});
        return pages;
    }
    return fail(PdfIssue{PdfIssue::Kind::Broken});
}

Result<QImage, PdfIssue> PdfPages::draw(const QByteArray &pdf, int page, int longSide,
                                        std::stop_token stop) const
{
    const int side = qBound(16, longSide, kPdfLongSide);
    const QString number = QString::number(qBound(1, page, kPdfPages));
    const auto pixels = run(
        m_draw,
        {u"-f"_s, number, u"-l"_s, number, u"-scale-to"_s, QString::number(side), u"-singlefile"_s, u"-"_s},
        pdf, qsizetype(side) * side * 3 + 64, stop);
    if (!pixels)
        return fail(pixels.error());
    const QImage image = PdfChild::fromPixmap(pixels.value(), side);
    if (image.isNull())
        return fail(PdfIssue{PdfIssue::Kind::Broken});
    return image;
}

} // namespace Loket
