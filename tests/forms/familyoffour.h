// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/casejson.h"

#include <QFile>

namespace Loket::Fakes {

/// The case of tests/data that registers a family of four, its photos put off; there must be one.
inline Case familyOfFour()
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + QStringLiteral("/cases/family-of-four.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample case");
    auto content = readCase(file.readAll(), QDate());
    if (!content)
        qFatal("%s", qPrintable(content.error().line()));
    Case typed = content.take();
    for (CaseMember &member : typed.family.members) {
        if (!member.photo.isEmpty()) {
            member.photo.clear();
            member.photoWaived = QStringLiteral("foto menyusul");
        }
    }
    return typed;
}

} // namespace Loket::Fakes
