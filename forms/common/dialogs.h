// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace Loket {

/// Asks the officer something. A port, so that a test can answer. Nothing blocks: the answer comes to the
/// function that was handed in, later, on the window's thread; it does not come when `parent` is gone.
class Dialogs
{
public:
    struct Question {
        QString title;
        QString text;
        QString yes; ///< the verb, e.g. "Hapus konsep"
        QString no;  ///< e.g. "Batal"
        bool isDangerous = false;
    };
    struct ReasonQuestion {
        QString title;
        QString text;
        QString label; ///< above the input
        QString yes;
        QStringList suggestions; ///< usual reasons, to choose with one key
    };

    struct Choice {
        QString value;
        QString text;
    };
    struct ChoiceQuestion {
        QString title;
        QString text;
        QString label; ///< names the list
        QString yes;
        QList<Choice> choices;
    };

    virtual ~Dialogs() = default;
    virtual void confirm(QWidget *parent, const Question &, std::function<void(bool)> answer) = 0;
    /// A text of at least three letters; an empty answer: cancelled.
    virtual void reason(QWidget *parent, const ReasonQuestion &, std::function<void(const QString &)> answer)
        = 0;
    /// One of a short list; an empty answer: cancelled.
    virtual void choose(QWidget *parent, const ChoiceQuestion &, std::function<void(const QString &)> answer)
        = 0;
    /// A file to read; an empty answer: cancelled. `filter` as QFileDialog has it.
    virtual void openFile(QWidget *parent, const QString &title, const QString &filter,
                          std::function<void(const QString &)> answer)
        = 0;
    /// A file to write.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &name, const QString &filter,
                          std::function<void(const QString &)> answer)
        = 0;
    /// Says something that must be read before going on.
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
};

} // namespace Loket
