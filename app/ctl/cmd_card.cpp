// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/papers.h"
#include "model/domain/cardnumber.h"
#include "model/print/cardbuild.h"
#include "model/print/carddocument.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/cardservice.h"
#include "model/store/bytestore.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// One run of `loketctl card`.
class CardRun
{
public:
    CardRun(CtlSession &session, const PaperOptions &options, const CardNumber &number)
        : m_session(session)
        , m_options(options)
        , m_number(number.text())
    {
    }

    int run()
    {
        int exitCode = kExitDone;
        const auto desk = openRuleDesk(m_session, &exitCode);
        if (!desk)
            return exitCode;
        const auto store = openForWriting(m_session, false);
        if (!store)
            return m_session.failed(store.error());
        const auto reader = store.value()->reader();
        if (!reader)
            return m_session.failed(reader.error());
        const auto family = reader.value()->familyByCard(m_number);
        if (!family)
            return m_session.failed(family.error());
        const MemberView *member = family.value() ? memberWithCard(*family.value(), m_number) : nullptr;
        if (!member)
            return m_session.no(u"no participant with card %1 in this store"_s.arg(m_number));
        const QString code
            = cardStanding(desk->rulebooks->on(m_session.today), *family.value(), *member, m_session.today)
                  .refusal;
        if (!code.isEmpty()) {
            return m_session.no(u"card %1 is not printed: %2: %3"_s.arg(
                m_number, code, codeText(u"problem"_s, code, u"en"_s)));
        }
        const auto status = reader.value()->status();
        if (!status)
            return m_session.failed(status.error());
        return print(*desk, *store.value(), status.value(), *family.value(), *member);
    }

private:
    int print(const RuleDesk &desk, Store &store, const StoreStatus &status, const FamilyView &family,
              const MemberView &member)
    {
        QByteArray photo;
        if (!member.photo.isEmpty()) {
            const auto bytes = store.blobs().get(member.photo);
            if (bytes)
                photo = bytes.value();
            else if (bytes.error().kind != FailureKind::Missing) // a photo taken elsewhere is not here
                return m_session.failed(bytes.error());
        }
        PaperFile file(m_options.value(u"--pdf"_s));
        if (const auto open = file.open(); !open)
            return m_session.failed(open.error());
        const auto before = noteFile(store, desk, family, member);
        if (!before)
            return m_session.failed(before.error());
        const PaperWorld world = paperWorld(m_session, desk, status, m_options.value(u"--language"_s));
        const bool isPreprinted = m_options.value(u"--stock"_s) == "preprinted"_L1;
        const CardDocument card(cardFacts(family, member, photo, world),
                                isPreprinted ? CardStock::Preprinted : CardStock::Blank);
        if (const auto written = file.write(card, world.now); !written)
            return m_session.failed(written.error());
        m_session.print(QJsonObject{{u"card"_s, m_number},
                                    {u"pdf"_s, m_options.value(u"--pdf"_s)},
                                    {u"photo"_s, !photo.isEmpty()},
                                    {u"copy"_s, before.value()}});
        return kExitDone;
    }

    /// Answers how often the card was printed before. A file is in the log, but is no print.
    Outcome<int> noteFile(Store &store, const RuleDesk &desk, const FamilyView &family,
                          const MemberView &member)
    {
        const auto actor = actorOf(m_session, store);
        if (!actor)
            return fail(actor.error());
        const auto reader = store.reader();
        if (!reader)
            return fail(reader.error());
        const auto prints = reader.value()->cards().printsOf(u"card"_s, m_number);
        if (!prints)
            return fail(prints.error());
        const Context context = desk.context(m_session.today);
        const auto noted
            = CardService(store, context).noteFile(cardPrint(family, member), actor.value()).result();
        if (!noted)
            return fail(noted.error());
        return printsThatCount(prints.value());
    }

    CtlSession &m_session;
    const PaperOptions m_options;
    const QString m_number;
};

int runCard(CtlSession &session, const QStringList &arguments)
{
    const auto options = readPaperOptions(arguments, {u"--pdf"_s, u"--stock"_s, u"--language"_s});
    const QString stock = options ? options->value(u"--stock"_s) : QString();
    if (!options || !(stock.isEmpty() || stock == "blank"_L1 || stock == "preprinted"_L1))
        return session.usage(u"card NUMBER --pdf F [--stock blank|preprinted] [--language id|en]"_s);
    const auto number = CardNumber::parse(options->subject);
    if (!number)
        return session.usage(u"'%1' is not a card number of 13 digits"_s.arg(options->subject));
    return CardRun(session, *options, number.value()).run();
}

} // namespace

const Command kCardCommand
    = {"card",
       "NUMBER --pdf F [--stock blank|preprinted] [--language id|en]",
       "the card of a confirmed active participant, as a PDF",
       "One page of 85.60 x 53.98 mm, the same that the window prints; on pre-printed stock only what "
       "differs from card to\n"
       "card. F appears whole or not at all. Every printing is noted. Prints {\"card\", \"pdf\", \"photo\", "
       "\"copy\"}.\n"
       "Exit: 0 written, 1 no such participant or no card for this one (the line says why), 2 bad usage,\n"
       "3 the store or the file could not be written.\n",
       runCard,
       true};

} // namespace Loket
