// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDialog>

namespace Loket {

class CardReason;
class Rulebook;

/// Asks once for all cards of a batch for which KIS Digital comes first why they are printed. Accepted only
/// with a reason; deletes itself when it is closed.
class CardReasonDialog : public QDialog
{
    Q_OBJECT

public:
    CardReasonDialog(int cards, const Rulebook &rules, QDate today, QWidget *parent);
    QString reason() const;

private:
    CardReason *m_reason;
};

} // namespace Loket
