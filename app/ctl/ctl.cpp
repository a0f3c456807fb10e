// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/ctl.h"

#include <QCoreApplication>

#include <cstdio>

namespace Loket {

int runCtl(int argc, char **argv, const CtlWorld &)
{
    QCoreApplication app(argc, argv);
    std::fputs("loketctl: no command given\n", stderr);
    return 2;
}

} // namespace Loket
