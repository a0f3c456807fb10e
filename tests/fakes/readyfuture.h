// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QFuture>
#include <QPromise>

namespace Loket {

/// A future that has its answer.
template <typename T>
QFuture<Outcome<T>> ready(Outcome<T> value)
{
    QPromise<Outcome<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace Loket
