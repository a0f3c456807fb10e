// SPDX-License-Identifier: Apache-2.0
#include "model/sync/trialsettings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Loket {

TrialSettings builtInTrialSettings()
{
    QFile file(u":/trial/centre.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("trial/centre.json is not compiled in");
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    return {object.value("firstNumber"_L1).toInteger(), object.value("blockSize"_L1).toInteger()};
}

} // namespace Loket
