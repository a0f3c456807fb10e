// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>

#include <memory>

namespace Loket {

class PrintDocument;

/// The pages of a document one below the other, each painted by the same raster that the printer gets.
class PaperSheets : public QWidget
{
    Q_OBJECT

public:
    explicit PaperSheets(QWidget *parent = nullptr);
    void setDocument(std::shared_ptr<const PrintDocument> document);
    void setScale(double pixelsPerMillimetre);
    /// The scale at which the widest and highest page fit into `room`.
    double scaleFor(const QSize &room) const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QRect pageArea(int page) const;
    const QImage &raster(int page);

    std::shared_ptr<const PrintDocument> m_document;
    double m_scale = 3;
    QHash<int, QImage> m_rasters; ///< at m_scale and the screen's pixel ratio
};

} // namespace Loket
