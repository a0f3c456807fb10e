// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/helpoverlay.h"

#include "forms/common/keyhint.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

HelpOverlay::HelpOverlay(QWidget *parent)
    : QDialog(parent)
{
    setObjectName("help"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Keys"));

    struct Line {
        QString key;
        QString what;
    };
    const QList<Line> everywhere = {
        {u"F2"_s, tr("Search participants")},
        {u"F3"_s, tr("Register a new family")},
        {u"F8"_s, tr("All services")},
        {u"F1"_s, tr("Why: the rule behind what is chosen")},
        {u"F1 ?"_s, tr("This page")},
        {u"F9"_s, tr("Calculations, for the family on the page")},
        {u"F10"_s, tr("Information desk")},
        {u"Alt 1…6"_s, tr("Search, cases, cards, calculations, sync, settings")},
        {u"Ctrl Tab"_s, tr("Next open case")},
        {u"Ctrl 1…9"_s, tr("Open case number 1 to 9")},
        {u"Ctrl W"_s, tr("Close the case (the draft is kept)")},
        {u"Esc"_s, tr("Back to the search")},
    };
    const QList<Line> caseKeys = {
        {u"Tab"_s, tr("Next field, in reading order")},
        {u"F4"_s, tr("Photo of the member")},
        {u"F6"_s, tr("Next problem")},
        {u"F7"_s, tr("List of documents")},
        {u"Ctrl Enter"_s, tr("Submit")},
        {u"Ctrl S"_s, tr("Save the draft now")},
        {u"Ctrl P"_s, tr("Print receipt or card")},
        {u"Ctrl Z"_s, tr("Take back what was typed")},
        {u"↑ ↓ Enter"_s, tr("Choose and open in a list")},
        {u"Del"_s, tr("Discard a draft (can be taken back)")},
    };

    const Theme &theme = Theme::current();
    auto *grid = new QGridLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    grid->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    grid->setHorizontalSpacing(theme.px(Metric::kSpace3));
    grid->setVerticalSpacing(theme.px(Metric::kSpace2));
    grid->addWidget(roleLabel(u"section"_s, this, tr("Keys")), 0, 0, 1, 5);
    const auto fill = [&](const QString &title, const QList<Line> &lines, int column) {
        grid->addWidget(roleLabel(u"label"_s, this, title), 1, column, 1, 2);
        for (int i = 0; i < lines.size(); ++i) {
            grid->addWidget(new KeyHint(lines.at(i).key, this), i + 2, column,
                            Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(roleLabel(QString(), this, lines.at(i).what), i + 2, column + 1);
        }
    };
    fill(tr("Everywhere"), everywhere, 0);
    fill(tr("In a case and in lists"), caseKeys, 3);
    grid->setColumnMinimumWidth(2, margin);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->addWidget(close, int(std::max(everywhere.size(), caseKeys.size())) + 2, 0, 1, 5, Qt::AlignRight);
}

} // namespace Loket
