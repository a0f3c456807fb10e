// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Loket {

class Pill;

/// A titled surface: title, a count, more marks, a hint at the right; below it the content.
class CardFrame : public QFrame
{
    Q_OBJECT

public:
    explicit CardFrame(QWidget *parent = nullptr);
    explicit CardFrame(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< also the accessible name of the group
    QString title() const;
    /// The count beside the title; empty text: hidden.
    void setCount(const QString &text, Tone tone = Tone::Neutral);
    /// Quiet words at the right of the header; empty: hidden. They give way when there is no room for them.
    void setHint(const QString &hint);
    /// Any widget at the right of the header, before the hint. The card owns it.
    void addToHeader(QWidget *widget);
    /// Beside the count: another mark.
    Pill *addMark();

    /// Where the content goes. Padded like a form; setFlush() takes the padding away for tables.
    QVBoxLayout *body() const { return m_body; }
    void setFlush(bool flush);

protected:
    void resizeEvent(QResizeEvent *) override;

private:
    void applyMetrics();
    void placeHint();

    QFrame *m_header;
    QHBoxLayout *m_headerLayout;
    QHBoxLayout *m_marks;
    QHBoxLayout *m_right;
    QLabel *m_title;
    Pill *m_count;
    QLabel *m_hint;
    QVBoxLayout *m_body;
    bool m_flush = false;
};

} // namespace Loket
