// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/domain/casejson.h"
#include "model/rulebook/rulebook.h"
#include "model/services/effects.h"
#include "model/store/familyjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: can't be read", qPrintable(path));
    return file.readAll();
}

QJsonObject objectOf(const QByteArray &json, const QString &place)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("%s: %s", qPrintable(place), qPrintable(error.errorString()));
    return object;
}

QJsonObject withoutPath(const QJsonObject &json, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    QJsonObject out = json;
    if (dot < 0)
        out.remove(path);
    else
        out.insert(path.left(dot), withoutPath(out.value(path.left(dot)).toObject(), path.sliced(dot + 1)));
    return out;
}

QString problemLine(const Problem &problem)
{
    return (problem.severity == Severity::Error ? u"error "_s : u"warning "_s) + problem.path + u' '
        + problem.code + (problem.overridden ? u" overridden"_s : QString());
}

QString needLine(const DocumentNeed &need)
{
    return need.code + (need.member ? u" %1"_s.arg(*need.member) : QString())
        + (need.seen ? u" seen"_s : u" missing"_s) + (need.required ? QString() : u" optional"_s);
}

/// The day at the counter is the day of the case.
QDate dayOfCase(const QJsonObject &input)
{
    return QDate::fromString(input.value("date"_L1).toString(), Qt::ISODate);
}

QString textsDiffer(const QString &what, const QStringList &found, const QJsonArray &expected)
{
    QStringList wanted;
    for (const QJsonValue &line : expected)
        wanted += line.toString();
    if (found == wanted)
        return {};
    return u"%1: found [%2], expected [%3]"_s.arg(what, found.join(u"; "_s), wanted.join(u"; "_s));
}

/// Every key of `expected` must be there with that value.
QString partDiffers(const QString &what, const QJsonObject &found, const QJsonObject &expected)
{
    for (auto key = expected.constBegin(); key != expected.constEnd(); ++key) {
        if (found.value(key.key()) != key.value())
            return u"%1.%2: found %3, expected %4"_s.arg(what, key.key(),
                                                         found.value(key.key()).toVariant().toString(),
                                                         key.value().toVariant().toString());
    }
    return {};
}

QString factsDiffer(const Assessment &assessment, const QJsonObject &expected)
{
    const QJsonObject args = expected.value("args"_L1).toObject();
    const QJsonObject sources = expected.value("sources"_L1).toObject();
    for (const Problem &problem : assessment.problems) {
        const QString differs = partDiffers(problem.code, problem.args, args.value(problem.code).toObject());
        if (!differs.isEmpty())
            return differs;
        const QString earliest = expected.value("earliest"_L1)[problem.code].toString();
        if (!earliest.isEmpty() && problem.earliest.toString(Qt::ISODate) != earliest)
            return u"%1: earliest is %2"_s.arg(problem.code, problem.earliest.toString(Qt::ISODate));
        const QString source = sources.value(problem.code).toString();
        if (!source.isEmpty() && !problem.source.contains(source))
            return u"%1: source is '%2'"_s.arg(problem.code, problem.source);
    }
    return {};
}

} // namespace

CorpusLookup::CorpusLookup(const QJsonObject &world)
    : m_world(world)
{
    if (world.contains("family"_L1)) {
        m_family = familyFromJson(world.value("family"_L1).toObject());
        if (!m_family)
            qFatal("no family of a world: %s",
                   QJsonDocument(world.value("family"_L1).toObject()).toJson().constData());
    }
}

std::optional<FamilyView> CorpusLookup::family(const QString &kk, const QString &card, QDate day,
                                               const QStringList &) const
{
    if (!m_family)
        return std::nullopt;
    const bool isIt = kk.isEmpty() ? std::any_of(m_family->members.cbegin(), m_family->members.cend(),
                                                 [&card](const MemberView &one) { return one.card == card; })
                                   : m_family->kk == kk;
    return isIt ? std::optional(asOf(*m_family, day)) : std::nullopt;
}

QString CorpusLookup::pendingCase(const QString &, const QString &) const
{
    return m_world.value("pendingCase"_L1).toString();
}

QList<CaseLookup::KnownPerson> CorpusLookup::peopleWithNik(const QString &nik) const
{
    QList<KnownPerson> out;
    for (const QJsonValue &one : m_world.value("people"_L1).toObject().value(nik).toArray()) {
        out += KnownPerson{one["name"_L1].toString(), one["kk"_L1].toString(), one["card"_L1].toString(),
                           one["status"_L1].toString()};
    }
    return out;
}

bool CorpusLookup::isKnownFamily(const QString &) const
{
    return m_world.value("knownFamily"_L1).toBool();
}

bool CorpusLookup::hasBlob(const QString &name) const
{
    return !m_world.value("missing"_L1).toArray().contains(name);
}

QJsonValue withValueAt(const QJsonValue &json, QStringView path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (path.startsWith(u'.'))
        path = path.sliced(1);
    if (path.startsWith(u'[')) {
        const qsizetype close = path.indexOf(u']');
        const qsizetype index = path.sliced(1, close - 1).toInt();
        QJsonArray array = json.toArray();
        if (index == array.size())
            array += QJsonValue();
        array[index] = withValueAt(array.at(index), path.sliced(close + 1), value);
        return array;
    }
    qsizetype end = 0;
    while (end < path.size() && path[end] != u'.' && path[end] != u'[')
        ++end;
    QJsonObject object = json.toObject();
    const QString key = path.first(end).toString();
    object.insert(key, withValueAt(object.value(key), path.sliced(end), value));
    return object;
}

CaseCorpus::CaseCorpus()
    : m_regions(RegionIndex::load().value())
    , m_facilities(FacilityIndex::trial())
{
    const QDir folder(qEnvironmentVariable("LOKET_TEST_DATA") + u"/cases"_s);
    readFamilies(folder.filePath(u"families.json"_s));
    QHash<QString, CorpusCase> bases;
    for (const QString &name : folder.entryList({u"*.expect.json"_s}, QDir::Files, QDir::Name)) {
        const QString base = name.chopped(12);
        const QString file = folder.filePath(base + u".json"_s);
        const QJsonObject expected = objectOf(bytesOfFile(folder.filePath(name)), name);
        const QJsonObject input = objectOf(bytesOfFile(file), file);
        const CorpusCase one{base, input, wholeWorld(expected.value("world"_L1).toObject(), name), expected,
                             dayOfCase(input)};
        bases.insert(base, one);
        m_cases.push_back(one);
    }
    const QDir variants(folder.filePath(u"variants"_s));
    for (const QString &name : variants.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name))
        addVariants(variants.filePath(name), bases);
}

void CaseCorpus::readFamilies(const QString &file)
{
    const QJsonObject all = objectOf(bytesOfFile(file), file);
    for (auto one = all.constBegin(); one != all.constEnd(); ++one)
        m_families.insert(one.key(), one.value().toObject());
}

QJsonObject CaseCorpus::wholeWorld(QJsonObject world, const QString &place) const
{
    if (world.value("family"_L1).isString()) {
        const QString name = world.value("family"_L1).toString();
        if (!m_families.contains(name))
            qFatal("%s: no such family '%s'", qPrintable(place), qPrintable(name));
        world.insert("family"_L1, m_families.value(name));
    }
    const QJsonObject set = world.take("familySet"_L1).toObject();
    for (auto one = set.constBegin(); one != set.constEnd(); ++one)
        world.insert("family"_L1, withValueAt(world.value("family"_L1), one.key(), one.value()));
    return world;
}

void CaseCorpus::addVariants(const QString &file, const QHash<QString, CorpusCase> &bases)
{
    for (const QByteArray &line : bytesOfFile(file).trimmed().split('\n')) {
        const QJsonObject row = objectOf(line, QString::fromUtf8(line.left(60)));
        const QString name = row.value("name"_L1).toString();
        if (!bases.contains(row.value("base"_L1).toString()))
            qFatal("%s: no such base", qPrintable(name));
        CorpusCase one = bases.value(row.value("base"_L1).toString());
        const QDate today = one.today;
        const QJsonObject set = row.value("set"_L1).toObject();
        for (auto change = set.constBegin(); change != set.constEnd(); ++change)
            one.input = withValueAt(one.input, change.key(), change.value()).toObject();
        for (const QJsonValue &path : row.value("drop"_L1).toArray())
            one.input = withoutPath(one.input, path.toString());
        if (set.contains("date"_L1) && !set.contains("consent.at"_L1) && one.input.contains("consent"_L1))
            one.input = withValueAt(one.input, u"consent.at"_s,
                                    set.value("date"_L1).toString() + u"T09:00:00+07:00"_s)
                            .toObject();
        QJsonObject world = one.world;
        const QJsonObject more = row.value("world"_L1).toObject();
        for (auto key = more.constBegin(); key != more.constEnd(); ++key)
            world.insert(key.key(), key.value());
        one.world = wholeWorld(world, name);
        one.name = name;
        one.expected = row;
        const QDate given = QDate::fromString(row.value("today"_L1).toString(), Qt::ISODate);
        one.today = given.isValid() ? given : std::max(today, dayOfCase(one.input));
        m_cases.push_back(one);
    }
}

Case CaseCorpus::read(const CorpusCase &one) const
{
    const auto read = readCase(one.input, one.today);
    if (!read)
        qFatal("%s: %s", qPrintable(one.name), qPrintable(read.error().line()));
    return read.value();
}

Assessment CaseCorpus::assessed(const CorpusCase &one, const RulebookLibrary &rulebooks) const
{
    const CorpusLookup lookup(one.world);
    return assess(read(one), {&rulebooks, one.today, m_regions.get(), m_facilities.get(), &lookup});
}

QString CaseCorpus::complaint(const Assessment &assessment, const QJsonObject &expected)
{
    if (decisionWord(assessment.decision) != expected.value("decision"_L1).toString())
        return u"decision: found %1; problems: %2"_s.arg(
            decisionWord(assessment.decision),
            assessment.problems.isEmpty() ? u"none"_s : problemLine(assessment.problems.first()));
    QStringList problems;
    for (const Problem &problem : assessment.problems)
        problems += problemLine(problem);
    QStringList documents;
    for (const DocumentNeed &need : assessment.documents)
        documents += needLine(need);
    QString differs = textsDiffer(u"problems"_s, problems, expected.value("problems"_L1).toArray());
    if (differs.isEmpty() && expected.contains("documents"_L1))
        differs = textsDiffer(u"documents"_s, documents, expected.value("documents"_L1).toArray());
    if (differs.isEmpty())
        differs = factsDiffer(assessment, expected);
    const QJsonObject written = writeAssessment(assessment);
    for (const QString &part : {u"dues"_s, u"dates"_s}) {
        const QJsonValue wanted = expected.value(part);
        if (differs.isEmpty() && wanted.isNull() && !written.value(part).isNull())
            differs = part + u": expected none"_s;
        if (differs.isEmpty() && wanted.isObject())
            differs = partDiffers(part, written.value(part).toObject(), wanted.toObject());
    }
    if (differs.isEmpty() && expected.contains("instalments"_L1)
        && written.value("instalments"_L1) != expected.value("instalments"_L1))
        differs
            = u"instalments: "_s
            + QString::fromUtf8(
                  QJsonDocument(written.value("instalments"_L1).toArray()).toJson(QJsonDocument::Compact));
    return differs;
}

FamilyEffect CaseCorpus::effect(const CorpusCase &one, const RulebookLibrary &rulebooks,
                                RuleTrace *trace) const
{
    const CorpusLookup lookup(one.world);
    const Case c = read(one);
    const Assessment assessment
        = assess(c, {&rulebooks, one.today, m_regions.get(), m_facilities.get(), &lookup});
    return effectOf(c, lookup.family(c.family.kk, c.family.card, c.date, {}), {}, assessment,
                    rulebooks.on(c.date), u"CALON"_s, trace);
}

QString CaseCorpus::changeLine(const FieldChange &change)
{
    return (change.member.isEmpty() ? QString() : change.member + u' ') + change.field + u'=' + change.value
        + u' ' + (change.effective.isValid() ? change.effective.toString(Qt::ISODate) : u"decided"_s);
}

QString CaseCorpus::complaint(const CorpusCase &one, const RulebookLibrary &rulebooks) const
{
    const QString differs = complaint(assessed(one, rulebooks), one.expected);
    if (!differs.isEmpty()
        || !(one.expected.contains("changes"_L1) || one.expected.contains("registered"_L1)))
        return differs;
    const FamilyEffect made = effect(one, rulebooks);
    const QJsonValue registered = one.expected.value("registered"_L1);
    if (made.registered.has_value() != (registered.isObject() || registered.toBool()))
        return u"registered: expected the contrary"_s;
    if (registered.isObject()) {
        QJsonObject family = familyToJson(*made.registered);
        family.insert("validUntil"_L1, family["members"_L1][0]["validUntil"_L1]);
        const QString part = partDiffers(u"registered"_s, family, registered.toObject());
        if (!part.isEmpty())
            return part;
    }
    QStringList changes;
    for (const FieldChange &change : made.changes)
        changes += changeLine(change);
    return textsDiffer(u"changes"_s, changes, one.expected.value("changes"_L1).toArray());
}

} // namespace Loket
