// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "app/tour/hand.h"
#include "app/tour/samplefamily.h"
#include "app/tour/script.h"
#include "app/tour/tourcamera.h"
#include "app/tour/tourdialogs.h"
#include "app/tour/tourprinter.h"
#include "model/domain/case.h"

#include <QDir>
#include <QSet>
#include <QStringList>

namespace Loket {

class MainWindow;

/// Drives the real windows through one registration, from the empty search field to the printed card, and
/// looks over every page on the way: pictures NN-*.png, receipt.pdf, card-*.pdf, case.json and the store are
/// left in the folder. Runs on a trial store of its own; the day of that store is moved to the first day of
/// payment before the card.
class Tour
{
public:
    /// `options.tourDir` is the folder (made when missing; an older tour in it is replaced), `options.today`
    /// the first day.
    explicit Tour(LaunchOptions options);
    ~Tour();

    /// Does it all. Returns the exit code: 0, or 1 when a step could not be done or a page was found wanting.
    int run();

private:
    Script everything();
    Script home();
    Script registration();
    Script fillForm();
    Script checklist();
    Script photos();
    Script cameraPulled();
    Script takePicture();
    Script receipt();
    Script savePaper(QString file, QString name);
    Script synchronise();
    Script confirmation();
    Script cards();
    Script sayReason();
    Script cardRoom();
    Script cardPages();
    Script message();
    Script batch();
    Script printed();
    Script calibration();
    Script captures();
    Script photo();
    Script scan();
    Script signature();
    Script applicant();
    Script allPages();
    Script otherLooks();
    Script chooseFamilies();
    void chooseFor(const QString &kk);
    Script allServices();

    Script settle();
    Script backToWindow();
    Script picture(QString name);
    Script pictureOf(QWidget *window, QString name);
    Script pictureAlone(QWidget *window, QString name); ///< of a window that is not in front of this one
    void keepPicture(QWidget *window, const QPixmap &picture, const QString &name);
    static void writeFile(const QString &path, const QByteArray &bytes);
    void prepareFolder();
    void openStore();
    QString focusKey() const;
    QWidget *shown(const QString &objectName) const; ///< null: not there or not visible
    QWidget *find(const QString &objectName) const;
    MainWindow &window() const;
    QString freshFile(const QString &name) const;
    void note(const QString &line) const;

    LaunchOptions m_options;
    QDir m_dir;
    TourDialogs m_dialogs;
    std::shared_ptr<TourCamera> m_camera;
    std::shared_ptr<TourPrinter> m_printer;
    std::unique_ptr<Application> m_application;
    Hand m_hand;
    TypedData m_data;
    QString m_caseId;
    Case m_sampleCase;
    QString m_kk;
    QString m_look; ///< in front of a picture's name
    int m_pictures = 0;
    QHash<QString, QString> m_familyFor; ///< service -> KK of a family that it is possible for
    QSet<QString> m_seenFamilies;
    QStringList m_unprinted; ///< cards of those that can be printed
    QStringList m_findings;
    QString m_registered; ///< what the registration took
};

} // namespace Loket
