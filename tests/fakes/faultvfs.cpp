// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/faultvfs.h"

#include "tests/fakes/unsyncedfile.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace Loket::Fakes {

namespace {

struct World {
    std::mutex mutex; ///< guards everything below
    FaultPlan plan;
    FileCounts counts = {};
    std::map<std::string, UnsyncedFile> unsynced;
    std::multimap<std::string, sqlite3_file *> handles; ///< the open ones, for a damaging kill
    int lastError = 0;
    sqlite3_vfs *system = nullptr;
    sqlite3_vfs vfs = {};
};

/// Never destroyed: SQLite may use the VFS until the process ends.
World &world()
{
    static World *const made = new World;
    return *made;
}

/// SQLite's file object: ours first, the system's behind it.
struct FaultFile {
    sqlite3_file base;
    std::string *path;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

FaultFile *faulty(sqlite3_file *file)
{
    return reinterpret_cast<FaultFile *>(file);
}

void writeReport(World &w)
{
    if (w.plan.report.empty())
        return;
    char line[256];
    const int length = std::snprintf(
        line, sizeof line, "open %llu read %llu write %llu sync %llu truncate %llu delete %llu change %llu\n",
        static_cast<unsigned long long>(w.counts[0]), static_cast<unsigned long long>(w.counts[1]),
        static_cast<unsigned long long>(w.counts[2]), static_cast<unsigned long long>(w.counts[3]),
        static_cast<unsigned long long>(w.counts[4]), static_cast<unsigned long long>(w.counts[5]),
        static_cast<unsigned long long>(w.counts[6]));
    const int descriptor = ::open(w.plan.report.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    if (::write(descriptor, line, size_t(length)) != length)
        std::fputs("faultvfs: the report was cut\n", stderr);
    ::close(descriptor);
}

[[noreturn]] void die(World &w)
{
    writeReport(w);
    if (w.plan.isBuffered && w.plan.damageSeed)
        for (auto &[path, file] : w.unsynced)
            if (const auto handle = w.handles.find(path); handle != w.handles.end())
                file.damage(handle->second, *w.plan.damageSeed + std::hash<std::string>()(path));
    ::kill(::getpid(), SIGKILL);
    for (;;)
        ::pause();
}

/// Counts one operation; the error that it shall end with, if any. Under the mutex.
std::optional<FileError> meet(World &w, FileOp op)
{
    const bool isChange
        = op == FileOp::Write || op == FileOp::Sync || op == FileOp::Truncate || op == FileOp::Delete;
    const std::uint64_t n = ++w.counts[size_t(op)];
    const std::uint64_t changes = isChange ? ++w.counts[size_t(FileOp::Change)] : 0;
    const auto hits = [&](std::optional<FileOp> wanted, std::uint64_t at, bool forever) {
        if (wanted == op)
            return forever ? n >= at : n == at;
        if (wanted == FileOp::Change && isChange)
            return forever ? changes >= at : changes == at;
        return false;
    };
    if (hits(w.plan.killOp, w.plan.killAt, false))
        die(w);
    if (isChange && w.plan.isReadOnly) {
        w.lastError = EROFS;
        return FileError::ReadOnly;
    }
    if (!hits(w.plan.failOp, w.plan.failAt, w.plan.isForever))
        return std::nullopt;
    w.lastError = w.plan.error == FileError::Io ? EIO : w.plan.error == FileError::ReadOnly ? EROFS : ENOSPC;
    return w.plan.error;
}

int codeFor(FileError error, int ioCode)
{
    switch (error) {
    case FileError::Full:
    case FileError::Short:
        return SQLITE_FULL;
    case FileError::ReadOnly:
        return SQLITE_READONLY;
    case FileError::Io:
        break;
    }
    return ioCode;
}

int onClose(sqlite3_file *file)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (f->path) {
        const auto buffer = w.unsynced.find(*f->path);
        if (buffer != w.unsynced.end() && --buffer->second.users == 0) {
            buffer->second.flush(f->real()); // the process ends well: the system keeps what it was given
            w.unsynced.erase(buffer);
        }
        const auto [from, to] = w.handles.equal_range(*f->path);
        const auto own
            = std::find_if(from, to, [&](const auto &handle) { return handle.second == f->real(); });
        if (own != to)
            w.handles.erase(own);
        delete f->path;
        f->path = nullptr;
    }
    return f->real()->pMethods->xClose(f->real());
}

UnsyncedFile *unsyncedOf(World &w, FaultFile *f)
{
    if (!w.plan.isBuffered || !f->path)
        return nullptr;
    const auto found = w.unsynced.find(*f->path);
    return found == w.unsynced.end() ? nullptr : &found->second;
}

int onRead(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (const auto error = meet(w, FileOp::Read))
        return codeFor(*error, SQLITE_IOERR_READ);
    if (UnsyncedFile *const buffer = unsyncedOf(w, f))
        return buffer->read(f->real(), static_cast<char *>(to), count, at);
    return f->real()->pMethods->xRead(f->real(), to, count, at);
}

int onWrite(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    const auto error = meet(w, FileOp::Write);
    if (error && *error != FileError::Short)
        return codeFor(*error, SQLITE_IOERR_WRITE);
    const int arrives = error ? count / 2 : count;
    int code = SQLITE_OK;
    if (UnsyncedFile *const buffer = unsyncedOf(w, f))
        code = buffer->write(f->real(), static_cast<const char *>(from), arrives, at);
    else
        code = f->real()->pMethods->xWrite(f->real(), from, arrives, at);
    return error ? SQLITE_FULL : code;
}

int onTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (const auto error = meet(w, FileOp::Truncate))
        return codeFor(*error, SQLITE_IOERR_TRUNCATE);
    if (UnsyncedFile *const buffer = unsyncedOf(w, f))
        return buffer->truncate(f->real(), size);
    return f->real()->pMethods->xTruncate(f->real(), size);
}

int onSync(sqlite3_file *file, int flags)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (const auto error = meet(w, FileOp::Sync))
        return codeFor(*error, SQLITE_IOERR_FSYNC);
    if (UnsyncedFile *const buffer = unsyncedOf(w, f)) {
        if (w.plan.isNeverSynced)
            return SQLITE_OK;
        const int code = buffer->flush(f->real());
        if (code != SQLITE_OK)
            return code;
    }
    return f->real()->pMethods->xSync(f->real(), flags);
}

int onFileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    FaultFile *const f = faulty(file);
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (UnsyncedFile *const buffer = unsyncedOf(w, f))
        return buffer->size(f->real(), size);
    return f->real()->pMethods->xFileSize(f->real(), size);
}

int onFileControl(sqlite3_file *file, int op, void *argument)
{
    FaultFile *const f = faulty(file);
    if (op == SQLITE_FCNTL_SIZE_HINT && world().plan.isBuffered)
        return SQLITE_OK;
    const int code = f->real()->pMethods->xFileControl(f->real(), op, argument);
    if (op == SQLITE_FCNTL_VFSNAME && code == SQLITE_OK) {
        char **const name = static_cast<char **>(argument);
        *name = sqlite3_mprintf("%s/%z", FaultVfs::kName, *name);
    }
    return code;
}

// The rest passes through.
int onLock(sqlite3_file *file, int level)
{
    return faulty(file)->real()->pMethods->xLock(faulty(file)->real(), level);
}
int onUnlock(sqlite3_file *file, int level)
{
    return faulty(file)->real()->pMethods->xUnlock(faulty(file)->real(), level);
}
int onCheckReservedLock(sqlite3_file *file, int *result)
{
    return faulty(file)->real()->pMethods->xCheckReservedLock(faulty(file)->real(), result);
}
int onSectorSize(sqlite3_file *file)
{
    return faulty(file)->real()->pMethods->xSectorSize(faulty(file)->real());
}
int onDeviceCharacteristics(sqlite3_file *file)
{
    return faulty(file)->real()->pMethods->xDeviceCharacteristics(faulty(file)->real());
}
int onShmMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return faulty(file)->real()->pMethods->xShmMap(faulty(file)->real(), region, size, extend, memory);
}
int onShmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return faulty(file)->real()->pMethods->xShmLock(faulty(file)->real(), offset, n, flags);
}
void onShmBarrier(sqlite3_file *file)
{
    faulty(file)->real()->pMethods->xShmBarrier(faulty(file)->real());
}
int onShmUnmap(sqlite3_file *file, int remove)
{
    return faulty(file)->real()->pMethods->xShmUnmap(faulty(file)->real(), remove);
}

constexpr sqlite3_io_methods kMethods = {2,
                                         &onClose,
                                         &onRead,
                                         &onWrite,
                                         &onTruncate,
                                         &onSync,
                                         &onFileSize,
                                         &onLock,
                                         &onUnlock,
                                         &onCheckReservedLock,
                                         &onFileControl,
                                         &onSectorSize,
                                         &onDeviceCharacteristics,
                                         &onShmMap,
                                         &onShmLock,
                                         &onShmBarrier,
                                         &onShmUnmap,
                                         nullptr,
                                         nullptr};

int onOpen(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    FaultFile *const f = faulty(file);
    f->base.pMethods = nullptr;
    f->path = nullptr;
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (const auto error = meet(w, FileOp::Open))
        return codeFor(*error, SQLITE_CANTOPEN);
    if (w.plan.isReadOnly && (flags & SQLITE_OPEN_READWRITE)) {
        int exists = 0;
        w.system->xAccess(w.system, path, SQLITE_ACCESS_EXISTS, &exists);
        if (!exists || !(flags & SQLITE_OPEN_MAIN_DB)) {
            w.lastError = EROFS;
            return SQLITE_CANTOPEN;
        }
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    const int code = w.system->xOpen(w.system, path, f->real(), flags, outFlags);
    if (code != SQLITE_OK) {
        if (f->real()->pMethods)
            f->real()->pMethods->xClose(f->real());
        return code;
    }
    f->base.pMethods = &kMethods;
    if (path) {
        f->path = new std::string(path);
        if (w.plan.isBuffered)
            ++w.unsynced[*f->path].users;
        w.handles.emplace(*f->path, f->real());
    }
    return SQLITE_OK;
}

int onDelete(sqlite3_vfs *, const char *path, int syncFolder)
{
    World &w = world();
    const std::lock_guard lock(w.mutex);
    if (const auto error = meet(w, FileOp::Delete))
        return codeFor(*error, SQLITE_IOERR_DELETE);
    return w.system->xDelete(w.system, path, syncFolder);
}

int onAccess(sqlite3_vfs *, const char *path, int flags, int *result)
{
    World &w = world();
    return w.system->xAccess(w.system, path, flags, result);
}
int onFullPathname(sqlite3_vfs *, const char *path, int size, char *result)
{
    World &w = world();
    return w.system->xFullPathname(w.system, path, size, result);
}
int onRandomness(sqlite3_vfs *, int size, char *result)
{
    World &w = world();
    return w.system->xRandomness(w.system, size, result);
}
int onSleep(sqlite3_vfs *, int microseconds)
{
    World &w = world();
    return w.system->xSleep(w.system, microseconds);
}
int onCurrentTime(sqlite3_vfs *, double *result)
{
    World &w = world();
    return w.system->xCurrentTime(w.system, result);
}
int onCurrentTimeInt64(sqlite3_vfs *, sqlite3_int64 *result)
{
    World &w = world();
    return w.system->xCurrentTimeInt64(w.system, result);
}
int onGetLastError(sqlite3_vfs *, int, char *)
{
    World &w = world();
    const std::lock_guard lock(w.mutex);
    return std::exchange(w.lastError, 0);
}

} // namespace

void FaultVfs::install(bool asDefault)
{
    World &w = world();
    if (!w.system) {
        w.system = sqlite3_vfs_find(nullptr);
        w.vfs.iVersion = 2;
        w.vfs.szOsFile = int(sizeof(FaultFile)) + w.system->szOsFile;
        w.vfs.mxPathname = w.system->mxPathname;
        w.vfs.zName = kName;
        w.vfs.xOpen = &onOpen;
        w.vfs.xDelete = &onDelete;
        w.vfs.xAccess = &onAccess;
        w.vfs.xFullPathname = &onFullPathname;
        w.vfs.xRandomness = &onRandomness;
        w.vfs.xSleep = &onSleep;
        w.vfs.xCurrentTime = &onCurrentTime;
        w.vfs.xCurrentTimeInt64 = &onCurrentTimeInt64;
        w.vfs.xGetLastError = &onGetLastError;
    }
    sqlite3_vfs_register(&w.vfs, asDefault ? 1 : 0);
}

void FaultVfs::use(const FaultPlan &plan)
{
    World &w = world();
    const std::lock_guard lock(w.mutex);
    w.plan = plan;
    w.counts = {};
    w.lastError = 0;
}

FileCounts FaultVfs::counts()
{
    World &w = world();
    const std::lock_guard lock(w.mutex);
    return w.counts;
}

std::uint64_t FaultVfs::count(FileOp op)
{
    return counts()[size_t(op)];
}

namespace Detail {

/// At the end of a process that was told its plan by its environment.
void reportAtExit()
{
    World &w = world();
    const std::lock_guard lock(w.mutex);
    writeReport(w);
}

} // namespace Detail

} // namespace Loket::Fakes
