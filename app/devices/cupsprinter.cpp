// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cupsprinter.h"

#include "app/devices/cupsworker.h"

#include <QUuid>

namespace Loket {

CupsPrinter::CupsPrinter(const CupsPatience &patience)
    : m_worker(new CupsWorker(patience, &m_isEnding, [this](PrintJob job, const JobReport &report) {
        QMetaObject::invokeMethod(
            &m_here, [this, job, report] { tell(job, report); }, Qt::QueuedConnection);
    }))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("printing"));
    m_thread.start();
}

CupsPrinter::~CupsPrinter()
{
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
}

void CupsPrinter::refresh(std::function<void(const Outcome<Nothing> &)> done)
{
    QMetaObject::invokeMethod(m_worker, [this, done = std::move(done)] {
        auto read = std::make_shared<Outcome<QList<PrinterInfo>>>(m_worker->printers());
        QMetaObject::invokeMethod(
            &m_here,
            [this, done, read] {
                m_printers = *read ? read->value() : QList<PrinterInfo>();
                done(*read ? Outcome<Nothing>(Nothing()) : Outcome<Nothing>(fail(read->error())));
            },
            Qt::QueuedConnection);
    });
}

PrintJob CupsPrinter::print(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                            Report report)
{
    const PrintJob job = ++m_last;
    m_reports.insert(job, std::move(report));
    PrintOptions whole = options;
    if (whole.key.isEmpty())
        whole.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QMetaObject::invokeMethod(m_worker, [this, job, document = std::move(document), whole] {
        m_worker->print(job, document, whole);
    });
    return job;
}

PrintJob CupsPrinter::follow(const QString &printer, const QString &key, Report report)
{
    const PrintJob job = ++m_last;
    m_reports.insert(job, std::move(report));
    QMetaObject::invokeMethod(m_worker, [this, job, printer, key] { m_worker->follow(job, printer, key); });
    return job;
}

void CupsPrinter::cancel(PrintJob job)
{
    QMetaObject::invokeMethod(m_worker, [this, job] { m_worker->cancel(job); });
}

void CupsPrinter::tell(PrintJob job, const JobReport &report)
{
    const auto found = m_reports.constFind(job);
    if (found == m_reports.cend())
        return;
    const Report listener = *found; // a copy: it may print again, or be the last word
    if (isOver(report.state))
        m_reports.erase(found);
    listener(report);
}

} // namespace Loket
