// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/inputerror.h"
#include "model/dues/calculators.h"

#include <QDate>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <optional>

namespace Loket {

/// Reads the input of a calculator key by key and keeps the first thing that is wrong. A key that a branch
/// doesn't need isn't looked at; a value read after a fault is the type's default, so an adapter reads
/// everything first and asks failed() then.
class CalcInput
{
public:
    /// `prefix` names the place of a nested object: "children[0]".
    CalcInput(const QJsonObject &object, const QStringList &known, const QString &prefix = {});

    bool failed() const { return m_error.has_value(); }
    const InputError &error() const { return *m_error; }
    /// `code` and `about` say the same as `what` to a form.
    void refuse(const QString &key, const QString &what, const QString &code, const QString &about = {});
    void refuse(const InputError &error, const CalcFault &fault); ///< of a nested object
    const CalcFault &fault() const { return m_fault; }

    /// What was read, in the order of reading, each key once.
    const QList<CalcAsk> &asked() const { return m_asked; }
    /// For a key that is read raw().
    void ask(const QString &key, const QString &kind, bool isNeeded, const QString &codes = {});
    const Rulebook *rulebook() const { return m_rulebook; }
    void setRulebook(const Rulebook *rulebook) { m_rulebook = rulebook; }

    bool has(const QString &key) const { return m_object.contains(key); }
    QJsonValue raw(const QString &key) const { return m_object.value(key); }

    // A key without a default must be there.
    QString text(const QString &key);
    QString code(const QString &key, const QString &kindOfCode);
    QDate date(const QString &key);
    QDate month(const QString &key); ///< the first day of it
    qint64 rupiah(const QString &key);
    qint64 rupiah(const QString &key, qint64 otherwise);
    qint64 count(const QString &key, qint64 least = 0);
    qint64 countOr(const QString &key, qint64 otherwise);
    int careClass(const QString &key);

    // Keys that may be left out.
    bool flag(const QString &key, bool otherwise);
    std::optional<QDate> dateIf(const QString &key);
    std::optional<QDate> quietDateIf(const QString &key); ///< one that nobody need be asked for
    std::optional<QDate> monthIf(const QString &key);
    std::optional<QString> codeIf(const QString &key, const QString &kindOfCode);
    QList<QDate> dates(const QString &key);
    QList<QDate> months(const QString &key);
    QStringList codes(const QString &key, const QString &kindOfCode);
    QJsonArray array(const QString &key);

    /// The date of a key when there is a sound one, else null: picks the edition and tells no fault.
    QDate peek(const QString &key) const;

    /// Refuses a pair whose second is before its first.
    void ordered(const QString &firstKey, QDate first, const QString &secondKey, QDate second);

private:
    QJsonValue needed(const QString &key);
    bool hasAsked(const QString &key) const;
    QDate toDate(const QString &key, const QJsonValue &value);
    QDate toMonth(const QString &key, const QJsonValue &value);
    QString toCode(const QString &key, const QJsonValue &value, const QString &kindOfCode);
    qint64 toNumber(const QString &key, const QJsonValue &value, qint64 least, qint64 most);

    QJsonObject m_object;
    QString m_prefix;
    std::optional<InputError> m_error;
    CalcFault m_fault;
    QList<CalcAsk> m_asked;
    const Rulebook *m_rulebook = nullptr;
};

} // namespace Loket
