// SPDX-License-Identifier: Apache-2.0
// How fast a snapshot gets from its chunks into a new mirror file that is on disk, beside a plain C program
// that has the rows ready, inserts them and makes the indexes after. Both end with the same contents. And
// how many bytes the chunks have beside zstd -3 of the same lines. LOKET_BENCH_PARTICIPANTS (1,000,000);
// LOKET_BENCH_ROUNDS (2).
#include "model/centre/chunkpacker.h"
#include "model/store/migrations.h"
#include "model/store/mirrorload.h"
#include "model/store/snapshotload.h"
#include "tests/bench/mirrorbench.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <zstd.h>

#include <algorithm>
#include <cstdio>
#include <tuple>

using namespace Loket;
using namespace Loket::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kReservedBytes = 40; // of every page, as the store has it

/// Bytes of zstd -3 over a whole text.
class PackedSize
{
public:
    PackedSize()
        : m_stream(ZSTD_createCCtx())
    {
        ZSTD_CCtx_setParameter(m_stream, ZSTD_c_compressionLevel, 3);
    }
    ~PackedSize() { ZSTD_freeCCtx(m_stream); }
    Q_DISABLE_COPY_MOVE(PackedSize)

    void add(const QByteArray &text, ZSTD_EndDirective end = ZSTD_e_continue)
    {
        ZSTD_inBuffer in{text.constData(), size_t(text.size()), 0};
        for (;;) {
            ZSTD_outBuffer out{m_buffer.data(), size_t(m_buffer.size()), 0};
            const size_t left = ZSTD_compressStream2(m_stream, &out, &in, end);
            m_bytes += qint64(out.pos);
            if (end == ZSTD_e_end ? left == 0 : in.pos == in.size)
                return;
        }
    }
    qint64 end()
    {
        add({}, ZSTD_e_end);
        return m_bytes;
    }

private:
    ZSTD_CCtx *m_stream;
    QByteArray m_buffer = QByteArray(qsizetype(ZSTD_CStreamOutSize()), Qt::Uninitialized);
    qint64 m_bytes = 0;
};

/// All families in the order in which a centre packs them, and the chunks.
struct Snapshot {
    std::vector<Rows> families;
    qint64 participants = 0;
    QList<SnapshotFile> files;
    qint64 textBytes = 0, chunkBytes = 0, plainBytes = 0;
};

void makeFamilies(qint64 participants, Snapshot *made)
{
    World world;
    for (qint64 number = 0; made->participants < participants; ++number) {
        made->families.push_back(world.make(number, 1));
        made->participants += qint64(made->families.back().members.size());
    }
    std::sort(made->families.begin(), made->families.end(), [](const Rows &a, const Rows &b) {
        return std::tie(a.family.village, a.family.kk) < std::tie(b.family.village, b.family.kk);
    });
    qint64 family = 0, member = 0;
    for (Rows &rows : made->families) {
        rows.family.id = ++family;
        for (MirrorParticipantRow &row : rows.members) {
            row.id = ++member;
            row.familyId = family;
        }
    }
}

void pack(const QString &dir, Snapshot *made)
{
    PackedSize whole;
    ChunkPacker packer;
    const auto keep = [&] {
        QByteArray bytes;
        const SnapshotChunk chunk = packer.take(&bytes);
        const QString path = dir + u'/' + QString::fromLatin1(chunk.sha256);
        QFile file(path);
        must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), path);
        made->files += SnapshotFile{path, chunk.sha256, chunk.families};
        made->chunkBytes += chunk.length;
    };
    for (Rows &rows : made->families) {
        const QByteArray json = jsonOf(rows);
        rows = parsed(json, rows);
        packer.add(json);
        whole.add(json + '\n');
        made->textBytes += json.size() + 1;
        if (packer.isFull())
            keep();
    }
    if (!packer.isEmpty())
        keep();
    made->plainBytes = whole.end();
}

void fromChunks(const QString &dir, const Snapshot &snapshot)
{
    auto load = MirrorLoad::begin(dir);
    must(bool(load), dir);
    {
        SnapshotLoad rows(*load.value(), snapshot.files);
        for (;;) {
            const auto more = rows.step(200ms);
            must(bool(more), u"the snapshot can't be loaded"_s);
            if (!more.value())
                break;
        }
        must(rows.participants() == snapshot.participants, u"people are missing"_s);
    }
    must(bool(load.value()->finish()), u"the mirror can't be finished"_s);
}

void plainWay(const QString &path, const Snapshot &snapshot)
{
    Plain db(path, kReservedBytes);
    db.run("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA journal_mode=OFF;"
           "PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; BEGIN");
    for (const char *sql : mirrorTables())
        db.run(sql);
    {
        PlainStatement family(db, insertInto("family"));
        PlainStatement member(db, insertInto("participant"));
        for (const Rows &rows : snapshot.families) {
            family.put(rows.family);
            for (const MirrorParticipantRow &row : rows.members)
                member.put(row);
        }
    }
    for (const char *sql : mirrorIndexes())
        db.run(sql);
    db.run("COMMIT");
    db.run("PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE; PRAGMA user_version=1"); // onto the disk
}

} // namespace

int main()
{
    const qint64 rounds = setting("LOKET_BENCH_ROUNDS", 2);
    QTemporaryDir dir;
    Snapshot snapshot;
    makeFamilies(setting("LOKET_BENCH_PARTICIPANTS", 1'000'000), &snapshot);
    pack(dir.path(), &snapshot);
    std::printf("snapshot: %lld participants, %zu families, %.1f MB of JSON lines\n",
                qlonglong(snapshot.participants), snapshot.families.size(), double(snapshot.textBytes) / 1e6);
    std::printf("%lld chunks of %.2f MB / zstd -3 of the same lines %.2f MB: %.3f (goal: at most 1.10)\n",
                qlonglong(snapshot.files.size()), double(snapshot.chunkBytes) / 1e6,
                double(snapshot.plainBytes) / 1e6, double(snapshot.chunkBytes) / double(snapshot.plainBytes));
    std::fflush(stdout);

    std::vector<double> wall, cpu;
    for (qint64 round = 0; round < rounds; ++round) {
        Stopwatch::Seconds ours, plain;
        QByteArray digests[2];
        for (const bool isOurs : {round % 2 == 0, round % 2 != 0}) {
            const QString folder = dir.path() + (isOurs ? u"/ours"_s : u"/plain"_s);
            const QString path = folder + u"/mirror.db"_s;
            must(QDir().mkpath(folder), folder);
            const Stopwatch watch;
            if (isOurs)
                fromChunks(folder, snapshot);
            else
                plainWay(path, snapshot);
            (isOurs ? ours : plain) = watch.seconds();
            digests[isOurs] = digestOf(path);
            must(QDir(folder).removeRecursively(), folder);
        }
        must(digests[0] == digests[1], u"the two files have other contents"_s);
        const auto tell = [&](const char *name, const Stopwatch::Seconds &took) {
            std::printf("  %-36s %8.0f people/s  %6.2f s, %6.2f s of processor\n", name,
                        double(snapshot.participants) / took.wall, took.wall, took.cpu);
        };
        tell("from chunks", ours);
        tell("plain C, rows ready, indexes after", plain);
        std::fflush(stdout);
        wall.push_back(plain.wall / ours.wall);
        cpu.push_back(plain.cpu / ours.cpu);
    }
    std::printf(
        "contents equal in all rounds\nsnapshot / plain C:  wall %s, processor %s (goal: at least 0.75)\n",
        spread(wall).constData(), spread(cpu).constData());
    return 0;
}
