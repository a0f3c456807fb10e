// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Loket {

/// A key cap such as "F2", beside what the key does.
class KeyHint : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);

    QString text() const { return m_key; }
    void setText(const QString &key);
    /// Drawn on a primary button instead of a surface.
    void setOnPrimary(bool onPrimary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QString m_key;
    bool m_onPrimary = false;
};

} // namespace Loket
