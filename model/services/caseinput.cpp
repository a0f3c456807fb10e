// SPDX-License-Identifier: Apache-2.0
#include "model/services/caseinput.h"

#include "model/domain/casejson.h"
#include "model/domain/strictjson.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QJsonArray>
#include <QSet>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Paths that a service may use, with every path above them: "family.members[].nik" brings
/// "family.members[]", "family.members" and "family".
class UsedPaths
{
public:
    UsedPaths(const Rulebook &rulebook, const Service &service)
    {
        for (const QString &id : service.fields)
            add(field(rulebook, id)->path);
        if (service.family == "existing"_L1 || service.family == "any"_L1) {
            add(u"family.kk"_s);
            add(u"family.card"_s);
            add(u"details.baseRevision"_s); // of the family that the officer saw
        }
        // Only these objects are looked into; the others have no keys that depend on the service.
        m_looked = {u"family"_s,      u"family.members[]"_s, u"family.address"_s, u"family.billingAddress"_s,
                    u"family.bank"_s, u"applicant"_s,        u"details"_s};
    }

    bool has(const QString &path) const { return m_paths.contains(path); }
    bool isLookedInto(const QString &path) const { return m_looked.contains(path); }

private:
    void add(QString path)
    {
        while (!path.isEmpty()) {
            m_paths.insert(path);
            if (path.endsWith("[]"_L1))
                path.chop(2);
            else
                path.truncate(qMax<qsizetype>(0, path.lastIndexOf(u'.')));
        }
    }

    QSet<QString> m_paths;
    QSet<QString> m_looked;
};

/// What every written case says of its applicant, whether the service asks for one or not.
const QJsonObject kUsualApplicant{{u"kind"_s, u"member"_s}};

class UnusedKeySearch
{
public:
    explicit UnusedKeySearch(const UsedPaths &used)
        : m_used(used)
    {
    }

    /// `path` has [] for every index; `shown` is the path for the message.
    void look(const QJsonObject &object, const QString &path, const QString &shown)
    {
        for (auto it = object.constBegin(); it != object.constEnd() && !found; ++it) {
            const QString inner = path + u'.' + it.key();
            const QString innerShown = shown + u'.' + printableKey(it.key());
            if (!m_used.has(inner)) {
                found = InputError{innerShown, u"this service does not use this key"_s};
            } else if (it->isArray()) {
                const QJsonArray array = it->toArray();
                for (int i = 0; i < array.size() && !found; ++i)
                    lookIfAsked(array.at(i), inner + u"[]"_s, u"%1[%2]"_s.arg(innerShown).arg(i));
            } else {
                lookIfAsked(*it, inner, innerShown);
            }
        }
    }

    std::optional<InputError> found;

private:
    void lookIfAsked(const QJsonValue &value, const QString &path, const QString &shown)
    {
        if (value.isObject() && m_used.isLookedInto(path))
            look(value.toObject(), path, shown);
    }

    const UsedPaths &m_used;
};

} // namespace

std::optional<InputError> unusedKey(const QJsonObject &json, const Rulebook &rulebook)
{
    const Service *asked = service(rulebook, json.value("service"_L1).toString());
    if (!asked)
        return std::nullopt;
    const UsedPaths used(rulebook, *asked);
    UnusedKeySearch search(used);
    for (const QString &section : {u"applicant"_s, u"family"_s, u"details"_s}) {
        const QJsonObject keys = json.value(section).toObject();
        if (keys != kUsualApplicant)
            search.look(keys, section, section);
    }
    if (!search.found && !asked->needsConsent && !json.value("consent"_L1).isNull()
        && !json.value("consent"_L1).isUndefined())
        return InputError{u"consent"_s, u"this service does not use this key"_s};
    return search.found;
}

Result<Case, InputError> readCaseInput(const QByteArray &json, const RulebookLibrary &rulebooks, QDate today)
{
    if (json.size() > kMaxCaseBytes)
        return readCase(json, today); // the refusal is worded there
    const auto object = readJsonObject(json);
    if (!object)
        return fail(object.error());
    auto read = readCase(object.value(), today);
    if (!read)
        return read;
    if (const auto unused = unusedKey(object.value(), rulebooks.on(read.value().date)))
        return fail(*unused);
    return read;
}

} // namespace Loket
