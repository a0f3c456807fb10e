// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QPushButton>

namespace Loket {

/// Words that do something when chosen with Enter, Space or the mouse: a button that looks like a link.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    void setTone(Tone tone); ///< colour of the words; Neutral: the primary colour

protected:
    void keyPressEvent(QKeyEvent *) override;
};

} // namespace Loket
