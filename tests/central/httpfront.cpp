// SPDX-License-Identifier: Apache-2.0
#include "tests/central/httpfront.h"

#include <httplib.h>

#include <algorithm>

namespace Loket::Central {

namespace {

constexpr time_t kKeepAliveSeconds = 5; // an idle connection holds a thread
/// As it comes, packed or not: a courier's file is the largest.
constexpr size_t kMostSent = 64 * 1024 * 1024;
constexpr size_t kRequestsOfOneConnection = 100'000;

/// Headers by which the library would change bodies behind our back; it gets to see them under other names.
constexpr const char *kOurs[] = {"Content-Encoding", "Accept-Encoding"};
constexpr const char *kHidden = "Hidden-";

void hideHeaders(httplib::Request &request)
{
    for (const char *name : kOurs) {
        if (!request.has_header(name))
            continue;
        const std::string value = request.get_header_value(name);
        request.headers.erase(name);
        request.headers.emplace(std::string(kHidden) + name, value);
    }
    request.ranges.clear();
}

HttpRequest requestOf(const httplib::Request &from)
{
    HttpRequest request{QByteArray::fromStdString(from.method),
                        QByteArray::fromStdString(from.target),
                        {},
                        QByteArray::fromStdString(from.body)};
    for (const auto &[name, value] : from.headers) {
        QByteArray key = QByteArray::fromStdString(name).toLower();
        if (key.startsWith("hidden-"))
            key.remove(0, 7);
        request.headers.insert(key, QByteArray::fromStdString(value));
    }
    return request;
}

} // namespace

struct HttpFront::Private {
    Private(const std::string &certificateFile, const std::string &keyFile)
        : server(certificateFile.c_str(), keyFile.c_str())
    {
    }
    httplib::SSLServer server;
};

HttpFront::HttpFront(const std::string &certificateFile, const std::string &keyFile, int threads,
                     Handler handler)
    : d(std::make_unique<Private>(certificateFile, keyFile))
{
    httplib::SSLServer &server = d->server;
    server.new_task_queue = [threads] { return new httplib::ThreadPool(size_t(threads)); }; // it deletes it
    server.set_tcp_nodelay(true);
    server.set_keep_alive_timeout(kKeepAliveSeconds);
    server.set_keep_alive_max_count(kRequestsOfOneConnection);
    server.set_payload_max_length(kMostSent);
    // The request is the server's own object; only its interface shows it as constant here.
    server.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &) {
        hideHeaders(const_cast<httplib::Request &>(request));
        return httplib::Server::HandlerResponse::Unhandled;
    });
    const auto serve = [handler = std::move(handler)](const httplib::Request &from, httplib::Response &to) {
        const HttpReply reply = handler(requestOf(from));
        to.status = reply.status;
        for (const auto &[name, value] : reply.headers)
            to.set_header(name.toStdString(), value.toStdString());
        if (!reply.type.isEmpty())
            to.set_content(reply.body.constData(), size_t(reply.body.size()), reply.type.toStdString());
    };
    const char *everything = ".*";
    server.Get(everything, serve);
    server.Post(everything, serve);
    server.Patch(everything, serve);
    server.Put(everything, serve);
    server.Delete(everything, serve);
    server.set_error_handler([](const httplib::Request &, httplib::Response &response) {
        // What the library refuses by itself: no HTTP, too large, cut off.
        if (response.body.empty() && response.status >= 400 && !response.has_header("Upload-Offset"))
            response.set_content(R"({"detail":"","error":"http.bad"})", "application/json");
    });
}

HttpFront::~HttpFront() = default;

bool HttpFront::isValid() const
{
    return d->server.is_valid();
}

int HttpFront::bind(int port)
{
    if (port == 0)
        return d->server.bind_to_any_port("127.0.0.1");
    return d->server.bind_to_port("127.0.0.1", port) ? port : -1;
}

bool HttpFront::run()
{
    return d->server.listen_after_bind();
}

void HttpFront::stop()
{
    d->server.stop();
}

} // namespace Loket::Central
