// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tourdialogs.h"

namespace Loket {

void TourDialogs::confirm(QWidget *, const Question &, std::function<void(bool)> answer)
{
    answer(true);
}

void TourDialogs::reason(QWidget *, const ReasonQuestion &question,
                         std::function<void(const QString &)> answer)
{
    if (question.suggestions.isEmpty())
        unexpected += question.title;
    answer(question.suggestions.value(0));
}

void TourDialogs::openFile(QWidget *, const QString &title, const QString &,
                           std::function<void(const QString &)> answer)
{
    if (filesToRead.isEmpty())
        unexpected += title;
    answer(filesToRead.isEmpty() ? QString() : filesToRead.dequeue());
}

void TourDialogs::saveFile(QWidget *, const QString &title, const QString &, const QString &,
                           std::function<void(const QString &)> answer)
{
    if (filesToWrite.isEmpty())
        unexpected += title;
    answer(filesToWrite.isEmpty() ? QString() : filesToWrite.dequeue());
}

void TourDialogs::choose(QWidget *, const ChoiceQuestion &question,
                         std::function<void(const QString &)> answer)
{
    answer(question.choices.isEmpty() ? QString() : question.choices.first().value);
}

void TourDialogs::tell(QWidget *, const QString &title, const QString &text)
{
    unexpected += title + QStringLiteral(": ") + text;
}

} // namespace Loket
