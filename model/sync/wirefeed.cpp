// SPDX-License-Identifier: Apache-2.0
#include "model/sync/wirefeed.h"

#include "model/sync/wireobject.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <simdjson.h>

using namespace Qt::StringLiterals;
namespace od = simdjson::ondemand;

namespace Loket {

namespace {

/// The parts of one entry as they come, before it is known which belong together.
struct RawEntry {
    std::optional<qint64> seq;
    std::optional<QString> kind;
    std::optional<QByteArray> body;
    std::optional<QString> text;
    std::optional<QString> signature;
};

bool readNumber(od::value &value, std::optional<qint64> *out)
{
    int64_t number = 0;
    if (out->has_value() || value.get_int64().get(number) || number < 0)
        return false;
    *out = number;
    return true;
}

bool readText(od::value &value, std::optional<QString> *out)
{
    std::string_view text;
    if (out->has_value() || value.get_string().get(text))
        return false;
    *out = QString::fromUtf8(text.data(), qsizetype(text.size()));
    return true;
}

bool readObject(od::value &value, std::optional<QByteArray> *out)
{
    od::object object;
    std::string_view raw;
    if (out->has_value() || value.get_object().get(object) || object.raw_json().get(raw))
        return false;
    *out = QByteArray(raw.data(), qsizetype(raw.size())).trimmed();
    return true;
}

/// False when it has another form. A key that is not known is passed over.
bool readRaw(od::object &object, RawEntry *out)
{
    for (auto field : object) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return false;
        if (bool isNull = false; value.is_null().get(isNull) || isNull) {
            if (!isNull)
                return false;
            continue;
        }
        if (key == "seq"             ? !readNumber(value, &out->seq)
                : key == "kind"      ? !readText(value, &out->kind)
                : key == "body"      ? !readObject(value, &out->body)
                : key == "text"      ? !readText(value, &out->text)
                : key == "signature" ? !readText(value, &out->signature)
                                     : false)
            return false;
    }
    return true;
}

std::optional<FeedEntry> entryOf(const RawEntry &raw, FamilyBodies families)
{
    FeedEntry entry;
    if (!raw.seq || !raw.kind || raw.kind->isEmpty() || raw.text.has_value() != raw.signature.has_value()
        || raw.text.has_value() == raw.body.has_value())
        return std::nullopt;
    entry.seq = *raw.seq;
    entry.kind = *raw.kind;
    entry.text = raw.text ? raw.text->toUtf8() : *raw.body;
    if (raw.text) {
        const auto proof
            = signedTextFromJson(QJsonObject{{u"text"_s, *raw.text}, {u"signature"_s, *raw.signature}});
        if (!proof)
            return std::nullopt;
        entry.proof = *proof;
    }
    if (families == FamilyBodies::AsText && entry.kind == "family"_L1)
        return entry;
    const QJsonDocument body = QJsonDocument::fromJson(entry.text);
    if (!body.isObject())
        return std::nullopt;
    entry.body = body.object();
    return entry;
}

QByteArray jsonString(const QString &text)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

struct PageParts {
    std::optional<QString> epoch;
    std::optional<qint64> next, durable;
    std::optional<bool> more;
    bool hasEntries = false;
};

InputError pageFault(const QString &place, const QString &what)
{
    return {place, what};
}

std::optional<InputError> readEntries(od::value &value, FamilyBodies families, QList<FeedEntry> *out)
{
    od::array list;
    if (value.get_array().get(list))
        return pageFault(u"entries"_s, u"an array was expected"_s);
    for (auto element : list) {
        const QString place = u"entries[%1]"_s.arg(out->size());
        if (out->size() >= kMostListed)
            return pageFault(place, u"too many entries"_s);
        od::object object;
        RawEntry raw;
        if (element.get_object().get(object) || !readRaw(object, &raw))
            return pageFault(place, u"an entry of the feed was expected"_s);
        auto entry = entryOf(raw, families);
        if (!entry)
            return pageFault(place, u"an entry of the feed was expected"_s);
        *out += std::move(*entry);
    }
    return std::nullopt;
}

/// One key of the page.
std::optional<InputError> readPart(std::string_view key, od::value &value, FamilyBodies families,
                                   PageParts *parts, FeedPage *page)
{
    const QString place = QString::fromUtf8(key.data(), qsizetype(qMin<size_t>(key.size(), 40)));
    if (key == "entries") {
        if (parts->hasEntries)
            return pageFault(place, u"this key is given twice"_s);
        parts->hasEntries = true;
        return readEntries(value, families, &page->entries);
    }
    bool sound = true;
    if (key == "epoch") {
        sound = readText(value, &parts->epoch);
    } else if (key == "next") {
        sound = readNumber(value, &parts->next);
    } else if (key == "durableSeq") {
        sound = readNumber(value, &parts->durable);
    } else if (key == "more") {
        bool more = false;
        sound = !parts->more.has_value() && !value.get_bool().get(more);
        parts->more = more;
    }
    return sound ? std::nullopt : std::optional(pageFault(place, u"another type was expected"_s));
}

} // namespace

QByteArray writeFeedEntry(const FeedEntry &entry)
{
    QByteArray out = R"({"seq":)" + QByteArray::number(entry.seq) + R"(,"kind":)" + jsonString(entry.kind);
    if (!entry.proof.isEmpty())
        out += R"(,"text":)" + jsonString(QString::fromUtf8(entry.proof.text)) + R"(,"signature":")"
            + entry.proof.signature.toBase64() + R"("})";
    else
        out += R"(,"body":)" + (entry.text.isEmpty() ? compactJson(entry.body) : entry.text) + '}';
    return out;
}

std::optional<FeedEntry> feedEntryFromJson(const QJsonObject &entry)
{
    RawEntry raw;
    const QJsonValue seq = entry.value("seq"_L1);
    if (seq.isDouble() && seq.toInteger(-1) >= 0)
        raw.seq = seq.toInteger();
    const auto text = [&](QLatin1StringView key, std::optional<QString> *out) {
        if (entry.value(key).isString())
            *out = entry.value(key).toString();
    };
    text("kind"_L1, &raw.kind);
    text("text"_L1, &raw.text);
    text("signature"_L1, &raw.signature);
    if (entry.value("body"_L1).isObject())
        raw.body = compactJson(entry.value("body"_L1).toObject());
    return entryOf(raw, FamilyBodies::Parsed);
}

QByteArray writeFeedPage(const FeedPage &page)
{
    QByteArray out = R"({"epoch":)" + jsonString(page.epoch) + R"(,"next":)" + QByteArray::number(page.next)
        + R"(,"more":)" + (page.more ? "true" : "false") + R"(,"durableSeq":)"
        + QByteArray::number(page.durableSeq) + R"(,"entries":[)";
    for (const FeedEntry &entry : page.entries)
        out += (out.endsWith('[') ? "" : ",") + writeFeedEntry(entry);
    return out + "]}";
}

Read<FeedPage> readFeedPage(const QByteArray &json, FamilyBodies families)
{
    if (json.size() > kMostFeedBytes)
        return fail(pageFault({}, u"larger than %1 bytes"_s.arg(kMostFeedBytes)));
    od::parser parser;
    const simdjson::padded_string padded(json.constData(), size_t(json.size()));
    od::document document;
    od::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return fail(pageFault({}, u"a JSON object was expected"_s));
    FeedPage page;
    PageParts parts;
    for (auto field : object) {
        std::string_view key;
        od::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return fail(pageFault({}, u"not JSON, or cut off"_s));
        if (auto fault = readPart(key, value, families, &parts, &page))
            return fail(*fault);
    }
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return fail(pageFault({}, u"text after the end of the object"_s));
    if (!parts.epoch || parts.epoch->isEmpty() || !parts.next || !parts.hasEntries)
        return fail(pageFault({}, u"epoch, next or entries is missing"_s));
    page.epoch = *parts.epoch;
    page.next = *parts.next;
    page.more = parts.more.value_or(false);
    page.durableSeq = parts.durable.value_or(0);
    return page;
}

} // namespace Loket
