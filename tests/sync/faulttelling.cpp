// SPDX-License-Identifier: Apache-2.0
// How the story of faultstory.h is told: done again until it succeeds, judged in between, and its end.
#include "model/services/soundness.h"
#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/familyjson.h"
#include "tests/fakes/ctlprocess.h"
#include "tests/sync/faultstory.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

constexpr int kBrokenAttempts = 2; ///< with a fault that stays, before it is mended
constexpr int kMostAttempts = 5;

QString lineOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList mirrored(const QString &dir, const Clock &clock, const QList<FamilyView> &families)
{
    const auto store = must(Store::open(FaultStory::optionsOf(dir, clock, false)));
    const auto reader = must(store->reader());
    QStringList lines;
    for (const FamilyView &family : families) {
        const auto own = must(reader->mirroredFamily(family.kk));
        lines += own ? lineOf(familyToJson(*own)) : u"no family "_s + family.kk;
    }
    for (const QString &line : dumpOf(dir + u"/mirror.db"_s)) {
        if (line.startsWith("mirror_state"_L1))
            lines += line;
    }
    return lines;
}

/// Reminders are numbered as they come; nothing refers to that.
QString withoutRowId(const QString &line)
{
    static const QRegularExpression id(u"^(reminder|pending_member) id=\\d+"_s);
    return QString(line).replace(id, u"\\1"_s);
}

/// The rows of the audit without their chain and order: what was done again may have been done later.
QStringList auditOf(const QString &dir)
{
    const auto store = must(openStore(dir + u"/store.db"_s, Access::Read));
    return must(store->all("SELECT action, object, detail, officer, at FROM audit ORDER BY 1, 2, 3, 4, 5",
                           [](const Statement &s) {
                               return u"audit %1 %2 %3 %4 %5"_s
                                   .arg(s.text(0), s.text(1), s.text(2), s.text(3))
                                   .arg(s.integer(4));
                           }));
}

} // namespace

StoreOptions FaultStory::optionsOf(const QString &dir, const Clock &clock, bool write)
{
    StoreOptions options;
    options.dir = dir;
    options.write = write;
    options.clock = &clock;
    return options;
}

QByteArray FaultStory::picture(char filling)
{
    return QByteArray(30'000, filling);
}

/// Does it until it succeeds. What fails for ever is mended after the second failure.
QString FaultStory::perform(const char *what, const Act &act)
{
    const bool isForever = m_line.isForever || m_store.isForever;
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        const auto done = live(act);
        if (done)
            return {};
        const Failure &failure = done.error();
        ++m_failures[QLatin1StringView(what) + u": "_s + failureWord(failure.kind)];
        if (failure.kind == FailureKind::Internal || failure.detail.isEmpty())
            return u"%1: no clear failure: %2"_s.arg(QLatin1StringView(what), failure.detail);
        if (const QString fault = judgeAtRest(); !fault.isEmpty())
            return u"after %1 (%2): %3"_s.arg(QLatin1StringView(what), failure.detail, fault);
        if (isForever && attempt == kBrokenAttempts) {
            mend();
            if (const QString fault = judgeWork(); !fault.isEmpty())
                return u"after %1 was given up: %2"_s.arg(QLatin1StringView(what), fault);
        }
        if (attempt == kMostAttempts)
            return u"%1 does not succeed: %2"_s.arg(QLatin1StringView(what), failure.detail);
    }
    return {};
}

/// One life of the program.
Outcome<Nothing> FaultStory::live(const Act &act)
{
    StoreOptions options = optionsOf(m_dir.filePath(u"one"_s), m_clock, true);
    options.vfs = FaultVfs::kName;
    const auto store = Store::open(options);
    if (!store)
        return fail(store.error());
    return act(*store.value());
}

void FaultStory::mend()
{
    if (m_isMended)
        return;
    m_isMended = true;
    m_files = FaultVfs::counts();
    FaultVfs::use(FaultPlan());
    m_line.mend();
}

/// What must hold between any two lives of the program.
QString FaultStory::judgeAtRest() const
{
    const auto store = Store::open(optionsOf(m_dir.filePath(u"one"_s), m_clock, false));
    if (!store)
        return store.error().detail;
    const auto faults = checkStore(*store.value());
    if (!faults)
        return faults.error().detail;
    return faults.value().isEmpty() ? judgeEnrolment(*store.value()) : faults.value().first();
}

/// Either a trial store with all that was tried out, or a counter without any of it, which is kept beside.
QString FaultStory::judgeEnrolment(const Store &store) const
{
    const auto raw = must(openStore(store.dir() + u"/store.db"_s, Access::Read));
    const bool isTrial = must(isTrialStore(*raw));
    const QString id = registration(kTriedOut).id;
    const bool hasTried = must(must(store.reader())->caseById(*CaseId::fromText(id))).has_value();
    if (isTrial != hasTried)
        return isTrial ? u"what was tried out is gone before the enrolment"_s : u"a trial case was kept"_s;
    const QStringList copies = QDir(store.dir()).entryList({u"trial-*"_s}, QDir::Dirs);
    if (isTrial)
        return {};
    if (copies.size() != 1)
        return u"%1 copies of what was tried out"_s.arg(copies.size());
    const auto copy = must(openStore(store.dir() + u'/' + copies.first() + u"/store.db"_s, Access::Read));
    const auto cases = must(
        copy->one("SELECT count(*) FROM case_record", [](const Statement &s) { return s.integer(0); }));
    return cases == 1 ? QString() : u"the copy does not hold what was tried out"_s;
}

/// A counter that gave up is still one: it registers. Tried on a copy.
QString FaultStory::judgeWork() const
{
    const QString dir = m_dir.filePath(u"copy"_s);
    QDir(dir).removeRecursively();
    copyStore(m_dir.filePath(u"one"_s), dir);
    const auto store = Store::open(optionsOf(dir, m_clock, true));
    if (!store)
        return store.error().detail;
    CaseService service(*store.value(), m_context);
    Case content = registration(80);
    content.date = m_clock.today();
    const auto saved = service.submit(content, m_actor).result();
    if (!saved)
        return saved.error().detail;
    const auto faults = checkStore(*store.value());
    if (!faults)
        return faults.error().detail;
    return saved.value().kind != Submitted::Kind::Saved ? u"it registers nobody"_s
        : faults.value().isEmpty()                      ? QString()
                                                        : faults.value().first();
}

QStringList FaultStory::end()
{
    const QString dir = m_dir.filePath(u"one"_s);
    QStringList lines;
    for (const QString &line : dumpOf(dir + u"/store.db"_s)) {
        if (!line.startsWith("audit "_L1))
            lines += withoutRowId(line);
    }
    lines += auditOf(dir);
    MemoryBook &book = m_centre.book();
    lines += mirrored(dir, m_clock, book.families());
    lines += mirrored(m_dir.filePath(u"two"_s), m_clock, book.families());
    QStringList centre;
    for (const FamilyView &family : book.families())
        centre += u"centre "_s + lineOf(familyToJson(family));
    for (const FeedLine &line : book.feed())
        centre += u"feed %1 %2 %3"_s.arg(line.scope, line.kind, lineOf(line.body));
    for (const MemoryLease &lease : book.leases())
        centre += u"lease %1-%2 %3"_s.arg(lease.grant.low).arg(lease.grant.high).arg(lease.returnedFrom);
    for (auto card = book.cards().cbegin(); card != book.cards().cend(); ++card)
        centre += u"card %1 %2 %3"_s.arg(card.key(), card.value()).arg(book.effectsOf(card.value()));
    for (const char filling : {'1', '2', '7'}) {
        for (const QByteArray &bytes : {picture(filling), picture(filling) + "scan"}) {
            const QByteArray name = ByteStore::nameOf(bytes).mid(7).toLatin1();
            centre += u"attachment %1 %2"_s.arg(QString::fromLatin1(name))
                          .arg(m_centre.attachment(name) == bytes);
        }
    }
    centre.sort();
    return lines + centre;
}

} // namespace Loket::Fakes
