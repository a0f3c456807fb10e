// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorrows.h"

#include "model/store/connection.h"
#include "model/store/sqlfailure.h"

#include <sqlite3.h>

namespace Loket {

namespace {

constexpr auto kAddFamilySql
    = "INSERT INTO family (id, central_id, kk, segment, class, va, status, phone, phone_key, email, line, "
      "rt, rw,"
      " village, postcode, billing, bank, account, holder, paid_until, first_payment_from, "
      "first_payment_until,"
      " revision, class_since, segment_since, last_covered, wage, employer, scheduled)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto kAddParticipantSql
    = "INSERT INTO participant (id, central_id, family_id, position, relation, kin, nik, card, name, "
      "name_key,"
      " birth_place, birth_date, sex, marital, citizenship, passport, fktp, dentist, status, photo,"
      " fktp_since, letter_date, valid_until)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

using StatementHandle = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)>;

/// Binds one row from the first parameter on. Texts are not copied: they outlive the step.
class RowBinder
{
public:
    explicit RowBinder(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    void operator()(qint64 number) { sqlite3_bind_int64(m_statement, ++m_index, number); }
    void operator()(int number) { sqlite3_bind_int64(m_statement, ++m_index, number); }
    void operator()(const std::string &text)
    {
        sqlite3_bind_text(m_statement, ++m_index, text.data(), int(text.size()), SQLITE_STATIC);
    }

private:
    sqlite3_stmt *m_statement;
    int m_index = 0;
};

} // namespace

struct MirrorRows::Private {
    sqlite3 *handle;
    int prepared = SQLITE_OK;
    StatementHandle family{nullptr, &sqlite3_finalize};
    StatementHandle participant{nullptr, &sqlite3_finalize};

    void prepare(const char *sql, StatementHandle &statement)
    {
        sqlite3_stmt *made = nullptr;
        const int code = sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        statement.reset(made);
        if (code != SQLITE_OK)
            prepared = code;
    }

    template <typename... Values>
    Outcome<Nothing> run(const StatementHandle &statement, const Values &...values)
    {
        if (prepared != SQLITE_OK)
            return fail(sqlFailure(handle, prepared));
        RowBinder bind(statement.get());
        (bind(values), ...);
        const int code = sqlite3_step(statement.get());
        if (code == SQLITE_DONE && sqlite3_reset(statement.get()) == SQLITE_OK)
            return Nothing();
        const Failure failure = sqlFailure(handle, sqlite3_extended_errcode(handle));
        sqlite3_reset(statement.get());
        return fail(failure);
    }
};

MirrorRows::MirrorRows(Connection &connection)
    : d(std::make_unique<Private>(Private{connection.handle()}))
{
    d->prepare(kAddFamilySql, d->family);
    d->prepare(kAddParticipantSql, d->participant);
}

MirrorRows::~MirrorRows() = default;

Outcome<Nothing> MirrorRows::add(const MirrorFamilyRow &row)
{
    return d->run(d->family, row.id, row.centralId, row.kk, row.segment, row.careClass, row.va, row.status,
                  row.phone, row.phoneKey, row.email, row.line, row.rt, row.rw, row.village, row.postcode,
                  row.billing, row.bank, row.account, row.holder, row.paidUntil, row.firstPaymentFrom,
                  row.firstPaymentUntil, row.revision, row.classSince, row.segmentSince, row.lastCovered,
                  row.wage, row.employer, row.scheduled);
}

Outcome<Nothing> MirrorRows::add(const MirrorParticipantRow &row)
{
    return d->run(d->participant, row.id, row.centralId, row.familyId, row.position, row.relation, row.kin,
                  row.nik, row.card, row.name, row.nameKey, row.birthPlace, row.birthDate, row.sex,
                  row.marital, row.citizenship, row.passport, row.fktp, row.dentist, row.status, row.photo,
                  row.fktpSince, row.letterDate, row.validUntil);
}

} // namespace Loket
