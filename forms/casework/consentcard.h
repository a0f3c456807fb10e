// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QCheckBox;

namespace Loket {

class CaseDraft;
class LinkButton;

/// "Persetujuan": what the applicant agrees to, with the days of the first payment in it. Ticking it keeps
/// the time and which text it was.
class ConsentCard : public CardFrame
{
    Q_OBJECT
public:
    explicit ConsentCard(CaseDraft &draft, QWidget *parent = nullptr);

    QCheckBox *box() const { return m_box; }
    void setShowsAll(bool showsAll);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void retranslate();
    QString statement() const; ///< with days, rich text
    struct Text {
        QString version;
        QString words;
    };
    Text text() const;

    CaseDraft &m_draft;
    QCheckBox *m_box;
    QLabel *m_sentence;
    QLabel *m_full;
    QLabel *m_problem;
    LinkButton *m_more;
    bool m_showsAll = false;
};

} // namespace Loket
