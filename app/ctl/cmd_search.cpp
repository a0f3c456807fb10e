// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr int kUsualHits = 20;
static constexpr int kMostHits = 1000;

static int runSearch(CtlSession &session, const QStringList &arguments)
{
    QStringList words = arguments;
    int limit = kUsualHits;
    const qsizetype option = words.indexOf(u"--limit"_s);
    if (option >= 0) {
        bool isNumber = false;
        limit = words.value(option + 1).toInt(&isNumber);
        if (!isNumber || limit < 1 || limit > kMostHits)
            return session.usage(u"--limit: a number from 1 to %1"_s.arg(kMostHits));
        words.remove(option, 2);
    }
    const QString text = words.join(u' ').trimmed();
    if (text.isEmpty())
        return session.usage(u"search TEXT [--limit N]"_s);
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto reader = store.value()->reader();
    if (!reader)
        return session.failed(reader.error());
    const auto found = reader.value()->search(text, limit);
    if (!found)
        return session.failed(found.error());
    for (const SearchHit &hit : found.value().hits)
        session.print(hitJson(hit));
    return found.value().hits.isEmpty() ? session.no(u"nobody found"_s) : kExitDone;
}

const Command kSearchCommand
    = {"search", "TEXT [--limit N]", "finds participants by NIK, KK, card, VA, phone or words of the name",
       "One JSON object a line, best first, at most N (20): kk, nik, card, name, birthDate, segment, class, "
       "fktp, status,\n"
       "case (the waiting case that this person comes from, else null).\n"
       "Exit: 0 somebody was found, 1 nobody, 3 there is no store or it can't be read.\n",
       runSearch};

} // namespace Loket
