// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace Loket {

class KeyHint;

/// A button that shows the key that does the same: "Ajukan [Ctrl Enter]". The key cap is part of the button;
/// the key itself is bound by the page. Its accessible name is its text.
class KeyButton : public QPushButton
{
    Q_OBJECT

public:
    explicit KeyButton(QWidget *parent = nullptr);

    void setKey(const QString &key); ///< what the cap says; empty: no cap
    void setPrimary(bool primary);   ///< the one main button of a page

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *) override;
    void paintEvent(QPaintEvent *) override;

private:
    void place();
    KeyHint *m_hint;
};

} // namespace Loket
