// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QStringList>

namespace Loket {

/// A camera whose every move a test makes: nothing happens by itself, and nothing takes time.
class FakeCamera final : public CameraPort
{
public:
    using Done = std::function<void(Result<QImage, CameraTrouble>)>;

    std::optional<QList<CameraInfo>> there
        = QList<CameraInfo>{{QStringLiteral("desk"), QStringLiteral("Desk camera"), true}};
    QStringList started; ///< ids, in order
    QString running;     ///< id; empty: none
    QSize atLeast;       ///< of the last start
    int looked = 0;
    int taken = 0;
    Done waiting; ///< for the still

    void look() override
    {
        ++looked;
        if (there)
            Q_EMIT camerasChanged();
    }
    std::optional<QList<CameraInfo>> cameras() const override { return there; }
    void start(const QString &id, QSize size) override
    {
        atLeast = size;
        started += id;
        running = id;
    }
    void stop() override { running.clear(); }
    void take(Done done) override
    {
        ++taken;
        waiting = std::move(done);
    }

    void setThere(const QStringList &ids)
    {
        QList<CameraInfo> all;
        for (const QString &id : ids)
            all.append({id, id, all.isEmpty()});
        const bool isPulled = !running.isEmpty() && !ids.contains(running);
        if (isPulled) {
            running.clear();
            Q_EMIT troubled(CameraTrouble::Pulled);
        }
        there = all;
        Q_EMIT camerasChanged();
    }
    void film(const QImage &picture)
    {
        if (!running.isEmpty())
            Q_EMIT frame(picture);
    }
    void fail(CameraTrouble trouble)
    {
        if (trouble != CameraTrouble::Silent)
            running.clear();
        Q_EMIT troubled(trouble);
    }
    void answer(const Result<QImage, CameraTrouble> &still)
    {
        if (const Done done = std::exchange(waiting, nullptr))
            done(still);
    }
};

} // namespace Loket
