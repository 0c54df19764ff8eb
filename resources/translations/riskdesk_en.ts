<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswersDialog</name>
    <message numerus="yes">
        <source>%Ln cell(s) changed</source>
        <translation>
            <numerusform>%Ln cell changed</numerusform>
            <numerusform>%Ln cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more cell(s) that do not come in</source>
        <translation>
            <numerusform>and %Ln more cell that does not come in</numerusform>
            <numerusform>and %Ln more cells that do not come in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message numerus="yes">
        <source>%Ln cell(s) differ(s) from the register</source>
        <translation>
            <numerusform>%Ln cell differs from the register</numerusform>
            <numerusform>%Ln cells differ from the register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AtOnce</name>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) not assessed</source>
        <translation>
            <numerusform>%Ln risk not assessed</numerusform>
            <numerusform>%Ln risks not assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message numerus="yes">
        <source>%Ln thing(s) to correct</source>
        <translation>
            <numerusform>%Ln thing to correct</numerusform>
            <numerusform>%Ln things to correct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed or rejected risk(s) left out; --ended prints them.</source>
        <translation>
            <numerusform>%Ln closed or rejected risk is left out; --ended prints it.</numerusform>
            <numerusform>%Ln closed or rejected risks are left out; --ended prints them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) changed</source>
        <translation>
            <numerusform>%Ln field changed</numerusform>
            <numerusform>%Ln fields changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) added</source>
        <translation>
            <numerusform>%Ln item added</numerusform>
            <numerusform>%Ln items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) deleted</source>
        <translation>
            <numerusform>%Ln item deleted</numerusform>
            <numerusform>%Ln items deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) kept that the file does not have</source>
        <translation>
            <numerusform>%Ln item kept that the file does not have</numerusform>
            <numerusform>%Ln items kept that the file does not have</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) repaired from the change history.</source>
        <translation>
            <numerusform>%Ln item repaired from the change history.</numerusform>
            <numerusform>%Ln items repaired from the change history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) of the file left out</source>
        <translation>
            <numerusform>%Ln place of the file left out</numerusform>
            <numerusform>%Ln places of the file left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s), for which the usual answer was taken</source>
        <translation>
            <numerusform>%Ln question, for which the usual answer was taken</numerusform>
            <numerusform>%Ln questions, for which the usual answer was taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more change(s)</source>
        <translation>
            <numerusform>and %Ln more change</numerusform>
            <numerusform>and %Ln more changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBar</name>
    <message numerus="yes">
        <source>%Ln mitigation(s) overdue</source>
        <translation>
            <numerusform>%Ln mitigation overdue</numerusform>
            <numerusform>%Ln mitigations overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review date(s) passed</source>
        <translation>
            <numerusform>%Ln review date passed</numerusform>
            <numerusform>%Ln review dates passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review(s) due within 30 days</source>
        <translation>
            <numerusform>%Ln review due within 30 days</numerusform>
            <numerusform>%Ln reviews due within 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finish</name>
    <message numerus="yes">
        <source>%Ln risk(s) are still to be assessed.</source>
        <translation>
            <numerusform>%Ln risk is still to be assessed.</numerusform>
            <numerusform>%Ln risks are still to be assessed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln risk(s) are assessed.</source>
        <translation>
            <numerusform>The %Ln risk is assessed.</numerusform>
            <numerusform>All %Ln risks are assessed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsButton</name>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hidden</name>
    <message numerus="yes">
        <source>%Ln selected item(s) are not among those shown.</source>
        <translation>
            <numerusform>%Ln selected item is not among those shown.</numerusform>
            <numerusform>%Ln selected items are not among those shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more item(s)</source>
        <translation>
            <numerusform>and %Ln more item</numerusform>
            <numerusform>and %Ln more items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) left out</source>
        <translation>
            <numerusform>%Ln place left out</numerusform>
            <numerusform>%Ln places left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln item selected</numerusform>
            <numerusform>%Ln items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%Ln page(s) printed</source>
        <translation>
            <numerusform>%Ln page printed</numerusform>
            <numerusform>%Ln pages printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineAnnouncer</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln item selected</numerusform>
            <numerusform>%Ln items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln mitigation(s)</source>
        <translation>
            <numerusform>{shown} of %Ln mitigation</numerusform>
            <numerusform>{shown} of %Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %Ln risk(s)</source>
        <translation>
            <numerusform>{shown} of %Ln risk</numerusform>
            <numerusform>{shown} of %Ln risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossQuestion</name>
    <message numerus="yes">
        <source>%Ln mitigation(s) become risks and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%Ln mitigation becomes a risk and loses: {fields}. Go on nevertheless?</numerusform>
            <numerusform>%Ln mitigations become risks and lose: {fields}. Go on nevertheless?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) become mitigations and lose: {fields}. Go on nevertheless?</source>
        <translation>
            <numerusform>%Ln risk becomes a mitigation and loses: {fields}. Go on nevertheless?</numerusform>
            <numerusform>%Ln risks become mitigations and lose: {fields}. Go on nevertheless?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixSpeech</name>
    <message numerus="yes">
        <source>%Ln more risk(s), Enter lists them</source>
        <translation>
            <numerusform>%Ln more risk, Enter lists it</numerusform>
            <numerusform>%Ln more risks, Enter lists them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s), Enter lists them</source>
        <translation>
            <numerusform>%Ln risk, Enter lists it</numerusform>
            <numerusform>%Ln risks, Enter lists them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected risk(s)</source>
        <translation>
            <numerusform>%Ln selected risk</numerusform>
            <numerusform>%Ln selected risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message numerus="yes">
        <source>Set for %Ln item(s)</source>
        <translation>
            <numerusform>Set for %Ln item</numerusform>
            <numerusform>Set for %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln value(s) were changed in both: your value is kept unless you tick the copy&apos;s.</source>
        <translation>
            <numerusform>%Ln value was changed in both: your value is kept unless you tick the copy&apos;s.</numerusform>
            <numerusform>%Ln values were changed in both: your values are kept unless you tick the copy&apos;s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnersModel</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>, with %Ln mitigation(s)</source>
        <translation>
            <numerusform>, with %Ln mitigation</numerusform>
            <numerusform>, with %Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, without %Ln mitigation(s), which stay(s)</source>
        <translation>
            <numerusform>, without %Ln mitigation, which stays</numerusform>
            <numerusform>, without %Ln mitigations, which stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message numerus="yes">
        <source>%Ln risk(s) assessed</source>
        <translation>
            <numerusform>%Ln risk assessed</numerusform>
            <numerusform>%Ln risks assessed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln item selected</numerusform>
            <numerusform>%Ln items selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemapDialog</name>
    <message numerus="yes">
        <source>%Ln level(s) become empty, as you chose.</source>
        <translation>
            <numerusform>%Ln level becomes empty, as you chose.</numerusform>
            <numerusform>%Ln levels become empty, as you chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) fall into another band.</source>
        <translation>
            <numerusform>%Ln risk falls into another band.</numerusform>
            <numerusform>%Ln risks fall into another band.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message numerus="yes">
        <source>%Ln risk(s) without levels that the scale no longer has</source>
        <translation>
            <numerusform>%Ln risk without levels that the scale no longer has</numerusform>
            <numerusform>%Ln risks without levels that the scale no longer has</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message numerus="yes">
        <source>%Ln workbook(s)</source>
        <translation>
            <numerusform>%Ln workbook</numerusform>
            <numerusform>%Ln workbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %Ln risk(s) and mitigations in all</source>
        <translation>
            <numerusform>with %Ln risk or mitigation in all</numerusform>
            <numerusform>with %Ln risks and mitigations in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendingTask</name>
    <message numerus="yes">
        <source>%Ln workbook(s) saved in {folder}</source>
        <translation>
            <numerusform>%Ln workbook saved in {folder}</numerusform>
            <numerusform>%Ln workbooks saved in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetSpeech</name>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) not saved</source>
        <translation>
            <numerusform>%Ln text not saved</numerusform>
            <numerusform>%Ln texts not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThenWindow</name>
    <message numerus="yes">
        <source>and %Ln more item(s)</source>
        <translation>
            <numerusform>and %Ln more item</numerusform>
            <numerusform>and %Ln more items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TogetherDialog</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay(s) as they are</source>
        <translation>
            <numerusform>%Ln stays as it is</numerusform>
            <numerusform>%Ln stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln mitigation(s) together</source>
        <translation>
            <numerusform>Change %Ln mitigation together</numerusform>
            <numerusform>Change %Ln mitigations together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln risk(s) together</source>
        <translation>
            <numerusform>Change %Ln risk together</numerusform>
            <numerusform>Change %Ln risks together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message numerus="yes">
        <source>%Ln due</source>
        <translation>
            <numerusform>%Ln is due</numerusform>
            <numerusform>%Ln are due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s) overdue</source>
        <translation>
            <numerusform>%Ln mitigation overdue</numerusform>
            <numerusform>%Ln mitigations overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln review date(s) passed</source>
        <translation>
            <numerusform>%Ln review date passed</numerusform>
            <numerusform>%Ln review dates passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{due}; %Ln new since {day}</source>
        <translation>
            <numerusform>{due}; %Ln is new since {day}</numerusform>
            <numerusform>{due}; %Ln are new since {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%Ln category(s)</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln closed or rejected risk(s) left out</source>
        <translation>
            <numerusform>%Ln closed or rejected risk left out</numerusform>
            <numerusform>%Ln closed or rejected risks left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) added</source>
        <translation>
            <numerusform>%Ln item added</numerusform>
            <numerusform>%Ln items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) changed</source>
        <translation>
            <numerusform>%Ln item changed</numerusform>
            <numerusform>%Ln items changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) removed</source>
        <translation>
            <numerusform>%Ln item removed</numerusform>
            <numerusform>%Ln items removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mitigation(s)</source>
        <translation>
            <numerusform>%Ln mitigation</numerusform>
            <numerusform>%Ln mitigations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new risk(s)</source>
        <translation>
            <numerusform>%Ln new risk</numerusform>
            <numerusform>%Ln new risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln register(s)</source>
        <translation>
            <numerusform>%Ln register</numerusform>
            <numerusform>%Ln registers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s)</source>
        <translation>
            <numerusform>%Ln risk</numerusform>
            <numerusform>%Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) differ(s)</source>
        <translation>
            <numerusform>%Ln risk differs</numerusform>
            <numerusform>%Ln risks differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) not in the file, kept</source>
        <translation>
            <numerusform>%Ln risk not in the file, kept</numerusform>
            <numerusform>%Ln risks not in the file, kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln risk(s) the same</source>
        <translation>
            <numerusform>%Ln risk the same</numerusform>
            <numerusform>%Ln risks the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>Assess %Ln risk(s)…</source>
        <translation>
            <numerusform>Assess %Ln risk…</numerusform>
            <numerusform>Assess %Ln risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose a response to %Ln risk(s)…</source>
        <translation>
            <numerusform>Choose a response to %Ln risk…</numerusform>
            <numerusform>Choose a response to %Ln risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalate %Ln risk(s)…</source>
        <translation>
            <numerusform>Escalate %Ln risk…</numerusform>
            <numerusform>Escalate %Ln risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scale changed, with the levels of %Ln risk(s)</source>
        <translation>
            <numerusform>Scale changed, with the levels of %Ln risk</numerusform>
            <numerusform>Scale changed, with the levels of %Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set due date of %Ln mitigation(s)…</source>
        <translation>
            <numerusform>Set due date of %Ln mitigation…</numerusform>
            <numerusform>Set due date of %Ln mitigations…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set next review of %Ln risk(s)…</source>
        <translation>
            <numerusform>Set next review of %Ln risk…</numerusform>
            <numerusform>Set next review of %Ln risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %Ln mitigation(s)…</source>
        <translation>
            <numerusform>Set owner of %Ln mitigation…</numerusform>
            <numerusform>Set owner of %Ln mitigations…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set owner of %Ln risk(s)…</source>
        <translation>
            <numerusform>Set owner of %Ln risk…</numerusform>
            <numerusform>Set owner of %Ln risks…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set residual to inherent for %Ln risk(s)</source>
        <translation>
            <numerusform>Set residual to inherent for %Ln risk</numerusform>
            <numerusform>Set residual to inherent for %Ln risks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text replaced in %Ln place(s)</source>
        <translation>
            <numerusform>Text replaced in %Ln place</numerusform>
            <numerusform>Text replaced in %Ln places</numerusform>
        </translation>
    </message>
</context>
</TS>
