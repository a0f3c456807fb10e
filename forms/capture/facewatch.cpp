// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/facewatch.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace Loket {

struct FaceWatch::Finder {
    FaceFinderSource source;
    Judge judge;
    std::shared_ptr<const FaceFinder> finder;
    bool isAsked = false;

    Report answer(const Question &question)
    {
        if (!isAsked && source)
            finder = source();
        isAsked = true;
        if (!finder)
            return std::nullopt;
        const QList<Face> faces = question.faces ? *question.faces : finder->find(question.picture);
        return judge(question.picture, faces, question.full);
    }
};

FaceWatch::FaceWatch(FaceFinderSource source, Judge judge, QObject *parent)
    : QObject(parent)
    , m_finder(std::make_shared<Finder>())
{
    m_finder->source = std::move(source);
    m_finder->judge = std::move(judge);
}

void FaceWatch::look(int turn, const QImage &picture)
{
    ask({turn, picture, std::nullopt, {}});
}

void FaceWatch::judge(int turn, const QImage &picture, const QList<Face> &faces, QSize full)
{
    ask({turn, picture, faces, full});
}

void FaceWatch::ask(Question question)
{
    if (m_isBusy)
        m_next = std::move(question);
    else
        begin(question);
}

void FaceWatch::begin(const Question &question)
{
    m_isBusy = true;
    auto *watcher = new QFutureWatcher<Report>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, turn = question.turn, isJudgement = question.faces.has_value()] {
                watcher->deleteLater();
                m_isBusy = false;
                const Report report = watcher->result();
                if (m_next)
                    begin(*std::exchange(m_next, std::nullopt));
                if (isJudgement)
                    Q_EMIT judged(turn, report);
                else
                    Q_EMIT found(turn, report);
            });
    watcher->setFuture(QtConcurrent::run([finder = m_finder, question] { return finder->answer(question); }));
}

} // namespace Loket
