// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <string>

namespace Loket::Central {

/// A request as it came: the body is not unpacked, for the signature is over what was sent.
struct HttpRequest {
    QByteArray method;                     ///< "POST"
    QByteArray target;                     ///< path and query as sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
    QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

struct HttpReply {
    int status = 200;
    QByteArray body;
    QByteArray type = "application/json"; ///< empty: no body
    QList<std::pair<QByteArray, QByteArray>> headers;
};

/// HTTP/1.1 over TLS 1.2 and above on 127.0.0.1. Unpacks and packs nothing and cuts no ranges: what it hands
/// on is what came, what it gets is what goes out.
class HttpFront
{
public:
    using Handler = std::function<HttpReply(const HttpRequest &)>; ///< called by many threads

    HttpFront(const std::string &certificateFile, const std::string &keyFile, int threads, Handler handler);
    ~HttpFront();
    bool isValid() const; ///< certificate and key were read
    /// Takes the port, 0: any free one. Answers which; below 0: it is taken.
    int bind(int port);
    /// Serves until stop(); false when it could not.
    bool run();
    void stop(); ///< any thread

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket::Central
