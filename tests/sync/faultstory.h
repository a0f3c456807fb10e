// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/caseservice.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/faultline.h"
#include "tests/fakes/faultvfs.h"

#include <QMap>

#include <functional>

namespace Loket::Fakes {

/// The folders that every telling of the story begins with, made once: a trial store that tried out a case
/// and is about to enrol, and another office's counter.
struct StoryFolders {
    StoryFolders();
    QTemporaryDir trial, other;
    EnrolRequest request, otherRequest;
};

/// One counter from its enrolment through a month: photos and scans, cases that are accepted, refused and
/// corrected, a conflict and what was decided, numbers leased, given back and leased again, another office's
/// families, announcement, edition, snapshot. Its store (FaultVfs) and its line (FaultLine) fail as they are
/// told; every piece of work is done again until it succeeds. Nothing in it is left to chance, so that the
/// end can be compared whole.
class FaultStory
{
public:
    /// `isForgetful`: a centre that does not recognise what comes again; for controls.
    FaultStory(const StoryFolders &folders, LinePlan line, const FaultPlan &store, bool isForgetful = false);
    ~FaultStory();

    /// What was not in good order on the way; empty: all was.
    QString play();
    /// Everything that is kept in the end: the rows of store and mirror, the centre's, the other office's.
    QStringList end();

    const LinePlan &line() const { return m_line; }
    const FileCounts &files() const { return m_files; } ///< what the store was asked for on the way
    /// How often a piece of work ended with which failure.
    const QMap<QString, int> &failures() const { return m_failures; }

    static StoreOptions optionsOf(const QString &dir, const Clock &clock, bool write);

private:
    friend struct StoryFolders;
    static constexpr int kTriedOut = 90; ///< number of the family of the trial
    static QByteArray picture(char filling);
    using Act = std::function<Outcome<Nothing>(Store &)>;

    // The story
    QString begin();
    QString firstDay();
    QString conflict();
    QString nextMonth();
    QString enrol();
    QString submit(const QList<Case> &cases, bool hasPictures = false);
    QString settle();
    void elsewhere(const QList<Case> &cases);

    // Its telling
    QString perform(const char *what, const Act &act);
    Outcome<Nothing> live(const Act &act);
    Outcome<Nothing> synchronise(Store &store);
    void mend();
    QString judgeAtRest() const;
    QString judgeEnrolment(const Store &store) const;
    QString judgeWork() const;
    void fixGeneration();

    FixedClock m_clock{QDate(2022, 3, 1)};
    const Actor m_actor{QStringLiteral("rina"), QStringLiteral("petugas"), QStringLiteral("0901-1")};
    Context m_context;
    FakeCentre m_centre;
    QTemporaryDir m_dir;
    const EnrolRequest m_request;
    const QString m_otherDevice;
    LinePlan m_line;
    const FaultPlan m_store;
    bool m_isMended = false;
    FileCounts m_files = {};
    QMap<QString, int> m_failures;
};

} // namespace Loket::Fakes
