// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/navigator.h"
#include "model/print/sheetfacts.h"

#include <QStringList>

namespace Loket {

/// Remembers where a page wanted to go.
class FakeNavigator : public Navigator
{
public:
    void showSearch() override { went << QStringLiteral("search"); }
    void showFamily(const QString &kk) override { went << QStringLiteral("family ") + kk; }
    void showSync() override { went << QStringLiteral("sync"); }
    void startCase(const QString &service) override { went << QStringLiteral("start ") + service; }
    void startCase(const QString &service, const QString &kk, const QString &memberKey) override
    {
        went << QStringLiteral("start %1 %2 %3").arg(service, kk, memberKey).trimmed();
    }
    void chooseService() override { went << QStringLiteral("services"); }
    void openCase(const Case &content) override { opened << content; }
    void correctCase(const QString &caseId) override { went << QStringLiteral("correct ") + caseId; }
    void showConflict(const QString &caseId) override { went << QStringLiteral("conflict ") + caseId; }
    void showReceipt(const QString &caseId) override { went << QStringLiteral("receipt ") + caseId; }
    void showCard(const QString &cardNumber) override { went << QStringLiteral("card ") + cardNumber; }
    void showForm(const Case &content) override { forms << content; }
    void showSheet(const SheetFacts &facts) override { sheets << facts; }
    void toast(const QString &text) override { toasts << text; }
    void toastWithUndo(const QString &text, const QString &, std::function<void()> undo,
                       std::function<void()> gone) override
    {
        toasts << text;
        undoOfToast = std::move(undo);
        endOfToast = std::move(gone);
    }

    QStringList went;
    QStringList toasts;
    QList<Case> opened;
    QList<Case> forms;
    QList<SheetFacts> sheets;
    std::function<void()> undoOfToast;
    std::function<void()> endOfToast;
};

} // namespace Loket
