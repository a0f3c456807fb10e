// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <array>

namespace Loket {

class NavButton;

/// Where the main window can be.
enum class Place { Search, Cases, Cards, Calc, Sync, Settings };
inline constexpr int kPlaces = 6;

/// The rail at the left: one button a place, with its count where one matters. Alt+1 … Alt+6 do the same.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void setCurrent(Place place);
    void setCount(Place place, int count); ///< 0: none shown

Q_SIGNALS:
    void chosen(Place place);

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();
    void applyMetrics();

    std::array<NavButton *, kPlaces> m_buttons{};
};

} // namespace Loket
