// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/dialogs.h"

#include <algorithm>

namespace Loket {

/// Answers every question at once with what the test prepared, and keeps what was asked.
class FakeDialogs final : public Dialogs
{
public:
    bool yes = true;
    QString reasonAnswer = QStringLiteral("KTP asli diperiksa");
    QString choiceAnswer; ///< a value of the list
    QString fileAnswer;
    QStringList asked; ///< titles
    QStringList told;  ///< texts of tell()
    QString lastText;  ///< of the last choice

    void confirm(QWidget *, const Question &question, std::function<void(bool)> answer) override
    {
        asked += question.title;
        answer(yes);
    }
    void reason(QWidget *, const ReasonQuestion &question,
                std::function<void(const QString &)> answer) override
    {
        asked += question.title;
        answer(reasonAnswer);
    }
    void choose(QWidget *, const ChoiceQuestion &question,
                std::function<void(const QString &)> answer) override
    {
        asked += question.title;
        lastText = question.text;
        const bool isOffered
            = std::any_of(question.choices.cbegin(), question.choices.cend(),
                          [this](const Choice &choice) { return choice.value == choiceAnswer; });
        answer(isOffered ? choiceAnswer : QString());
    }
    void openFile(QWidget *, const QString &title, const QString &,
                  std::function<void(const QString &)> answer) override
    {
        asked += title;
        answer(fileAnswer);
    }
    void saveFile(QWidget *, const QString &title, const QString &, const QString &,
                  std::function<void(const QString &)> answer) override
    {
        asked += title;
        answer(fileAnswer);
    }
    void tell(QWidget *, const QString &title, const QString &text) override
    {
        asked += title;
        told += text;
    }
};

} // namespace Loket
