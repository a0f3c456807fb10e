// SPDX-License-Identifier: Apache-2.0
#include "model/desk/infodesk.h"

#include "model/rulebook/placeholders.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Reads the rows of one table in one language.
class InfoRows
{
public:
    InfoRows(const Rulebook &rulebook, const QString &language, QDate day, RuleTrace *trace)
        : m_rulebook(rulebook)
        , m_suffix(language == "en"_L1 ? u"En"_s : u"Id"_s)
        , m_day(day)
        , m_trace(trace)
    {
    }

    template <typename Fill>
    QList<InfoEntry> of(const QString &table, const Facts &facts, Fill fill) const
    {
        QList<InfoEntry> out;
        for (const RuleRow &row : m_rulebook.table(table).all(facts, m_day, nullptr)) {
            InfoEntry entry;
            if (!fill(row, entry))
                continue;
            entry.rule = row.fired();
            if (m_trace)
                m_trace->add(entry.rule);
            out += entry;
        }
        return out;
    }
    /// The cell `name` + "Id" or "En", its parameters filled in.
    QString text(const RuleRow &row, const QString &name) const
    {
        return withParameters(row.cell(name + m_suffix), m_rulebook, m_day, m_trace);
    }

private:
    const Rulebook &m_rulebook;
    QString m_suffix;
    QDate m_day;
    RuleTrace *m_trace;
};

} // namespace

QList<InfoEntry> infoTopics(const Rulebook &rulebook, const QString &group, const QString &language,
                            QDate day, RuleTrace *trace)
{
    const InfoRows rows(rulebook, language, day, trace);
    return rows.of(u"info-topics"_s, {}, [&](const RuleRow &row, InfoEntry &entry) {
        entry.group = row.cell(u"group"_s);
        if (!group.isEmpty() && entry.group != group)
            return false;
        entry.id = row.cell(u"topic"_s);
        entry.title = rows.text(row, u"title"_s);
        entry.text = rows.text(row, u"text"_s);
        return true;
    });
}

QList<InfoEntry> infoChannels(const Rulebook &rulebook, const QString &language, QDate day, RuleTrace *trace)
{
    const InfoRows rows(rulebook, language, day, trace);
    return rows.of(u"channels-info"_s, {}, [&](const RuleRow &row, InfoEntry &entry) {
        entry.id = row.cell(u"id"_s);
        entry.title = rows.text(row, u"name"_s);
        entry.text = rows.text(row, u"text"_s);
        entry.contact = row.cell(u"contact"_s);
        entry.hours = rows.text(row, u"hours"_s);
        return true;
    });
}

static QList<InfoEntry> numbered(const InfoRows &rows, const QString &table, const QString &cell)
{
    return rows.of(table, {}, [&](const RuleRow &row, InfoEntry &entry) {
        entry.id = row.cell(u"no"_s);
        entry.title = rows.text(row, cell);
        return true;
    });
}

QList<InfoEntry> notCovered(const Rulebook &rulebook, const QString &language, QDate day, RuleTrace *trace)
{
    return numbered(InfoRows(rulebook, language, day, trace), u"not-covered"_s, u"text"_s);
}

QList<InfoEntry> prbIllnesses(const Rulebook &rulebook, const QString &language, QDate day, RuleTrace *trace)
{
    return numbered(InfoRows(rulebook, language, day, trace), u"prb"_s, u"name"_s);
}

} // namespace Loket
