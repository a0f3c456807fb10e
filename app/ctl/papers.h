// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/counter.h"
#include "model/print/paperworld.h"

#include <QHash>

namespace Loket {

class PrintDocument;

/// The options of a command that makes a paper: "--pdf F" and what else it names in `known`.
struct PaperOptions {
    QString subject; ///< case id or card number
    QHash<QString, QString> values;
    QString value(const QString &name) const { return values.value(name); }
};
/// None: not understood; the caller tells the usage.
std::optional<PaperOptions> readPaperOptions(const QStringList &arguments, const QStringList &known);

/// Where and when a paper of this store is printed.
PaperWorld paperWorld(const CtlSession &session, const RuleDesk &desk, const StoreStatus &status,
                      const QString &language);

/// A file that comes into being whole or not at all.
class PaperFile
{
public:
    explicit PaperFile(const QString &path);
    ~PaperFile();
    /// Whether it can be written; asked before anything is noted as printed.
    Outcome<Nothing> open();
    Outcome<Nothing> write(const PrintDocument &document, const QDateTime &created);

private:
    Failure failure() const;
    struct Private;
    std::unique_ptr<Private> d;
};

/// Adds to the print log; the answer is how often this was printed before.
Outcome<int> notePaper(const CtlSession &session, const RuleDesk &desk, Store &store, const QString &what,
                       const QString &reference);

} // namespace Loket
