// SPDX-License-Identifier: Apache-2.0
#include "model/sync/storededitions.h"

#include "model/store/connection.h"
#include "model/store/syncstate.h"
#include "model/vault/signedtext.h"

#include <QDir>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcEditions, "loket.sync.editions")

namespace {

struct KeptEdition {
    QString id;
    SignedText package;
};

/// `sql` asks for id, body and signature.
Outcome<QList<KeptEdition>> keptPackages(Connection &connection, const char *sql)
{
    // A store of before the synchronisation, which nobody has opened for writing since, has no such table.
    const auto known = connection.one("SELECT 1 FROM sqlite_schema WHERE name = 'edition'",
                                      [](const Statement &s) { return s.integer(0); });
    if (!known)
        return fail(known.error());
    if (!known.value())
        return QList<KeptEdition>();
    return connection.all(sql, [](const Statement &s) {
        return KeptEdition{s.text(0), {s.blob(1), s.blob(2)}};
    });
}

Outcome<QList<KeptEdition>> keptEditions(Connection &connection)
{
    return keptPackages(connection,
                        "SELECT id, body, signature FROM edition WHERE length(body) > 0"
                        " AND id NOT LIKE 'fktp-%' ORDER BY effective_from, id");
}

/// The newest first.
Outcome<QList<KeptEdition>> keptLists(Connection &connection)
{
    return keptPackages(connection,
                        "SELECT id, body, signature FROM edition WHERE length(body) > 0"
                        " AND id LIKE 'fktp-%' ORDER BY effective_from DESC, id DESC");
}

/// Names of files come from the centre: nothing but a plain name may be written.
bool isPlainName(const QString &name)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"_s);
    return plain.match(name).hasMatch();
}

bool unfold(const QJsonObject &package, const QString &root)
{
    const QString id = package.value("id"_L1).toString();
    const QJsonObject files = package.value("files"_L1).toObject();
    if (!isPlainName(id) || files.isEmpty() || !QDir(root).mkpath(id))
        return false;
    for (auto it = files.constBegin(); it != files.constEnd(); ++it) {
        QFile file(root + u'/' + id + u'/' + it.key());
        const QByteArray bytes = it.value().toString().toUtf8();
        if (!isPlainName(it.key()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}

/// One that the centre sent may extend an early edition; the later ones stay in force beside it.
void unfoldBuiltIn(const RulebookLibrary &library, const QString &root)
{
    for (const QString &id : library.ids()) {
        QDir(root).mkpath(id);
        const QString from = u":/rulebook/"_s + id;
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QFile::copy(from + u'/' + name, root + u'/' + id + u'/' + name);
    }
}

} // namespace

std::shared_ptr<const RulebookLibrary> editionsWith(const QList<QJsonObject> &packages, QStringList *faults)
{
    auto library = RulebookLibrary::builtIn();
    if (packages.isEmpty())
        return library;
    const auto tell = [faults](const QString &what) {
        qCWarning(lcEditions, "%s", qPrintable(what));
        if (faults)
            *faults += what;
    };
    const QTemporaryDir root;
    unfoldBuiltIn(*library, root.path());
    for (const QJsonObject &package : packages) {
        const QString id = package.value("id"_L1).toString();
        if (!unfold(package, root.path())) {
            tell(id + u": not whole"_s);
            continue;
        }
        // One after the other, so that a faulty one does not take the others along.
        auto loaded = RulebookLibrary::load(root.path());
        if (loaded) {
            library = loaded.take();
            continue;
        }
        const RulebookFault &first = loaded.error().first();
        tell(u"%1: %2:%3: %4"_s.arg(id, first.file).arg(first.line).arg(first.what));
        QDir(root.filePath(id)).removeRecursively();
    }
    return library;
}

Outcome<std::shared_ptr<const RulebookLibrary>> editionsOf(const Store &store, QStringList *faults)
{
    const auto connection = openStore(store.dir() + u"/store.db"_s, Access::Read, store.vfs());
    if (!connection)
        return fail(connection.error());
    const auto kept = keptEditions(*connection.value());
    if (!kept)
        return fail(kept.error());
    const auto key = storeSetting(*connection.value(), u"central.key"_s);
    if (!key)
        return fail(key.error());
    QList<QJsonObject> packages;
    for (const KeptEdition &edition : kept.value()) {
        const auto package
            = readSignedText("EDITION", edition.package, QByteArray::fromHex(key.value().toLatin1()));
        if (package && package->value("id"_L1).toString() == edition.id) {
            packages += *package;
            continue;
        }
        const QString what = edition.id + u": not signed by the centre"_s;
        qCWarning(lcEditions, "%s", qPrintable(what));
        if (faults)
            *faults += what;
    }
    return editionsWith(packages, faults);
}

/// In force on that day; null after what is wrong was told.
static std::shared_ptr<const FacilityIndex> provenList(const KeptEdition &kept, const QByteArray &centreKey,
                                                       QDate day, QStringList *faults)
{
    const auto package = readSignedText("FACILITIES", kept.package, centreKey);
    const bool isIt = package && package->value("id"_L1).toString() == kept.id;
    if (isIt && QDate::fromString(package->value("effectiveFrom"_L1).toString(), Qt::ISODate) > day)
        return nullptr;
    auto list = isIt ? FacilityIndex::read(package->value("csv"_L1).toString().toUtf8())
                     : fail(u"not signed by the centre"_s);
    if (list)
        return list.take();
    const QString what = kept.id + u": "_s + list.error();
    qCWarning(lcEditions, "%s", qPrintable(what));
    if (faults)
        *faults += what;
    return nullptr;
}

Outcome<std::shared_ptr<const FacilityIndex>> facilitiesOf(const Store &store, QDate day, QStringList *faults)
{
    const auto connection = openStore(store.dir() + u"/store.db"_s, Access::Read, store.vfs());
    if (!connection)
        return fail(connection.error());
    const auto lists = keptLists(*connection.value());
    if (!lists)
        return fail(lists.error());
    const auto key = storeSetting(*connection.value(), u"central.key"_s);
    if (!key)
        return fail(key.error());
    for (const KeptEdition &kept : lists.value()) {
        if (auto list = provenList(kept, QByteArray::fromHex(key.value().toLatin1()), day, faults))
            return list;
    }
    return FacilityIndex::trial();
}

QJsonObject facilitiesPackage(const QString &id, QDate effectiveFrom, const QByteArray &csv)
{
    return {{u"id"_s, id},
            {u"effectiveFrom"_s, effectiveFrom.toString(Qt::ISODate)},
            {u"csv"_s, QString::fromUtf8(csv)}};
}

QJsonObject editionPackage(const QString &folder)
{
    QJsonObject files;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, QString::fromUtf8(file.readAll()));
    }
    const QJsonObject edition
        = QJsonDocument::fromJson(files.value("edition.json"_L1).toString().toUtf8()).object();
    return {{u"id"_s, edition.value("id"_L1)},
            {u"effectiveFrom"_s, edition.value("effectiveFrom"_L1)},
            {u"files"_s, files}};
}

} // namespace Loket
