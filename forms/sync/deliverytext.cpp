// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/deliverytext.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct DeliveryTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::DeliveryTexts)
};

bool isOnlyHere(CaseState state)
{
    return state == CaseState::Queued || state == CaseState::WaitingApproval || state == CaseState::Sending
        || state == CaseState::Parked;
}

bool lacksAttachments(const Delivery &way)
{
    return way.attachmentsSent < way.attachments;
}

QString attachmentLine(const Delivery &way)
{
    return DeliveryTexts::tr("data safe at the centre, attachments %1 of %2")
        .arg(way.attachmentsSent)
        .arg(way.attachments);
}

/// When it is tried again by itself.
QString nextTryText(const Delivery &way, const QDateTime &now)
{
    return way.nextTry > now ? DeliveryTexts::tr("not before %1").arg(momentText(way.nextTry, now))
                             : DeliveryTexts::tr("with the next synchronisation");
}

QString whereText(const OutboxLine &line, const QDateTime &now)
{
    const Delivery &way = line.delivery;
    if (line.record.state == CaseState::WaitingApproval)
        return DeliveryTexts::tr("On this computer, waiting for a supervisor");
    if (line.record.state == CaseState::Sending)
        return DeliveryTexts::tr("On its way since %1; sent again when no answer comes")
            .arg(momentText(way.sentAt, now));
    if (!way.received.isValid())
        return isOnlyHere(line.record.state) ? DeliveryTexts::tr("Saved on this computer only") : QString();
    return DeliveryTexts::tr("At the centre since %1").arg(momentText(way.received, now));
}

QString backupText(const OutboxLine &line, const QDateTime &now)
{
    const Delivery &way = line.delivery;
    if (way.durable.isValid())
        return DeliveryTexts::tr("stored in the centre's backup, told %1").arg(momentText(way.durable, now));
    return way.received.isValid() ? DeliveryTexts::tr("not confirmed yet; this computer keeps everything")
                                  : QString();
}

} // namespace

QString deliveryErrorText(const OutboxLine &line)
{
    const QString code = line.delivery.lastError.isEmpty() && line.record.state == CaseState::Parked
        ? line.record.reason
        : line.delivery.lastError;
    if (code.isEmpty())
        return {};
    const QString reason = centreReasonText(code);
    const QString words
        = !reason.isEmpty() ? reason : DeliveryTexts::tr("The centre did not take it (%1)").arg(code);
    return line.record.state == CaseState::Parked
        ? DeliveryTexts::tr(
              "%1. It is not sent by itself any more: call the branch office, then send it again.")
              .arg(words)
        : DeliveryTexts::tr("%1. It is tried again by itself.").arg(words);
}

QString deliveryLine(const OutboxLine &line, const QDateTime &now)
{
    const Delivery &way = line.delivery;
    switch (line.record.state) {
    case CaseState::Queued:
        if (way.attempts == 0 && way.lastError.isEmpty())
            return DeliveryTexts::tr("goes out with the next synchronisation");
        return DeliveryTexts::tr("tried %1 times, again %2").arg(way.attempts).arg(nextTryText(way, now));
    case CaseState::WaitingApproval:
        return DeliveryTexts::tr("goes out once a supervisor agrees");
    case CaseState::Sending:
        return DeliveryTexts::tr("on its way, no answer yet");
    case CaseState::Parked:
        return DeliveryTexts::tr("held: somebody has to look at it");
    case CaseState::Received:
        return lacksAttachments(way) ? attachmentLine(way) : DeliveryTexts::tr("the centre decides");
    case CaseState::Accepted:
    case CaseState::AcceptedChanged:
        if (lacksAttachments(way))
            return attachmentLine(way);
        if (!line.record.reason.isEmpty())
            return line.record.reason;
        return way.durable.isValid() ? DeliveryTexts::tr("stored in the centre's backup") : QString();
    case CaseState::NeedsCorrection:
    case CaseState::Rejected:
    case CaseState::Conflict:
    case CaseState::Void:
    case CaseState::Draft:
        break;
    }
    return line.record.reason;
}

QList<DeliveryFact> deliveryFacts(const OutboxLine &line, const QDateTime &now)
{
    const Delivery &way = line.delivery;
    const bool isQueued = line.record.state == CaseState::Queued || line.record.state == CaseState::Sending;
    QString attachments;
    if (way.attachments > 0 && !way.received.isValid())
        attachments = DeliveryTexts::tr("%1, after the data").arg(way.attachments);
    else if (lacksAttachments(way))
        attachments = DeliveryTexts::tr("data safe at the centre, attachments follow: %1 of %2")
                          .arg(way.attachmentsSent)
                          .arg(way.attachments);
    else if (way.attachments > 0)
        attachments = DeliveryTexts::tr("all %1 at the centre").arg(way.attachments);
    const bool isTold = line.record.state != CaseState::Parked;
    const QList<DeliveryFact> all = {
        {DeliveryTexts::tr("Centre"), isTold ? line.record.reason : QString()},
        {DeliveryTexts::tr("Where"), whereText(line, now)},
        {DeliveryTexts::tr("Why"), deliveryErrorText(line)},
        {DeliveryTexts::tr("Next"), isQueued ? nextTryText(way, now) : QString()},
        {DeliveryTexts::tr("Tried"), way.attempts > 0 ? numberText(way.attempts) : QString()},
        {DeliveryTexts::tr("Attachments"), attachments},
        {DeliveryTexts::tr("Backup"), backupText(line, now)},
    };
    QList<DeliveryFact> facts;
    for (const DeliveryFact &fact : all) {
        if (!fact.words.isEmpty())
            facts += fact;
    }
    return facts;
}

bool canRetry(CaseState state)
{
    return state == CaseState::Queued || state == CaseState::Sending || state == CaseState::Parked;
}

} // namespace Loket
