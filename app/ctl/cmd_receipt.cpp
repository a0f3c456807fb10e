// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/papers.h"
#include "model/print/receiptbuild.h"
#include "model/print/receiptdocument.h"
#include "model/print/receiptseal.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// One run of `loketctl receipt`.
class ReceiptRun
{
public:
    ReceiptRun(CtlSession &session, const PaperOptions &options, CaseId id)
        : m_session(session)
        , m_options(options)
        , m_id(id)
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
        const auto record = reader.value()->caseById(m_id);
        if (!record)
            return m_session.failed(record.error());
        if (!record.value())
            return m_session.no(u"no case %1 in this store"_s.arg(m_id.text()));
        if (record.value()->isPurged)
            return m_session.no(
                u"case %1 was cleared away here after the centre had it for good"_s.arg(m_id.text()));
        return print(*desk, *store.value(), *reader.value(), *record.value());
    }

private:
    int print(const RuleDesk &desk, Store &store, const StoreReader &reader, const CaseRecord &record)
    {
        const auto status = reader.status();
        if (!status)
            return m_session.failed(status.error());
        PaperFile file(m_options.value(u"--pdf"_s));
        if (const auto open = file.open(); !open)
            return m_session.failed(open.error());
        const auto seal = sealReceipt(store, record.reference, record.id).result();
        if (!seal)
            return m_session.failed(seal.error());
        // Noted first: two papers that both call themselves the first can't come about.
        const auto before = notePaper(m_session, desk, store, u"receipt"_s, record.reference);
        if (!before)
            return m_session.failed(before.error());
        const PaperWorld world
            = paperWorld(m_session, desk, status.value(), m_options.value(u"--language"_s));
        QByteArray signature;
        if (record.content.consent && !record.content.consent->signature.isEmpty()) {
            const auto bytes = store.blobs().get(record.content.consent->signature);
            if (bytes)
                signature = bytes.value();
            else if (bytes.error().kind != FailureKind::Missing) // drawn at another counter
                return m_session.failed(bytes.error());
        }
        const ReceiptStamp stamp{officerName(reader, record.officer), before.value(), seal.value(),
                                 signature};
        const bool isRoll = m_options.value(u"--paper"_s) == "roll"_L1;
        const CaseFamily &family = record.content.family;
        auto known = family.kk.isEmpty() ? reader.familyByCard(family.card) : reader.familyByKk(family.kk);
        if (!known)
            return m_session.failed(known.error());
        const ReceiptDocument receipt(receiptFacts(record, stamp, world, known.take()),
                                      isRoll ? ReceiptPaper::Roll : ReceiptPaper::A5);
        if (const auto written = file.write(receipt, world.now); !written)
            return m_session.failed(written.error());
        m_session.print(QJsonObject{{u"case"_s, record.id.text()},
                                    {u"reference"_s, record.reference},
                                    {u"pdf"_s, m_options.value(u"--pdf"_s)},
                                    {u"pages"_s, receipt.pageCount()},
                                    {u"copy"_s, before.value()}});
        return kExitDone;
    }

    static QString officerName(const StoreReader &reader, const QString &id)
    {
        if (const auto officers = reader.officers()) {
            for (const Officer &officer : officers.value()) {
                if (officer.id == id)
                    return officer.name;
            }
        }
        return id;
    }

    CtlSession &m_session;
    const PaperOptions m_options;
    const CaseId m_id;
};

int runReceipt(CtlSession &session, const QStringList &arguments)
{
    const auto options = readPaperOptions(arguments, {u"--pdf"_s, u"--paper"_s, u"--language"_s});
    const QString paper = options ? options->value(u"--paper"_s) : QString();
    if (!options || !(paper.isEmpty() || paper == "a5"_L1 || paper == "roll"_L1))
        return session.usage(u"receipt CASE-ID --pdf F [--paper a5|roll] [--language id|en]"_s);
    const auto id = CaseId::fromText(options->subject);
    if (!id)
        return session.usage(u"'%1' is not the id of a case"_s.arg(options->subject));
    return ReceiptRun(session, *options, *id).run();
}

} // namespace

const Command kReceiptCommand
    = {"receipt",
       "CASE-ID --pdf F [--paper a5|roll] [--language id|en]",
       "the receipt of a stored case, as a PDF",
       "The same paper that the window prints: A5 (a family of seven on one page) or an 80 mm roll. F "
       "appears whole or not\n"
       "at all. Every printing is noted; from the second on the receipt says SALINAN. Prints\n"
       "{\"case\", \"reference\", \"pdf\", \"pages\", \"copy\": how often it was printed before}.\n"
       "Exit: 0 written, 1 no such case, 2 bad usage, 3 the store or the file could not be written.\n",
       runReceipt,
       true};

} // namespace Loket
