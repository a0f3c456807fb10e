// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QImage>

namespace Loket {

/// A scan that is kept, as large as the window allows. Esc closes it.
class ScanView : public QDialog
{
    Q_OBJECT
public:
    ScanView(const QString &what, const QImage &scan, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const QImage m_scan;
};

} // namespace Loket
