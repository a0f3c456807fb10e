// SPDX-License-Identifier: Apache-2.0
// What the photo dialog does with the camera, and with the faces in its pictures.
#include "forms/capture/camerapart.h"
#include "forms/capture/capturetexts.h"
#include "forms/capture/cropview.h"
#include "forms/capture/photodialog.h"
#include "forms/common/dialogs.h"
#include "forms/common/keybutton.h"
#include "forms/common/preferences.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPointer>

namespace Loket {

using namespace Qt::StringLiterals;

bool PhotoDialog::isLive() const
{
    return m_camera->isLive();
}

void PhotoDialog::bindCamera()
{
    m_clock.start();
    m_auto->setChecked(remembersAuto());
    connect(m_camera, &CameraPart::changed, this, &PhotoDialog::onCamera);
    connect(m_camera, &CameraPart::frame, this, &PhotoDialog::onFrame);
    connect(m_camera, &CameraPart::taken, this, &PhotoDialog::offerImage);
    connect(m_camera, &CameraPart::missed, this, [this] {
        m_steady.askAgain();
        say(tr("The camera took no picture. Try again, or choose a file."));
    });
    connect(m_auto, &QCheckBox::toggled, this, [this](bool on) {
        m_steady = SteadyFace();
        if (m_tools.preferences)
            m_tools.preferences->set("autoCapture", on);
    });
    film();
}

bool PhotoDialog::remembersAuto() const
{
    return m_tools.preferences && m_tools.preferences->value("autoCapture").toBool();
}

void PhotoDialog::film()
{
    if (!m_camera->exists() || isLive())
        return;
    ++m_offers; // a picture that is still being read comes too late
    ++m_turn;
    m_isJudging = m_acceptsThen = false;
    m_verdicts.clear();
    m_trouble.clear();
    m_steady = SteadyFace();
    m_camera->film();
    m_camera->view()->setFocus();
    m_take->setDefault(true);
}

void PhotoDialog::onCamera()
{
    if (isLive() && !m_camera->view()->hasPicture()) {
        m_verdicts.clear();
        m_steady = SteadyFace();
    }
    refresh();
}

void PhotoDialog::onFrame(const QImage &picture)
{
    if (!m_watch->isBusy()) {
        m_frameSize = picture.size();
        m_watch->look(m_turn, picture);
    }
}

void PhotoDialog::onLiveReport(const FaceWatch::Report &report)
{
    m_auto->setVisible(report.has_value()); // nothing looks for faces here
    if (!report || !m_camera->view()->hasPicture())
        return;
    m_camera->view()->showHead(report->head, m_frameSize, report->isGood());
    if (m_verdicts != report->verdicts) {
        m_verdicts = report->verdicts;
        refresh();
    }
    if (m_steady.see(m_tools.clock ? m_tools.clock() : m_clock.elapsed(), *report) && m_auto->isChecked())
        m_camera->take();
}

bool PhotoDialog::tookKey(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event->key() == Qt::Key_F4 && m_camera->exists()) {
        film();
        return true;
    }
    if (isLive() && event->key() == Qt::Key_Space) {
        m_camera->take();
        return true;
    }
    return false;
}

void PhotoDialog::onFound(int turn, const FaceWatch::Report &report)
{
    if (turn != m_turn)
        return;
    if (isLive()) {
        onLiveReport(report);
        return;
    }
    if (!report) {
        onJudged(turn, report);
        return;
    }
    m_faces = report->faces;
    const int asked = m_turn;
    if (!report->crop.isNull() && m_picture) {
        const double scale = double(m_picture->size.width()) / m_picture->preview.width();
        m_view->propose(QRectF(report->crop.topLeft() * scale, report->crop.size() * scale));
    }
    if (m_turn == asked) // the crop that changed has asked already
        judgeCrop();
}

void PhotoDialog::judgeCrop()
{
    if (!m_faces || !m_picture || isLive())
        return;
    m_isJudging = true;
    const QRectF crop = m_view->crop();
    const double scale = double(m_picture->preview.width()) / m_picture->size.width();
    const QRect part = QRectF(crop.topLeft() * scale, crop.size() * scale).toRect();
    QList<Face> faces;
    for (Face face : std::as_const(*m_faces)) {
        if (!QRectF(part).contains(face.box.center()))
            continue;
        face.box.translate(-part.topLeft());
        for (std::optional<QPointF> *eye : {&face.leftEye, &face.rightEye}) {
            if (*eye)
                **eye -= part.topLeft();
        }
        faces += face;
    }
    m_watch->judge(++m_turn, m_picture->preview.copy(part), faces, crop.size().toSize());
}

void PhotoDialog::onJudged(int turn, const FaceWatch::Report &report)
{
    if (turn != m_turn || isLive())
        return;
    m_isJudging = false;
    m_verdicts = report ? report->verdicts : QList<PortraitVerdict>();
    refresh();
    if (std::exchange(m_acceptsThen, false))
        accept();
}

QString PhotoDialog::verdictSentences() const
{
    QStringList sentences;
    for (const PortraitVerdict verdict : m_verdicts)
        sentences += verdictText(verdict);
    return sentences.join(u' ');
}

void PhotoDialog::askWhy()
{
    Dialogs::ReasonQuestion question;
    question.title = tr("Use this photo all the same?");
    question.text = verdictSentences();
    question.label = tr("Reason");
    question.yes = tr("Use photo");
    question.suggestions = {tr("The face is recognised well enough"), tr("Illness or disability"),
                            tr("A small child"), tr("No better light or place here")};
    m_dialogs.reason(this, question,
                     [self = QPointer<PhotoDialog>(this), turn = m_turn](const QString &reason) {
                         if (!self || reason.isEmpty() || turn != self->m_turn)
                             return;
                         QList<PassedVerdict> passed;
                         for (const PortraitVerdict verdict : std::as_const(self->m_verdicts))
                             passed.append({verdictCode(verdict), reason});
                         self->encode(passed);
                     });
}

} // namespace Loket
