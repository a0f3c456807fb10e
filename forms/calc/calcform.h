// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dues/calctexts.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QWidget>

namespace Loket {

class CalcBox;
class FieldFlow;

/// The fields of one calculator. Which of them are in sight follows what the calculator asked for; a list has
/// one empty entry more than are filled.
class CalcForm : public QWidget
{
    Q_OBJECT
public:
    explicit CalcForm(QWidget *parent = nullptr);

    /// Makes the fields of a calculator and gives them what stood there the last time.
    void setCalculator(const QString &name, QDate today);
    const QString &calculator() const { return m_name; }

    QJsonObject input() const; ///< of fields in sight
    /// Fills the form; keys that it doesn't name get their standard.
    void fill(const QJsonObject &input);
    void clear() { fill({}); }
    /// What every calculator begins with from here on; what was typed before is forgotten.
    void setKnown(const QHash<QString, QJsonValue> &known);
    /// Shows what was asked. `isWhole`: nothing more will be asked, so what wasn't can go.
    /// True: other fields are in sight now.
    bool follow(const QList<CalcAsk> &asked, bool isWhole);
    /// Marks the field that is wrong, unless it is being typed in.
    void markFault(const QString &place, const QString &sentence);

    bool isEmpty() const { return m_boxes.isEmpty(); }
    void focusFirst();
    CalcBox *box(const QString &place) const;
    void retranslate();

Q_SIGNALS:
    void changed();
    void finished(); ///< Enter in the last field

private:
    CalcBox *makeBox(const CalcField &field, const QString &place);
    void keep();
    void put(const QJsonObject &input);
    void goOn(const CalcBox *from);
    void growLists();
    bool isInSight(const CalcBox *box) const;

    QString m_name;
    QDate m_today;
    FieldFlow *m_flow;
    QList<CalcBox *> m_boxes; ///< in reading order
    QStringList m_shown;      ///< keys in sight
    bool m_isFilling = false;
    QHash<QString, QJsonValue> m_known;                ///< calcKnownOf() the family at hand
    QHash<QString, QHash<QString, QJsonValue>> m_kept; ///< by calculator and place
};

} // namespace Loket
