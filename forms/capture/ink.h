// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/ink.h"

#include <QObject>

namespace Loket {

/// A signature while it is drawn: shared by the pad on which the applicant draws and the one that shows it to
/// the officer. Points are in a field of kField units, whatever the size of a pad. Window's thread.
class Ink : public QObject
{
    Q_OBJECT

public:
    static constexpr QSizeF kField{720, 240};

    using QObject::QObject;

    const QList<Stroke> &strokes() const { return m_strokes; }
    bool isEnough() const { return isInkEnough(m_strokes, kField.width()); }

    void begin(const InkPoint &point);  ///< pen down
    void extend(const InkPoint &point); ///< the pen moves; without a pen down nothing
    void takeBack();                    ///< the last stroke
    void clear();

Q_SIGNALS:
    void changed();
    void finished(); ///< who draws says so

private:
    QList<Stroke> m_strokes;
};

} // namespace Loket
