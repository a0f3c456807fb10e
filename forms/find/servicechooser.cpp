// SPDX-License-Identifier: Apache-2.0
#include "forms/find/servicechooser.h"

#include "forms/common/availabilitytexts.h"
#include "forms/common/filterfield.h"
#include "forms/common/format.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/servicebox.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

ServiceChooser::ServiceChooser(Office &office, Navigator &navigator, const QString &kk, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_title(roleLabel(u"section"_s, this))
    , m_services(new ServiceBox(this))
{
    setObjectName("serviceChooser"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Services"));
    if (!kk.isEmpty()) {
        const auto family = m_office.family(kk);
        if (family && family.value())
            m_family = *family.value();
    }
    build();
    fill();
    connect(m_services, &ServiceBox::serviceChosen, this, &ServiceChooser::choose);
    connect(m_services, &ServiceBox::whyAsked, this,
            [this](const QString &code) { m_services->showWhy(code, m_family); });
    m_services->filter()->setFocus();
}

void ServiceChooser::build()
{
    const Theme &theme = Theme::current();
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, theme.px(Metric::kSpace4), margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    column->addWidget(m_title);
    m_title->setWordWrap(true);
    column->addWidget(m_services, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false); // Enter belongs to the list
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(theme.px(560), qMin(theme.px(620), parentWidget() ? parentWidget()->height() - 60 : 620));
}

/// All services: of those for a family in front, or for none, the whole answer; of the others the channel's.
void ServiceChooser::fill()
{
    const Context &context = m_office.context();
    if (!context.rulebooks)
        return;
    const QString channel = m_office.channel();
    const Rulebook &rules = context.rulebooks->on(context.today);
    QList<ServiceAvailability> answers = availability(std::nullopt, channel, context.today, context);
    if (!m_family.kk.isEmpty())
        answers = availability(m_family, channel, context.today, context) + answers;
    QList<ServiceAvailability> all = channelAvailability(channel, context.today, context);
    for (ServiceAvailability &one : all) {
        const auto better
            = std::find_if(answers.cbegin(), answers.cend(),
                           [&one](const ServiceAvailability &other) { return other.service == one.service; });
        if (better != answers.cend())
            one = *better;
    }
    m_services->setContent(all, rules);
    m_title->setText(
        m_family.members.isEmpty()
            ? tr("Which service?")
            : tr("Which service? In front: family of %1").arg(personName(m_family.members.first().name)));
}

void ServiceChooser::choose(const QString &service)
{
    const Context &context = m_office.context();
    const Service *one = Loket::service(context.rulebooks->on(context.today), service);
    const bool takesFamily = one && (one->family == "existing"_L1 || one->family == "any"_L1);
    const QString kk = takesFamily ? m_family.kk : QString();
    Navigator &navigator = m_navigator;
    const QString code = service; // the list that it belongs to goes with the dialog
    close();
    if (kk.isEmpty())
        navigator.startCase(code);
    else
        navigator.startCase(code, kk);
}

} // namespace Loket
