// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QFrame>

#include <array>

class QBoxLayout;
class QLabel;

namespace Loket {

class Office;
class Pill;

/// The top of the family page: whose family, its numbers, segment, class, dues, paid until, arrears, status.
class FamilyHead : public QFrame
{
    Q_OBJECT

public:
    explicit FamilyHead(QWidget *parent = nullptr);

    void show(const FamilyView &family, Office &office);

protected:
    void resizeEvent(QResizeEvent *) override;

private:
    void applyMetrics();

    QLabel *m_name;
    QLabel *m_numbers;
    std::array<QLabel *, 5> m_labels{};
    std::array<QLabel *, 5> m_values{};
    Pill *m_status;
    QBoxLayout *m_row;
    QBoxLayout *m_facts = nullptr;
    QBoxLayout *m_top = nullptr;
};

} // namespace Loket
