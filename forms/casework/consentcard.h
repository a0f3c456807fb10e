// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QCheckBox;

namespace Loket {

class CaseDraft;
class LinkButton;

/// "Persetujuan": what the applicant agrees to, with the days of the first payment in it. Ticking it keeps
/// the time and which text it was; the applicant may sign it too.
class ConsentCard : public CardFrame
{
    Q_OBJECT
public:
    explicit ConsentCard(CaseDraft &draft, QWidget *parent = nullptr);

    QCheckBox *box() const { return m_box; }
    void setShowsAll(bool showsAll);
    /// What was drawn is agreed to: ticks the box too. `name`: of the blob.
    void setSignature(const QString &name);

Q_SIGNALS:
    void signatureWanted(const QString &statement);

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
    void agree(const QString &signature);
    void showSignature();

    CaseDraft &m_draft;
    QCheckBox *m_box;
    QLabel *m_sentence;
    QLabel *m_full;
    QLabel *m_problem;
    LinkButton *m_more;
    LinkButton *m_sign;
    QLabel *m_signature;
    QString m_shownSignature; // name of the blob that the label shows
    bool m_showsAll = false;
};

} // namespace Loket
