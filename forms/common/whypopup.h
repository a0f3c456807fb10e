// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/ruletext.h"

#include <QDialog>

#include <functional>

class QVBoxLayout;

namespace Loket {

class Rulebook;

/// "Mengapa?": the rows of the rulebook behind something on the screen, each in words with its source and
/// edition. Esc or Enter closes it and gives the focus back.
class WhyPopup : public QDialog
{
    Q_OBJECT

public:
    /// `about`: what is asked about, in the words of the page.
    WhyPopup(const QString &about, const QList<RuleText> &rules, QWidget *parent);

    /// Opens beside `anchor`, over its window. Without a rule it says that none is behind it.
    static void open(QWidget *anchor, const Rulebook &, const QString &about, const QList<FiredRule> &);

    /// F1 on `widget` asks why, instead of opening the help. Call once for a widget.
    static void answerF1(QWidget *widget, std::function<void()> ask);

private:
    void addRule(QVBoxLayout *column, QWidget *sheet, const RuleText &rule);
    void place(const QWidget *anchor);
};

/// The rules that an item of an assessment names itself; else those of all that `fired` with its source.
QList<FiredRule> rulesBehind(const QList<FiredRule> &own, const QString &source,
                             const QList<FiredRule> &fired);

} // namespace Loket
