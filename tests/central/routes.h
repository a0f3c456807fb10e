// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/central/httpfront.h"
#include "tests/central/pgcentre.h"

#include <QFile>

#include <mutex>

namespace Loket {
struct RequestProof;
struct SignedRequest;
} // namespace Loket

namespace Loket::Central {

/// From HTTP to the centre and back: the paths of resources/api/loket-central.openapi.json. Any thread.
class Routes
{
public:
    /// `recordFile`: every exchange is written there as a JSON line, unpacked; empty: none is. It holds
    /// people's data, so it is only for tests.
    Routes(const World &world, const QString &recordFile);

    HttpReply answer(const HttpRequest &request);

private:
    HttpReply route(const HttpRequest &request, const QByteArray &body);
    HttpReply enrolled(const QByteArray &body, const RequestProof &proof, const SignedRequest &asSent);
    HttpReply wiped(const QByteArray &body);
    HttpReply forCaller(const HttpRequest &request, const QByteArray &body, const Caller &caller);
    HttpReply forName(const HttpRequest &request, const QByteArray &body, PgCentre &centre);
    HttpReply changes(const HttpRequest &request, PgCentre &centre);
    HttpReply attachment(const HttpRequest &request, const QByteArray &name, const QByteArray &body,
                         PgCentre &centre);
    HttpReply chunk(const HttpRequest &request, const QByteArray &name, PgCentre &centre);
    HttpReply courier(const QByteArray &body, PgCentre &centre);
    void record(const HttpRequest &request, const QByteArray &body, const HttpReply &reply);

    const World &m_world;
    std::mutex m_mutex;
    QFile m_record;
};

} // namespace Loket::Central
