// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/central/httpfront.h"

#include <QString>

#include <optional>

namespace Loket::Central {

/// What `Authorization: Loket device="…", time="…", signature="…"` says.
struct RequestSignature {
    QString device;
    QByteArray time; ///< as written; not compared with any clock
    QByteArray signature;
    /// None when the header is missing or has another form.
    static std::optional<RequestSignature> read(const QByteArray &header);
    /// Whether the owner of the key made it for this very request.
    bool isOf(const HttpRequest &request, const QByteArray &publicKey) const;
};

} // namespace Loket::Central
