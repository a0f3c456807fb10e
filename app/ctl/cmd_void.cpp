// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/rulebook/codes.h"
#include "model/services/caseservice.h"

namespace Loket {

using namespace Qt::StringLiterals;

static int runVoid(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() != 2 || arguments.last().trimmed().isEmpty())
        return session.usage(u"void CASE-ID REASON"_s);
    const auto id = CaseId::fromText(arguments.first());
    if (!id)
        return session.usage(u"'%1' is not the id of a case"_s.arg(arguments.first()));
    int exitCode = kExitDone;
    const auto desk = openRuleDesk(session, &exitCode);
    if (!desk)
        return exitCode;
    if (!isStoreThere(session))
        return session.failed(Failure{FailureKind::Missing, u"no store in %1"_s.arg(session.storeDir)});
    const auto store = openForWriting(session, false);
    if (!store)
        return session.failed(store.error());
    const auto actor = actorOf(session, *store.value());
    if (!actor)
        return session.failed(actor.error());
    CaseService service(*store.value(), desk->context(session.today));
    const auto problem = service.voidCase(id->text(), arguments.last(), actor.value()).result();
    if (!problem)
        return session.failed(problem.error());
    if (!problem.value().isEmpty() && problem.value() != "void.done"_L1)
        return session.no(problem.value() + u": "_s + codeText(u"problem"_s, problem.value(), u"en"_s));
    session.print(QJsonObject{{u"case"_s, id->text()}, {u"state"_s, caseStateWord(CaseState::Void)}});
    return kExitDone;
}

const Command kVoidCommand
    = {"void", "CASE-ID REASON",
       "takes a case back that was saved today and not sent yet, or that the centre sent back",
       "The case becomes void, its numbers are never given again, and an envelope that says so follows it to "
       "the\n"
       "centre. This can't be undone. Prints {\"case\": id, \"state\": \"void\"}; the same again answers the "
       "same.\n"
       "Exit: 0 it is void, 1 it can't be taken back (sent, of another day, a correction, or another case "
       "was made\n"
       "on it), 2 bad usage, 3 the store failed and nothing was changed.\n",
       runVoid};

} // namespace Loket
