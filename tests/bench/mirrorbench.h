// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"
#include "model/store/familyrows.h"
#include "model/store/mirrorrows.h"
#include "model/store/seedfamilies.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

// What the measurements of feed, snapshot and save share. A fault ends the program.

namespace Loket::Bench {

/// Ends the program with a message when it is false.
void must(bool done, const QString &what);

/// A family as its rows, in UTF-8.
struct Rows {
    MirrorFamilyRow family;
    std::vector<MirrorParticipantRow> members;
};

/// Synthetic families by number, as a centre tells them: its name of a family is the KK, of a member the
/// card.
class World
{
public:
    explicit World(quint64 seed = 1);
    ~World();
    Q_DISABLE_COPY_MOVE(World)
    /// The first member gets row id `firstMember`, the family `number + 1`.
    Rows make(qint64 number, qint64 firstMember);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Compact "loket-family/1".
QByteArray jsonOf(const Rows &rows);
/// What the reader of the feed makes of it; row ids are those of `like`.
Rows parsed(const QByteArray &json, const Rows &like);

/// A whole mirror.db of families 0 to `families`-1 in a folder. Answers with the row id of each one's first
/// member, and behind them the first that is free.
std::vector<qint64> makeMirror(const QString &dir, World &world, qint64 families);

/// SHA-256 over the contents of the mirror's tables in the order of their keys, hex, and that of the name
/// search; ends the program when an index or the name search does not fit its table.
QByteArray digestOf(const QString &mirrorPath);

/// Seconds since it was made: on the clock on the wall and of this process on the processors.
class Stopwatch
{
public:
    Stopwatch();
    struct Seconds {
        double wall = 0, cpu = 0;
    };
    Seconds seconds() const;

private:
    Seconds m_began;
};

double median(std::vector<double> values);
/// "0.93 [0.81..1.02]": median, least and most.
QByteArray spread(const std::vector<double> &values);
qint64 setting(const char *variable, qint64 otherwise);

/// The plain C side: SQLite's own interface and nothing else.
class Plain
{
public:
    /// Opens, or makes, a file; a new one keeps no bytes free at the end of its pages unless `reserved` says
    /// so.
    explicit Plain(const QString &path, int reserved = 0);
    ~Plain(); ///< closes; the last one checkpoints
    Q_DISABLE_COPY_MOVE(Plain)
    void run(const char *sql);
    sqlite3 *handle() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

class PlainStatement
{
public:
    PlainStatement(Plain &db, const QByteArray &sql);
    ~PlainStatement();
    Q_DISABLE_COPY_MOVE(PlainStatement)
    /// Binds the values, steps to the end; answers the rows changed.
    template <typename... Values>
    int operator()(const Values &...values)
    {
        m_index = 0;
        (bind(values), ...);
        return finish();
    }
    int put(const MirrorFamilyRow &row);
    int put(const MirrorParticipantRow &row);

private:
    void bind(qint64 number);
    void bind(int number) { bind(qint64(number)); }
    void bind(const std::string &text);
    int finish();
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    int m_index = 0;
};

/// All columns in the order of put().
QByteArray insertInto(const char *table);
/// The same; when the row id is there all other columns are changed.
QByteArray upsertInto(const char *table);

} // namespace Loket::Bench
