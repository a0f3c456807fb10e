// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <cups/cups.h>

namespace Loket {

/// The facts of one printer or job in an answer.
class IppGroup
{
public:
    QString text(const char *name) const { return texts(name).value(0); }
    QStringList texts(const char *name) const { return m_texts.value(name); }
    int number(const char *name) const { return m_numbers.value(name); }
    bool flag(const char *name, bool otherwise) const;
    bool isEmpty() const { return m_texts.isEmpty() && m_numbers.isEmpty(); }
    void add(ipp_attribute_t *attribute);

private:
    QHash<QByteArray, QStringList> m_texts;
    QHash<QByteArray, int> m_numbers; ///< integers, enums and booleans; the first value
};

/// A question to a print service or its answer; owns libcups' message.
class IppMessage
{
public:
    explicit IppMessage(ipp_op_t operation);
    explicit IppMessage(ipp_t *message);
    ~IppMessage();
    IppMessage(IppMessage &&other) noexcept;
    IppMessage &operator=(IppMessage &&other) noexcept;
    IppMessage(const IppMessage &) = delete;
    IppMessage &operator=(const IppMessage &) = delete;

    explicit operator bool() const { return m_message != nullptr; }
    void put(ipp_tag_t tag, const char *name, const QByteArray &value);
    void put(ipp_tag_t tag, const char *name, int value);
    void putForJob(ipp_tag_t tag, const char *name, const QByteArray &value);
    void putForJob(ipp_tag_t tag, const char *name, int value);
    template <size_t Count>
    void wants(const char *const (&facts)[Count])
    {
        ippAddStrings(m_message, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int(Count),
                      nullptr, facts);
    }
    size_t length() const { return ippLength(m_message); }
    ipp_t *raw() const { return m_message; }
    ipp_t *release(); ///< for those calls of libcups that free it
    QList<IppGroup> groups(ipp_tag_t kind) const;

private:
    ipp_t *m_message;
};

} // namespace Loket
