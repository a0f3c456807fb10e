// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QByteArray>

#include <atomic>
#include <memory>
#include <optional>

namespace Loket {

/// The talk with the print service (CUPS, by IPP), one question at a time. Blocks, for `answerSeconds` at
/// most; used by one thread. Which service is asked is libcups' affair: CUPS_SERVER, client.conf, the local
/// socket.
class CupsLine
{
public:
    explicit CupsLine(double answerSeconds, const std::atomic_bool *cancel = nullptr);
    ~CupsLine();
    CupsLine(const CupsLine &) = delete;
    CupsLine &operator=(const CupsLine &) = delete;

    Outcome<QList<PrinterInfo>> printers();
    Outcome<std::optional<PrinterInfo>> printer(const QString &id);
    /// Puts a PDF into the queue; its number. A Network failure leaves it open whether the service took it:
    /// find() tells. `page` in millimetres.
    Outcome<int> send(const QByteArray &pdf, QSizeF page, const PrintOptions &options);
    /// The number of the job that was sent with this key; none: the queue has no such job.
    Outcome<std::optional<int>> find(const QString &printer, const QString &key);
    /// How a job stands; none: the queue does not know it.
    Outcome<std::optional<JobReport>> job(int number);
    Outcome<Nothing> cancel(int number);

private:
    struct Link;
    std::unique_ptr<Link> m_link;
};

} // namespace Loket
