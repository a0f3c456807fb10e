// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

class Theme;

/// The program's one style sheet: loket.qss with "@token" replaced by the theme's colour and "@px(n)" by a
/// scaled size. Widgets choose their look with the dynamic property `role` (or `tone`), never with a sheet of
/// their own.
QString styleSheet(const Theme &);

} // namespace Loket
