// SPDX-License-Identifier: Apache-2.0
#include "model/store/wipemark.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString markPath(const QString &dir)
{
    return dir + u"/wiped.json"_s;
}

/// A name that was made or deleted is on the disk when its folder is.
void syncNames(const QString &dir)
{
    const int descriptor = ::open(QFile::encodeName(dir).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    static_cast<void>(::fsync(descriptor)); // not every file system can
    ::close(descriptor);
}

QJsonObject toJson(const WipeMark &mark)
{
    return {{u"format"_s, u"loket-wiped/1"_s},
            {u"device"_s, mark.device},
            {u"workstation"_s, mark.workstation},
            {u"office"_s, mark.office},
            {u"order"_s, signedTextToJson(mark.order)},
            {u"at"_s, mark.at.toString(Qt::ISODateWithMs)},
            {u"sealed"_s, QJsonArray::fromStringList(mark.sealed)},
            {u"cases"_s, mark.cases},
            {u"receipt"_s, signedTextToJson(mark.receipt)},
            {u"url"_s, mark.url},
            {u"ca"_s, QString::fromUtf8(mark.ca)},
            {u"proxy"_s, mark.proxy},
            {u"told"_s, mark.isTold}};
}

QString reasonOf(const SignedText &order, QLatin1StringView language)
{
    const QJsonObject reason = QJsonDocument::fromJson(order.text).object().value("reason"_L1).toObject();
    return reason.value(language).toString(reason.value("id"_L1).toString());
}

} // namespace

QString WipeMark::reasonId() const
{
    return reasonOf(order, "id"_L1);
}

QString WipeMark::reasonEn() const
{
    return reasonOf(order, "en"_L1);
}

bool isWiped(const QString &dir)
{
    return QFile::exists(markPath(dir));
}

Outcome<WipeMark> readWipeMark(const QString &dir)
{
    QFile file(markPath(dir));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Failure{FailureKind::Io, file.errorString()});
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const auto order = signedTextFromJson(object.value("order"_L1));
    const auto receipt = signedTextFromJson(object.value("receipt"_L1));
    if (object.value("format"_L1).toString() != "loket-wiped/1"_L1 || !order || !receipt)
        return fail(Failure{FailureKind::Corrupt, u"wiped.json can't be read"_s});
    WipeMark mark;
    mark.device = object.value("device"_L1).toString();
    mark.workstation = object.value("workstation"_L1).toString();
    mark.office = object.value("office"_L1).toString();
    mark.order = *order;
    mark.at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs);
    for (const QJsonValue &name : object.value("sealed"_L1).toArray())
        mark.sealed += name.toString();
    mark.cases = object.value("cases"_L1).toInt();
    mark.receipt = *receipt;
    mark.url = object.value("url"_L1).toString();
    mark.ca = object.value("ca"_L1).toString().toUtf8();
    mark.proxy = object.value("proxy"_L1).toString();
    mark.isTold = object.value("told"_L1).toBool();
    return mark;
}

Outcome<Nothing> writeWipeMark(const QString &dir, const WipeMark &mark)
{
    return writeSealed(dir, u"wiped.json"_s, QJsonDocument(toJson(mark)).toJson());
}

Outcome<Nothing> writeSealed(const QString &dir, const QString &name, const QByteArray &bytes)
{
    QSaveFile file(dir + u'/' + name); // syncs before it renames
    if (!file.open(QIODevice::WriteOnly))
        return fail(Failure{FailureKind::Io, name + u": "_s + file.errorString()});
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return fail(
            Failure{isFull ? FailureKind::Full : FailureKind::Io, name + u": "_s + file.errorString()});
    }
    syncNames(dir);
    return Nothing();
}

Outcome<Nothing> deleteStoreFiles(const QString &dir)
{
    // store.db first: it holds the counter's key.
    static const QStringList kFiles{u"store.db*"_s, u"store.high*"_s, u"store.reserve"_s, u"trial*.db*"_s,
                                    u"mirror*"_s};
    QStringList stayed;
    for (const QString &pattern : kFiles) {
        for (const QString &name : QDir(dir).entryList({pattern}, QDir::Files | QDir::Hidden)) {
            if (!QFile::remove(dir + u'/' + name))
                stayed += name;
        }
        syncNames(dir);
    }
    // "trial-…": what was practised before the counter was enrolled.
    for (const QString &name : QDir(dir).entryList({u"blobs"_s, u"snapshot"_s, u"trial-*"_s}, QDir::Dirs)) {
        QDir folder(dir + u'/' + name);
        if (!folder.removeRecursively())
            stayed += name;
    }
    syncNames(dir);
    if (!stayed.isEmpty())
        return fail(Failure{FailureKind::Io, u"can't be deleted: "_s + stayed.join(u' ')});
    return Nothing();
}

} // namespace Loket
