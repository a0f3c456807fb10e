// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "model/rulebook/codes.h"

namespace Loket {

using namespace Qt::StringLiterals;

static int runCodes(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() > 1)
        return session.usage(u"codes [KIND]"_s);
    const QString kind = arguments.value(0);
    if (!kind.isEmpty() && codesOf(kind).isEmpty())
        return session.usage(u"unknown kind of code '%1'"_s.arg(kind));
    for (const CodeText &code : allCodes()) {
        if (kind.isEmpty() || code.kind == kind)
            session.print(QJsonObject{
                {u"kind"_s, code.kind}, {u"code"_s, code.code}, {u"id"_s, code.id}, {u"en"_s, code.en}});
    }
    return kExitDone;
}

const Command kCodesCommand
    = {"codes", "[KIND]", "every code the program can emit, in Indonesian and English",
       "One line for each code: {\"kind\",\"code\",\"id\",\"en\"}. Kinds: problem, document, service, "
       "segment, state, …\n",
       runCodes};

} // namespace Loket
