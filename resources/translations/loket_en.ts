<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Loket::CardBatch</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at the printer</source>
        <translation>
            <numerusform>%n at the printer</numerusform>
            <numerusform>%n at the printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not be printed</source>
        <translation>
            <numerusform>%n may not be printed</numerusform>
            <numerusform>%n may not be printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n cards</source>
        <translation>
            <numerusform>Print %n card</numerusform>
            <numerusform>Print %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::CardReason</name>
    <message numerus="yes">
        <source>Printed %n time(s) before: say why again, and tick what was seen.</source>
        <translation>
            <numerusform>Printed %n time before: say why again, and tick what was seen.</numerusform>
            <numerusform>Printed %n times before: say why again, and tick what was seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::CasePage</name>
    <message numerus="yes">
        <source>Not submitted yet: %n problem(s) to mend; F6 goes from one to the next.</source>
        <translation>
            <numerusform>Not submitted yet: %n problem to mend; F6 goes to it.</numerusform>
            <numerusform>Not submitted yet: %n problems to mend; F6 goes from one to the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not submitted yet: %n document(s) still to be seen (F7).</source>
        <translation>
            <numerusform>Not submitted yet: %n document still to be seen (F7).</numerusform>
            <numerusform>Not submitted yet: %n documents still to be seen (F7).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): give a reason, or submit again to go on without one.</source>
        <translation>
            <numerusform>%n warning: give a reason, or submit again to go on without one.</numerusform>
            <numerusform>%n warnings: give reasons, or submit again to go on without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::ClosedWindow</name>
    <message numerus="yes">
        <source>%n case(s) that the centre may not have stayed, sealed: only the centre can read the files. Bring them to a counter with a connection. They lie in %1: %2</source>
        <translation>
            <numerusform>%n case that the centre may not have stayed, sealed: only the centre can read the files. Bring them to a counter with a connection. They lie in %1: %2</numerusform>
            <numerusform>%n cases that the centre may not have stayed, sealed: only the centre can read the files. Bring them to a counter with a connection. They lie in %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::ConflictPage</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::DuesPanel</name>
    <message numerus="yes">
        <source>%n instalment(s)</source>
        <translation>
            <numerusform>%n instalment</numerusform>
            <numerusform>%n instalments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::FollowUpCard</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::HandOverPage</name>
    <message numerus="yes">
        <source>Waits for %n day(s)</source>
        <translation>
            <numerusform>Waits for %n day</numerusform>
            <numerusform>Waits for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::HandOverSheet</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::IssueText</name>
    <message numerus="yes">
        <source>%1 is %n digit(s) short (%2 of %3)</source>
        <translation>
            <numerusform>%1 is %n digit short (%2 of %3)</numerusform>
            <numerusform>%1 is %n digits short (%2 of %3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n digit(s) too many (%2 instead of %3)</source>
        <translation>
            <numerusform>%1 has %n digit too many (%2 instead of %3)</numerusform>
            <numerusform>%1 has %n digits too many (%2 instead of %3)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::MainWindow</name>
    <message numerus="yes">
        <source>The centre decided on %n of your cases</source>
        <translation>
            <numerusform>The centre decided on %n of your cases</numerusform>
            <numerusform>The centre decided on %n of your cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n to look after</source>
        <translation>
            <numerusform>%1; %n to look after</numerusform>
            <numerusform>%1; %n to look after</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::OfficeWords</name>
    <message numerus="yes">
        <source>%n day(s), since %1</source>
        <translation>
            <numerusform>%n day, since %1</numerusform>
            <numerusform>%n days, since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest unsent case waits for %n day(s)</source>
        <translation>
            <numerusform>The oldest unsent case waits for %n day</numerusform>
            <numerusform>The oldest unsent case waits for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n case(s) wait in all.</source>
        <translation>
            <numerusform>%1; %n case waits in all.</numerusform>
            <numerusform>%1; %n cases wait in all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::ProblemPanel</name>
    <message numerus="yes">
        <source>%n still to fill in: %1</source>
        <translation>
            <numerusform>%n still to fill in: %1</numerusform>
            <numerusform>%n still to fill in: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::SyncPage</name>
    <message numerus="yes">
        <source>%n case(s) to be decided</source>
        <translation>
            <numerusform>%n case to be decided</numerusform>
            <numerusform>%n cases to be decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the centre not applied</source>
        <translation>
            <numerusform>%n entry of the centre not applied</numerusform>
            <numerusform>%n entries of the centre not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: bring them to the supervisor</source>
        <translation>
            <numerusform>%n too late: bring it to the supervisor</numerusform>
            <numerusform>%n too late: bring them to the supervisor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::SyncTexts</name>
    <message numerus="yes">
        <source>%1 sent</source>
        <translation>
            <numerusform>%1 sent</numerusform>
            <numerusform>%1 sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted</source>
        <translation>
            <numerusform>%1 accepted</numerusform>
            <numerusform>%1 accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted with changes</source>
        <translation>
            <numerusform>%1 accepted with changes</numerusform>
            <numerusform>%1 accepted with changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to correct</source>
        <translation>
            <numerusform>%1 to correct</numerusform>
            <numerusform>%1 to correct</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rejected</source>
        <translation>
            <numerusform>%1 rejected</numerusform>
            <numerusform>%1 rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to decide</source>
        <translation>
            <numerusform>%1 to decide</numerusform>
            <numerusform>%1 to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 held</source>
        <translation>
            <numerusform>%1 held</numerusform>
            <numerusform>%1 held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 family(ies) renewed</source>
        <translation>
            <numerusform>%1 family renewed</numerusform>
            <numerusform>%1 families renewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 card number(s) received</source>
        <translation>
            <numerusform>%1 card number received</numerusform>
            <numerusform>%1 card numbers received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 picture(s) sent</source>
        <translation>
            <numerusform>%1 picture sent</numerusform>
            <numerusform>%1 pictures sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 error(s)</source>
        <translation>
            <numerusform>%1 error</numerusform>
            <numerusform>%1 errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::TodayCard</name>
    <message numerus="yes">
        <source>%n printed card(s) wait too long for their owners</source>
        <translation>
            <numerusform>%n printed card waits too long for its owner</numerusform>
            <numerusform>%n printed cards wait too long for their owners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::CardReasonDialog</name>
    <message numerus="yes">
        <source>%n cards need a reason</source>
        <translation>
            <numerusform>%n card needs a reason</numerusform>
            <numerusform>%n cards need a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::CardRoom</name>
    <message numerus="yes">
        <source>%n prints: nobody has said yet whether they came out</source>
        <translation>
            <numerusform>%n print: nobody has said yet whether it came out</numerusform>
            <numerusform>%n prints: nobody has said yet whether they came out</numerusform>
        </translation>
    </message>
</context>
</TS>
