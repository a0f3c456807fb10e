// SPDX-License-Identifier: Apache-2.0
// Loaded before any program (LD_PRELOAD): makes the fault VFS the default one with the plan of LOKET_FAULT,
// so that the programs that are shipped can be tested as they are.
#include "tests/fakes/faultvfs.h"

#include <cstdio>
#include <cstdlib>

namespace Loket::Fakes::Detail {
void reportAtExit();
}

namespace {

[[gnu::constructor]] void beginFaults()
{
    const char *const text = std::getenv("LOKET_FAULT");
    if (!text)
        return;
    const auto plan = Loket::Fakes::FaultPlan::parse(text);
    if (!plan) {
        std::fprintf(stderr, "LOKET_FAULT: not understood: %s\n", text);
        std::abort();
    }
    ::unsetenv("LOKET_FAULT"); // not for the children of the program
    Loket::Fakes::FaultVfs::install(true);
    Loket::Fakes::FaultVfs::use(*plan);
    std::atexit(&Loket::Fakes::Detail::reportAtExit);
}

} // namespace
