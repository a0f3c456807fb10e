// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/ctl.h"

int main(int argc, char **argv)
{
    return Loket::runCtl(argc, argv, {});
}
