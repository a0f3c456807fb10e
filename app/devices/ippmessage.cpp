// SPDX-License-Identifier: Apache-2.0
#include "app/devices/ippmessage.h"

#include <utility>

namespace Loket {

bool IppGroup::flag(const char *name, bool otherwise) const
{
    const auto found = m_numbers.constFind(name);
    return found == m_numbers.cend() ? otherwise : *found != 0;
}

void IppGroup::add(ipp_attribute_t *attribute)
{
    const QByteArray name = ippGetName(attribute);
    switch (ippGetValueTag(attribute)) {
    case IPP_TAG_INTEGER:
    case IPP_TAG_ENUM:
        m_numbers.insert(name, ippGetInteger(attribute, 0));
        return;
    case IPP_TAG_BOOLEAN:
        m_numbers.insert(name, ippGetBoolean(attribute, 0) ? 1 : 0);
        return;
    default:
        break;
    }
    QStringList values;
    for (int i = 0; i < ippGetCount(attribute); ++i) {
        if (const char *value = ippGetString(attribute, i, nullptr))
            values += QString::fromUtf8(value);
    }
    m_texts.insert(name, values);
}

IppMessage::IppMessage(ipp_op_t operation)
    : m_message(ippNewRequest(operation))
{
}

IppMessage::IppMessage(ipp_t *message)
    : m_message(message)
{
}

IppMessage::~IppMessage()
{
    ippDelete(m_message);
}

IppMessage::IppMessage(IppMessage &&other) noexcept
    : m_message(std::exchange(other.m_message, nullptr))
{
}

IppMessage &IppMessage::operator=(IppMessage &&other) noexcept
{
    std::swap(m_message, other.m_message);
    return *this;
}

ipp_t *IppMessage::release()
{
    return std::exchange(m_message, nullptr);
}

void IppMessage::put(ipp_tag_t tag, const char *name, const QByteArray &value)
{
    ippAddString(m_message, IPP_TAG_OPERATION, tag, name, nullptr, value.constData());
}

void IppMessage::put(ipp_tag_t tag, const char *name, int value)
{
    ippAddInteger(m_message, IPP_TAG_OPERATION, tag, name, value);
}

void IppMessage::putForJob(ipp_tag_t tag, const char *name, const QByteArray &value)
{
    ippAddString(m_message, IPP_TAG_JOB, tag, name, nullptr, value.constData());
}

void IppMessage::putForJob(ipp_tag_t tag, const char *name, int value)
{
    ippAddInteger(m_message, IPP_TAG_JOB, tag, name, value);
}

QList<IppGroup> IppMessage::groups(ipp_tag_t kind) const
{
    QList<IppGroup> groups;
    bool isOpen = false;
    for (ipp_attribute_t *attribute = ippFirstAttribute(m_message); attribute;
         attribute = ippNextAttribute(m_message)) {
        const bool isOurs = ippGetGroupTag(attribute) == kind && ippGetName(attribute);
        if (isOurs && !isOpen)
            groups += IppGroup();
        if (isOurs)
            groups.last().add(attribute);
        isOpen = isOurs;
    }
    return groups;
}

} // namespace Loket
