// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "tests/central/centrekeys.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr int kCertificateDays = 365;

/// Everything but the certificate, which the caller has.
void fillOffice(pqxx::work &work, const World &world, Enrolment &enrolment)
{
    enrolment.officeName
        = textOf(work.exec_params1("SELECT name FROM office WHERE code = $1", pgText(enrolment.office))[0]);
    for (const pqxx::row &row : work.exec_params(
             "SELECT id, name, role FROM officer WHERE office = $1 ORDER BY id", pgText(enrolment.office)))
        enrolment.officers += EnrolledOfficer{textOf(row[0]), textOf(row[1]), textOf(row[2])};
    enrolment.epoch = textOf(work.exec_prepared1("where")[1]);
    enrolment.centreKey = world.keys.signing.publicKey();
    enrolment.centreBoxKey = world.keys.box.publicKey();
    enrolment.now = world.clock.nowUtc();
}

SignedText certificate(const World &world, const EnrolRequest &request, const Enrolment &enrolment)
{
    const QDate lastDay = world.clock.nowUtc().date().addDays(kCertificateDays);
    return signText("CERT",
                    {{u"device"_s, request.device},
                     {u"office"_s, enrolment.office},
                     {u"workstation"_s, enrolment.workstation},
                     {u"key"_s, QString::fromLatin1(request.publicKey.toHex())},
                     {u"until"_s, lastDay.toString(Qt::ISODate)}},
                    world.keys.signing);
}

Outcome<Nothing> checkRequest(const EnrolRequest &request)
{
    const bool isDevice = !QUuid::fromString(request.device).isNull() && request.device.size() == 36;
    if (!isDevice || request.publicKey.size() != DeviceKey::kPublicBytes
        || request.boxKey.size() != DeviceKey::kPublicBytes)
        return fail(Failure{FailureKind::BadInput, u"enrol.keys"_s});
    return Nothing();
}

/// The answer of before, for who has the same code and key. None: the code is fresh.
Outcome<std::optional<Enrolment>> enrolledBefore(pqxx::work &work, const EnrolRequest &request)
{
    const pqxx::result known = work.exec_params(
        "SELECT d.public_key, d.office, d.workstation, d.cert_text, d.cert_signature, c.code FROM device d"
        " LEFT JOIN enrol_code c ON c.device = d.id WHERE d.id = $1",
        pgText(request.device));
    if (known.empty())
        return std::optional<Enrolment>();
    if (bytesOf(known[0][0]) != request.publicKey || textOf(known[0][5]) != request.code)
        return fail(Failure{FailureKind::Denied, u"enrol.device"_s});
    Enrolment before;
    before.office = textOf(known[0][1]);
    before.workstation = textOf(known[0][2]);
    before.certificate = {bytesOf(known[0][3]), bytesOf(known[0][4])};
    return std::optional(before);
}

} // namespace

Outcome<Enrolment> enrol(const World &world, const EnrolRequest &request)
{
    if (const auto good = checkRequest(request); !good)
        return fail(good.error());
    using Answer = Outcome<Enrolment>;
    return world.pool.inTransaction<Enrolment>([&](pqxx::work &work) -> Answer {
        const pqxx::result code
            = work.exec_params("SELECT office, number, COALESCE(device, '') FROM enrol_code WHERE code = $1"
                               " FOR UPDATE",
                               pgText(request.code));
        if (code.empty())
            return fail(Failure{FailureKind::Denied, u"enrol.code"_s});
        auto before = enrolledBefore(work, request);
        if (!before)
            return fail(before.error());
        if (before.value()) {
            fillOffice(work, world, *before.value());
            return *before.value();
        }
        if (!textOf(code[0][2]).isEmpty())
            return fail(Failure{FailureKind::Denied, u"enrol.code-used"_s});
        Enrolment made;
        made.office = textOf(code[0][0]);
        made.workstation = u"%1-%2"_s.arg(made.office).arg(code[0][1].as<int>());
        fillOffice(work, world, made);
        made.certificate = certificate(world, request, made);
        work.exec_params("UPDATE enrol_code SET device = $2 WHERE code = $1", pgText(request.code),
                         pgText(request.device));
        work.exec_params("INSERT INTO device (id, office, workstation, public_key, box_key, cert_text,"
                         " cert_signature) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                         pgText(request.device), pgText(made.office), pgText(made.workstation),
                         pgBytes(request.publicKey), pgBytes(request.boxKey), pgBytes(made.certificate.text),
                         pgBytes(made.certificate.signature));
        return made;
    });
}

} // namespace Loket::Central
