// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/portrait.h"
#include "tests/fakes/drawnportrait.h"

#include <QByteArray>
#include <QList>

namespace Loket {

/// One drawn setting and what is right to say about it.
struct PortraitRow {
    QByteArray name; ///< what it was made for, and its number
    DrawnPortrait portrait;
    QList<PortraitVerdict> truth;
    bool hasFace = true;
    bool hasRoom = true; ///< enough picture on all sides for a crop with the head at 75 %
};

/// The settings of a seed: people, rooms, light and lens vary; each fault is clearly there or clearly not.
QList<PortraitRow> portraitTable(quint32 seed);

} // namespace Loket
