// SPDX-License-Identifier: Apache-2.0
#include "forms/output/printersettings.h"

#include "forms/common/fieldbox.h"
#include "forms/common/language.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/output/jobtext.h"
#include "forms/output/printdesk.h"
#include "model/print/calibrationdocument.h"
#include "model/print/carddocument.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF kTestPage{148, 210};

/// Tenths of a millimetre, shown and typed as millimetres with a comma or a dot.
class TenthsBox final : public QSpinBox
{
public:
    explicit TenthsBox(QWidget *parent)
        : QSpinBox(parent)
    {
        setRange(-kMostOffset, kMostOffset);
        setKeyboardTracking(false);
    }
    QString textFromValue(int value) const override
    {
        const QString text = QString::number(value / 10.0, 'f', 1);
        return currentLanguage() == u"en" ? text : QString(text).replace(u'.', u',');
    }
    int valueFromText(const QString &text) const override
    {
        return qRound(QString(text).replace(u',', u'.').toDouble() * 10);
    }
    QValidator::State validate(QString &text, int &) const override
    {
        bool isNumber = false;
        const double value = QString(text).replace(u',', u'.').toDouble(&isNumber);
        if (!isNumber)
            return text.isEmpty() || text == u"-" ? QValidator::Intermediate : QValidator::Invalid;
        return qAbs(value) * 10 <= kMostOffset ? QValidator::Acceptable : QValidator::Intermediate;
    }
};

void fill(FieldBox *field, const QList<std::pair<QString, QVariant>> &lines, const QVariant &now)
{
    auto *box = field->editorAs<QComboBox>();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto &[text, value] : lines)
        box->addItem(text, value);
    const int found = box->findData(now);
    box->setCurrentIndex(qMax(0, found));
}

} // namespace

PrinterSettings::PrinterSettings(Office &office, const PaperServices &services, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_services(services)
    , m_choices(services.preferences)
    , m_grid(new QGridLayout)
    , m_kind(choiceField("printKind"))
    , m_printer(choiceField("printPrinter"))
    , m_media(choiceField("printMedia"))
    , m_tray(choiceField("printTray"))
    , m_copies(choiceField("printCopies"))
    , m_right(offsetField("printRight"))
    , m_down(offsetField("printDown"))
    , m_calibrate(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_words(roleLabel(u"muted"_s, this))
{
    setObjectName(u"printerSettings"_s);
    m_calibrate->setObjectName(u"printCalibration"_s);
    m_test->setObjectName(u"printTest"_s);
    m_words->setObjectName(u"printWords"_s);
    m_words->setWordWrap(true);
    const Theme &theme = Theme::current();
    m_grid->setHorizontalSpacing(theme.px(14));
    m_grid->setVerticalSpacing(theme.px(Metric::kSpace2));
    int at = 0;
    for (FieldBox *field : {m_kind, m_printer, m_media, m_tray})
        m_grid->addWidget(field, 0, at++, Qt::AlignTop);
    for (FieldBox *field : {m_copies, m_right}) // never both
        m_grid->addWidget(field, 1, 0, Qt::AlignTop);
    m_grid->addWidget(m_down, 1, 1, Qt::AlignTop);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, 1);
    body()->addLayout(m_grid);
    auto *row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addWidget(m_calibrate);
    row->addWidget(m_test);
    body()->addLayout(row);
    wire();
    refill();
}

FieldBox *PrinterSettings::choiceField(const char *name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return new FieldBox(QString(), box, this);
}

FieldBox *PrinterSettings::offsetField(const char *name)
{
    auto *box = new TenthsBox(this);
    box->setObjectName(QLatin1StringView(name));
    return new FieldBox(QString(), box, this);
}

void PrinterSettings::wire()
{
    connect(m_kind->editorAs<QComboBox>(), &QComboBox::activated, this, &PrinterSettings::refill);
    connect(m_printer->editorAs<QComboBox>(), &QComboBox::activated, this, [this] {
        PrintChoice choice = m_choices.of(kind()); // another printer has other trays and papers
        choice.printer = m_printer->editorAs<QComboBox>()->currentData().toString();
        choice.tray.clear();
        choice.media.clear();
        m_choices.set(kind(), choice);
        refill();
    });
    for (FieldBox *field : {m_media, m_tray, m_copies})
        connect(field->editorAs<QComboBox>(), &QComboBox::activated, this, &PrinterSettings::keep);
    for (FieldBox *field : {m_right, m_down})
        connect(field->editorAs<QSpinBox>(), &QSpinBox::valueChanged, this, &PrinterSettings::keepOffset);
    connect(m_calibrate, &QPushButton::clicked, this, [this] { printPage(true); });
    connect(m_test, &QPushButton::clicked, this, [this] { printPage(false); });
    if (!m_services.desk)
        return;
    connect(m_services.desk, &PrintDesk::changed, this, [this](int id) {
        if (const PrintLine *line = m_services.desk->line(id); line && id == m_sent)
            m_words->setText(printLineText(*line));
    });
}

PaperKind PrinterSettings::kind() const
{
    return static_cast<PaperKind>(qMax(0, m_kind->editorAs<QComboBox>()->currentData().toInt()));
}

QString PrinterSettings::printer() const
{
    return m_choices.printerFor(kind(), m_there);
}

const PrinterInfo *PrinterSettings::info() const
{
    for (const PrinterInfo &one : m_there) {
        if (one.id == printer())
            return &one;
    }
    return nullptr;
}

void PrinterSettings::keep()
{
    PrintChoice choice = m_choices.of(kind());
    choice.media = m_media->editorAs<QComboBox>()->currentData().toString();
    choice.tray = m_tray->editorAs<QComboBox>()->currentData().toString();
    choice.copies = m_copies->editorAs<QComboBox>()->currentData().toInt();
    m_choices.set(kind(), choice);
}

void PrinterSettings::keepOffset()
{
    if (!printer().isEmpty())
        m_choices.setOffset(printer(),
                            {m_right->editorAs<QSpinBox>()->value(), m_down->editorAs<QSpinBox>()->value()});
}

void PrinterSettings::readPrinters()
{
    if (!m_services.desk)
        return;
    m_services.desk->printers().refresh(
        [self = QPointer<PrinterSettings>(this)](const Outcome<Nothing> &read) {
            if (!self)
                return;
            self->m_trouble = read ? QString() : printFailureText(read.error());
            self->refill();
        });
}

void PrinterSettings::printPage(bool isCalibration)
{
    const QSizeF page = kind() == PaperKind::Card ? kCardSize : kTestPage;
    const QPoint offset = kind() == PaperKind::Card ? m_choices.offset(printer()) : QPoint();
    const auto sheet = std::make_shared<CalibrationDocument>(offset, page, currentLanguage());
    PrintOptions options = m_choices.options(kind(), printer());
    options.copies = 1;
    const PrintInput input{isCalibration ? u"calibration"_s : u"test"_s, sheet->title()};
    m_sent = m_services.desk->send(
        input, [sheet](int) { return sheet; }, options, m_office);
}

void PrinterSettings::refill()
{
    m_there = m_services.desk ? m_services.desk->printers().printers() : QList<PrinterInfo>();
    setTitle(tr("Printers of this workplace"));
    m_kind->setLabel(tr("Kind of paper"));
    m_printer->setLabel(tr("Printer"));
    m_media->setLabel(tr("Paper"));
    m_tray->setLabel(tr("Tray"));
    m_copies->setLabel(tr("Copies"));
    m_right->setLabel(tr("Offset to the right, mm"));
    m_down->setLabel(tr("Offset down, mm"));
    m_calibrate->setText(tr("Print the calibration page"));
    m_test->setText(tr("Print a test page"));

    const PaperKind now = kind();
    fill(m_kind,
         {{tr("Receipts"), int(PaperKind::Receipt)},
          {tr("Cards"), int(PaperKind::Card)},
          {tr("Registration forms"), int(PaperKind::Form)},
          {tr("Checklists"), int(PaperKind::Checklist)},
          {tr("Leaflets"), int(PaperKind::Leaflet)}},
         int(now));
    const PrintChoice choice = m_choices.of(now);
    QList<std::pair<QString, QVariant>> printers{{tr("the usual one"), QString()}};
    for (const PrinterInfo &one : m_there)
        printers += {one.name, one.id};
    if (!choice.printer.isEmpty() && !info()) // chosen once, and not there now
        printers += {choice.printer, choice.printer};
    fill(m_printer, printers, choice.printer);
    QList<std::pair<QString, QVariant>> media{{tr("its own size"), QString()}};
    QList<std::pair<QString, QVariant>> trays{{tr("as set up there"), QString()}};
    if (const PrinterInfo *one = info()) {
        for (const QString &name : one->media)
            media += {name, name};
        for (const QString &name : one->trays)
            trays += {name, name};
    }
    fill(m_media, media, choice.media);
    fill(m_tray, trays, choice.tray);
    QList<std::pair<QString, QVariant>> copies;
    for (int count = 1; count <= kMostCopies; ++count)
        copies += {QString::number(count), count};
    fill(m_copies, copies, choice.copies);

    const bool isCard = now == PaperKind::Card;
    const QPoint offset = m_choices.offset(printer());
    for (const auto &[field, value] : {std::pair(m_right, offset.x()), std::pair(m_down, offset.y())}) {
        const QSignalBlocker quiet(field->editor());
        field->editorAs<QSpinBox>()->setValue(value);
        field->setVisible(isCard);
        field->setEnabled(!m_there.isEmpty());
    }
    m_copies->setVisible(!isCard); // a card is one card
    m_calibrate->setVisible(isCard);
    for (QPushButton *button : {m_calibrate, m_test})
        button->setEnabled(!m_there.isEmpty());
    const PrinterInfo *one = info();
    m_words->setText(!m_trouble.isEmpty() ? m_trouble
                         : one            ? tr("%1: %2.").arg(one->name, printerStateText(*one))
                               : tr("No printer is set up on this computer. Papers can be saved as PDF."));
}

void PrinterSettings::showEvent(QShowEvent *event)
{
    CardFrame::showEvent(event);
    readPrinters();
}

void PrinterSettings::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refill();
}

} // namespace Loket
