// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "forms/casework/caseport.h"
#include "forms/casework/knownfamily.h"
#include "forms/common/correction.h"
#include "model/domain/case.h"
#include "model/services/assessment.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <vector>

namespace Loket {

/// Typed values for some fields of one member ("nik" -> "3174…").
using MemberTexts = QHash<QString, QString>;

/// A case being filled in: owns it exactly as typed, every change is one step of undo, assesses it after
/// each turn of the event loop in which it changed, and keeps it as a draft. One draft for one page, on the
/// window's thread.
class CaseDraft : public QObject
{
    Q_OBJECT
public:
    enum class Keeping {
        Untouched, ///< nothing typed yet, nothing to keep
        Changed,   ///< will be kept within two seconds
        Saving,
        Saved,
        Failed ///< could not be kept; tried again
    };

    /// `start` without an id gets one at once, so that everything kept later belongs to one draft.
    CaseDraft(Case start, CasePort &port, QObject *parent = nullptr);
    ~CaseDraft() override;

    const Case &content() const { return m_state.content; }
    /// Of the last turn of the event loop; call assessNow() first where the very last key counts.
    const Assessment &assessment() const { return m_assessment; }
    void assessNow();
    /// Among the problems of the assessment there is from now on what the centre said of the field, a warning
    /// that a reason passes, for as long as the field holds what was sent.
    void setReturned(const ReturnedCase &returned);
    QUndoStack &undoStack() { return m_undo; }
    CasePort &port() const { return m_port; }

    /// How the service stands to a family.
    FamilyNeed familyNeed() const;
    /// The family that the case is about; none: it makes a new one, none is named yet, or it is not known
    /// here.
    const std::optional<FamilyView> &known() const { return m_known; }
    /// Asks for the family again: another case or a sync may have changed it.
    void readKnown();
    /// Turns the case towards a family, and to one member of it (memberKey(), may be empty); one step of
    /// undo.
    void takeFamily(const FamilyView &family, const QString &memberKey = {});
    void leaveFamily();
    /// The path that names the member whom the case is about; empty: the service is about none.
    QString whomPath() const;
    /// The field of the service at a path; null: it asks no such field.
    const Field *field(const QString &path) const;
    /// False for a service that the edition does not have.
    bool asksAnything() const { return !m_fields.isEmpty(); }

    QString text(const QString &path) const;
    /// Puts a typed text at a path. All typing into one field up to endStep() is one step of undo.
    void setText(const QString &path, const QString &text);
    /// Ends the step: the field was left. The next typing is a step of its own.
    void endStep();
    /// Takes back what was typed since the field was entered (Escape).
    void cancelStep();
    /// A value that the program took from the NIK and that the officer has not typed.
    bool isFromNik(const QString &path) const { return m_state.fromNik.contains(path); }
    /// Whether this is a coded field with a typed text that is no code.
    bool isNotUnderstood(const QString &path) const { return m_state.notUnderstood.contains(path); }

    int memberCount() const { return int(m_state.content.family.members.size()); }
    /// Puts a typed text into a member; a row one past the last adds a member with the defaults.
    void setMemberText(int row, const QString &field, const QString &text);
    void addMember(const MemberTexts &texts);
    void removeMembers(int row, int count);
    void moveMember(int from, int to);
    /// Overwrites members from `row` on and adds the rest, as one step.
    void pasteMembers(int row, const QList<MemberTexts> &texts);

    bool isSeen(const QString &document, std::optional<int> member) const;
    void setSeen(const QString &document, std::optional<int> member, bool seen);
    /// The scan of a document, which counts as seen with it; empty: it has none any more, and stays seen.
    void setScan(const QString &document, std::optional<int> member, const QString &file);
    /// "sha256:…" of the scan; empty: there is none.
    QString scanOf(const QString &document, std::optional<int> member) const;
    void setConsent(const std::optional<Consent> &consent);
    void setOwnBillingAddress(bool own);
    /// Passes a warning for a reason; an empty reason is kept as such.
    /// The photo of a member, with the verdicts on it that the officer passed; those on an earlier one are
    /// gone.
    void setPhoto(int member, const QString &name, const QList<PassedVerdict> &passed);
    void passWarning(const QString &code, const QString &path, const QString &reason);
    void recallWarning(const QString &code, const QString &path);

    Keeping keeping() const { return m_keeping; }
    QDateTime savedAt() const { return m_savedAt; }
    const std::optional<Failure> &failure() const { return m_failure; }
    /// Keeps the draft at once (lock, close, deactivated window, "Simpan konsep"). Nothing to do when
    /// untouched.
    void saveNow();
    /// Stops keeping for as long as the case is being submitted, and for good when it was or is thrown away:
    /// a draft written late would stand beside the case. `idle` runs when nothing is being written any more,
    /// maybe at once.
    void pauseKeeping(std::function<void()> idle);
    /// The case was not submitted after all.
    void resumeKeeping();
    /// How long a change waits before it is kept; 2 s.
    void setKeepDelay(std::chrono::milliseconds delay) { m_keepTimer.setInterval(delay); }

Q_SIGNALS:
    /// The content changed (typing, undo, redo). Emitted once for each change.
    void changed();
    /// A new assessment is there.
    void assessed();
    void keepingChanged();

private:
    friend class DraftStep;
    struct State {
        Case content;
        QSet<QString> fromNik; ///< paths
        /// Typed into a coded field and not understood. Kept beside the case, whose coded fields hold code
        /// words only.
        QHash<QString, QString> notUnderstood;
        friend bool operator==(const State &, const State &) = default;
    };

    void apply(const State &state);
    bool isWord(const QString &path, const QString &text) const;
    void addReturned();
    void push(State next, const QString &title, const QString &mergeKey = {});
    CaseMember newMember(const Case &content) const;
    void putText(State &state, const QString &path, const QString &text) const;
    void fillFromNik(State &state, int row) const;
    void readDefaults();
    void fillNames(State &state, const QString &path) const;
    void followHead(State &state, const QString &field, const QString &before) const;
    static void renumber(State &state, const std::vector<int> &newRows);
    void setKeeping(Keeping keeping);
    void noteSaved(const Outcome<QString> &answer);

    CasePort &m_port;
    QHash<QString, Field> m_fields; // of the service, by path
    std::optional<FamilyView> m_known;
    QStringList m_memberDefaults; // fields that a new member takes from the head
    QStringList m_nameDefaults;   // paths that take the head's name
    std::optional<ReturnedCase> m_returned;
    State m_state;
    Assessment m_assessment;
    QUndoStack m_undo;
    QTimer m_assessTimer;
    QTimer m_keepTimer;
    Keeping m_keeping = Keeping::Untouched;
    QDateTime m_savedAt; // UTC
    std::optional<Failure> m_failure;
    int m_step = 0;
    bool m_stepOpen = false;
    bool m_isPaused = false;
    std::function<void()> m_whenIdle;
    bool m_isWriting = false;
    bool m_saveAgain = false;
};

} // namespace Loket
