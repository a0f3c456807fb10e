// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardbuild.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Loket {

/// What an officer says before a card is printed: nothing for a first card of a priority group, a reason
/// where KIS Digital comes first, and for a card that was printed before the reason of the reprint and every
/// document that the rulebook wants seen.
class CardReason : public QWidget
{
    Q_OBJECT

public:
    explicit CardReason(QWidget *parent = nullptr);

    /// `printed`: how many cards of this member somebody may hold.
    void set(const Rulebook *rules, const CardStanding &standing, int printed, QDate today);
    bool isAsking() const { return m_mode != Mode::None; }
    bool isComplete() const;
    QWidget *first() const; ///< where to begin; null: nothing is asked
    void fill(PrintInput &input) const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    enum class Mode { None, Digital, Reprint };
    struct Need {
        QStringList documents; ///< any of them
        QCheckBox *seen = nullptr;
    };
    void listDocuments();

    Mode m_mode = Mode::None;
    const Rulebook *m_rules = nullptr;
    QDate m_today;
    int m_printed = 0;
    QLabel *m_say;
    QComboBox *m_why;
    QComboBox *m_collector;
    QLineEdit *m_words;
    QWidget *m_choices;
    QVBoxLayout *m_documents;
    QLabel *m_missing;
    QList<Need> m_needs;
    QStringList m_ticked; ///< stay ticked when the list is another
};

} // namespace Loket
