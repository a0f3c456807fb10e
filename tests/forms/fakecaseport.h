// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/caseport.h"
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"

#include <QPromise>

#include <functional>
#include <memory>

namespace Loket {

/// A world for the case page that keeps what it was given. Saves and submits are answered when the test says
/// so.
class FakeCasePort : public CasePort
{
public:
    explicit FakeCasePort(QDate day = QDate(2026, 11, 21))
        : clock(QDateTime(day, QTime(10, 7, 31)))
    {
    }

    Assessment assess(const Case &content) const override
    {
        ++assessed;
        return assessor ? assessor(content) : Assessment();
    }
    const Rulebook &rulebook(QDate day) const override { return rulebooks->on(day); }
    const RegionIndex *regions() const override { return regionIndex.get(); }
    const FacilityIndex *facilities() const override { return facilityIndex.get(); }
    QDateTime nowUtc() const override { return clock.nowUtc(); }
    QDate today() const override { return clock.today(); }

    std::optional<FamilyView> family(const Case &content) const override
    {
        for (const FamilyView &one : families) {
            if (!content.family.kk.isEmpty() && one.kk == content.family.kk)
                return one;
        }
        return std::nullopt;
    }
    QFuture<Outcome<SearchAnswer>> search(const QString &text, int) override
    {
        SearchAnswer answer;
        for (const FamilyView &one : families) {
            for (const MemberView &member : one.members) {
                SearchHit hit;
                hit.kk = one.kk;
                hit.nik = member.nik;
                hit.card = member.card;
                hit.name = member.name;
                hit.status = member.status;
                hit.birthDate = member.birthDate;
                if ((hit.kk + hit.nik + hit.card + hit.name).contains(text, Qt::CaseInsensitive))
                    answer.hits << hit;
            }
        }
        QPromise<Outcome<SearchAnswer>> promise;
        promise.start();
        promise.addResult(Outcome<SearchAnswer>(answer));
        promise.finish();
        return promise.future();
    }

    QFuture<Outcome<QString>> saveDraft(const Case &content) override
    {
        saved << content;
        savePromise = std::make_unique<QPromise<Outcome<QString>>>();
        savePromise->start();
        const auto future = savePromise->future();
        if (answersAtOnce)
            answerSave(content.id);
        return future;
    }
    void answerSave(const Outcome<QString> &answer)
    {
        const auto promise = std::move(savePromise); // the answer may bring the next save at once
        promise->addResult(answer);
        promise->finish();
    }
    std::function<void()> discarder(const QString &id) const override
    {
        return [kept = discarded, id] { *kept << id; };
    }
    QFuture<Outcome<Submitted>> submit(const Case &content) override
    {
        submitted << content;
        submitPromise = std::make_unique<QPromise<Outcome<Submitted>>>();
        submitPromise->start();
        return submitPromise->future();
    }
    void answerSubmit(const Outcome<Submitted> &answer)
    {
        const auto promise = std::move(submitPromise);
        promise->addResult(answer);
        promise->finish();
    }
    template <typename Value>
    static QFuture<Outcome<Value>> answered(Value value)
    {
        QPromise<Outcome<Value>> promise;
        promise.start();
        promise.addResult(Outcome<Value>(std::move(value)));
        promise.finish();
        return promise.future();
    }
    QFuture<Outcome<Nothing>> park(const QString &id, const QString &note, QDate promised) override
    {
        around << QStringLiteral("park %1 %2 %3").arg(id, note, promised.toString(Qt::ISODate)).trimmed();
        return answered(Nothing());
    }
    QFuture<Outcome<Nothing>> handOver(const QString &id, const QString &officer) override
    {
        around << QStringLiteral("hand over %1 %2").arg(id, officer);
        return answered(Nothing());
    }
    QList<Officer> otherOfficers() const override { return others; }
    QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) override
    {
        around << QStringLiteral("void %1 %2").arg(id, reason);
        if (voidProblem.isEmpty() && stored)
            stored->state = CaseState::Void;
        return answered(QString(voidProblem));
    }
    std::optional<CaseRecord> record(const QString &) const override { return stored; }
    Case correctionOf(const CaseRecord &record) const override
    {
        Case copy = record.content;
        copy.id.clear();
        copy.corrects = record.id.text();
        return copy;
    }
    QString postcodeOf(const QString &village) const override { return postcodes.value(village); }
    qint64 numbersLeft() const override { return numbers; }
    void takePhoto(QWidget *, const QString &who, std::function<void(const TakenPhoto &)> done) override
    {
        photographed << who;
        done({QStringLiteral("sha256:") + QString::number(photographed.size()).rightJustified(64, u'0'),
              passed});
    }
    void takeScan(QWidget *, const QString &document, const QString &, QDate,
                  std::function<void(const QString &)> done) override
    {
        scanned << document;
        done(QStringLiteral("sha256:") + QString::number(scanned.size()).rightJustified(64, u'a'));
    }
    void showScan(QWidget *, const QString &, const QString &name) override { shownScans << name; }

    void takeSignature(QWidget *, const QString &who, const QString &statement,
                       std::function<void(const QString &)> done) override
    {
        signedBy << who;
        signedText = statement;
        done(QStringLiteral("sha256:") + QString::number(signedBy.size()).rightJustified(64, u'f'));
    }
    QByteArray blob(const QString &name) const override { return blobs.value(name); }

    FixedClock clock;
    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    std::function<Assessment(const Case &)> assessor;
    std::shared_ptr<const RegionIndex> regionIndex;
    std::shared_ptr<const FacilityIndex> facilityIndex = FacilityIndex::trial();
    QHash<QString, QString> postcodes;
    QList<FamilyView> families;
    QList<Officer> others;
    std::optional<CaseRecord> stored;
    QString voidProblem;
    QList<PassedVerdict> passed; ///< with the next photo
    QStringList around;          ///< parked, handed over, made void
    qint64 numbers = 100;
    bool answersAtOnce = true;

    mutable int assessed = 0;
    QList<Case> saved;
    std::shared_ptr<QStringList> discarded = std::make_shared<QStringList>();
    QList<Case> submitted;
    QStringList photographed;
    QStringList signedBy;
    QString signedText;
    QHash<QString, QByteArray> blobs;
    QStringList scanned;    ///< codes of documents
    QStringList shownScans; ///< names
    std::unique_ptr<QPromise<Outcome<QString>>> savePromise;
    std::unique_ptr<QPromise<Outcome<Submitted>>> submitPromise;
};

} // namespace Loket
