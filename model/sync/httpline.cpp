// SPDX-License-Identifier: Apache-2.0
#include "model/sync/httpline.h"

#include "model/sync/certificatetime.h"

#include <curl/curl.h>

#include <csignal>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct FreeList {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, FreeList>;

void startCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

Headers headerList(const QList<QByteArray> &lines)
{
    Headers list;
    for (const QByteArray &line : lines) {
        curl_slist *longer = curl_slist_append(list.get(), line.constData());
        if (!longer)
            break;
        static_cast<void>(list.release());
        list.reset(longer);
    }
    return list;
}

/// Keeps a line that the other side closed from ending the program: OpenSSL writes without MSG_NOSIGNAL, and
/// with CURLOPT_NOSIGNAL (needed beside other threads) the library does not look after SIGPIPE. Only this
/// thread is touched.
class PipeSignalHeld
{
public:
    PipeSignalHeld()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        sigset_t pending;
        sigpending(&pending);
        m_wasPending = sigismember(&pending, SIGPIPE) == 1;
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~PipeSignalHeld()
    {
        const timespec atOnce = {};
        if (!m_wasPending)
            sigtimedwait(&m_pipe, nullptr, &atOnce);
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    Q_DISABLE_COPY_MOVE(PipeSignalHeld)

private:
    sigset_t m_pipe, m_before;
    bool m_wasPending = false;
};

/// What one transfer gathers.
struct Transfer {
    LineAnswer answer;
    qsizetype most = 0;
    bool isTooLarge = false;
    const std::atomic_bool *cancel = nullptr;
};

size_t onBody(char *bytes, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const auto length = qsizetype(size * count);
    if (transfer->answer.body.size() + length > transfer->most) {
        transfer->isTooLarge = true;
        return 0;
    }
    transfer->answer.body.append(bytes, length);
    return size * count;
}

size_t onHeader(char *bytes, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const QByteArray line(bytes, qsizetype(size * count));
    if (line.startsWith("HTTP/")) // of a proxy, or an interim answer before
        transfer->answer.contentEncoding = transfer->answer.uploadOffset = QByteArray();
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(qMax<qsizetype>(colon, 0)).toLower();
    if (name == "content-encoding")
        transfer->answer.contentEncoding = line.mid(colon + 1).trimmed();
    else if (name == "upload-offset")
        transfer->answer.uploadOffset = line.mid(colon + 1).trimmed();
    return size * count;
}

int onProgress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto *transfer = static_cast<const Transfer *>(self);
    return transfer->cancel && *transfer->cancel ? 1 : 0;
}

} // namespace

struct HttpLine::Private {
    LineOptions options;
    const std::atomic_bool *cancel;
    std::unique_ptr<CURL, void (*)(CURL *)> easy{nullptr, &curl_easy_cleanup};
    CertificateTime certificates;
    char problem[CURL_ERROR_SIZE] = {};

    void setUp(const LineRequest &request, Transfer &transfer, const Headers &headers);
    void setUpTrust();
    Failure failure(CURLcode code, const Transfer &transfer) const;

    template <typename Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(easy.get(), option, value);
    }
};

void HttpLine::Private::setUpTrust()
{
    curl_blob ca{const_cast<char *>(options.ca.constData()), size_t(options.ca.size()), CURL_BLOB_NOCOPY};
    curl_easy_setopt(easy.get(), CURLOPT_CAINFO_BLOB, &ca);
    set(CURLOPT_CAPATH, nullptr); // the system's authorities don't count
    set(CURLOPT_CAINFO, nullptr);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_CTX_FUNCTION, &CertificateTime::install);
    curl_easy_setopt(easy.get(), CURLOPT_SSL_CTX_DATA, &certificates);
}

void HttpLine::Private::setUp(const LineRequest &request, Transfer &transfer, const Headers &headers)
{
    curl_easy_reset(easy.get()); // keeps connections and TLS sessions
    problem[0] = '\0';
    set(CURLOPT_URL, request.url.constData());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_TCP_NODELAY, 1L);
    set(CURLOPT_CONNECTTIMEOUT, long(options.patience.connect));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, long(options.patience.idle + request.idle));
    if (!options.proxy.isEmpty())
        set(CURLOPT_PROXY, options.proxy.toUtf8().constData()); // copied
    setUpTrust();
    set(CURLOPT_ERRORBUFFER, problem);
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_CUSTOMREQUEST, request.method.constData());
    if (request.method != "GET") {
        set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.constData());
    }
    set(CURLOPT_WRITEFUNCTION, &onBody);
    set(CURLOPT_WRITEDATA, &transfer);
    set(CURLOPT_HEADERFUNCTION, &onHeader);
    set(CURLOPT_HEADERDATA, &transfer);
    set(CURLOPT_XFERINFOFUNCTION, &onProgress);
    set(CURLOPT_XFERINFODATA, &transfer);
    set(CURLOPT_NOPROGRESS, 0L);
}

Failure HttpLine::Private::failure(CURLcode code, const Transfer &transfer) const
{
    const QString words = QString::fromUtf8(problem[0] ? problem : curl_easy_strerror(code));
    if (transfer.isTooLarge)
        return {FailureKind::Network, u"the answer is larger than %1 bytes"_s.arg(transfer.most)};
    if (!certificates.refusal().isEmpty())
        return {FailureKind::Untrusted, certificates.refusal()};
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {FailureKind::Cancelled, u"given up"_s};
    case CURLE_PEER_FAILED_VERIFICATION:
        return {FailureKind::Untrusted, words};
    case CURLE_SSL_CACERT_BADFILE:
        return {FailureKind::BadInput, u"ca.no-certificate: the certificate authority's file holds none"_s};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return {FailureKind::BadInput, u"url.not-https: the centre's address is not an https:// address"_s};
    default:
        return {FailureKind::Network, words};
    }
}

HttpLine::HttpLine(LineOptions options, const std::atomic_bool *cancel)
    : d(std::make_unique<Private>())
{
    startCurl();
    d->options = std::move(options);
    d->cancel = cancel;
    d->certificates.setKnownTime(d->options.knownTime);
    d->easy.reset(curl_easy_init());
}

HttpLine::~HttpLine()
{
    const PipeSignalHeld held; // closing says farewell to the other side
    d.reset();
}

Outcome<LineAnswer> HttpLine::ask(const LineRequest &request)
{
    if (!d->easy)
        return fail(Failure{FailureKind::Internal, u"the network library did not start"_s});
    if (d->options.ca.isEmpty()) // an empty text would mean the system's authorities
        return fail(Failure{FailureKind::BadInput, u"ca.empty: the certificate authority's file is empty"_s});
    if (d->cancel && *d->cancel)
        return fail(Failure{FailureKind::Cancelled, u"given up"_s});
    Transfer transfer;
    transfer.most = request.most;
    transfer.cancel = d->cancel;
    const Headers headers = headerList(request.headers);
    d->setUp(request, transfer, headers);
    d->certificates.forget();
    const PipeSignalHeld held;
    const CURLcode code = curl_easy_perform(d->easy.get());
    if (code != CURLE_OK)
        return fail(d->failure(code, transfer));
    long status = 0;
    curl_off_t retryAfter = 0;
    curl_easy_getinfo(d->easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(d->easy.get(), CURLINFO_RETRY_AFTER, &retryAfter);
    transfer.answer.status = int(status);
    transfer.answer.retryAfter = int(qBound(curl_off_t(0), retryAfter, curl_off_t(24 * 3600)));
    return transfer.answer;
}

HttpLine::Validity HttpLine::certificateDoubt() const
{
    return {d->certificates.doubtFrom(), d->certificates.doubtUntil()};
}

} // namespace Loket
