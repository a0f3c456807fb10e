// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/applicant/applicanttext.h"

#include <QTimer>
#include <QWidget>

namespace Loket {

/// Shows the facts as large as they fit, with the question below; what takes more than one page turns by
/// itself. Nothing to show: a greeting.
class ApplicantView : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicantView(QWidget *parent = nullptr);

    void show(const ApplicantFacts &facts);
    void clear() { show({}); }
    const ApplicantFacts &facts() const { return m_facts; }
    int page() const { return m_page; }
    int pageCount() const { return int(m_pages.pages.size()); }
    void turn(); ///< to the next page

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *) override;
    void changeEvent(QEvent *) override;

private:
    int edge() const;
    QSizeF room() const;
    void layOut();

    ApplicantFacts m_facts;
    ApplicantPages m_pages;
    int m_page = 0;
    QTimer m_turning;
};

} // namespace Loket
