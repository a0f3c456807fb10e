// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/picturefile.h"

#include "model/imaging/photoformat.h"

#include <QFile>

namespace Loket {

Result<QByteArray, QString> readPictureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.errorString());
    return file.read(kPictureBytes + 1);
}

} // namespace Loket
