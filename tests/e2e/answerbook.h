// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/ctlprocess.h"

#include <QHash>
#include <QJsonValue>

namespace Loket::Fakes {

/// The oracle of the kill tests, outside the process that is killed: keeps what was acknowledged about family
/// after family of one store, and asks `loketctl` whether it is still so.
class AnswerBook
{
public:
    explicit AnswerBook(const QString &dir);

    QStringList losses; ///< broken promises, one line each

    const QString &dir() const { return m_dir; }
    /// The case of family `number` as a file.
    QString caseFile(int number) const;
    /// An answer is a promise: the same one every time, and no card for two people. `line`: as `loketctl
    /// submit` prints it; empty: no answer was given.
    void note(int number, const QByteArray &line);
    /// What was acknowledged has to be there; what is there without an answer has to stay as it is.
    void checkStored(int number);
    bool isStored(int number) const { return m_answers.contains(number) || m_stored.contains(number); }
    /// The same case once more, undisturbed.
    void submitAgain(int number);
    void checkSound();
    /// Everything once more: each case is there once, and the store is sound.
    void finish(int families);

private:
    const QString m_dir;
    QHash<int, QJsonObject> m_answers;
    QHash<int, QJsonValue> m_stored; ///< the numbers of cases that were saved without an answer
    QHash<QString, QString> m_cards; ///< card -> family/member
};

} // namespace Loket::Fakes
