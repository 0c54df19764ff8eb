<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswersDialog</name>
    <message numerus="yes">
        <source>%n cell(s) changed</source>
        <translation>
            <numerusform>%n cell changed</numerusform>
            <numerusform>%n cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more cell(s) that do not come in</source>
        <translation>
            <numerusform>and %n more cell that does not come in</numerusform>
            <numerusform>and %n more cells that do not come in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AtOnce</name>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) not assessed</source>
        <translation>
            <numerusform>%n risk not assessed</numerusform>
            <numerusform>%n risks not assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed or rejected risk(s) left out; --ended prints them.</source>
        <translation>
            <numerusform>%n closed or rejected risk is left out; --ended prints it.</numerusform>
            <numerusform>%n closed or rejected risks are left out; --ended prints them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) changed</source>
        <translation>
            <numerusform>%n field changed</numerusform>
            <numerusform>%n fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) deleted</source>
        <translation>
            <numerusform>%n item deleted</numerusform>
            <numerusform>%n items deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept that the file does not have</source>
        <translation>
            <numerusform>%n item kept that the file does not have</numerusform>
            <numerusform>%n items kept that the file does not have</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) repaired from the change history.</source>
        <translation>
            <numerusform>%n item repaired from the change history.</numerusform>
            <numerusform>%n items repaired from the change history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the file left out</source>
        <translation>
            <numerusform>%n place of the file left out</numerusform>
            <numerusform>%n places of the file left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), for which the usual answer was taken</source>
        <translation>
            <numerusform>%n question, for which the usual answer was taken</numerusform>
            <numerusform>%n questions, for which the usual answer was taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more change(s)</source>
        <translation>
            <numerusform>and %n more change</numerusform>
            <numerusform>and %n more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourierCommands</name>
    <message numerus="yes">
        <source>%n workbook(s) saved in {folder}</source>
        <translation>
            <numerusform>%n workbook saved in {folder}</numerusform>
            <numerusform>%n workbooks saved in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message numerus="yes">
        <source>%n mitigation(s) overdue</source>
        <translation>
            <numerusform>%n mitigation overdue</numerusform>
            <numerusform>%n mitigations overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review date(s) passed</source>
        <translation>
            <numerusform>%n review date passed</numerusform>
            <numerusform>%n review dates passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) due within 30 days</source>
        <translation>
            <numerusform>%n review due within 30 days</numerusform>
            <numerusform>%n reviews due within 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n closed or rejected risk(s) left out</source>
        <translation>
            <numerusform>%n closed or rejected risk left out</numerusform>
            <numerusform>%n closed or rejected risks left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message numerus="yes">
        <source>%n risk(s) are still to be assessed.</source>
        <translation>
            <numerusform>%n risk is still to be assessed.</numerusform>
            <numerusform>%n risks are still to be assessed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n risk(s) are assessed.</source>
        <translation>
            <numerusform>The %n risk is assessed.</numerusform>
            <numerusform>All %n risks are assessed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsButton</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n item selected</numerusform>
            <numerusform>%n items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hidden</name>
    <message numerus="yes">
        <source>%n selected item(s) are not among those shown.</source>
        <translation>
            <numerusform>%n selected item is not among those shown.</numerusform>
            <numerusform>%n selected items are not among those shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more item(s)</source>
        <translation>
            <numerusform>and %n more item</numerusform>
            <numerusform>and %n more items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n place(s) left out</source>
        <translation>
            <numerusform>%n place left out</numerusform>
            <numerusform>%n places left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
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
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n item selected</numerusform>
            <numerusform>%n items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%n page(s) printed</source>
        <translation>
            <numerusform>%n page printed</numerusform>
            <numerusform>%n pages printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n mitigation(s)</source>
        <translation>
            <numerusform>{shown} of %n mitigation</numerusform>
            <numerusform>{shown} of %n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n risk(s)</source>
        <translation>
            <numerusform>{shown} of %n risk</numerusform>
            <numerusform>{shown} of %n risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Losing</name>
    <message numerus="yes">
        <source>%n mitigation(s) become risks and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%n mitigation becomes a risk and loses: {fields}. Go on nevertheless?</numerusform>
            <numerusform>%n mitigations become risks and lose: {fields}. Go on nevertheless?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) become mitigations and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%n risk becomes a mitigation and loses: {fields}. Go on nevertheless?</numerusform>
            <numerusform>%n risks become mitigations and lose: {fields}. Go on nevertheless?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message numerus="yes">
        <source>Set for %n item(s)</source>
        <translation>
            <numerusform>Set for %n item</numerusform>
            <numerusform>Set for %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n value(s) were changed in both: your value is kept unless you tick the copy&apos;s.</source>
        <translation>
            <numerusform>%n value was changed in both: your value is kept unless you tick the copy&apos;s.</numerusform>
            <numerusform>%n values were changed in both: your values are kept unless you tick the copy&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnersModel</name>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>, with %n mitigation(s)</source>
        <translation>
            <numerusform>, with %n mitigation</numerusform>
            <numerusform>, with %n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, without %n mitigation(s), which stay(s)</source>
        <translation>
            <numerusform>, without %n mitigation, which stays</numerusform>
            <numerusform>, without %n mitigations, which stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%n risk(s) assessed</source>
        <translation>
            <numerusform>%n risk assessed</numerusform>
            <numerusform>%n risks assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n item selected</numerusform>
            <numerusform>%n items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemapDialog</name>
    <message numerus="yes">
        <source>%n level(s) become empty, as you chose.</source>
        <translation>
            <numerusform>%n level becomes empty, as you chose.</numerusform>
            <numerusform>%n levels become empty, as you chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) fall into another band.</source>
        <translation>
            <numerusform>%n risk falls into another band.</numerusform>
            <numerusform>%n risks fall into another band.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message numerus="yes">
        <source>%n risk(s) without levels that the scale no longer has</source>
        <translation>
            <numerusform>%n risk without levels that the scale no longer has</numerusform>
            <numerusform>%n risks without levels that the scale no longer has</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message numerus="yes">
        <source>%n thing(s) to correct</source>
        <translation>
            <numerusform>%n thing to correct</numerusform>
            <numerusform>%n things to correct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%n workbook(s)</source>
        <translation>
            <numerusform>%n workbook</numerusform>
            <numerusform>%n workbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n risk(s) and mitigations in all</source>
        <translation>
            <numerusform>with %n risk or mitigation in all</numerusform>
            <numerusform>with %n risks and mitigations in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more risk(s), Enter lists them</source>
        <translation>
            <numerusform>%n more risk, Enter lists it</numerusform>
            <numerusform>%n more risks, Enter lists them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) not saved</source>
        <translation>
            <numerusform>%n text not saved</numerusform>
            <numerusform>%n texts not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThenWindow</name>
    <message numerus="yes">
        <source>and %n more item(s)</source>
        <translation>
            <numerusform>and %n more item</numerusform>
            <numerusform>and %n more items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TogetherDialog</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as they are</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n mitigation(s) together</source>
        <translation>
            <numerusform>Change %n mitigation together</numerusform>
            <numerusform>Change %n mitigations together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n risk(s) together</source>
        <translation>
            <numerusform>Change %n risk together</numerusform>
            <numerusform>Change %n risks together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n is due</numerusform>
            <numerusform>%n are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s) overdue</source>
        <translation>
            <numerusform>%n mitigation overdue</numerusform>
            <numerusform>%n mitigations overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review date(s) passed</source>
        <translation>
            <numerusform>%n review date passed</numerusform>
            <numerusform>%n review dates passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{due}; %n new since {day}</source>
        <translation>
            <numerusform>{due}; %n is new since {day}</numerusform>
            <numerusform>{due}; %n are new since {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n category(s)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed</source>
        <translation>
            <numerusform>%n item changed</numerusform>
            <numerusform>%n items changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) removed</source>
        <translation>
            <numerusform>%n item removed</numerusform>
            <numerusform>%n items removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mitigation(s)</source>
        <translation>
            <numerusform>%n mitigation</numerusform>
            <numerusform>%n mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new risk(s)</source>
        <translation>
            <numerusform>%n new risk</numerusform>
            <numerusform>%n new risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n register(s)</source>
        <translation>
            <numerusform>%n register</numerusform>
            <numerusform>%n registers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>%n risk</numerusform>
            <numerusform>%n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) differ(s)</source>
        <translation>
            <numerusform>%n risk differs</numerusform>
            <numerusform>%n risks differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) not in the file, kept</source>
        <translation>
            <numerusform>%n risk not in the file, kept</numerusform>
            <numerusform>%n risks not in the file, kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) the same</source>
        <translation>
            <numerusform>%n risk the same</numerusform>
            <numerusform>%n risks the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>Assess %n risk(s)…</source>
        <translation>
            <numerusform>Assess %n risk…</numerusform>
            <numerusform>Assess %n risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose a response to %n risk(s)…</source>
        <translation>
            <numerusform>Choose a response to %n risk…</numerusform>
            <numerusform>Choose a response to %n risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalate %n risk(s)…</source>
        <translation>
            <numerusform>Escalate %n risk…</numerusform>
            <numerusform>Escalate %n risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale changed, with the levels of %n risk(s)</source>
        <translation>
            <numerusform>Scale changed, with the levels of %n risk</numerusform>
            <numerusform>Scale changed, with the levels of %n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set due date of %n mitigation(s)…</source>
        <translation>
            <numerusform>Set due date of %n mitigation…</numerusform>
            <numerusform>Set due date of %n mitigations…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set next review of %n risk(s)…</source>
        <translation>
            <numerusform>Set next review of %n risk…</numerusform>
            <numerusform>Set next review of %n risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %n mitigation(s)…</source>
        <translation>
            <numerusform>Set owner of %n mitigation…</numerusform>
            <numerusform>Set owner of %n mitigations…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %n risk(s)…</source>
        <translation>
            <numerusform>Set owner of %n risk…</numerusform>
            <numerusform>Set owner of %n risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set residual to inherent for %n risk(s)</source>
        <translation>
            <numerusform>Set residual to inherent for %n risk</numerusform>
            <numerusform>Set residual to inherent for %n risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text replaced in %n place(s)</source>
        <translation>
            <numerusform>Text replaced in %n place</numerusform>
            <numerusform>Text replaced in %n places</numerusform>
        </translation>
    </message>
</context>
</TS>
