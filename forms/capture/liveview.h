// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/pictureview.h"

#include <QImage>

namespace Loket {

/// What the camera sees. A person: with the 3:4 part that a photo takes of the middle and the head that was
/// found in it. A page: the whole picture, with the edges that were found.
class LiveView : public PictureView
{
    Q_OBJECT

public:
    enum class Subject { Person, Page };
    explicit LiveView(Subject subject, QWidget *parent = nullptr);

    void show(const QImage &frame);
    /// `head` in pixels of a frame of that size; null: none was found. Good: nothing is wrong with the
    /// picture.
    void showHead(const QRectF &head, QSize frame, bool isGood);
    /// The corners of the page in shares of the frame; empty: none was found.
    void showPage(const QPolygonF &page);
    const QPolygonF &page() const { return m_page; }
    /// No picture; this is written instead.
    void clear(const QString &message);
    QString message() const { return hint(); }
    bool hasPicture() const override { return !m_frame.isNull(); }

protected:
    void paintPicture(QPainter &painter) override;
    void retranslate() override;

private:
    void paintPerson(QPainter &painter);
    void paintPage(QPainter &painter);

    const Subject m_subject;
    QImage m_frame;
    QPolygonF m_page; ///< in shares of the frame
    QRectF m_head;    ///< in shares of the frame
    bool m_isGood = false;
};

} // namespace Loket
