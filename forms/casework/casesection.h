// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/rulebook/catalogue.h"

namespace Loket {

class CaseDraft;
class CaseField;
class FieldFlow;

/// One section of a service: a card with the editors of its fields in reading order, made from the catalogue.
class CaseSection : public CardFrame
{
    Q_OBJECT
public:
    /// `name` is the section's word in services.csv.
    CaseSection(const QString &name, const QList<Field> &fields, CaseDraft &draft, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    const QList<CaseField *> &fields() const { return m_fields; }
    CaseField *field(const QString &path) const; ///< null: not in this section
    void setShowsAll(bool showsAll);
    /// Out of sight as long as none of its fields is asked.
    void setHidesWhenEmpty(bool hides);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    /// Which fields are asked now.
    virtual bool isAsked(const CaseField &field) const;
    virtual void retranslate();
    FieldFlow *flow() const { return m_flow; }
    CaseDraft &draft() const { return m_draft; }

private:
    bool isRequired(const CaseField &field) const;
    void rememberPostcode(const CaseField &village);

    QString m_name;
    CaseDraft &m_draft;
    FieldFlow *m_flow;
    QList<CaseField *> m_fields;
    bool m_showsAll = false;
    bool m_hidesWhenEmpty = false;
};

} // namespace Loket
