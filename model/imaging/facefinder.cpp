// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/facefinder.h"

#include "model/imaging/facemodule.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QLoggingCategory>
#include <QStringList>

#include <mutex>

namespace Loket {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcFace, "loket.imaging.face", QtInfoMsg)

/// Beside the program only, never in the current folder: what is found here is run. The first is the
/// installed place (bin/../lib/loket), the others are those of a build folder.
static QStringList moduleFiles()
{
    const QDir home(QCoreApplication::applicationDirPath());
    QStringList files;
    for (const auto up : {"../"_L1, "../../"_L1}) {
        const QString file = home.filePath(up + QLatin1StringView(LOKET_FACE_MODULE));
        if (QFileInfo(file).isFile())
            files += QFileInfo(file).canonicalFilePath();
    }
    return files;
}

ModuleFunction moduleFunction(const char *name)
{
    for (const QString &file : moduleFiles()) {
        QLibrary library(file); // stays loaded when this object goes: nothing calls unload()
        if (const auto function = library.resolve(name))
            return function;
        qCWarning(lcFace, "face.module %s", qUtf8Printable(library.errorString()));
    }
    return nullptr;
}

std::unique_ptr<FaceFinder> makeFaceFinder()
{
    const auto make = reinterpret_cast<MakeFaceFinder>(moduleFunction(kMakeFaceFinder));
    if (!make)
        return {};
    for (const char *folder : kCascadeFolders) {
        const QByteArray path(folder);
        if (!QFileInfo::exists(QFile::decodeName(path)))
            continue;
        if (FaceFinder *finder = make(path.constData()))
            return std::unique_ptr<FaceFinder>(finder);
    }
    qCInfo(lcFace, "face.cascades missing");
    return {};
}

FaceFinderSource keptFaceFinder(std::function<std::unique_ptr<FaceFinder>()> make)
{
    struct Kept {
        std::once_flag isMade;
        std::shared_ptr<const FaceFinder> finder;
    };
    return [kept = std::make_shared<Kept>(), make = std::move(make)] {
        std::call_once(kept->isMade, [&] { kept->finder = make(); });
        return kept->finder;
    };
}

} // namespace Loket
