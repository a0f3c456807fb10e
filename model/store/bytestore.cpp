// SPDX-License-Identifier: Apache-2.0
#include "model/store/bytestore.h"

#include "model/base/clock.h"
#include "model/store/connection.h"
#include "model/store/vfsfile.h"
#include "model/store/writer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kDigestBytes = 32;
constexpr auto kRowSql = "SELECT file, length FROM blob WHERE sha256 = ?";

QByteArray digestOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString nameOfDigest(const QByteArray &digest)
{
    return u"sha256:"_s + QString::fromLatin1(digest.toHex());
}

QString randomFileName()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

} // namespace

ByteStore::ByteStore(const QString &storeDir, const QByteArray &vfs, const Clock &clock, Writer *writer)
    : m_storeDir(storeDir)
    , m_vfs(vfs)
    , m_clock(clock)
    , m_writer(writer)
{
}

ByteStore::~ByteStore() = default;

QString ByteStore::nameOf(const QByteArray &bytes)
{
    return nameOfDigest(digestOfBytes(bytes));
}

QString ByteStore::typeOf(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG") ? u"image/png"_s : u"image/jpeg"_s;
}

std::optional<QByteArray> ByteStore::digestOf(const QString &name)
{
    constexpr auto prefix = "sha256:"_L1;
    if (!name.startsWith(prefix) || name.size() != prefix.size() + 2 * kDigestBytes)
        return std::nullopt;
    const QByteArray hex = name.mid(prefix.size()).toLatin1();
    const QByteArray digest = QByteArray::fromHex(hex);
    if (digest.toHex() != hex)
        return std::nullopt;
    return digest;
}

QFuture<Outcome<QString>> ByteStore::put(const QByteArray &bytes, const QString &mime)
{
    if (!m_writer) {
        QPromise<Outcome<QString>> refused;
        refused.start();
        refused.addResult(fail(Failure{FailureKind::ReadOnly, u"the store was opened for reading"_s}));
        refused.finish();
        return refused.future();
    }
    return m_writer->run(Writer::Priority::Save, [this, bytes, mime](Connection &connection) {
        return putIn(connection, bytes, mime);
    });
}

Outcome<QString> ByteStore::putIn(Connection &connection, const QByteArray &bytes, const QString &mime)
{
    if (bytes.isEmpty() || bytes.size() > kMaxBytes)
        return fail(Failure{FailureKind::BadInput, u"a blob of %1 bytes"_s.arg(bytes.size())});
    const QByteArray digest = digestOfBytes(bytes);
    const auto known = connection.one(
        kRowSql, [](const Statement &s) { return s.text(0); }, digest);
    if (!known)
        return fail(known.error());
    if (known.value() && QFile::exists(pathOf(*known.value()))) {
        // Whoever puts it has a use for it: it is as fresh as a new one.
        const auto renewed
            = connection.exec("UPDATE blob SET created_at = ? WHERE sha256 = ?", m_clock.nowUtc(), digest);
        return renewed ? Outcome<QString>(nameOfDigest(digest)) : fail(renewed.error());
    }

    const QString file = randomFileName();
    const Outcome<Nothing> written = VfsFile::write(m_vfs, pathOf(file), bytes);
    if (!written)
        return fail(written.error());
    const auto put
        = connection.exec("INSERT INTO blob (sha256, file, length, mime, created_at) VALUES (?, ?, ?, ?, ?)"
                          " ON CONFLICT (sha256) DO UPDATE SET file = excluded.file",
                          digest, file, bytes.size(), mime, m_clock.nowUtc());
    if (!put)
        return fail(put.error());
    return nameOfDigest(digest);
}

Outcome<QByteArray> ByteStore::get(const QString &name) const
{
    const auto digest = digestOf(name);
    if (!digest)
        return fail(Failure{FailureKind::BadInput, u"not the name of a blob"_s});
    const auto row = rowOf(*digest);
    if (!row)
        return fail(row.error());
    if (!row.value())
        return fail(Failure{FailureKind::Missing, u"no such blob"_s});
    return read(*digest, *row.value());
}

Outcome<bool> ByteStore::has(const QString &name) const
{
    const auto digest = digestOf(name);
    if (!digest)
        return false;
    const auto row = rowOf(*digest);
    if (!row)
        return fail(row.error());
    return row.value().has_value();
}

Outcome<int> ByteStore::sweep(Connection &connection)
{
    const auto rows = connection.all("SELECT file FROM blob", [](const Statement &s) { return s.text(0); });
    if (!rows)
        return fail(rows.error());
    const QSet<QString> known(rows.value().cbegin(), rows.value().cend());
    int deleted = 0;
    const QStringList files = QDir(m_storeDir + u"/blobs"_s).entryList(QDir::Files | QDir::Hidden);
    for (const QString &file : files)
        if (!known.contains(file) && VfsFile::remove(m_vfs, pathOf(file)))
            ++deleted;
    return deleted;
}

Outcome<Nothing> ByteStore::copyTo(Connection &connection, const QString &dir) const
{
    const auto rows = connection.all("SELECT sha256, file, length FROM blob", [](const Statement &s) {
        return std::pair(s.blob(0), Row{s.text(1), s.integer(2)});
    });
    if (!rows)
        return fail(rows.error());
    if (!QDir().mkpath(dir + u"/blobs"_s))
        return fail(Failure{FailureKind::Io, u"%1 can't be made"_s.arg(dir)});
    for (const auto &[digest, row] : rows.value()) {
        const auto bytes = read(digest, row);
        if (!bytes
            && (bytes.error().kind == FailureKind::Missing || bytes.error().kind == FailureKind::Corrupt))
            continue;
        if (!bytes)
            return fail(bytes.error());
        if (auto written = VfsFile::write(m_vfs, dir + u"/blobs/"_s + row.file, bytes.value()); !written)
            return written;
    }
    return Nothing();
}

void ByteStore::discard(const QStringList &files) const
{
    for (const QString &file : files)
        static_cast<void>(VfsFile::remove(m_vfs, pathOf(file)));
}

Outcome<QStringList> ByteStore::verify() const
{
    QList<std::pair<QByteArray, Row>> rows;
    {
        const std::lock_guard lock(m_mutex);
        const auto connection = reader();
        if (!connection)
            return fail(connection.error());
        auto found = connection.value()->all("SELECT sha256, file, length FROM blob", [](const Statement &s) {
            return std::pair(s.blob(0), Row{s.text(1), s.integer(2)});
        });
        if (!found)
            return fail(found.error());
        rows = found.take();
    }
    QStringList broken;
    for (const auto &[digest, row] : rows) {
        const auto bytes = read(digest, row);
        if (!bytes)
            broken.append(u"blob %1: %2"_s.arg(nameOfDigest(digest), failureWord(bytes.error().kind)));
    }
    return broken;
}

Outcome<std::optional<ByteStore::Row>> ByteStore::rowOf(const QByteArray &digest) const
{
    const std::lock_guard lock(m_mutex);
    const auto connection = reader();
    if (!connection)
        return fail(connection.error());
    return connection.value()->one(
        kRowSql,
        [](const Statement &s) {
            return Row{s.text(0), s.integer(1)};
        },
        digest);
}

Outcome<QByteArray> ByteStore::read(const QByteArray &digest, const Row &row) const
{
    auto bytes = VfsFile::read(m_vfs, pathOf(row.file));
    if (!bytes)
        return bytes;
    if (bytes.value().size() != row.length || digestOfBytes(bytes.value()) != digest)
        return fail(Failure{FailureKind::Corrupt, u"a blob is not what its name says"_s});
    return bytes;
}

Outcome<Connection *> ByteStore::reader() const
{
    if (!m_reader) {
        auto opened = openStore(m_storeDir + u"/store.db"_s, Access::Read, m_vfs);
        if (!opened)
            return fail(opened.error());
        m_reader = opened.take();
    }
    return m_reader.get();
}

QString ByteStore::pathOf(const QString &file) const
{
    return m_storeDir + u"/blobs/"_s + file;
}

} // namespace Loket
