// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/dialogs.h"

namespace Loket {

/// Dialogs as windows, modal to the page that asks.
class WindowDialogs final : public Dialogs
{
public:
    void confirm(QWidget *parent, const Question &, std::function<void(bool)> answer) override;
    void reason(QWidget *parent, const ReasonQuestion &,
                std::function<void(const QString &)> answer) override;
    void choose(QWidget *parent, const ChoiceQuestion &,
                std::function<void(const QString &)> answer) override;
    void openFile(QWidget *parent, const QString &title, const QString &filter,
                  std::function<void(const QString &)> answer) override;
    void saveFile(QWidget *parent, const QString &title, const QString &name, const QString &filter,
                  std::function<void(const QString &)> answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
};

} // namespace Loket
