// SPDX-License-Identifier: Apache-2.0
#include "deskanswers.h"

#include "model/desk/cardrules.h"
#include "model/desk/classbywage.h"
#include "model/desk/devices.h"
#include "model/desk/entitykinds.h"
#include "model/desk/infodesk.h"
#include "model/dues/instalments.h"
#include "model/dues/phkproofs.h"
#include "model/dues/workingdays.h"
#include "model/rulebook/codes.h"
#include "model/services/scanrule.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Writes the answers line by line.
class DeskWriter
{
public:
    DeskWriter(const Rulebook &rulebook, QDate day, RuleTrace *trace)
        : m_rulebook(rulebook)
        , m_day(day)
        , m_trace(trace)
    {
    }
    QByteArray text() const { return m_lines.join('\n'); }

    void information()
    {
        for (const QString &language : {u"id"_s, u"en"_s}) {
            for (const QString &group : codesOf(u"info-group"_s))
                entries(group, infoTopics(m_rulebook, group, language, m_day, m_trace));
            entries(u"channel"_s, infoChannels(m_rulebook, language, m_day, m_trace));
            entries(u"not covered"_s, notCovered(m_rulebook, language, m_day, m_trace));
            entries(u"prb"_s, prbIllnesses(m_rulebook, language, m_day, m_trace));
            for (const QString &device : codesOf(u"device"_s)) {
                for (int careClass = 1; careClass <= 3; ++careClass) {
                    for (const QString &part : {u"full"_s, u"jaw"_s}) {
                        const DeviceValue value
                            = deviceValue(m_rulebook, device, careClass, part, language, m_day, m_trace);
                        line({device, QString::number(careClass), part, QString::number(value.most),
                              value.againFrom(m_day).toString(Qt::ISODate), value.note});
                    }
                }
            }
        }
    }

    void cards()
    {
        for (const QString &status : codesOf(u"member-status"_s)) {
            for (const QString &segment : codesOf(u"segment"_s)) {
                for (const bool matched : {true, false}) {
                    const CardPermission card
                        = cardPermission(m_rulebook, status, segment, matched, m_day, m_trace);
                    line({status, segment, card.refusal, yesNo(card.priority), yesNo(card.needsReason)});
                }
            }
        }
        for (const QString &reason : codesOf(u"reprint-reason"_s)) {
            for (const bool outsider : {false, true}) {
                for (const ReprintNeed &need : reprintNeeds(m_rulebook, reason, outsider, m_day, m_trace))
                    line({reason, yesNo(outsider), need.documents.join(u'|')});
            }
        }
    }

    void entities()
    {
        for (const QString &kind : codesOf(u"entity-kind"_s)) {
            for (const QString &state : codesOf(u"licence-state"_s)) {
                const EntityProofs proofs = entityProofs(m_rulebook, kind, state, m_day, m_trace);
                line({kind, state, proofs.documents.join(u'|'), proofs.instead.join(u'|'), proofs.npwp});
            }
        }
    }

    void classes()
    {
        for (const QString &segment : codesOf(u"segment"_s)) {
            for (const QString &rank : {u"I"_s, u"II"_s, u"III"_s, u"IV"_s, u"none"_s}) {
                for (const qint64 wage : {3'999'999, 4'000'000, 4'000'001}) {
                    const auto answer = classByWage(m_rulebook, segment, rank, wage, m_day, m_trace);
                    line({segment, rank, QString::number(wage), QString::number(answer.value_or(0))});
                }
            }
        }
    }

    void days()
    {
        for (QDate day(2021, 12, 1); day.year() < 2027; day = day.addDays(1))
            line({day.toString(Qt::ISODate),
                  workingDayOnOrAfter(m_rulebook, day, m_trace).toString(Qt::ISODate)});
        for (const QDate first : {QDate(2022, 2, 26), QDate(2022, 3, 26)}) {
            for (int i = 0; i < 5; ++i) {
                for (const bool changed : {false, true})
                    line({yesNo(changed),
                          instalmentsOpenFrom(m_rulebook, changed, first.addDays(i), m_trace)
                              .toString(Qt::ISODate)});
            }
        }
        for (const char *name :
             {"sep.days", "room.days", "entity.report-days", "conflict.days", "purge.days"}) {
            const QString parameter = QString::fromLatin1(name);
            line({parameter, deadline(m_rulebook, parameter, m_day, m_trace).toString(Qt::ISODate)});
        }
        // What they do to a counter is tried in tests/sync/tst_limits.
        for (const char *name : {"unsent.days", "unsent.cases", "unsent.warn-percent",
                                 "unsent.urgent-percent", "disk.begin-megabytes"}) {
            const QString parameter = QString::fromLatin1(name);
            line({parameter, QString::number(m_rulebook.number(parameter, m_trace))});
        }
        line({u"card.few"_s, QString::number(fewCards(m_rulebook, m_trace))});
        line({u"card.reason-letters"_s, QString::number(shortestReason(m_rulebook, m_trace))});
        line({u"card.collect-days"_s, overdueBefore(m_rulebook, m_day, m_trace).toString(Qt::ISODate)});
    }

    void scans()
    {
        for (const QString &document : codesOf(u"document"_s)) {
            const ScanRule rule = scanRule(m_rulebook, document, m_day, m_trace);
            line({document, QString::number(int(rule.shape)), yesNo(rule.isGrey),
                  QString::number(rule.longSide), QString::number(rule.bytes)});
        }
    }

    void dismissals()
    {
        for (const QString &kind : codesOf(u"phk-kind"_s)) {
            for (const PhkProof &proof : phkProofs(m_rulebook, kind, m_day, m_trace))
                line({kind, proof.documents.join(u'|')});
        }
    }

private:
    static QString yesNo(bool yes) { return yes ? u"yes"_s : u"no"_s; }
    void line(const QStringList &cells) { m_lines += cells.join(u" ; "_s).toUtf8(); }
    void entries(const QString &name, const QList<InfoEntry> &entries)
    {
        for (const InfoEntry &entry : entries)
            line({name, entry.id, entry.title, entry.text, entry.contact, entry.hours});
    }

    const Rulebook &m_rulebook;
    QDate m_day;
    RuleTrace *m_trace;
    QByteArrayList m_lines;
};

} // namespace

QByteArray deskAnswers(const Rulebook &rulebook, QDate day, RuleTrace *trace)
{
    DeskWriter writer(rulebook, day, trace);
    writer.information();
    writer.cards();
    writer.entities();
    writer.classes();
    writer.days();
    writer.scans();
    writer.dismissals();
    return writer.text();
}

} // namespace Loket
