// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

#include <memory>

namespace Loket {

class PaperSheets;
class PrintDocument;

/// A document to look at: fits the room until it is zoomed. + and - (also Ctrl and the wheel) zoom, 0 fits
/// again, arrow keys scroll.
class PaperView : public QScrollArea
{
    Q_OBJECT

public:
    explicit PaperView(QWidget *parent = nullptr);

    void setDocument(std::shared_ptr<const PrintDocument> document);
    double scale() const { return m_scale; } ///< pixels to a millimetre

    void zoomIn();
    void zoomOut();
    void fit();

protected:
    void resizeEvent(QResizeEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void wheelEvent(QWheelEvent *) override;

private:
    void setScale(double scale);

    PaperSheets *m_sheets;
    double m_scale = 1;
    bool m_fits = true;
};

} // namespace Loket
