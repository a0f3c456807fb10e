// SPDX-License-Identifier: Apache-2.0
#include "forms/common/page.h"

namespace Loket {

using namespace Qt::StringLiterals;

Page::Page(QWidget *parent)
    : QWidget(parent)
{
    setProperty("role", u"sheet"_s);
    setAttribute(Qt::WA_StyledBackground);
}

} // namespace Loket
