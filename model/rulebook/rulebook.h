// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/rulebook/calcstep.h"
#include "model/services/assessment.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Loket {

/// A fact handed to a decision table: column name -> value. Numbers and dates are given as their text (dates
/// ISO).
using Facts = QHash<QString, QString>;

/// The facts that a segment code stands for: "segment" (the code) and "group" (the part before the dot).
Facts segmentFacts(const QString &segment);

/// Collects which rows and parameters took part in an answer ("Mengapa?", rulebook explain, coverage).
class RuleTrace
{
public:
    void add(const FiredRule &rule);
    const QList<FiredRule> &rules() const { return m_rules; }

    /// Steps of sums are kept only on demand: an assessment after every keystroke has no use for them.
    void keepSteps() { m_keepsSteps = true; }
    bool keepsSteps() const { return m_keepsSteps; }
    void addStep(CalcStep step) { m_steps += std::move(step); }
    const QList<CalcStep> &steps() const { return m_steps; } ///< in the order of the sum

private:
    QList<FiredRule> m_rules; ///< in the order in which they fired, each once
    QList<CalcStep> m_steps;
    bool m_keepsSteps = false;
};

/// Adds the step that `make` answers, when somebody wants to know.
template <typename Make>
void noteStep(RuleTrace *trace, Make make)
{
    if (trace && trace->keepsSteps())
        trace->addStep(make());
}

struct RuleTableData;
struct RulebookData;

/// One row of a decision table; lives as long as its rulebook. Cells are read by column name; asking for a
/// column that is not there is a programmer's error.
class RuleRow
{
public:
    QString cell(const QString &column) const;
    qint64 number(const QString &column) const;    ///< whole rupiah, days, months; 0 for an empty cell
    QDate date(const QString &column) const;       ///< null for an empty cell
    bool flag(const QString &column) const;        ///< whether the cell says "yes"
    QStringList list(const QString &column) const; ///< the parts of "a|b"; none for an empty cell
    bool isInForce(QDate day) const;
    QString source() const;
    FiredRule fired() const;

private:
    friend class RuleTable;
    const RuleTableData *m_table = nullptr;
    qsizetype m_index = 0;
};

/// A decision table of the merged edition. Condition cells: empty or "*" any; "a|b" one of; "!a" not;
/// "<=3", ">=2", "2..5" numbers; date columns "from"/"until" bound the effective window (both ends in).
class RuleTable
{
public:
    QString name() const;
    QStringList columns() const;
    qsizetype size() const;
    RuleRow row(qsizetype index) const;
    /// The first row whose conditions hold for `facts` on `date`; adds it to `trace`.
    std::optional<RuleRow> first(const Facts &facts, QDate date, RuleTrace *trace) const;
    /// Every row whose conditions hold, in table order; adds them to `trace`.
    std::vector<RuleRow> all(const Facts &facts, QDate date, RuleTrace *trace) const;
    /// The row of a keyed table whose first key column says `key`, in force on `date`.
    std::optional<RuleRow> byKey(const QString &key, QDate date, RuleTrace *trace) const;
    /// Every row whose conditions hold, whatever its window: the history of an answer.
    std::vector<RuleRow> onAnyDay(const Facts &facts) const;

private:
    friend class RulebookLoader;
    template <typename Visit>
    void visitFitting(const Facts &facts, Visit visit) const;
    std::shared_ptr<const RuleTableData> m_data;
};

/// One value of a parameter, as its row has it.
struct ParameterText {
    QString value;
    QDate from;   ///< null: since ever
    QString file; ///< "handbook/parameters.csv:12"
};

/// One merged edition (its own tables over those of the edition it extends). Immutable, any thread.
class Rulebook
{
public:
    QString id() const;
    QDate effectiveFrom() const;
    /// A table of this name; every table that the program asks for is proven to be there by the loader.
    const RuleTable &table(const QString &name) const;
    QStringList tableNames() const;
    /// A parameter as a number; adds it to `trace`. Asking for a name or type that tablespecs.cpp doesn't
    /// list is a programmer's error.
    qint64 number(const QString &parameter, RuleTrace *trace = nullptr) const;
    /// The value that was in force on `on`, of a parameter with a history.
    qint64 number(const QString &parameter, QDate on, RuleTrace *trace = nullptr) const;
    QString text(const QString &parameter, RuleTrace *trace = nullptr) const;
    QDate date(const QString &parameter, RuleTrace *trace = nullptr) const;
    bool flag(const QString &parameter, RuleTrace *trace = nullptr) const;
    QString unit(const QString &parameter) const; ///< "days", "working-days", "rupiah", …
    QString parameterSource(const QString &parameter) const;
    /// Where a parameter stands; of one with a history the value of the day `on` (null: the newest).
    FiredRule parameterRule(const QString &parameter, QDate on = {}) const;
    /// Every value that a parameter had, oldest first.
    QList<ParameterText> parameterTexts(const QString &parameter) const;
    /// The day from which an edition is in force that this one is, or was laid over; null: neither.
    QDate effectiveFromOf(const QString &edition) const;
    QStringList parameterNames() const;

private:
    friend class RulebookLoader;
    friend const RulebookData &rulebookData(const Rulebook &);
    const struct ParameterValue &parameter(const QString &name, QDate on, RuleTrace *trace) const;
    std::shared_ptr<const RulebookData> m_data;
};

/// What is wrong with an edition: the file (relative to the edition's root), the line (1-based; 0: the file),
/// and why.
struct RulebookFault {
    QString file;
    int line = 0;
    QString what;
    friend bool operator==(const RulebookFault &, const RulebookFault &) = default;
};

/// All editions of one root folder, ordered by effective date.
class RulebookLibrary
{
public:
    /// Loads and proves every edition below `root` (a folder that holds one folder an edition, or the folder
    /// of one edition). What an edition extends is looked for below `root`, then among the built-in ones,
    /// which then belong to the library too. All faults are told at once.
    static Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>> load(const QString &root);
    /// This library with one file of one of its editions replaced: "handbook/rates.csv" (a table that the
    /// edition has, or parameters.csv) and its bytes. Only what depends on the file is read and proven again,
    /// so that trying a change costs little.
    Result<std::shared_ptr<const RulebookLibrary>, QList<RulebookFault>> with(const QString &file,
                                                                              const QByteArray &bytes) const;
    /// The compiled-in editions. Loaded and proven once.
    static std::shared_ptr<const RulebookLibrary> builtIn();

    /// The edition in force on `day`; the first edition also covers every earlier day.
    const Rulebook &on(QDate day) const;
    QStringList ids() const;
    const std::vector<Rulebook> &editions() const { return m_editions; }

private:
    friend class RulebookLoader;
    std::vector<Rulebook> m_editions;
    std::shared_ptr<const struct EditionsRead> m_read; ///< the files behind them
};

} // namespace Loket
