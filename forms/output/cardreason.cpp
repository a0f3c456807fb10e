// SPDX-License-Identifier: Apache-2.0
#include "forms/output/cardreason.h"

#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/desk/cardrules.h"
#include "model/rulebook/codes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QString documentsKey(const QStringList &documents)
{
    return documents.join(u'|');
}

} // namespace

CardReason::CardReason(QWidget *parent)
    : QWidget(parent)
    , m_say(roleLabel(u"strong"_s, this))
    , m_why(new QComboBox(this))
    , m_collector(new QComboBox(this))
    , m_words(new QLineEdit(this))
    , m_choices(new QWidget(this))
    , m_documents(new QVBoxLayout)
    , m_missing(roleLabel(u"small"_s, this))
{
    setObjectName("cardReason"_L1);
    m_why->setObjectName("reprintReason"_L1);
    m_collector->setObjectName("reprintCollector"_L1);
    m_words->setObjectName("cardReasonText"_L1);
    m_missing->setObjectName("cardReasonMissing"_L1);
    m_say->setWordWrap(true);
    const Theme &theme = Theme::current();
    auto *row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(Metric::kSpace2));
    row->addWidget(m_why);
    row->addWidget(m_collector);
    row->addStretch(1);
    m_documents->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(Metric::kSpace2));
    column->addWidget(m_say);
    column->addWidget(m_choices);
    column->addLayout(m_documents);
    column->addWidget(m_words);
    column->addWidget(m_missing);
    connect(m_why, &QComboBox::currentIndexChanged, this, &CardReason::listDocuments);
    connect(m_collector, &QComboBox::currentIndexChanged, this, &CardReason::listDocuments);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        retranslate();
        Q_EMIT changed();
    });
}

void CardReason::set(const Rulebook *rules, const CardStanding &standing, int printed, QDate today)
{
    if (printed != m_printed && m_rules) { // that card is out: another print has a reason of its own
        const QSignalBlocker quiet(this);
        m_ticked.clear();
        m_words->clear();
        m_why->setCurrentIndex(0);
        for (const Need &need : std::as_const(m_needs))
            need.seen->setChecked(false);
    }
    m_rules = rules;
    m_today = today;
    m_printed = printed;
    const bool isAllowed = standing.refusal.isEmpty() && rules;
    m_mode = !isAllowed        ? Mode::None
        : printed > 0          ? Mode::Reprint
        : standing.needsReason ? Mode::Digital
                               : Mode::None;
    setVisible(m_mode != Mode::None);
    m_choices->setVisible(m_mode == Mode::Reprint);
    listDocuments();
}

void CardReason::listDocuments()
{
    if (m_why->count() == 0 || m_mode != Mode::Reprint) {
        retranslate();
        if (m_mode != Mode::Reprint) {
            Q_EMIT changed();
            return;
        }
    }
    const QString reason = m_why->currentData().toString();
    const bool isOutsider = m_collector->currentData().toString() == u"other";
    const QList<ReprintNeed> needs = reason.isEmpty()
        ? QList<ReprintNeed>()
        : reprintNeeds(*m_rules, reason, isOutsider, m_today, nullptr);
    QStringList wanted;
    for (const ReprintNeed &need : needs)
        wanted += documentsKey(need.documents);
    QStringList shown;
    for (const Need &need : std::as_const(m_needs))
        shown += documentsKey(need.documents);
    if (wanted != shown) {
        for (const Need &need : std::as_const(m_needs))
            delete need.seen;
        m_needs.clear();
        for (const ReprintNeed &need : needs) {
            auto *seen = new QCheckBox(this);
            const QString key = documentsKey(need.documents);
            seen->setObjectName(u"seen-"_s + key);
            seen->setChecked(m_ticked.contains(key));
            connect(seen, &QCheckBox::toggled, this, [this, key](bool isSeen) {
                m_ticked.removeAll(key);
                if (isSeen)
                    m_ticked += key;
                retranslate();
                Q_EMIT changed();
            });
            m_documents->addWidget(seen);
            seen->show(); // at once: the next key may be Tab
            setTabOrder(m_needs.isEmpty() ? static_cast<QWidget *>(m_collector) : m_needs.last().seen, seen);
            m_needs += {need.documents, seen};
        }
        if (!m_needs.isEmpty())
            setTabOrder(m_needs.last().seen, m_words);
    }
    retranslate();
    Q_EMIT changed();
}

bool CardReason::isComplete() const
{
    switch (m_mode) {
    case Mode::None:
        return true;
    case Mode::Digital:
        return m_words->text().trimmed().size() >= shortestReason(*m_rules, nullptr);
    case Mode::Reprint:
        break;
    }
    return !m_why->currentData().toString().isEmpty()
        && std::all_of(m_needs.cbegin(), m_needs.cend(),
                       [](const Need &need) { return need.seen->isChecked(); });
}

QWidget *CardReason::first() const
{
    if (m_mode == Mode::None || isComplete())
        return nullptr;
    return m_mode == Mode::Reprint ? static_cast<QWidget *>(m_why) : m_words;
}

void CardReason::fill(PrintInput &input) const
{
    if (m_mode == Mode::None)
        return;
    input.reason = m_words->text().trimmed();
    if (m_mode != Mode::Reprint)
        return;
    input.reasonCode = m_why->currentData().toString();
    input.collector = m_collector->currentData().toString();
    for (const Need &need : m_needs)
        input.documents += documentsKey(need.documents);
}

void CardReason::retranslate()
{
    const QSignalBlocker quietWhy(m_why);
    const QSignalBlocker quietCollector(m_collector);
    const int why = qMax(0, m_why->currentIndex());
    const int collector = qMax(0, m_collector->currentIndex());
    m_why->clear();
    m_why->addItem(tr("Why again?"), QString());
    for (const QString &code : codesOf(u"reprint-reason"_s))
        m_why->addItem(codeLabel(u"reprint-reason"_s, code), code);
    m_why->setCurrentIndex(why);
    m_collector->clear();
    m_collector->addItem(tr("Collected by the family"), u"family"_s);
    m_collector->addItem(tr("Collected by another person"), u"other"_s);
    m_collector->setCurrentIndex(collector);
    m_why->setAccessibleName(tr("Why the card is printed again"));
    m_collector->setAccessibleName(tr("Who collects the card"));
    const bool isReprint = m_mode == Mode::Reprint;
    m_say->setText(isReprint ? tr("Printed %n time(s) before: say why again, and tick what was seen.",
                                  nullptr, m_printed)
                             : tr("Show KIS Digital first. Why is a card printed?"));
    m_words->setPlaceholderText(isReprint ? tr("Note (may stay empty)") : tr("Reason, e.g. no smartphone"));
    m_words->setAccessibleName(isReprint ? tr("Note") : tr("Why a card is printed"));
    for (const Need &need : std::as_const(m_needs)) {
        QStringList any;
        for (const QString &code : need.documents)
            any += codeLabel(u"document"_s, code);
        need.seen->setText(any.join(u" / "_s));
    }
    m_missing->setText(isComplete()                                    ? QString()
                           : !isReprint                                ? tr("The reason is kept in the log.")
                           : m_why->currentData().toString().isEmpty() ? tr("Choose the reason first.")
                                                                       : tr("Not everything was seen yet."));
    m_missing->setVisible(!m_missing->text().isEmpty());
}

} // namespace Loket
