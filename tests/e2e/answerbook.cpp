// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/answerbook.h"

#include "model/domain/casejson.h"
#include "tests/fakes/fakeoffice.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

AnswerBook::AnswerBook(const QString &dir)
    : m_dir(dir)
{
    QDir().mkpath(dir);
}

QString AnswerBook::caseFile(int number) const
{
    const QString path = m_dir + u"/case-%1.json"_s.arg(number);
    QFile file(path);
    if (file.exists())
        return path;
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write(QJsonDocument(writeCase(registration(number, 1 + number % 2))).toJson());
    return path;
}

void AnswerBook::note(int number, const QByteArray &line)
{
    if (line.isEmpty())
        return;
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    if (answer.isEmpty()) {
        losses += u"family %1: half an answer"_s.arg(number);
        return;
    }
    if (m_answers.contains(number) && m_answers.value(number) != answer)
        losses += u"family %1: another answer than before"_s.arg(number);
    if (m_stored.contains(number) && m_stored.value(number) != answer.value("numbers"_L1))
        losses += u"family %1: other numbers than were stored"_s.arg(number);
    m_answers.insert(number, answer);
    for (const QJsonValue &given : answer.value("numbers"_L1).toArray()) {
        const QString person = u"%1/%2"_s.arg(number).arg(given["member"_L1].toInt());
        const QString card = given["card"_L1].toString();
        if (m_cards.value(card, person) != person)
            losses += u"card %1 was given to %2 and %3"_s.arg(card, m_cards.value(card), person);
        m_cards.insert(card, person);
    }
}

void AnswerBook::checkStored(int number)
{
    const CtlRun show = runLoketctl(m_dir, {u"show"_s, registration(number).id});
    const QJsonValue numbers = show.answer().value("numbers"_L1);
    if (m_answers.contains(number)) {
        if (show.exitCode != 0 || numbers != m_answers[number].value("numbers"_L1))
            losses += u"family %1 was acknowledged and is lost"_s.arg(number);
    } else if (show.exitCode == 0) {
        m_stored.insert(number, numbers);
    }
}

void AnswerBook::submitAgain(int number)
{
    const CtlRun again = runLoketctl(m_dir, {u"submit"_s, caseFile(number)});
    if (again.exitCode != 0)
        losses += u"family %1 could not be submitted again: %2"_s.arg(number).arg(
            QString::fromUtf8(again.err).trimmed());
    note(number, again.out);
}

void AnswerBook::checkSound()
{
    const CtlRun verify = runLoketctl(m_dir, {u"verify"_s});
    if (verify.exitCode != 0)
        losses += u"verify: "_s + QString::fromUtf8(verify.out).trimmed();
}

void AnswerBook::finish(int families)
{
    for (int number = 1; number <= families; ++number)
        submitAgain(number);
    const CtlRun status = runLoketctl(m_dir, {u"status"_s});
    const int queued = status.answer().value("outbox"_L1).toObject().value("queued"_L1).toInt();
    if (queued != families)
        losses += u"%1 cases instead of %2"_s.arg(queued).arg(families);
    checkSound();
}

} // namespace Loket::Fakes
