// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/caseport.h"

namespace Loket {

class ApplicantScreen;
class Dialogs;
class Office;
class ScanReader;

/// The world of the case page: the office's store, lists and services.
class OfficeCasePort : public CasePort
{
public:
    /// `screen` may be null. All outlive the port.
    OfficeCasePort(Office &office, Dialogs &dialogs, const CaptureTools &tools, ApplicantScreen *screen);

    Assessment assess(const Case &content) const override;
    const Rulebook &rulebook(QDate day) const override;
    const RegionIndex *regions() const override;
    const FacilityIndex *facilities() const override;
    QDateTime nowUtc() const override;
    QDate today() const override;
    std::optional<FamilyView> family(const Case &) const override;
    QFuture<Outcome<SearchAnswer>> search(const QString &text, int limit) override;
    QFuture<Outcome<QString>> saveDraft(const Case &content) override;
    std::function<void()> discarder(const QString &id) const override;
    QFuture<Outcome<Submitted>> submit(const Case &content) override;
    QFuture<Outcome<Nothing>> park(const QString &draftId, const QString &note, QDate promised) override;
    QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officer) override;
    QList<Officer> otherOfficers() const override;
    QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) override;
    std::optional<CaseRecord> record(const QString &id) const override;
    Case correctionOf(const CaseRecord &record) const override;
    QString postcodeOf(const QString &village) const override;
    qint64 numbersLeft() const override;
    void takePhoto(QWidget *parent, const QString &who,
                   std::function<void(const TakenPhoto &)> done) override;
    void takeSignature(QWidget *parent, const QString &who, const QString &statement,
                       std::function<void(const QString &)> done) override;
    QByteArray blob(const QString &name) const override;
    void takeScan(QWidget *parent, const QString &document, const QString &what, QDate day,
                  std::function<void(const QString &)> done) override;
    void showScan(QWidget *parent, const QString &what, const QString &name) override;

private:
    Office &m_office;
    Dialogs &m_dialogs;
    const CaptureTools m_tools;
    ApplicantScreen *m_screen;
    const std::shared_ptr<const ScanReader> m_scans; ///< of all scan dialogs
};

} // namespace Loket
