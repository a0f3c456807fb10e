// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cupsline.h"

#include "app/devices/ippmessage.h"

#include <QSizeF>
#include <QUuid>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnectMs = 5000;
constexpr int kMaxPrinters = 500;

const char *const kPrinterFacts[]
    = {"printer-name", "printer-info",    "printer-state",          "printer-state-reasons",
       "printer-type", "media-supported", "media-source-supported", "printer-is-accepting-jobs"};
const char *const kJobFacts[] = {"job-id",
                                 "job-state",
                                 "job-impressions-completed",
                                 "time-at-processing",
                                 "job-printer-state-reasons",
                                 "job-state-reasons"};

int giveUp(http_t *, void *)
{
    return 0; // the time is over: the question ends with an error
}

Failure refused(const QString &what)
{
    const ipp_status_t status = cupsLastError();
    const QString detail = u"%1: %2"_s.arg(what, QString::fromUtf8(cupsLastErrorString()));
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return {FailureKind::Missing, detail};
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
    case IPP_STATUS_ERROR_BUSY:
    case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
        return {FailureKind::Busy, detail};
    case IPP_STATUS_ERROR_FORBIDDEN:
    case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
    case IPP_STATUS_ERROR_NOT_AUTHORIZED:
        return {FailureKind::Denied, detail};
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE: // libcups' word for "no answer"
    case IPP_STATUS_ERROR_INTERNAL:
        return {FailureKind::Network, detail};
    default:
        return {status < IPP_STATUS_ERROR_BAD_REQUEST ? FailureKind::Network : FailureKind::BadInput, detail};
    }
}

bool isFine()
{
    return cupsLastError() < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

PrinterInfo printerOf(const IppGroup &group)
{
    PrinterInfo info;
    info.id = group.text("printer-name");
    info.name = group.text("printer-info").isEmpty() ? info.id : group.text("printer-info");
    info.isDefault = (group.number("printer-type") & CUPS_PRINTER_DEFAULT) != 0;
    info.isAccepting = group.flag("printer-is-accepting-jobs", true);
    info.isStopped = group.number("printer-state") == IPP_PSTATE_STOPPED;
    for (const QString &reason : group.texts("printer-state-reasons")) {
        if (reason != u"none" && reason != u"paused" && !reason.startsWith(u"cups-"))
            info.reasons += reason;
    }
    info.trays = group.texts("media-source-supported");
    for (const QString &media : group.texts("media-supported")) {
        if (!media.startsWith(u"custom_m")) // "custom_min_…", "custom_max_…": limits, no papers
            info.media += media;
    }
    return info;
}

JobState stateOf(int ippState)
{
    switch (ippState) {
    case IPP_JSTATE_PENDING:
        return JobState::Queued;
    case IPP_JSTATE_HELD:
    case IPP_JSTATE_STOPPED:
        return JobState::Held;
    case IPP_JSTATE_PROCESSING:
        return JobState::Printing;
    case IPP_JSTATE_CANCELED:
        return JobState::Cancelled;
    case IPP_JSTATE_COMPLETED:
        return JobState::Done;
    default:
        return JobState::Failed;
    }
}

JobReport reportOf(const IppGroup &group)
{
    JobReport report;
    report.number = group.number("job-id");
    report.state = stateOf(group.number("job-state"));
    report.pages = group.number("job-impressions-completed");
    report.hasBegun = group.number("time-at-processing") > 0;
    if (report.state == JobState::Failed)
        report.failure = {FailureKind::Io, group.texts("job-state-reasons").join(u' ')};
    return report;
}

QByteArray queueUri(const QString &printer)
{
    char uri[HTTP_MAX_URI];
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof uri, "ipp", nullptr, "localhost", 0, "/printers/%s",
                     printer.toUtf8().constData());
    return uri;
}

QByteArray jobUri(int number)
{
    return "ipp://localhost/jobs/" + QByteArray::number(number);
}

/// The paper: the printer's own name for it, else the page's measures, which every driver with custom sizes
/// takes as they are.
QString mediaOf(const PrintOptions &options, QSizeF page)
{
    return options.media.isEmpty() ? u"Custom.%1x%2mm"_s.arg(page.width()).arg(page.height()) : options.media;
}

} // namespace

/// One connection, made when it is needed and dropped after an error.
struct CupsLine::Link {
    const std::atomic_bool *cancel = nullptr;
    double answerSeconds = 0;
    http_t *http = nullptr;

    ~Link() { close(); }
    void close()
    {
        httpClose(http);
        http = nullptr;
    }
    Outcome<Nothing> open()
    {
        if (cancel && *cancel)
            return fail(Failure{FailureKind::Cancelled, u"the program ends"_s});
        if (http)
            return Nothing();
        http = httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, kConnectMs,
                            nullptr);
        if (!http)
            return fail(Failure{FailureKind::Network,
                                u"no print service at %1"_s.arg(QString::fromUtf8(cupsServer()))});
        httpSetTimeout(http, answerSeconds, giveUp, nullptr);
        return Nothing();
    }
    Outcome<IppMessage> ask(IppMessage question, const char *resource, const QString &what)
    {
        if (const auto ready = open(); !ready)
            return fail(ready.error());
        IppMessage answer(cupsDoRequest(http, question.release(), resource));
        if (isFine() && answer)
            return answer;
        const Failure failure = refused(what);
        if (failure.kind == FailureKind::Network)
            close();
        return fail(failure);
    }
};

CupsLine::CupsLine(double answerSeconds, const std::atomic_bool *cancel)
    : m_link(std::make_unique<Link>())
{
    m_link->answerSeconds = answerSeconds;
    m_link->cancel = cancel;
}

CupsLine::~CupsLine() = default;

Outcome<QList<PrinterInfo>> CupsLine::printers()
{
    IppMessage question(IPP_OP_CUPS_GET_PRINTERS);
    question.put(IPP_TAG_INTEGER, "limit", kMaxPrinters);
    question.wants(kPrinterFacts);
    auto answer = m_link->ask(std::move(question), "/", u"printers"_s);
    if (!answer && answer.error().kind == FailureKind::Missing)
        return QList<PrinterInfo>(); // "No destinations added."
    if (!answer)
        return fail(answer.error());
    QList<PrinterInfo> list;
    for (const IppGroup &group : answer.value().groups(IPP_TAG_PRINTER))
        list += printerOf(group);
    return list;
}

Outcome<std::optional<PrinterInfo>> CupsLine::printer(const QString &id)
{
    IppMessage question(IPP_OP_GET_PRINTER_ATTRIBUTES);
    question.put(IPP_TAG_URI, "printer-uri", queueUri(id));
    question.wants(kPrinterFacts);
    auto answer = m_link->ask(std::move(question), "/", u"printer %1"_s.arg(id));
    if (!answer && answer.error().kind == FailureKind::Missing)
        return std::optional<PrinterInfo>();
    if (!answer)
        return fail(answer.error());
    const QList<IppGroup> groups = answer.value().groups(IPP_TAG_PRINTER);
    return groups.isEmpty() ? std::optional<PrinterInfo>() : printerOf(groups.first());
}

Outcome<int> CupsLine::send(const QByteArray &pdf, QSizeF page, const PrintOptions &options)
{
    if (const auto ready = m_link->open(); !ready)
        return fail(ready.error());
    IppMessage question(IPP_OP_PRINT_JOB);
    question.put(IPP_TAG_URI, "printer-uri", queueUri(options.printer));
    question.put(IPP_TAG_NAME, "requesting-user-name", QByteArray(cupsUser()));
    question.put(IPP_TAG_NAME, "job-name", options.title.toUtf8());
    question.put(IPP_TAG_NAME, "document-name", options.key.toUtf8());
    question.put(IPP_TAG_MIMETYPE, "document-format", "application/pdf");
    question.putForJob(IPP_TAG_INTEGER, "copies", qMax(1, options.copies));
    question.putForJob(IPP_TAG_KEYWORD, "media", mediaOf(options, page).toUtf8());
    question.putForJob(IPP_TAG_KEYWORD, "print-scaling", QByteArray("none"));
    if (!options.tray.isEmpty())
        question.putForJob(IPP_TAG_KEYWORD, "media-source", options.tray.toUtf8());

    const QByteArray resource = "/printers/" + options.printer.toUtf8().toPercentEncoding();
    const size_t length = question.length() + size_t(pdf.size());
    const QString what = u"print job"_s;
    // A line that was idle may have been closed by the other side: then the question never left.
    http_status_t status = cupsSendRequest(m_link->http, question.raw(), resource.constData(), length);
    if (status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK)
        status = cupsWriteRequestData(m_link->http, pdf.constData(), size_t(pdf.size()));
    IppMessage answer(status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK
                          ? cupsGetResponse(m_link->http, resource.constData())
                          : nullptr);
    if (!answer || !isFine()) {
        const Failure failure = answer ? refused(what) : Failure{FailureKind::Network, refused(what).detail};
        m_link->close();
        return fail(failure);
    }
    const QList<IppGroup> groups = answer.groups(IPP_TAG_JOB);
    const int number = groups.isEmpty() ? 0 : groups.first().number("job-id");
    if (number == 0)
        return fail(Failure{FailureKind::Network, u"the print service gave no job number"_s});
    return number;
}

Outcome<std::optional<int>> CupsLine::find(const QString &printer, const QString &key)
{
    static const char *const facts[] = {"job-id", "document-name-supplied"};
    IppMessage question(IPP_OP_GET_JOBS);
    question.put(IPP_TAG_URI, "printer-uri", queueUri(printer));
    question.put(IPP_TAG_NAME, "requesting-user-name", QByteArray(cupsUser()));
    question.put(IPP_TAG_KEYWORD, "which-jobs", QByteArray("all"));
    question.wants(facts);
    auto answer = m_link->ask(std::move(question), "/", u"jobs of %1"_s.arg(printer));
    if (!answer && answer.error().kind == FailureKind::Missing)
        return std::optional<int>(); // the printer itself is gone
    if (!answer)
        return fail(answer.error());
    for (const IppGroup &group : answer.value().groups(IPP_TAG_JOB)) {
        if (group.text("document-name-supplied") == key)
            return std::optional<int>(group.number("job-id"));
    }
    return std::optional<int>();
}

Outcome<std::optional<JobReport>> CupsLine::job(int number)
{
    IppMessage question(IPP_OP_GET_JOB_ATTRIBUTES);
    question.put(IPP_TAG_URI, "job-uri", jobUri(number));
    question.put(IPP_TAG_NAME, "requesting-user-name", QByteArray(cupsUser()));
    question.wants(kJobFacts);
    auto answer = m_link->ask(std::move(question), "/", u"job %1"_s.arg(number));
    if (!answer && answer.error().kind == FailureKind::Missing)
        return std::optional<JobReport>();
    if (!answer)
        return fail(answer.error());
    const QList<IppGroup> groups = answer.value().groups(IPP_TAG_JOB);
    return groups.isEmpty() ? std::optional<JobReport>() : reportOf(groups.first());
}

Outcome<Nothing> CupsLine::cancel(int number)
{
    IppMessage question(IPP_OP_CANCEL_JOB);
    question.put(IPP_TAG_URI, "job-uri", jobUri(number));
    question.put(IPP_TAG_NAME, "requesting-user-name", QByteArray(cupsUser()));
    const auto answer = m_link->ask(std::move(question), "/jobs", u"cancel job %1"_s.arg(number));
    if (!answer)
        return fail(answer.error());
    return Nothing();
}

} // namespace Loket
