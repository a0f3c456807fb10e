// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/portrait.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Loket {

/// Looks for faces on a worker thread: one picture at a time, and of those that come meanwhile only the
/// newest. Lives on the window's thread. A question carries a number of the asker's own that comes back with
/// the answer.
class FaceWatch : public QObject
{
    Q_OBJECT

public:
    using Report = std::optional<PortraitReport>; ///< none: faces can't be looked for here

    using Judge = std::function<PortraitReport(const QImage &, const QList<Face> &, QSize)>;

    explicit FaceWatch(FaceFinderSource source, Judge judge = lookAt, QObject *parent = nullptr);

    void look(int turn, const QImage &picture); ///< found() follows
    /// Measures a picture in which the faces are known; `full` as in lookAt(). judged() follows.
    void judge(int turn, const QImage &picture, const QList<Face> &faces, QSize full);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void found(int turn, const Loket::FaceWatch::Report &report);
    void judged(int turn, const Loket::FaceWatch::Report &report);

private:
    struct Question {
        int turn = 0;
        QImage picture;
        std::optional<QList<Face>> faces; ///< none: to be found
        QSize full;
    };
    struct Finder; ///< used by one worker at a time

    void ask(Question question);
    void begin(const Question &question);

    std::shared_ptr<Finder> m_finder;
    std::optional<Question> m_next;
    bool m_isBusy = false;
};

} // namespace Loket
