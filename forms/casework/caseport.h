// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "model/base/failure.h"
#include "model/domain/case.h"
#include "model/services/assess.h"
#include "model/services/caseservice.h"
#include "model/store/storereader.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace Loket {

class FacilityIndex;
class RegionIndex;
class Rulebook;

/// What the case page needs of the world: the store behind it, the lists it looks into, the camera. One
/// implementation over the office's services, fakes in tests. Lives on the window's thread and outlives every
/// page.
class CasePort
{
public:
    virtual ~CasePort() = default;

    virtual Assessment assess(const Case &) const = 0;
    virtual const Rulebook &rulebook(QDate day) const = 0;
    virtual const RegionIndex *regions() const = 0;
    virtual const FacilityIndex *facilities() const = 0;
    virtual QDateTime nowUtc() const = 0;
    virtual QDate today() const = 0;

    /// The family that a case names, as it stands on the case's day; none: not known here.
    virtual std::optional<FamilyView> family(const Case &) const = 0;
    /// Participants by NIK, KK, card, VA, phone or name.
    virtual QFuture<Outcome<SearchAnswer>> search(const QString &text, int limit) = 0;

    virtual QFuture<Outcome<QString>> saveDraft(const Case &) = 0;
    /// Throws the draft away when it is called, also after the page and this port are gone.
    virtual std::function<void()> discarder(const QString &id) const = 0;
    virtual QFuture<Outcome<Submitted>> submit(const Case &) = 0;

    /// Puts a saved draft aside; `promised` may be null.
    virtual QFuture<Outcome<Nothing>> park(const QString &draftId, const QString &note, QDate promised) = 0;
    virtual QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officer) = 0;
    /// The other officers of this counter.
    virtual QList<Officer> otherOfficers() const = 0;
    /// Takes back what was saved; the answer is empty, or the code of the problem that stands against it.
    virtual QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) = 0;
    /// A saved case as it is now; none: not at hand.
    virtual std::optional<CaseRecord> record(const QString &id) const = 0;
    /// The case that corrects a saved one: a draft that was begun before, else a new one.
    virtual Case correctionOf(const CaseRecord &record) const = 0;

    /// Postcode last used for a village; empty: none yet.
    virtual QString postcodeOf(const QString &village) const = 0;
    /// Card numbers that this counter may still give without a network.
    virtual qint64 numbersLeft() const = 0;
    /// Lets the officer take or choose a photo; `done` is called once it is kept, or
    /// not at all when the officer gave up. `who` is shown in the title.
    virtual void takePhoto(QWidget *parent, const QString &who, std::function<void(const TakenPhoto &)> done)
        = 0;
    /// Lets `who` sign `statement`; as takePhoto().
    virtual void takeSignature(QWidget *parent, const QString &who, const QString &statement,
                               std::function<void(const QString &)> done)
        = 0;
    /// What was kept under a "sha256:…" name; empty: not at hand.
    virtual QByteArray blob(const QString &name) const = 0;
    /// Lets the officer scan a document by the rulebook of `day`; `done` gets its "sha256:…" name once it is
    /// kept, or is never called. `what` is shown in the title.
    virtual void takeScan(QWidget *parent, const QString &document, const QString &what, QDate day,
                          std::function<void(const QString &)> done)
        = 0;
    virtual void showScan(QWidget *parent, const QString &what, const QString &name) = 0;
};

} // namespace Loket
