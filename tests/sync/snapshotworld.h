// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/familyjson.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/snapshotfolder.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace Loket::Fakes {

/// A family of the area as it was before this counter began: `number` from 0 on.
inline FamilyView oldFamily(int number)
{
    using namespace Qt::StringLiterals;
    FamilyView family;
    family.kk = QString::number(3174020101000000 + number);
    family.segment = u"PBPU.MANDIRI"_s;
    family.careClass = 1 + number % 3;
    family.va = u"88888"_s + family.kk.right(11);
    family.status = u"AKTIF"_s;
    family.phone = u"0812%1"_s.arg(number, 7, 10, QLatin1Char('0'));
    family.address = {u"Jl. Melati %1"_s.arg(number), u"001"_s, u"002"_s, u"31.74.01.1001"_s, u"12810"_s};
    family.revision = 1;
    for (int i = 0; i <= number % 4; ++i) {
        MemberView member;
        member.position = i;
        member.relation = i == 0 ? u"head"_s : u"child"_s;
        member.name = u"LAMA %1 %2"_s.arg(number).arg(i);
        member.nik = QString::number(3174025001700000 + number * 10 + i);
        member.card = QString::number(8880000000000 + number * 10 + i);
        member.birthDate = QDate(1970 + i, 1, 10);
        member.sex = u"P"_s;
        member.citizenship = u"WNI"_s;
        member.status = u"AKTIF"_s;
        family.members += member;
    }
    return family;
}

inline QList<FamilyView> oldFamilies(int count)
{
    QList<FamilyView> families;
    for (int number = 0; number < count; ++number)
        families += oldFamily(number);
    return families;
}

/// A line that can be cut at one of its calls for the snapshot, gives pieces of at most `pieceBytes`, and
/// counts.
class SnapshotLine : public CentralLine
{
public:
    using CentralLine::CentralLine;
    qint64 pieceBytes = 1 << 30;
    int failAt = 0; ///< this call for the snapshot gets no answer; 0: none
    int calls = 0;  ///< for the snapshot
    int manifests = 0;
    qint64 bytes = 0; ///< of chunks, that came
    QSet<QByteArray> asked;
    std::function<void(SnapshotManifest &)> onManifest;
    std::function<void(const QByteArray &, qint64, QByteArray &)> onPiece;

    Outcome<SnapshotManifest> snapshot() override
    {
        ++manifests;
        if (++calls == failAt)
            return fail(Failure{FailureKind::Network, QStringLiteral("cut")});
        auto manifest = CentralLine::snapshot();
        if (manifest && onManifest)
            onManifest(manifest.value());
        return manifest;
    }
    Outcome<QByteArray> snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit) override
    {
        if (++calls == failAt)
            return fail(Failure{FailureKind::Network, QStringLiteral("cut")});
        asked += sha256;
        auto piece = CentralLine::snapshotBytes(sha256, offset, qMin(limit, pieceBytes));
        if (piece && onPiece)
            onPiece(sha256, offset, piece.value());
        if (piece)
            bytes += piece.value().size();
        return piece;
    }
};

/// A counter of a centre that has families from before; its mirror is empty and of no history.
struct SnapshotWorld {
    FixedClock clock{QDate(2022, 3, 1)};
    FakeOffice office;
    FakeCentre centre{clock, office.context()};
    QString device;

    explicit SnapshotWorld(int families = 300, qsizetype chunkBytes = 24 * 1024)
    {
        using namespace Qt::StringLiterals;
        centre.addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        office.enrol(centre, u"0901"_s);
        device = office.device();
        forgetHistory();
        centre.setChunkBytes(chunkBytes);
        centre.seed(oldFamilies(families));
    }
    void forgetHistory()
    {
        must(office.store()
                 .mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [&](Connection &mirror) {
                           return moveMirrorPosition(mirror, {QString(), 0}, clock.nowUtc());
                       })
                 .result());
    }
    SnapshotFolder folder() const { return SnapshotFolder::ofStore(office.dir()); }
    QByteArray centreKey() const { return centre.key().publicKey(); }
    bool hasFolder() const { return QDir(folder().path()).exists(); }
    /// What the mirror has otherwise than the centre; empty: nothing.
    QString difference() const
    {
        using namespace Qt::StringLiterals;
        if (QFile::exists(office.dir() + u"/mirror.new"_s))
            return u"a new file is left"_s;
        const auto reader = office.reader();
        qint64 people = 0;
        for (const FamilyView &expected : const_cast<FakeCentre &>(centre).book().families()) {
            const auto found = must(reader->familyByKk(expected.kk));
            if (!found || familyToJson(*found) != familyToJson(expected))
                return expected.kk + (found ? u" is another"_s : u" is missing"_s);
            people += expected.members.size();
        }
        const qint64 counted = must(reader->status()).participants;
        if (counted != people)
            return u"%1 people instead of %2"_s.arg(counted).arg(people);
        return must(reader->verify()).join(u' ');
    }
};

} // namespace Loket::Fakes
