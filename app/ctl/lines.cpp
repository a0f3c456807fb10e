// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/lines.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kOutputBlock = 64 * 1024;

/// The next line without its end; `tooLong` when it was longer than `longest` and passed over.
QByteArray takeLine(QFile &file, qint64 longest, bool *tooLong)
{
    QByteArray line = file.readLine(longest + 3);
    *tooLong = !line.endsWith('\n') && line.size() > longest;
    if (*tooLong) {
        while (true) {
            const QByteArray rest = file.readLine(kOutputBlock);
            if (rest.isEmpty() || rest.endsWith('\n'))
                return {};
        }
    }
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray errorLine(const QString &what)
{
    return QJsonDocument(QJsonObject{{u"error"_s, what}}).toJson(QJsonDocument::Compact);
}

} // namespace

int answerLines(const CtlSession &session, const QString &fileOrDash, qint64 longest,
                const std::function<Result<QByteArray, QString>(const QByteArray &line)> &answer)
{
    QFile file;
    const bool isOpen = fileOrDash == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                             : (file.setFileName(fileOrDash), file.open(QIODevice::ReadOnly));
    if (!isOpen)
        return session.usage(fileOrDash + u": "_s + file.errorString());
    QByteArray out;
    // atEnd() of a pipe is only true after an empty read: input of a whole number of buffers would get a line
    // more.
    while (!file.peek(1).isEmpty()) {
        bool tooLong = false;
        const QByteArray line = takeLine(file, longest, &tooLong);
        if (tooLong) {
            out += errorLine(u"longer than %1 bytes"_s.arg(longest));
        } else if (line.trimmed().isEmpty()) {
            out += errorLine(u"an empty line"_s);
        } else {
            const auto text = answer(line);
            out += text ? text.value() : errorLine(text.error());
        }
        out += '\n';
        if (out.size() >= kOutputBlock) {
            out.chop(1);
            session.print(out);
            out.clear();
        }
    }
    if (file.error() != QFileDevice::NoError)
        return session.usage(fileOrDash + u": "_s + file.errorString());
    if (!out.isEmpty()) {
        out.chop(1);
        session.print(out);
    }
    return kExitDone;
}

} // namespace Loket
