// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace Loket {

class Dialogs;
class Office;

/// Keeps `bytes` in the blob store and gives their name to `done`; when that fails, `trouble` is told as the
/// title of the reason. Nothing happens once `parent` is gone.
void keepBlob(QWidget *parent, Office &office, Dialogs &dialogs, const QByteArray &bytes,
              const QString &trouble, std::function<void(const QString &)> done);

} // namespace Loket
