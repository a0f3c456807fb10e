// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefiles.h"

#include "model/imaging/crop.h"
#include "model/imaging/ink.h"
#include "model/imaging/photo.h"
#include "model/imaging/picture.h"
#include "model/imaging/scan.h"
#include "model/rulebook/rulebook.h"
#include "model/store/bytestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QString pictureIssueText(const PictureIssue &issue)
{
    switch (issue.kind) {
    case PictureIssue::Kind::NotAnImage:
        return u"not a picture"_s;
    case PictureIssue::Kind::Unsupported:
        return u"not a JPEG or PNG picture"_s;
    case PictureIssue::Kind::TooLarge:
        return u"the picture is too large"_s;
    case PictureIssue::Kind::TooSmall:
        return u"the picture is too small"_s;
    case PictureIssue::Kind::Broken:
        return u"the picture is damaged"_s;
    case PictureIssue::Kind::NoPage:
        return u"no document in the picture"_s;
    case PictureIssue::Kind::TooDetailed:
        return u"the picture can't be made small enough"_s;
    }
    return {};
}

Result<QByteArray, PictureIssue> photoBytes(const QByteArray &original)
{
    const auto size = uprightSize(original);
    if (!size)
        return fail(size.error());
    return encodePhoto(original, defaultCrop(size.value()));
}

/// Takes the file's place by the name of its encoded content. Empty: done, or nothing to do.
template <typename Encode>
QString takeFile(QString &name, const QDir &folder, CaseFiles &files, Encode encode)
{
    if (name.isEmpty() || name.startsWith("sha256:"_L1) || !QFileInfo(folder, name).isFile())
        return {};
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return name + u": "_s + file.errorString();
    if (file.size() > kPictureBytes)
        return name + u": "_s + pictureIssueText({PictureIssue::Kind::TooLarge, 0});
    const auto encoded = encode(file.readAll());
    if (!encoded)
        return name + u": "_s + pictureIssueText(encoded.error());
    name = ByteStore::nameOf(encoded.value());
    files.bytes.insert(name, encoded.value());
    return {};
}

} // namespace

Result<CaseFiles, QString> readCaseFiles(Case content, const QString &caseFile,
                                         const RulebookLibrary &rulebooks)
{
    const QDir folder = caseFile == "-"_L1 ? QDir::current() : QFileInfo(caseFile).absoluteDir();
    CaseFiles files;
    for (CaseMember &member : content.family.members) {
        if (const QString why = takeFile(member.photo, folder, files, photoBytes); !why.isEmpty())
            return fail(why);
    }
    for (SeenDocument &document : content.documents) {
        const ScanRule rule = scanRule(rulebooks.on(content.date), document.code, content.date);
        const auto encode = [&rule](const QByteArray &original) { return encodeScanFile(original, rule); };
        if (const QString why = takeFile(document.file, folder, files, encode); !why.isEmpty())
            return fail(why);
    }
    if (content.consent) {
        const QString why = takeFile(content.consent->signature, folder, files, signatureFromPicture);
        if (!why.isEmpty())
            return fail(why);
    }
    files.content = std::move(content);
    return files;
}

CaseFilesLookup::CaseFilesLookup(const CaseFiles &files, const CaseLookup *store)
    : ForwardingLookup(store)
    , m_files(files)
{
}

bool CaseFilesLookup::hasBlob(const QString &name) const
{
    return m_files.bytes.contains(name) || (hasOther() && other().hasBlob(name));
}

} // namespace Loket
