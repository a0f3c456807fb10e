// SPDX-License-Identifier: Apache-2.0
#include "model/domain/blobname.h"
#include "model/services/assessing.h"

#include <QDateTime>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Whether a picture or scan is given. One that is named by its content counts, even where the counter does
/// not have it yet: it may have been taken at another one. `kind` begins the codes of the complaints.
bool isFileGiven(Assessing &at, const QString &name, const QString &path, const QString &kind)
{
    const bool isMisnamed = name.startsWith("sha256:"_L1) && !isBlobName(name);
    if (!isMisnamed && at.lookup.hasBlob(name))
        return true;
    if (isMisnamed || !isBlobName(name)) {
        at.error(path, kind + u".missing-file"_s);
        return false;
    }
    at.warning(path, kind + u".not-at-hand"_s);
    return true;
}

/// Whether a document counts as seen; tells why not.
bool countsAsSeen(Assessing &at, const SeenDocument &document, const QString &path, const RuleRow *evidence)
{
    if (!document.file.isEmpty() && !isFileGiven(at, document.file, path + u".file"_s, u"document"_s))
        return !evidence || evidence->cell(u"documents"_s) == "shown"_L1;
    const QString how = evidence ? evidence->cell(u"documents"_s) : u"shown"_s;
    if (how == "shown"_L1 || (how == "file"_L1 && !document.file.isEmpty()))
        return true;
    Assessing::because(at.warning(path,
                                  how == "none"_L1 ? u"document.channel-none"_s : u"document.channel-file"_s,
                                  {{"code"_L1, document.code}, {"channel"_L1, at.c.channel}}),
                       *evidence);
    return false;
}

/// The documents of the case that count, and complaints about those that can't be right.
QList<SeenDocument> seenDocuments(Assessing &at)
{
    const auto evidence = at.rules.table(u"evidence"_s).first(at.facts(), at.c.date, &at.trace);
    QList<SeenDocument> seen;
    for (qsizetype i = 0; i < at.c.documents.size(); ++i) {
        const SeenDocument &document = at.c.documents.at(i);
        const QString path = u"documents[%1]"_s.arg(i);
        if (countsAsSeen(at, document, path, evidence ? &*evidence : nullptr))
            seen += document;
        if (document.code.isEmpty())
            at.error(path + u".code"_s, u"field.required"_s, {{"field"_L1, u"document"_s}});
        const qsizetype members = at.known && at.c.family.members.isEmpty() ? at.known->members.size()
                                                                            : at.c.family.members.size();
        if (document.member && *document.member >= members) {
            at.error(path + u".member"_s, u"document.member"_s,
                     {{"member"_L1, *document.member}, {"members"_L1, members}});
        }
    }
    return seen;
}

bool isPhotoThere(Assessing &at, qsizetype index)
{
    const CaseMember &member = at.c.family.members.at(index);
    if (!member.photo.isEmpty()
        && isFileGiven(at, member.photo, Assessing::memberPath(index, "photo"_L1), u"photo"_s))
        return true;
    if (member.photoWaived.isEmpty())
        return false;
    const QString rule = u"photo.waivable"_s;
    if (at.rules.flag(rule, &at.trace))
        return true;
    at.because(at.error(Assessing::memberPath(index, "photoWaived"_L1), u"photo.not-waivable"_s), rule);
    return false;
}

class Checklist
{
public:
    explicit Checklist(Assessing &at)
        : m_at(at)
        , m_seen(seenDocuments(at))
    {
    }

    void ofFamily()
    {
        for (const RuleRow &row : rows(m_at.facts())) {
            if (row.cell(u"scope"_s) == "family"_L1)
                need(row, std::nullopt, isSeen(row, std::nullopt, false));
        }
        for (const Assessing::AskedDocument &asked : m_at.askedDocuments()) {
            const bool seen = std::any_of(m_seen.cbegin(), m_seen.cend(), [&asked](const SeenDocument &one) {
                return asked.accepts.contains(one.code);
            });
            m_at.out.documents += DocumentNeed{asked.accepts.first(), std::nullopt, true, seen,
                                               asked.rule.source,     asked.rule};
        }
    }

    void ofMembers()
    {
        const QList<CaseMember> &members = m_at.c.family.members;
        QHash<QString, int> asked;
        std::vector<std::vector<RuleRow>> rowsOf;
        for (qsizetype i = 0; i < members.size(); ++i) {
            rowsOf.push_back(rows(m_at.memberFacts(i)));
            for (const RuleRow &row : rowsOf.back())
                ++asked[row.cell(u"document"_s)];
        }
        for (qsizetype i = 0; i < members.size(); ++i) {
            for (const RuleRow &row : rowsOf[size_t(i)]) {
                const QString scope = row.cell(u"scope"_s);
                if (scope == "photo"_L1)
                    need(row, int(i), isPhotoThere(m_at, i));
                else if (scope == "member"_L1)
                    need(row, int(i), isSeen(row, int(i), asked.value(row.cell(u"document"_s)) == 1));
            }
        }
    }

private:
    std::vector<RuleRow> rows(const Facts &facts) const
    {
        return m_at.rules.table(u"documents"_s).all(facts, m_at.c.date, nullptr);
    }

    /// A document of the family may be shown by anyone; one of a member must name the member, unless only one
    /// member needs it.
    bool isSeen(const RuleRow &row, std::optional<int> member, bool isOnlyOne) const
    {
        const QStringList accepted = row.list(u"accepts"_s);
        for (const SeenDocument &document : m_seen) {
            if (!accepted.contains(document.code))
                continue;
            if (!member || document.member == member || (isOnlyOne && !document.member))
                return true;
        }
        return false;
    }

    void need(const RuleRow &row, std::optional<int> member, bool seen)
    {
        m_at.trace.add(row.fired());
        m_at.out.documents += DocumentNeed{
            row.cell(u"document"_s), member, row.flag(u"required"_s), seen, row.source(), row.fired()};
    }

    Assessing &m_at;
    const QList<SeenDocument> m_seen;
};

} // namespace

std::optional<RuleRow> serviceRow(const Assessing &at)
{
    return at.rules.table(u"services"_s).byKey(at.c.service, at.c.date, nullptr);
}

void assessDocuments(Assessing &at)
{
    Checklist checklist(at);
    checklist.ofFamily();
    checklist.ofMembers();
}

void assessConsent(Assessing &at)
{
    const std::optional<Consent> &consent = at.c.consent;
    if (!consent || consent->at.isEmpty()) {
        Assessing::because(at.error(u"consent"_s, u"consent.missing"_s), *serviceRow(at));
        return;
    }
    // The day as written is the day at the counter, whatever the offset behind it.
    const QDateTime given = QDateTime::fromString(consent->at, Qt::ISODate);
    const std::optional<QDate> day = Assessing::day(consent->at.left(10));
    if (!given.isValid() || !day || given.timeSpec() == Qt::LocalTime)
        at.error(u"consent.at"_s, u"consent.time"_s);
    else if (*day > at.c.date)
        at.error(u"consent.at"_s, u"consent.after-case"_s,
                 {{"given"_L1, day->toString(Qt::ISODate)}, {"case"_L1, at.c.date.toString(Qt::ISODate)}});

    if (!at.rules.table(u"consent-texts"_s).byKey(consent->textVersion, at.c.date, &at.trace))
        at.error(u"consent.textVersion"_s, u"consent.text-unknown"_s, {{"version"_L1, consent->textVersion}});
    if (!consent->signature.isEmpty())
        isFileGiven(at, consent->signature, u"consent.signature"_s, u"signature"_s);
}

} // namespace Loket
