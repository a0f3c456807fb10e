// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QFrame>

class QLabel;

namespace Loket {

/// A message across the page that stays until it is settled: what happened and what to do.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void say(const QString &text, Tone tone);
    void clear();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    Tone m_tone = Tone::Neutral;
};

} // namespace Loket
