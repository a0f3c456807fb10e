// SPDX-License-Identifier: Apache-2.0
#include "model/store/store.h"

#include "model/store/bytestore.h"
#include "model/store/connection.h"
#include "model/store/diskreserve.h"
#include "model/store/highwater.h"
#include "model/store/migrations.h"
#include "model/store/mirrorgate.h"
#include "model/store/mirrorload.h"
#include "model/store/storelock.h"
#include "model/store/storereader.h"
#include "model/store/transaction.h"
#include "model/store/trialbirth.h"
#include "model/store/wipemark.h"
#include "model/store/writer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcStore, "loket.store")

struct Store::Private {
    StoreOptions options;
    MirrorGate gate;
    std::unique_ptr<StoreLock> lock;      ///< let go last
    std::shared_ptr<DiskReserve> reserve; ///< the writer's, once it runs
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Writer> mirrorWriter;
    std::unique_ptr<ByteStore> blobs;

    QString storePath() const { return options.dir + u"/store.db"_s; }
    QString mirrorPath() const { return options.dir + u"/mirror.db"_s; }
};

namespace {

/// A question is answered within milliseconds, a check of the whole file is not.
constexpr std::chrono::milliseconds kPatienceWithReaders{500};

void syncFolder(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    static_cast<void>(::fsync(descriptor)); // not every file system can
    ::close(descriptor);
}

/// A folder of mode 0700, with the folders above it.
Outcome<Nothing> makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Nothing();
    const QString above = QFileInfo(QDir::cleanPath(path)).absolutePath();
    if (above != path && !QFileInfo(above).isDir()) {
        const Outcome<Nothing> made = makeFolder(above);
        if (!made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST) {
        const FailureKind kind = errno == ENOSPC || errno == EDQUOT ? FailureKind::Full
            : errno == EACCES || errno == EPERM || errno == EROFS   ? FailureKind::ReadOnly
                                                                    : FailureKind::Io;
        return fail(Failure{kind, u"the store's folder can't be made"_s});
    }
    if (!QFileInfo(path).isDir())
        return fail(Failure{FailureKind::Io, u"the store's folder is a file"_s});
    syncFolder(above);
    return Nothing();
}

/// A store without its main file is not a new one: with the others something is lost that a new one would
/// hide (cases that wait, the chain of envelopes), and its pictures would be swept away. store.db is whole
/// before any of the others is made, so a start that was cut leaves no such folder.
Outcome<Nothing> refuseRemains(const QString &dir)
{
    if (QFileInfo(dir + u"/store.db"_s).size() > 0)
        return Nothing();
    const bool hasRemains = QFileInfo::exists(dir + u"/mirror.db"_s)
        || QFileInfo::exists(dir + u"/trial.db"_s) || !QDir(dir + u"/blobs"_s).isEmpty();
    if (!hasRemains)
        return Nothing();
    return fail(Failure{
        FailureKind::Missing,
        u"store.db is gone from %1, what belongs to it is still there; put it back, or start in another folder"_s
            .arg(dir)});
}

/// A wipe that was cut goes on before anything else is said.
Failure finishWipe(const StoreOptions &options)
{
    const Failure wiped{FailureKind::Wiped, u"what happened stands in %1/wiped.json"_s.arg(options.dir)};
    if (!options.write)
        return wiped;
    const auto lock = StoreLock::take(options.dir);
    if (!lock)
        return lock.error();
    const Outcome<Nothing> deleted = deleteStoreFiles(options.dir);
    return deleted ? wiped : deleted.error();
}

Outcome<std::unique_ptr<Connection>> openForWriting(const QString &path, const QByteArray &vfs, bool create,
                                                    const MigrationList &migrations)
{
    auto connection = openStore(path, Access::Write, vfs, create);
    if (!connection)
        return connection;
    const Outcome<Nothing> migrated = migrate(*connection.value(), migrations, vfs);
    if (!migrated)
        return fail(migrated.error());
    return connection;
}

Outcome<std::unique_ptr<Connection>> openForReading(const QString &path, const QByteArray &vfs,
                                                    const MigrationList &migrations)
{
    auto connection = openStore(path, Access::Read, vfs);
    if (!connection)
        return connection;
    const Outcome<Nothing> known = checkVersion(*connection.value(), migrations);
    if (!known)
        return fail(known.error());
    return connection;
}

/// A store.db that an older copy was put over begins a new generation.
Outcome<Nothing> recover(Connection &connection, const StoreOptions &options)
{
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    const auto older = recoverFromOlderCopy(connection, readHighWater(options.dir), *options.clock);
    if (!older)
        return fail(older.error());
    if (older.value())
        qCWarning(lcStore, "store.db was older than its high-water mark; a new generation begins");
    return transaction.commit();
}

} // namespace

Store::Store()
    : d(std::make_unique<Private>())
{
}

Store::~Store()
{
    if (d->mirrorWriter)
        d->mirrorWriter->stop();
    if (d->writer)
        d->writer->stop();
}

Outcome<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    Q_ASSERT(options.clock);
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    d.options = options;
    if (isWiped(options.dir))
        return fail(finishWipe(options));
    if (!options.create && !QFile::exists(d.storePath()))
        return fail(Failure{FailureKind::Missing, u"no store in %1"_s.arg(options.dir)});
    if (!options.write) {
        d.blobs = std::make_unique<ByteStore>(options.dir, options.vfs, *options.clock, nullptr);
        const auto probe = store->reader(); // tells what is wrong now, not at the first question
        if (!probe)
            return fail(probe.error());
        return store;
    }

    const Outcome<Nothing> folder = makeFolder(options.dir + u"/blobs"_s);
    if (!folder)
        return fail(folder.error());
    auto lock = StoreLock::take(options.dir);
    if (!lock)
        return fail(lock.error());
    d.lock = lock.take();
    if (const Outcome<Nothing> whole = refuseRemains(options.dir); !whole)
        return fail(whole.error());
    auto main = openForWriting(d.storePath(), options.vfs, options.create, storeMigrations());
    if (!main)
        return fail(main.error());
    const Outcome<Nothing> born = bearTrialStore(*main.value(), *options.clock);
    if (!born)
        return fail(born.error());
    if (const Outcome<Nothing> sound = recover(*main.value(), options); !sound)
        return fail(sound.error());
    // The mirror can be had again from the centre, so a missing one is made even when the store is not to be.
    auto mirror = openForWriting(d.mirrorPath(), options.vfs, true, mirrorMigrations());
    if (!mirror)
        return fail(mirror.error());
    {
        ByteStore sweeper(options.dir, options.vfs, *options.clock, nullptr);
        const auto swept = sweeper.sweep(*main.value());
        if (!swept)
            return fail(swept.error());
    }
    main.value()->setLockWait(options.lockWait);
    d.writer = std::make_unique<Writer>(main.take(),
                                        [dir = options.dir, last = HighWater()](Connection &c) mutable {
                                            const auto mark = highWaterOf(c);
                                            if (!mark || mark.value() == last)
                                                return;
                                            last = mark.value();
                                            writeHighWater(dir, last);
                                        });
    if (options.reserveBytes > 0) {
        d.reserve = std::make_shared<DiskReserve>(options.dir, options.reserveBytes, options.freeBytes);
        static_cast<void>(d.reserve->keep()); // a disk that is short of room now gets it on a later day
        d.writer->setRelief([reserve = d.reserve] {
            const bool isReleased = reserve->release();
            if (isReleased)
                qCWarning(lcStore, "the disk is full; the reserve was given back to it");
            return isReleased;
        });
    }
    d.mirrorWriter = std::make_unique<Writer>(mirror.take());
    d.mirrorWriter->setLogBudget(Writer::bulkBudget());
    d.blobs = std::make_unique<ByteStore>(options.dir, options.vfs, *options.clock, d.writer.get());
    return store;
}

Outcome<std::unique_ptr<StoreReader>> Store::reader() const
{
    auto main = openForReading(d->storePath(), d->options.vfs, storeMigrations());
    if (!main)
        return fail(main.error());
    auto mirror = mirrorReader();
    if (!mirror)
        return fail(mirror.error());
    return std::unique_ptr<StoreReader>(
        new StoreReader(main.take(), mirror.take(), *d->options.clock, d->options.freeBytes));
}

Outcome<std::unique_ptr<MirrorReader>> Store::mirrorReader() const
{
    return MirrorReader::open(d->gate, d->mirrorPath(), d->options.vfs);
}

QFuture<Outcome<MirrorSwap>> Store::replaceMirror(MirrorLoad &load)
{
    Q_ASSERT(d->mirrorWriter);
    return d->mirrorWriter->runBare(
        Writer::Priority::Feed, [this, &load](Connection &old) -> Outcome<MirrorSwap> {
            static_cast<void>(old.checkpoint()); // what is done now need not be done while readers wait
            const MirrorGate::Alone alone(d->gate, kPatienceWithReaders);
            if (!alone)
                return fail(Failure{FailureKind::Busy, u"mirror.db is being read"_s});
            QElapsedTimer timer;
            timer.start();
            const Outcome<Nothing> taken = load.takePlace(old);
            if (!taken)
                return fail(taken.error());
            return MirrorSwap{double(timer.nsecsElapsed()) / 1e6};
        });
}

void Store::keepReserve()
{
    if (d->reserve)
        d->writer->runBare(Writer::Priority::Feed,
                           [reserve = d->reserve](Connection &) -> Outcome<bool> { return reserve->keep(); });
}

Writer *Store::writer() const
{
    return d->writer.get();
}

Writer *Store::mirrorWriter() const
{
    return d->mirrorWriter.get();
}

ByteStore &Store::blobs() const
{
    return *d->blobs;
}

const Clock &Store::clock() const
{
    return *d->options.clock;
}

QString Store::dir() const
{
    return d->options.dir;
}

QByteArray Store::vfs() const
{
    return d->options.vfs;
}

} // namespace Loket
