// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/icons.h"
#include "forms/common/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace Loket {

/// The sizes of type. Identity numbers use Mono.
enum class Type { Base, Strong, Small, Tiny, Section, Page, Mono, MonoSmall };

/// The look of the whole program: one palette and one style sheet made from the tokens. There is one per
/// QApplication, made in main() before any widget, and it belongs to it as palette and style sheet do; so
/// widgets find it through current() instead of carrying it through every constructor. Window's thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app);
    ~Theme() override;

    /// The theme of this program. A Theme must exist.
    static Theme &current();

    bool isDark() const { return m_dark; }
    int scale() const { return m_scale; } ///< text size in percent, 100 to 150
    void setDark(bool dark);
    void setScale(int percent); ///< out of 100 to 150 is brought to the nearer end

    const Tokens &tokens() const { return m_dark ? darkTokens() : lightTokens(); }
    /// A size of `Metric` at the chosen text size.
    int px(int metric) const { return (metric * m_scale + 50) / 100; }
    QFont font(Type) const;
    QIcon icon(Icon icon) const; ///< in the text colour
    QIcon icon(Icon icon, const QColor &colour) const;

Q_SIGNALS:
    /// Palette, style sheet and fonts are the new ones; widgets that cached a colour or size take it again.
    void changed();

private:
    void apply();

    QApplication &m_app;
    bool m_dark = false;
    int m_scale = 100;
};

} // namespace Loket
