// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/availability.h"

#include <QDialog>

class QLabel;

namespace Loket {

class Navigator;
class Office;
class ServiceBox;

/// Every service of the rulebook, narrowed by typing. One for a family that the counter knows begins with the
/// family in front; without one its page asks for whom it is. One that is not at this counter says where the
/// person must go.
class ServiceChooser : public QDialog
{
    Q_OBJECT

public:
    /// `kk`: the family in front of the officer; empty: none.
    ServiceChooser(Office &office, Navigator &navigator, const QString &kk, QWidget *parent);

private:
    void build();
    void fill();
    void choose(const QString &service);

    Office &m_office;
    Navigator &m_navigator;
    FamilyView m_family; ///< in front; without a KK: none
    QLabel *m_title;
    ServiceBox *m_services;
};

} // namespace Loket
