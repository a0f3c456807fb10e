// SPDX-License-Identifier: Apache-2.0
#include "model/domain/bankaccountnumber.h"
#include "model/domain/emailaddress.h"
#include "model/domain/kknumber.h"
#include "model/domain/personname.h"
#include "model/domain/phonenumber.h"
#include "model/domain/postcode.h"
#include "model/domain/regions.h"
#include "model/domain/rtrw.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Adds the problem of a text that its type refuses. An empty text is the business of assessFields().
template <typename Type>
void assessText(Assessing &at, const QString &path, const QString &typed)
{
    if (Assessing::isBlank(typed))
        return;
    const auto parsed = Type::parse(typed);
    if (!parsed)
        at.error(path, problemCode(parsed.error()));
}

void assessFamilyCard(Assessing &at)
{
    const QString &typed = at.c.family.kk;
    if (Assessing::isBlank(typed))
        return;
    static const QString path = u"family.kk"_s;
    const auto kk = KkNumber::parse(typed);
    if (!kk) {
        Problem &problem = at.error(path, problemCode(kk.error()));
        if (kk.error() == KkNumberIssue::Length)
            problem.args.insert("digits"_L1, typed.size());
        return;
    }
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i) {
        if (at.c.family.members.at(i).nik == typed)
            at.error(path, u"kk.is-nik"_s, {{"member"_L1, i}});
    }
    if (at.isOnKnownFamily())
        return;
    const QString pending = at.lookup.pendingCase(typed, at.c.id);
    if (!pending.isEmpty() && pending != at.c.corrects) {
        const QString rule = u"family.pending-refuses"_s;
        if (at.rules.flag(rule, &at.trace))
            at.because(at.refusal(path, u"case.pending"_s, {{"case"_L1, pending}}), rule);
        else
            at.warning(path, u"case.pending"_s, {{"case"_L1, pending}});
    }
    if (at.lookup.isKnownFamily(typed))
        at.warning(path, u"family.registered"_s);
}

void assessAddress(Assessing &at, const Address &address, const QString &path)
{
    assessText<RtRw>(at, path + u".rt"_s, address.rt);
    assessText<RtRw>(at, path + u".rw"_s, address.rw);
    assessText<Postcode>(at, path + u".postcode"_s, address.postcode);
    if (!address.village.isEmpty() && at.context.regions && !at.context.regions->village(address.village))
        at.error(path + u".village"_s, u"village.unknown"_s);
}

void refuseBank(Assessing &at)
{
    const RuleTable &banks = at.rules.table(u"banks"_s);
    QJsonArray allowed;
    for (qsizetype i = 0; i < banks.size(); ++i)
        allowed += banks.row(i).cell(u"code"_s);
    Problem &problem = at.error(u"family.bank.code"_s, u"bank.not-autodebit"_s, {{"allowed"_L1, allowed}});
    if (banks.size() > 0)
        Assessing::because(problem, banks.row(0));
}

} // namespace

void assessFamily(Assessing &at)
{
    const CaseFamily &family = at.c.family;
    assessFamilyCard(at);
    if (family.careClass != 0 && !isCode(u"class"_s, QString::number(family.careClass)))
        at.error(u"family.class"_s, u"class.invalid"_s, {{"class"_L1, family.careClass}});
    assessText<PhoneNumber>(at, u"family.phone"_s, family.phone);
    assessText<EmailAddress>(at, u"family.email"_s, family.email);
    assessAddress(at, family.address, u"family.address"_s);
    if (family.billingAddress) {
        assessAddress(at, *family.billingAddress, u"family.billingAddress"_s);
        if (Assessing::isBlank(family.billingAddress->line))
            at.error(u"family.billingAddress.line"_s, u"field.required"_s, {{"field"_L1, u"billing.line"_s}});
        if (Assessing::isBlank(family.billingAddress->village))
            at.error(u"family.billingAddress.village"_s, u"field.required"_s,
                     {{"field"_L1, u"billing.village"_s}});
    }
}

void assessBank(Assessing &at)
{
    const BankAccount &bank = at.c.family.bank;
    if (bank.isEmpty())
        return;
    const auto row = at.rules.table(u"banks"_s).byKey(bank.code, at.c.date, &at.trace);
    if (!row && !bank.code.isEmpty())
        refuseBank(at);
    assessText<PersonName>(at, u"family.bank.holder"_s, bank.holder);
    if (Assessing::isBlank(bank.account))
        return;
    static const QString path = u"family.bank.account"_s;
    const auto account = BankAccountNumber::parse(bank.account);
    if (!account) {
        at.error(path, problemCode(account.error()));
        return;
    }
    const qint64 digits = account.value().text().size();
    if (row && row->number(u"accountDigits"_s) != digits) {
        Assessing::because(at.warning(path, u"account.bank-digits"_s,
                                      {{"digits"_L1, digits},
                                       {"expected"_L1, row->number(u"accountDigits"_s)},
                                       {"bank"_L1, bank.code}}),
                           *row);
    }
}

} // namespace Loket
