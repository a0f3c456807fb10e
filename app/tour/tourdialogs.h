// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/dialogs.h"

#include <QQueue>

namespace Loket {

/// Answers the program's questions during the tour: the next file to read, the next file to write, yes, a
/// usual reason. A question that nobody expected is remembered as a fault.
class TourDialogs final : public Dialogs
{
public:
    QQueue<QString> filesToRead;
    QQueue<QString> filesToWrite;
    QStringList unexpected;

    void confirm(QWidget *, const Question &question, std::function<void(bool)> answer) override;
    void reason(QWidget *, const ReasonQuestion &question,
                std::function<void(const QString &)> answer) override;
    void openFile(QWidget *, const QString &title, const QString &filter,
                  std::function<void(const QString &)> answer) override;
    void saveFile(QWidget *, const QString &title, const QString &name, const QString &filter,
                  std::function<void(const QString &)> answer) override;
    void choose(QWidget *parent, const ChoiceQuestion &question,
                std::function<void(const QString &)> answer) override;
    void tell(QWidget *, const QString &title, const QString &text) override;
};

} // namespace Loket
