// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/tlsserver.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace Loket::Fakes {

namespace {

struct Free {
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Certificate = std::unique_ptr<X509, Free>;
using Key = std::unique_ptr<EVP_PKEY, Free>;

Key newKey()
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

void extend(X509 *certificate, X509 *issuer, int what, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(
        X509V3_EXT_conf_nid(nullptr, &context, what, value));
    X509_add_ext(certificate, extension.get(), -1);
}

Certificate newCertificate(const char *name, EVP_PKEY *key, const QDateTime &from, const QDateTime &until)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    static std::atomic_long serial{1};
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), until.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    return certificate;
}

template <typename Write>
QByteArray pem(Write write)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &bytes);
    return QByteArray(bytes, qsizetype(length));
}

} // namespace

TestCertificates makeCertificates(const QDateTime &from, const QDateTime &until)
{
    const Key caKey = newKey();
    const Certificate ca = newCertificate("test authority", caKey.get(), from, until);
    X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
    extend(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(ca.get(), caKey.get(), EVP_sha256());

    const Key key = newKey();
    const Certificate cert = newCertificate("centre", key.get(), from, until);
    X509_set_issuer_name(cert.get(), X509_get_subject_name(ca.get()));
    extend(cert.get(), ca.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    X509_sign(cert.get(), caKey.get(), EVP_sha256());

    return {pem([&](BIO *bio) { PEM_write_bio_X509(bio, ca.get()); }),
            pem([&](BIO *bio) { PEM_write_bio_X509(bio, cert.get()); }), pem([&](BIO *bio) {
                PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
            })};
}

TestCertificates makeCertificates()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return makeCertificates(now.addDays(-1), now.addDays(1));
}

} // namespace Loket::Fakes
