<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Captions</name>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>p95 was %1 throughout</source>
        <translation>p95 lag durchgehend bei %1</translation>
    </message>
    <message>
        <source>p95 was between %1 and %2, highest at %3</source>
        <translation>p95 lag zwischen %1 und %2, am höchsten bei %3</translation>
    </message>
    <message>
        <source>p95 stayed between %1 and %2</source>
        <translation>p95 blieb zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>%1 a second in the mean, %2 at most</source>
        <translation>%1 pro Sekunde im Mittel, höchstens %2</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Nutzer</translation>
    </message>
    <message>
        <source>%1 active users at most</source>
        <translation>Höchstens %1 aktive Nutzer</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Nichts gemessen</translation>
    </message>
    <message>
        <source>Half of the requests took %1 or less, the slowest %2</source>
        <translation>Die Hälfte der Anfragen dauerte höchstens %1, die langsamste %2</translation>
    </message>
    <message>
        <source>%1; response = service (closed model)</source>
        <translation>%1; Antwort- = Servicezeit (geschlossenes Modell)</translation>
    </message>
    <message>
        <source>send lag p99 %1</source>
        <translation>Sendeverzug p99 %1</translation>
    </message>
    <message>
        <source>%1 % CPU of one core</source>
        <translation>%1 % CPU eines Kerns</translation>
    </message>
    <message>
        <source>Nothing known about the generator yet</source>
        <translation>Noch nichts über den Lastgenerator bekannt</translation>
    </message>
    <message>
        <source>Achieved %1 of %2 iterations a second planned</source>
        <translation>%1 von %2 geplanten Iterationen pro Sekunde erreicht</translation>
    </message>
    <message>
        <source>; %1 more arrivals were dropped</source>
        <translation>; %1 weitere Ankünfte wurden verworfen</translation>
    </message>
    <message>
        <source>No request finished</source>
        <translation>Keine Anfrage wurde fertig</translation>
    </message>
    <message>
        <source>%1 requests finished, none failed</source>
        <translation>%1 Anfragen fertig, keine fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 finished requests failed (%3)</source>
        <translation>%1 von %2 fertigen Anfragen fehlgeschlagen (%3)</translation>
    </message>
    <message>
        <source>This report keeps no histograms over time</source>
        <translation>Dieser Bericht enthält keine Histogramme über die Zeit</translation>
    </message>
    <message>
        <source>Answers by time and latency, the stronger the more: %1 at most in a cell of %2 s</source>
        <translation>Antworten nach Zeit und Latenz, je kräftiger desto mehr: höchstens %1 in einer Zelle von %2 s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A workbench for performance baselines.</source>
        <translation>Eine Werkbank für Performance-Baselines.</translation>
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation>Diese Hilfe ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>Die Version ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Open the library in &lt;folder&gt;.</source>
        <translation>Die Bibliothek in &lt;folder&gt; öffnen.</translation>
    </message>
    <message>
        <source>system, light or dark, for this start.</source>
        <translation>system, light oder dark, für diesen Start.</translation>
    </message>
    <message>
        <source>Language of the window, such as de.</source>
        <translation>Sprache des Fensters, etwa de.</translation>
    </message>
    <message>
        <source>The plumb program that runs scenarios.</source>
        <translation>Das Programm plumb, das Szenarien ausführt.</translation>
    </message>
    <message>
        <source>Open a report or scenario; may be repeated.</source>
        <translation>Einen Bericht oder ein Szenario öffnen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Open the library in &lt;folder&gt;; one without reports is filled with a few real runs.</source>
        <translation>Die Bibliothek in &lt;folder&gt; öffnen; eine ohne Berichte wird mit einigen echten Läufen gefüllt.</translation>
    </message>
    <message>
        <source>Print how long after the start the window was first painted.</source>
        <translation>Ausgeben, wie lange nach dem Start das Fenster zum ersten Mal gezeichnet war.</translation>
    </message>
    <message>
        <source>Reports and scenarios to open.</source>
        <translation>Zu öffnende Berichte und Szenarien.</translation>
    </message>
    <message>
        <source>Open a report, show every page once and end with 0.</source>
        <translation>Einen Bericht öffnen, jede Seite einmal zeigen und mit 0 enden.</translation>
    </message>
</context>
<context>
    <name>DocumentTexts</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>response = service (closed model)</source>
        <translation>Antwort- = Servicezeit (geschlossenes Modell)</translation>
    </message>
    <message>
        <source>Plumbline · report %1</source>
        <translation>Plumbline · Bericht %1</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation>Teil des Laufs</translation>
    </message>
    <message>
        <source>The figures, charts, errors and events below are of %1 – %2 alone; verdict and rules are of the whole run.</source>
        <translation>Die Zahlen, Diagramme, Fehler und Ereignisse unten gelten nur für %1 – %2; Urteil und Regeln gelten für den ganzen Lauf.</translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation>zu wenige Anfragen</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>in this part of the run</source>
        <translation>in diesem Teil des Laufs</translation>
    </message>
    <message>
        <source>in the measure phase</source>
        <translation>in der Messphase</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>in the mean</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation>Übersprungene Schritte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Nobody has written a note on this run.</source>
        <translation>Zu diesem Lauf hat niemand eine Notiz geschrieben.</translation>
    </message>
    <message>
        <source>Was the load generator the limit?</source>
        <translation>War der Lastgenerator die Grenze?</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>other failures</source>
        <translation>andere Fehler</translation>
    </message>
    <message>
        <source>No answer gave a reason code in this part of the run</source>
        <translation>In diesem Teil des Laufs nannte keine Antwort einen Grund</translation>
    </message>
    <message>
        <source>No answer gave a reason code</source>
        <translation>Keine Antwort nannte einen Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 came %2 (%n reason(s) in all)</source>
        <translation>
            <numerusform>%1 kam %2 vor (%n Grund insgesamt)</numerusform>
            <numerusform>%1 kam %2 vor (%n Gründe insgesamt)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the most frequent of %2 reasons, came %3, most often at %4</source>
        <translation>%1, der häufigste von %2 Gründen, kam %3 vor, am häufigsten bei %4</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Too few requests to trust this percentile</source>
        <translation>Zu wenige Anfragen für ein verlässliches Perzentil</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>All figures explained</source>
        <translation>Alle Kennzahlen erklärt</translation>
    </message>
    <message>
        <source>Search figures</source>
        <translation>Kennzahlen durchsuchen</translation>
    </message>
    <message>
        <source>What the figure is</source>
        <translation>Was die Kennzahl bedeutet</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Another machine</source>
        <translation>Ein anderer Rechner</translation>
    </message>
    <message>
        <source>Send requests to %1, which is not this machine? It is asked once per host; the library remembers the answer.</source>
        <translation>Anfragen an %1 senden? Das ist nicht dieser Rechner. Gefragt wird einmal je Rechner; die Bibliothek merkt sich die Antwort.</translation>
    </message>
    <message>
        <source>Commands on this machine</source>
        <translation>Befehle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Let the step do this on this machine? It is asked once for as long as it stays the same.</source>
        <translation>Darf der Schritt dies auf diesem Rechner tun? Gefragt wird einmal, solange es gleich bleibt.</translation>
    </message>
</context>
<context>
    <name>GapTexts</name>
    <message>
        <source>The run could not start: its target did not answer</source>
        <translation>Der Lauf konnte nicht beginnen: Das Ziel hat nicht geantwortet</translation>
    </message>
    <message>
        <source>Start the service, or correct the address of the target in the scenario, and run it again.</source>
        <translation>Starten Sie den Dienst oder berichtigen Sie die Adresse des Ziels im Szenario, und führen Sie es erneut aus.</translation>
    </message>
    <message>
        <source>The run could not start: a setup step failed</source>
        <translation>Der Lauf konnte nicht beginnen: Ein Vorbereitungsschritt schlug fehl</translation>
    </message>
    <message>
        <source>Mend the setup step or the variables it uses, try it with Send once on the Compose page, and run the scenario again.</source>
        <translation>Berichtigen Sie den Vorbereitungsschritt oder seine Variablen, probieren Sie ihn im Entwurf mit „Einmal senden“ und führen Sie das Szenario erneut aus.</translation>
    </message>
    <message>
        <source>The failing exchange is kept under Samples. Mend the setup step or the variables it uses, try it with Send once on the Compose page, and run the scenario again.</source>
        <translation>Der fehlgeschlagene Austausch steht unter Stichproben. Berichtigen Sie den Vorbereitungsschritt oder seine Variablen, probieren Sie ihn im Entwurf mit „Einmal senden“ und führen Sie das Szenario erneut aus.</translation>
    </message>
    <message>
        <source>The run was stopped before anything was measured</source>
        <translation>Der Lauf wurde angehalten, bevor etwas gemessen war</translation>
    </message>
    <message>
        <source>Let it run past its warm-up: only requests of the measure phase count.</source>
        <translation>Lassen Sie ihn über das Aufwärmen hinaus laufen: Nur Anfragen der Messphase zählen.</translation>
    </message>
    <message>
        <source>The runner ended before anything was measured</source>
        <translation>Das ausführende Programm endete, bevor etwas gemessen war</translation>
    </message>
    <message>
        <source>Run the scenario again. If it ends like this again, look for its last words with: plumb run SCENARIO --verbose</source>
        <translation>Führen Sie das Szenario erneut aus. Endet es wieder so, zeigt dies die letzten Meldungen: plumb run SZENARIO --verbose</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Nichts wurde gemessen</translation>
    </message>
    <message>
        <source>No request finished in the measure phase. See under Books and Skipped which requests there were, and make the measure phase longer than a request takes.</source>
        <translation>In der Messphase wurde keine Anfrage fertig. Unter Bilanz und Übersprungen steht, welche es gab; machen Sie die Messphase länger, als eine Anfrage dauert.</translation>
    </message>
    <message>
        <source>No rule judged this report.</source>
        <translation>Keine Regel hat diesen Bericht beurteilt.</translation>
    </message>
    <message>
        <source>No step ran in the measure phase.</source>
        <translation>In der Messphase lief kein Schritt.</translation>
    </message>
    <message>
        <source>Nothing failed in this part of the run, and no answer gave a reason code.</source>
        <translation>In diesem Teil des Laufs schlug nichts fehl, und keine Antwort nannte einen Grund.</translation>
    </message>
    <message>
        <source>Every request ended well: no failure, no failed check, no reason code.</source>
        <translation>Jede Anfrage ging gut aus: kein Fehler, keine fehlgeschlagene Prüfung, kein Grund.</translation>
    </message>
    <message>
        <source>No request finished in the measure phase, so none failed in it.</source>
        <translation>In der Messphase wurde keine Anfrage fertig, also schlug auch keine fehl.</translation>
    </message>
    <message>
        <source>No exchange was kept from this part of the run. The slowest and the failing ones of the whole run are kept.</source>
        <translation>Aus diesem Teil des Laufs ist kein Austausch aufgehoben. Aufgehoben werden die langsamsten und die fehlgeschlagenen des ganzen Laufs.</translation>
    </message>
    <message>
        <source>No exchange was kept. The slowest and the failing ones of a run are.</source>
        <translation>Kein Austausch ist aufgehoben. Aufgehoben werden die langsamsten und die fehlgeschlagenen eines Laufs.</translation>
    </message>
    <message>
        <source>No exchange was kept: no request was answered.</source>
        <translation>Kein Austausch ist aufgehoben: Keine Anfrage wurde beantwortet.</translation>
    </message>
    <message>
        <source>The run ended before its first phase.</source>
        <translation>Der Lauf endete vor seiner ersten Phase.</translation>
    </message>
    <message>
        <source>No step was skipped: every step had the variables it needs.</source>
        <translation>Kein Schritt wurde übersprungen: Jeder hatte die Variablen, die er braucht.</translation>
    </message>
    <message>
        <source>Nothing happened in this part of the run: no mark, no live change, no stop.</source>
        <translation>In diesem Teil des Laufs geschah nichts: keine Marke, keine Änderung, kein Anhalten.</translation>
    </message>
    <message>
        <source>Nothing happened besides the load: no mark, no live change, no stop. Mark on the Run page notes a moment.</source>
        <translation>Außer der Last geschah nichts: keine Marke, keine Änderung, kein Anhalten. „Markieren“ auf der Seite Lauf hält einen Augenblick fest.</translation>
    </message>
    <message numerus="yes">
        <source>Every request of the measure phase ended well; %n failed in other phases, see Books.</source>
        <translation>
            <numerusform>Jede Anfrage der Messphase endete gut; %n scheiterte in anderen Phasen, siehe Bilanz.</numerusform>
            <numerusform>Jede Anfrage der Messphase endete gut; %n scheiterten in anderen Phasen, siehe Bilanz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Move the visible range</source>
        <translation>Sichtbaren Bereich verschieben</translation>
    </message>
    <message>
        <source>Move the read-out from point to point</source>
        <translation>Anzeige von Punkt zu Punkt bewegen</translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation>Ganzen Bereich zeigen</translation>
    </message>
    <message>
        <source>Linear or logarithmic axis</source>
        <translation>Lineare oder logarithmische Achse</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>Diagramm als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>A workbench for performance baselines: whether a service still performs as its baseline says, how sure that is, and where it moved.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Eine Werkbank für Performance-Baselines: ob ein Dienst noch leistet, was seine Baseline sagt, wie sicher das ist und wo er sich verändert hat.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
        <source>About Plumbline</source>
        <translation>Über Plumbline</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Open the row; fold or unfold a group</source>
        <translation>Die Zeile öffnen; eine Gruppe ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Copy the chosen rows for a spreadsheet</source>
        <translation>Die gewählten Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Choose all rows</source>
        <translation>Alle Zeilen wählen</translation>
    </message>
    <message>
        <source>Start and end of the time range at the read-out, in a report</source>
        <translation>Anfang und Ende des Zeitbereichs an der Ablesestelle, in einem Bericht</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this figure? %1</source>
        <translation>Was ist diese Kennzahl? %1</translation>
    </message>
</context>
<context>
    <name>LibraryQuery</name>
    <message>
        <source>&quot;%1&quot; is no verdict; there are %2.</source>
        <translation>„%1“ ist kein Urteil; es gibt %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state of a note; there are %2.</source>
        <translation>„%1“ ist kein Stand einer Notiz; es gibt %2.</translation>
    </message>
    <message>
        <source>After the colon stands what to look for: tag:nightly.</source>
        <translation>Nach dem Doppelpunkt steht, was gesucht wird: tag:nightly.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared; there are %2.</source>
        <translation>„%1“ lässt sich nicht vergleichen; es gibt %2.</translation>
    </message>
    <message>
        <source>After %1 stands a number: %2.</source>
        <translation>Nach %1 steht eine Zahl: %2.</translation>
    </message>
    <message>
        <source>After the colon stands one of %1.</source>
        <translation>Nach dem Doppelpunkt steht eines von %1.</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>%1 of %2</source>
        <comment>a figure and the part of the run it is of</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 over %2 s</source>
        <comment>a condition and how long a time it is looked at</comment>
        <translation>%1 über %2 s</translation>
    </message>
</context>
<context>
    <name>LiveLoads</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not to be changed under way: %1. The number of iterations was fixed beforehand.</source>
        <translation>Unterwegs nicht zu ändern: %1. Die Zahl der Iterationen steht vorher fest.</translation>
    </message>
</context>
<context>
    <name>LoadText</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Nutzer</numerusform>
            <numerusform>%n Nutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>up to %1 for %2</source>
        <translation>bis zu %1 über %2</translation>
    </message>
    <message numerus="yes">
        <source>users in %n stage(s)</source>
        <translation>
            <numerusform>Nutzer in %n Stufe</numerusform>
            <numerusform>Nutzer in %n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 iterations shared by %2</source>
        <translation>%1 Iterationen, verteilt auf %2</translation>
    </message>
    <message>
        <source>%1 iterations each for %2</source>
        <translation>je %1 Iterationen für %2</translation>
    </message>
    <message>
        <source>%1 iterations a second for %2</source>
        <translation>%1 Iterationen pro Sekunde über %2</translation>
    </message>
    <message numerus="yes">
        <source>iterations a second in %n stage(s)</source>
        <translation>
            <numerusform>Iterationen pro Sekunde in %n Stufe</numerusform>
            <numerusform>Iterationen pro Sekunde in %n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bursts of %2</source>
        <translation>%1 Stöße zu je %2</translation>
    </message>
    <message>
        <source>bursts of %1 for %2</source>
        <translation>Stöße zu je %1 über %2</translation>
    </message>
</context>
<context>
    <name>MachineStatus</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>other programs use %1 of its cores</source>
        <translation>andere Programme nutzen %1 seiner Kerne</translation>
    </message>
    <message>
        <source>other virtual machines take %1 of its cores</source>
        <translation>andere virtuelle Maschinen nehmen %1 seiner Kerne</translation>
    </message>
    <message>
        <source>it runs on its battery</source>
        <translation>er läuft auf Akku</translation>
    </message>
    <message>
        <source>the clock of its processor is held down</source>
        <translation>der Takt seines Prozessors wird niedrig gehalten</translation>
    </message>
    <message>
        <source>Looking at this machine…</source>
        <translation>Dieser Rechner wird betrachtet …</translation>
    </message>
    <message>
        <source>This machine is not quiet: %1. Figures may be disturbed.</source>
        <translation>Dieser Rechner ist nicht ruhig: %1. Das kann die Zahlen stören.</translation>
    </message>
    <message>
        <source>This machine is quiet: %1 idle.</source>
        <translation>Dieser Rechner ist ruhig: zu %1 frei.</translation>
    </message>
    <message>
        <source>Nothing is known of what else this machine does.</source>
        <translation>Was dieser Rechner sonst tut, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A calibration</source>
        <translation>Eine Kalibrierung</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>A run of %1</source>
        <translation>Ein Lauf von %1</translation>
    </message>
    <message>
        <source>%1 (process %2) is under way on this machine.</source>
        <translation>%1 (Prozess %2) ist auf diesem Rechner im Gang.</translation>
    </message>
    <message>
        <source>%1 is under way on this machine.</source>
        <translation>%1 ist auf diesem Rechner im Gang.</translation>
    </message>
    <message>
        <source>%1: %2 requests/s at most with one worker, floor p50 %3, p99 %4 (%5)</source>
        <translation>%1: höchstens %2 Anfragen/s mit einem Arbeiter, Untergrenze p50 %3, p99 %4 (%5)</translation>
    </message>
    <message>
        <source>Not calibrated: nobody knows yet what the load generator takes and makes here.</source>
        <translation>Nicht kalibriert: Was der Lastgenerator hier selbst braucht und schafft, weiß noch niemand.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>One worker of this machine&apos;s generator makes %1 requests a second at most.</source>
        <translation>Ein Arbeiter des Generators schafft auf diesem Rechner höchstens %1 Anfragen je Sekunde.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between figures</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>This load asks for more than that.</source>
        <translation>Diese Last verlangt mehr als das.</translation>
    </message>
    <message>
        <source>This load asks for more than half of it.</source>
        <translation>Diese Last verlangt mehr als die Hälfte davon.</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>From the intended start of a request to its end, so that waiting to be sent counts. Holds every answer and every timeout (with its full age), not connect failures. In closed executors it equals the service time.</source>
        <translation>Vom vorgesehenen Start einer Anfrage bis zu ihrem Ende; das Warten auf das Senden zählt also mit. Enthält jede Antwort und jede Zeitüberschreitung (mit vollem Alter), keine Verbindungsfehler. In geschlossenen Lastmodellen gleich der Servicezeit.</translation>
    </message>
    <message>
        <source>Response time of ok answers</source>
        <translation>Antwortzeit erfolgreicher Anfragen</translation>
    </message>
    <message>
        <source>Response time, from intended start to end, of requests with the outcome ok alone.</source>
        <translation>Antwortzeit vom vorgesehenen Start bis zum Ende, nur der Anfragen mit dem Ergebnis ok.</translation>
    </message>
    <message>
        <source>Service time</source>
        <translation>Servicezeit</translation>
    </message>
    <message>
        <source>From the moment the transport was asked (connecting included) to the end of the answer. Holds every answer and every timeout.</source>
        <translation>Vom Auftrag an den Transport (Verbindungsaufbau eingeschlossen) bis zum Ende der Antwort. Enthält jede Antwort und jede Zeitüberschreitung.</translation>
    </message>
    <message>
        <source>Time to first byte</source>
        <translation>Zeit bis zum ersten Byte</translation>
    </message>
    <message>
        <source>From the moment the transport was asked to the head of the answer.</source>
        <translation>Vom Auftrag an den Transport bis zum Kopf der Antwort.</translation>
    </message>
    <message>
        <source>Connect time</source>
        <translation>Verbindungszeit</translation>
    </message>
    <message>
        <source>Time to open a connection. Only requests that opened one count; reused connections do not.</source>
        <translation>Zeit für den Aufbau einer Verbindung. Es zählen nur Anfragen, die eine aufbauten; wiederverwendete Verbindungen nicht.</translation>
    </message>
    <message>
        <source>Iteration time</source>
        <translation>Iterationszeit</translation>
    </message>
    <message>
        <source>From the start of an iteration of a user pattern to its end, think times included.</source>
        <translation>Vom Beginn einer Iteration eines Nutzungsmusters bis zu ihrem Ende, Denkzeiten eingeschlossen.</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests that came to an end (ok or failed) per second of the measure phase.</source>
        <translation>Beendete Anfragen (erfolgreich oder nicht) pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Requests that came to an end (ok or failed) per minute of the measure phase.</source>
        <translation>Beendete Anfragen (erfolgreich oder nicht) pro Minute der Messphase.</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsrate</translation>
    </message>
    <message>
        <source>Ok requests as a fraction of the planned ones: failed, unfinished and dropped requests all lower it.</source>
        <translation>Erfolgreiche Anfragen als Anteil der geplanten: fehlgeschlagene, unvollendete und verworfene Anfragen senken ihn.</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Failed requests as a fraction of those that came to an end.</source>
        <translation>Fehlgeschlagene Anfragen als Anteil der beendeten.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How many requests ended with this outcome: http_4xx, http_5xx, check, dns, connect, tls, timeout, reset or protocol. A count, so it grows with the length of a run.</source>
        <translation>Wie viele Anfragen mit diesem Ergebnis endeten: http_4xx, http_5xx, check, dns, connect, tls, timeout, reset oder protocol. Eine Anzahl; sie wächst mit der Länge des Laufs.</translation>
    </message>
    <message>
        <source>Reason codes</source>
        <translation>Ursachencodes</translation>
    </message>
    <message>
        <source>How many answers carried this reason code, as the scenario&apos;s &quot;reason&quot; takes it from them. A count.</source>
        <translation>Wie viele Antworten diesen Ursachencode trugen, so wie „reason“ im Szenario ihn entnimmt. Eine Anzahl.</translation>
    </message>
    <message>
        <source>Iterations per second</source>
        <translation>Iterationen pro Sekunde</translation>
    </message>
    <message>
        <source>Completed iterations of all user patterns per second of the measure phase.</source>
        <translation>Vollendete Iterationen aller Nutzungsmuster pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Achieved against offered</source>
        <translation>Erreicht gegen angeboten</translation>
    </message>
    <message>
        <source>Iterations that came to an end as a fraction of those an open load planned. Below 1 the offered rate was not reached. Closed loads have none: they offer what they achieve.</source>
        <translation>Beendete Iterationen als Anteil derer, die eine offene Last vorsah. Unter 1 wurde die angebotene Rate nicht erreicht. Geschlossene Lasten haben keinen: Sie bieten an, was sie erreichen.</translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation>Operationen pro Sekunde</translation>
    </message>
    <message>
        <source>Operations (requests, queries, commands) that came to an end per second of the measure phase.</source>
        <translation>Beendete Operationen (Anfragen, Abfragen, Befehle) pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Operations per minute</source>
        <translation>Operationen pro Minute</translation>
    </message>
    <message>
        <source>Operations (requests, queries, commands) that came to an end per minute of the measure phase.</source>
        <translation>Beendete Operationen (Anfragen, Abfragen, Befehle) pro Minute der Messphase.</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>Rows that sql steps read or changed per second of the measure phase.</source>
        <translation>Zeilen, die sql-Schritte lasen oder änderten, pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Bytes sent per second</source>
        <translation>Gesendete Bytes pro Sekunde</translation>
    </message>
    <message>
        <source>Bytes of requests per second of the measure phase.</source>
        <translation>Bytes der Anfragen pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Bytes received per second</source>
        <translation>Empfangene Bytes pro Sekunde</translation>
    </message>
    <message>
        <source>Bytes of answers per second of the measure phase.</source>
        <translation>Bytes der Antworten pro Sekunde der Messphase.</translation>
    </message>
    <message>
        <source>Dropped arrivals</source>
        <translation>Verworfene Ankünfte</translation>
    </message>
    <message>
        <source>Arrivals of an open executor that found no free user and no room in the backlog. A count.</source>
        <translation>Ankünfte eines offenen Lastmodells, die keinen freien Nutzer und keinen Platz im Rückstau fanden. Eine Anzahl.</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>Gesamtdauer</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>Erholungszeit</translation>
    </message>
    <message>
        <source>From the end of a spike or disturbance until the service holds its limits again.</source>
        <translation>Vom Ende einer Lastspitze oder Störung, bis der Dienst seine Grenzwerte wieder einhält.</translation>
    </message>
    <message>
        <source>Highest rate that holds</source>
        <translation>Höchste haltbare Rate</translation>
    </message>
    <message>
        <source>The highest request rate a probe saw hold.</source>
        <translation>Die höchste Anfragerate, die bei einer Grenzsuche standhielt.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>The fraction of answers that passed the check of this name.</source>
        <translation>Der Anteil der Antworten, die die Prüfung dieses Namens bestanden.</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>The most connections to the target that were open at a time.</source>
        <translation>Die meisten gleichzeitig offenen Verbindungen zum Ziel.</translation>
    </message>
    <message>
        <source>Memory of the process</source>
        <translation>Speicher des Prozesses</translation>
    </message>
    <message>
        <source>Resident memory of the monitored process and its children, in units of 1,000,000 bytes.</source>
        <translation>Residenter Speicher des beobachteten Prozesses und seiner Kinder, in Einheiten von 1.000.000 Bytes.</translation>
    </message>
    <message>
        <source>Virtual memory of the process</source>
        <translation>Virtueller Speicher des Prozesses</translation>
    </message>
    <message>
        <source>Address space of the monitored process and its children, in units of 1,000,000 bytes.</source>
        <translation>Adressraum des beobachteten Prozesses und seiner Kinder, in Einheiten von 1.000.000 Bytes.</translation>
    </message>
    <message>
        <source>CPU of the process</source>
        <translation>CPU des Prozesses</translation>
    </message>
    <message>
        <source>CPU time of the monitored process and its children in percent of one core: 200 is two cores.</source>
        <translation>CPU-Zeit des beobachteten Prozesses und seiner Kinder in Prozent eines Kerns: 200 sind zwei Kerne.</translation>
    </message>
    <message>
        <source>Threads of the process</source>
        <translation>Threads des Prozesses</translation>
    </message>
    <message>
        <source>Threads of the monitored process and its children.</source>
        <translation>Threads des beobachteten Prozesses und seiner Kinder.</translation>
    </message>
    <message>
        <source>Open files of the process</source>
        <translation>Offene Dateien des Prozesses</translation>
    </message>
    <message>
        <source>Open file descriptors, sockets among them, of the monitored process and its children.</source>
        <translation>Offene Dateideskriptoren, auch Sockets, des beobachteten Prozesses und seiner Kinder.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>A series of the host monitor; .max or .mean at the end picks the figure (host.cpu_pct.max).</source>
        <translation>Eine Reihe des Rechnermonitors; .max oder .mean am Ende wählt den Wert (host.cpu_pct.max).</translation>
    </message>
    <message>
        <source>Prometheus series</source>
        <translation>Prometheus-Reihe</translation>
    </message>
    <message>
        <source>A series the target exposes in Prometheus text; .max or .mean at the end picks the figure.</source>
        <translation>Eine Reihe, die das Ziel als Prometheus-Text anbietet; .max oder .mean am Ende wählt den Wert.</translation>
    </message>
    <message>
        <source>Apdex</source>
        <translation>Apdex</translation>
    </message>
    <message>
        <source>Satisfied requests plus half of the tolerated ones, as a fraction of all (apdex.org).</source>
        <translation>Zufriedenstellende Anfragen plus die Hälfte der tolerierten, als Anteil aller (apdex.org).</translation>
    </message>
    <message>
        <source>From the first send to the last end: of shared iterations as a whole, of bursts that of the longest one, so that a limit holds for each of them.</source>
        <translation>Vom ersten Senden bis zum letzten Ende: bei geteilten Durchläufen im Ganzen, bei Stößen die des längsten, damit eine Grenze für jeden gilt.</translation>
    </message>
    <message>
        <source>User CPU of commands</source>
        <translation>Benutzer-CPU von Befehlen</translation>
    </message>
    <message>
        <source>Seconds of processor time that a command and the children it waited for spent in their own code.</source>
        <translation>Sekunden Prozessorzeit, die ein Befehl und die Kinder, auf die er wartete, im eigenen Code verbrachten.</translation>
    </message>
    <message>
        <source>System CPU of commands</source>
        <translation>System-CPU von Befehlen</translation>
    </message>
    <message>
        <source>Seconds of processor time that the kernel spent for a command and the children it waited for.</source>
        <translation>Sekunden Prozessorzeit, die der Kernel für einen Befehl und die Kinder, auf die er wartete, verbrachte.</translation>
    </message>
    <message>
        <source>Peak memory of commands</source>
        <translation>Höchster Speicher von Befehlen</translation>
    </message>
    <message>
        <source>The most resident memory that a command, or the largest child it waited for, had at a time, in units of 1,000,000 bytes.</source>
        <translation>Der meiste belegte Speicher, den ein Befehl oder das größte Kind, auf das er wartete, zu einer Zeit hatte, in Einheiten von 1.000.000 Bytes.</translation>
    </message>
</context>
<context>
    <name>MetricHelp</name>
    <message>
        <source>%1: %2 % of the values are this or less.</source>
        <translation>%1: %2 % der Werte sind so groß oder kleiner.</translation>
    </message>
    <message>
        <source>mean: the sum of the values by their number; a few slow ones move it.</source>
        <translation>mean: die Summe der Werte durch ihre Anzahl; wenige langsame verschieben sie.</translation>
    </message>
    <message>
        <source>min: the least of the values.</source>
        <translation>min: der kleinste der Werte.</translation>
    </message>
    <message>
        <source>max: the greatest of the values.</source>
        <translation>max: der größte der Werte.</translation>
    </message>
    <message>
        <source>stddev: how far the values lie from their mean.</source>
        <translation>stddev: wie weit die Werte von ihrem Mittel entfernt liegen.</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Kleiner ist besser.</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Größer ist besser.</translation>
    </message>
    <message>
        <source>Neither way is better by itself.</source>
        <translation>Keine Richtung ist für sich genommen besser.</translation>
    </message>
    <message>
        <source>A count.</source>
        <translation>Eine Anzahl.</translation>
    </message>
    <message>
        <source>Shown in percent, a fraction in files.</source>
        <translation>In Prozent gezeigt, in Dateien als Anteil.</translation>
    </message>
    <message>
        <source>Unit: %1.</source>
        <translation>Einheit: %1.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>In limits: %1</source>
        <translation>In Grenzwerten: %1</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Nutzer</translation>
    </message>
    <message>
        <source>Users that are in the middle of an iteration, or wait for their next one. In an open load their number follows from the rate and from how long an iteration takes.</source>
        <translation>Nutzer, die mitten in einem Durchlauf sind oder auf ihren nächsten warten. Bei einer offenen Last folgt ihre Zahl aus der Rate und daraus, wie lange ein Durchlauf dauert.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests of the measure phase that came to an end, ok or failed. Dropped arrivals and requests that were cut at the end are told beside it and are not among them.</source>
        <translation>Anfragen der Messphase, die zu Ende kamen, gut oder fehlgeschlagen. Verworfene Ankünfte und am Ende abgeschnittene Anfragen stehen daneben und zählen hier nicht mit.</translation>
    </message>
</context>
<context>
    <name>Monitors</name>
    <message>
        <source>CPU of the process</source>
        <translation>CPU des Prozesses</translation>
    </message>
    <message>
        <source>Memory of the process</source>
        <translation>Speicher des Prozesses</translation>
    </message>
    <message>
        <source>Virtual memory of the process</source>
        <translation>Virtueller Speicher des Prozesses</translation>
    </message>
    <message>
        <source>Threads of the process</source>
        <translation>Threads des Prozesses</translation>
    </message>
    <message>
        <source>Open files of the process</source>
        <translation>Offene Dateien des Prozesses</translation>
    </message>
    <message>
        <source>Processes that are watched</source>
        <translation>Beobachtete Prozesse</translation>
    </message>
    <message>
        <source>CPU of this machine</source>
        <translation>CPU dieses Rechners</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>waiting for disks</source>
        <translation>wartet auf Platten</translation>
    </message>
    <message>
        <source>taken by others</source>
        <translation>von anderen genommen</translation>
    </message>
    <message>
        <source>Memory of this machine</source>
        <translation>Speicher dieses Rechners</translation>
    </message>
    <message>
        <source>used</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>swapped out</source>
        <translation>ausgelagert</translation>
    </message>
    <message>
        <source>Memory of this machine, share</source>
        <translation>Speicher dieses Rechners, Anteil</translation>
    </message>
    <message>
        <source>Load of this machine</source>
        <translation>Last dieses Rechners</translation>
    </message>
    <message>
        <source>load of 1 min</source>
        <translation>Last über 1 min</translation>
    </message>
    <message>
        <source>running or waiting for a core</source>
        <translation>rechnet oder wartet auf einen Kern</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>nothing was read</source>
        <translation>nichts wurde gelesen</translation>
    </message>
    <message>
        <source>%1 to %2, %3 in the mean</source>
        <translation>%1 bis %2, im Mittel %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) gave no value</source>
        <translation>
            <numerusform>%n Messung ergab keinen Wert</numerusform>
            <numerusform>%n Messungen ergaben keinen Wert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Cannot start %1: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>did not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue paused, %1</source>
        <translation>Warteschlange angehalten, %1</translation>
    </message>
    <message>
        <source>1 running, %1</source>
        <translation>1 läuft, %1</translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation>%1 (angehalten)</translation>
    </message>
    <message>
        <source>%1 (ETA %2)</source>
        <translation>%1 (noch %2)</translation>
    </message>
</context>
<context>
    <name>ReportPrint</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>RunQuestions</name>
    <message>
        <source>Abort the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Cancel the requests that are in flight and end the run now?</source>
        <translation>Die laufenden Anfragen abbrechen und den Lauf jetzt beenden?</translation>
    </message>
    <message>
        <source>What was measured so far is kept in a report marked partial. The cancelled requests stand there as unfinished, without a time. Stop lets them finish first.</source>
        <translation>Was bisher gemessen wurde, bleibt in einem als unvollständig markierten Bericht. Die abgebrochenen Anfragen stehen darin als unfertig, ohne Zeit. Anhalten lässt sie erst enden.</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Stop instead</source>
        <translation>Stattdessen an&amp;halten</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>%1 is still running. What is to become of it?</source>
        <translation>%1 läuft noch. Was soll damit geschehen?</translation>
    </message>
    <message>
        <source>In the background it goes on to its end and its report is stored; when Plumbline is opened again on this library, the run is on the Run page. Stopped, it lets its requests finish and stores a report marked partial; then the window closes.</source>
        <translation>Im Hintergrund läuft er bis zum Ende, und sein Bericht wird gespeichert; wird Plumbline mit dieser Bibliothek wieder geöffnet, steht der Lauf auf der Seite „Lauf“. Angehalten lässt er seine Anfragen enden und speichert einen als unvollständig markierten Bericht; dann schließt das Fenster.</translation>
    </message>
    <message numerus="yes">
        <source>%n queued run(s) wait until Plumbline is opened again.</source>
        <translation>
            <numerusform>%n Lauf in der Warteschlange wartet, bis Plumbline wieder geöffnet wird.</numerusform>
            <numerusform>%n Läufe in der Warteschlange warten, bis Plumbline wieder geöffnet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep running in the background</source>
        <translation>Im &amp;Hintergrund weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop the run</source>
        <translation>&amp;Lauf anhalten</translation>
    </message>
    <message>
        <source>Do this &amp;always (Settings change it)</source>
        <translation>&amp;Immer so (änderbar in den Einstellungen)</translation>
    </message>
</context>
<context>
    <name>SampleText</name>
    <message>
        <source>(cut)</source>
        <translation>(gekürzt)</translation>
    </message>
    <message>
        <source>%1 at %2, user %3</source>
        <translation>%1 bei %2, Nutzer %3</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>Response %1, service %2, first byte %3, connect %4, TLS %5</source>
        <translation>Antwortzeit %1, Servicezeit %2, erstes Byte %3, Verbindungsaufbau %4, TLS %5</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>Antwort: Status %1</translation>
    </message>
</context>
<context>
    <name>ScenarioKinds</name>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Of :name in the query; empty: the ? at this place</source>
        <translation>Von :name in der Abfrage; leer: das ? an dieser Stelle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>A number, true, false, null or a text; may hold {{variables}}</source>
        <translation>Eine Zahl, true, false, null oder ein Text; darf {{Variablen}} enthalten</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>Programm und Argumente</translation>
    </message>
    <message>
        <source>The first is the program: a name in PATH, or a path from the folder it works in. May hold {{variables}}</source>
        <translation>Das erste ist das Programm: ein Name aus PATH oder ein Pfad vom Ordner aus, in dem es arbeitet. Darf {{Variablen}} enthalten</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Of the process&apos;s environment</source>
        <translation>Der Umgebung des Prozesses</translation>
    </message>
    <message>
        <source>May hold {{variables}}</source>
        <translation>Darf {{Variablen}} enthalten</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
</context>
<context>
    <name>ScenarioTables</name>
    <message>
        <source>Duration (s)</source>
        <translation>Dauer (s)</translation>
    </message>
    <message>
        <source>A number of seconds, &quot;2m&quot; or a variable</source>
        <translation>Eine Anzahl Sekunden, &quot;2m&quot; oder eine Variable</translation>
    </message>
    <message>
        <source>Target at its end</source>
        <translation>Ziel am Ende</translation>
    </message>
    <message>
        <source>Users, or iterations per second</source>
        <translation>Nutzer oder Durchläufe je Sekunde</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Used as {{name}}</source>
        <translation>Wird als {{name}} genutzt</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Empty: none</source>
        <translation>Leer: keiner</translation>
    </message>
    <message>
        <source>From environment variable</source>
        <translation>Aus Umgebungsvariable</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Without a value the run does not start</source>
        <translation>Ohne Wert startet der Lauf nicht</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
    <message>
        <source>Never stored, shown as *** in reports</source>
        <translation>Nie gespeichert, in Berichten als *** gezeigt</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty: the target&apos;s</source>
        <translation>Leer: die des Ziels</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Columns are used as {{name.column}}</source>
        <translation>Spalten werden als {{name.spalte}} genutzt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV with a header line, or JSON; relative to the scenario&apos;s file</source>
        <translation>CSV mit Kopfzeile oder JSON; relativ zur Datei des Szenarios</translation>
    </message>
    <message>
        <source>Rows are taken</source>
        <translation>Zeilen werden genommen</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>One for each user</source>
        <translation>Eine für jeden Nutzer</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Stop the user</source>
        <translation>Den Nutzer beenden</translation>
    </message>
    <message>
        <source>Never twice</source>
        <translation>Nie zweimal</translation>
    </message>
    <message>
        <source>Secret columns</source>
        <translation>Geheime Spalten</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>data file</source>
        <translation>Datendatei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>A process</source>
        <translation>Ein Prozess</translation>
    </message>
    <message>
        <source>Prometheus text</source>
        <translation>Prometheus-Text</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Every (ms)</source>
        <translation>Alle (ms)</translation>
    </message>
    <message>
        <source>stop rule</source>
        <translation>Stoppregel</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>error_rate, latency_ms.p95, rps, ...</source>
        <translation>error_rate, latency_ms.p95, rps, ...</translation>
    </message>
    <message>
        <source>Over (s)</source>
        <translation>Über (s)</translation>
    </message>
    <message>
        <source>The last seconds that are looked at</source>
        <translation>Die letzten Sekunden, die betrachtet werden</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>&quot;&gt; 0.02&quot; stops the run above 2 %</source>
        <translation>&quot;&gt; 0.02&quot; beendet den Lauf über 2 %</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>May hold {{variables}} and functions</source>
        <translation>Kann {{Variablen}} und Funktionen enthalten</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>query parameter</source>
        <translation>Query-Parameter</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>form field</source>
        <translation>Formularfeld</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Either a value or a file</source>
        <translation>Entweder ein Wert oder eine Datei</translation>
    </message>
    <message>
        <source>Relative to the scenario&apos;s file</source>
        <translation>Relativ zur Datei des Szenarios</translation>
    </message>
    <message>
        <source>File name sent</source>
        <translation>Gesendeter Dateiname</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Later steps use it as {{name}}</source>
        <translation>Spätere Schritte nutzen sie als {{name}}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Woher</translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation>JSON-Inhalt</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>A JSON pointer such as /data/0/id, a header&apos;s or cookie&apos;s name, or a regular expression whose first group is taken</source>
        <translation>Ein JSON-Zeiger wie /data/0/id, der Name eines Headers oder Cookies oder ein regulärer Ausdruck, dessen erste Gruppe genommen wird</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>A missing value is no failure</source>
        <translation>Ein fehlender Wert ist kein Fehler</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Status is one of</source>
        <translation>Status ist einer von</translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>JSON-Wert</translation>
    </message>
    <message>
        <source>Body contains</source>
        <translation>Inhalt enthält</translation>
    </message>
    <message>
        <source>Body matches</source>
        <translation>Inhalt passt auf</translation>
    </message>
    <message>
        <source>At most (ms)</source>
        <translation>Höchstens (ms)</translation>
    </message>
    <message>
        <source>At most (bytes)</source>
        <translation>Höchstens (Byte)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>A JSON pointer such as /ok, a header&apos;s name, a text or a regular expression</source>
        <translation>Ein JSON-Zeiger wie /ok, der Name eines Headers, ein Text oder ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Empty for JSON and headers: it must be there</source>
        <translation>Leer bei JSON und Headern: muss vorhanden sein</translation>
    </message>
    <message>
        <source>must be absent</source>
        <translation>darf nicht vorhanden sein</translation>
    </message>
    <message>
        <source>Empty: made from the check</source>
        <translation>Leer: aus der Prüfung gebildet</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Beats the default; a number, a text, true, false or JSON</source>
        <translation>Geht vor dem Standardwert; Zahl, Text, true, false oder JSON</translation>
    </message>
    <message>
        <source>variable of the environment</source>
        <translation>Variable der Umgebung</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>Its children</source>
        <translation>Seine Kinder</translation>
    </message>
    <message>
        <source>Count what the process has started</source>
        <translation>Zählt mit, was der Prozess gestartet hat</translation>
    </message>
    <message>
        <source>With them</source>
        <translation>Mit ihnen</translation>
    </message>
    <message>
        <source>Without them</source>
        <translation>Ohne sie</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>A part of it: uvicorn app.asgi:app. Without it, a program and a number, the process that listens on the target&apos;s port is watched</source>
        <translation>Ein Teil davon: uvicorn app.asgi:app. Ohne sie, ein Programm und eine Nummer wird der Prozess beobachtet, der auf dem Port des Ziels lauscht</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Its name, without folder</source>
        <translation>Sein Name, ohne Ordner</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozessnummer</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Connections to it are counted; empty: the target&apos;s</source>
        <translation>Verbindungen dorthin werden gezählt; leer: der des Ziels</translation>
    </message>
    <message>
        <source>Of the Prometheus page at the target; empty: /metrics</source>
        <translation>Der Prometheus-Seite beim Ziel; leer: /metrics</translation>
    </message>
    <message>
        <source>Of the Prometheus page, where it is not the target&apos;s</source>
        <translation>Der Prometheus-Seite, wo sie nicht beim Ziel liegt</translation>
    </message>
    <message>
        <source>One, or several as JSON: [&quot;http_requests_total&quot;, &quot;http_requests_total{code=\&quot;500\&quot;}&quot;]</source>
        <translation>Eine, oder mehrere als JSON: [&quot;http_requests_total&quot;, &quot;http_requests_total{code=\&quot;500\&quot;}&quot;]</translation>
    </message>
    <message>
        <source>50 to 60000; empty: 500</source>
        <translation>50 bis 60000; leer: 500</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Everything is in a library</source>
        <translation>Alles liegt in einer Bibliothek</translation>
    </message>
    <message>
        <source>A library is a folder that keeps scenarios, limits and the report of every run. Open one from the File menu; an empty folder becomes a new library.</source>
        <translation>Eine Bibliothek ist ein Ordner, der Szenarien, Grenzwerte und den Bericht jedes Laufs aufbewahrt. Öffnen Sie eine über das Menü Datei; ein leerer Ordner wird zu einer neuen Bibliothek.</translation>
    </message>
    <message>
        <source>Run a scenario</source>
        <translation>Ein Szenario ausführen</translation>
    </message>
    <message>
        <source>Choose a scenario and start it. The run goes on in a process of its own: neither a busy window nor a closed one disturbs it.</source>
        <translation>Wählen Sie ein Szenario und starten Sie es. Der Lauf geschieht in einem eigenen Prozess: Weder ein beschäftigtes noch ein geschlossenes Fenster stört ihn.</translation>
    </message>
    <message>
        <source>The verdict comes first</source>
        <translation>Zuerst kommt das Urteil</translation>
    </message>
    <message>
        <source>Each run ends with a verdict: pass, warn, fail, or a word that says why it cannot be judged. The report has the evidence below it.</source>
        <translation>Jeder Lauf endet mit einem Urteil: bestanden, Warnung, durchgefallen oder ein Wort dafür, warum er sich nicht beurteilen lässt. Der Bericht zeigt darunter die Belege.</translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>Down here stand the library, the run under way, and whether the load generator keeps up.</source>
        <translation>Hier unten stehen die Bibliothek, der laufende Lauf und ob der Lastgenerator mithält.</translation>
    </message>
    <message>
        <source>Everything by keyboard</source>
        <translation>Alles mit der Tastatur</translation>
    </message>
    <message>
        <source>%1 finds every command by a few letters. %2 explains the figure you are looking at. This tour is in the Help menu.</source>
        <translation>%1 findet jeden Befehl anhand weniger Buchstaben. %2 erklärt die Kennzahl, die Sie gerade ansehen. Diese Tour steht im Menü Hilfe.</translation>
    </message>
</context>
<context>
    <name>TrashText</name>
    <message numerus="yes">
        <source>%n report(s), %1</source>
        <translation>
            <numerusform>%n Bericht, %1</numerusform>
            <numerusform>%n Berichte, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>p50 %1, p99 %2, max %3</source>
        <translation>p50 %1, p99 %2, max. %3</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrauenswürdig</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>note</source>
        <translation>beachten</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The generator was the limit, not the target. %1</source>
        <translation>Die Grenze war der Generator, nicht das Ziel. %1</translation>
    </message>
    <message>
        <source>The generator may have disturbed the figures. %1</source>
        <translation>Der Generator kann die Zahlen gestört haben. %1</translation>
    </message>
    <message>
        <source>The generator kept up: 99 % of its sends were at most %1 late, its busiest thread used %2 of a core.</source>
        <translation>Der Generator kam mit: 99 % der Anfragen gingen höchstens %1 zu spät hinaus, sein meistbeschäftigter Thread nutzte %2 eines Kerns.</translation>
    </message>
    <message>
        <source>The generator kept up: its busiest thread used %1 of a core.</source>
        <translation>Der Generator kam mit: Sein meistbeschäftigter Thread nutzte %1 eines Kerns.</translation>
    </message>
    <message>
        <source>Nothing speaks against the generator.</source>
        <translation>Gegen den Generator spricht nichts.</translation>
    </message>
    <message>
        <source>use the direct transport</source>
        <translation>den Transport „direct“ nehmen</translation>
    </message>
    <message>
        <source>use more workers</source>
        <translation>mehr Arbeiter nehmen</translation>
    </message>
    <message>
        <source>lower the rate</source>
        <translation>die Rate senken</translation>
    </message>
    <message>
        <source>use fewer users, or give them think time</source>
        <translation>weniger Nutzer nehmen oder ihnen Denkzeit geben</translation>
    </message>
    <message>
        <source>move the generator off the target&apos;s machine</source>
        <translation>den Generator auf einen anderen Rechner als das Ziel legen</translation>
    </message>
    <message>
        <source>close other programs on this machine</source>
        <translation>andere Programme auf diesem Rechner schließen</translation>
    </message>
    <message>
        <source>keep connections open</source>
        <translation>Verbindungen offen halten</translation>
    </message>
    <message>
        <source>raise the limit of open files</source>
        <translation>die Grenze offener Dateien anheben</translation>
    </message>
    <message>
        <source>What to do: %1.</source>
        <translation>Was zu tun ist: %1.</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>joins advice</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>Its busiest thread used %1 of a core and waited for one %2 of the time.</source>
        <translation>Sein meistbeschäftigter Thread nutzte %1 eines Kerns und wartete %2 der Zeit auf einen.</translation>
    </message>
    <message>
        <source>Arrivals were dropped while it was at its limit.</source>
        <translation>Ankünfte wurden verworfen, während er an seiner Grenze war.</translation>
    </message>
    <message>
        <source>1 % of the sends that had a free user were more than %1 late (allowed: %2).</source>
        <translation>1 % der Anfragen, für die ein Nutzer frei war, gingen mehr als %1 zu spät hinaus (erlaubt: %2).</translation>
    </message>
    <message>
        <source>It was not busy: other programs may have disturbed it.</source>
        <translation>Er war nicht ausgelastet: Andere Programme können ihn gestört haben.</translation>
    </message>
    <message>
        <source>Answers waited %1 (median) until it saw them, of %2 measured.</source>
        <translation>Antworten warteten %1 (Median), bis er sie sah, von %2, die gemessen wurden.</translation>
    </message>
    <message>
        <source>%1 requests failed because this machine had no port left.</source>
        <translation>%1 Anfragen scheiterten, weil dieser Rechner keinen Port mehr frei hatte.</translation>
    </message>
    <message>
        <source>%1 requests failed because this machine could open no more files.</source>
        <translation>%1 Anfragen scheiterten, weil dieser Rechner keine Datei mehr öffnen konnte.</translation>
    </message>
    <message>
        <source>Latencies may include its own delays.</source>
        <translation>Latenzen können seine eigenen Verzögerungen enthalten.</translation>
    </message>
    <message>
        <source>Its busiest thread waited for a free core %1 of the time.</source>
        <translation>Sein meistbeschäftigter Thread wartete %1 der Zeit auf einen freien Kern.</translation>
    </message>
    <message>
        <source>Other virtual machines took %1 of the time of the cores.</source>
        <translation>Andere virtuelle Maschinen nahmen %1 der Zeit der Kerne.</translation>
    </message>
    <message>
        <source>%1 requests were sent again inside the HTTP library.</source>
        <translation>%1 Anfragen wurden in der HTTP-Bibliothek noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Offered and achieved</source>
        <translation>Angeboten und erreicht</translation>
    </message>
    <message>
        <source>Response and service time</source>
        <translation>Antwort- und Bedienzeit</translation>
    </message>
    <message>
        <source>Generator late</source>
        <translation>Generator zu spät</translation>
    </message>
    <message>
        <source>Waited for a free user</source>
        <translation>Wartete auf einen freien Nutzer</translation>
    </message>
    <message>
        <source>CPU of the generator</source>
        <translation>CPU des Generators</translation>
    </message>
    <message>
        <source>Kept waiting for a core</source>
        <translation>Musste auf einen Kern warten</translation>
    </message>
    <message>
        <source>Event loop delay</source>
        <translation>Verzug der Ereignisschleife</translation>
    </message>
    <message>
        <source>Machine during the run</source>
        <translation>Rechner während des Laufs</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Calibration floor</source>
        <translation>Untergrenze der Kalibrierung</translation>
    </message>
    <message>
        <source>Machine before the run</source>
        <translation>Rechner vor dem Lauf</translation>
    </message>
    <message>
        <source>%1 iterations/s</source>
        <translation>%1 Iterationen/s</translation>
    </message>
    <message>
        <source>%1 of %2 iterations/s, %3 dropped</source>
        <translation>%1 von %2 Iterationen/s, %3 verworfen</translation>
    </message>
    <message>
        <source>%1 of %2 iterations/s</source>
        <translation>%1 von %2 Iterationen/s</translation>
    </message>
    <message>
        <source>p99 %1 against %2</source>
        <translation>p99 %1 gegen %2</translation>
    </message>
    <message>
        <source>%1 arrivals (%2), p99 %3</source>
        <translation>%1 Ankünfte (%2), p99 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of a core; all threads %2</source>
        <translation>%1 eines Kerns; alle Threads %2</translation>
    </message>
    <message>
        <source>%1 of the time</source>
        <translation>%1 der Zeit</translation>
    </message>
    <message>
        <source>%1 idle, %2 stolen</source>
        <translation>zu %1 frei, %2 entzogen</translation>
    </message>
    <message>
        <source>%1 idle</source>
        <translation>zu %1 frei</translation>
    </message>
    <message>
        <source>%1 new, %2 TLS handshakes</source>
        <translation>%1 neue, %2 TLS-Handshakes</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neue</translation>
    </message>
    <message>
        <source>, %1 requests sent again</source>
        <translation>, %1 Anfragen noch einmal gesendet</translation>
    </message>
    <message>
        <source>, %1 could not be made</source>
        <translation>, %1 kamen nicht zustande</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>%1 of %2; %3 of %4 requests/s</source>
        <translation>%1 von %2; %3 von %4 Anfragen/s</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Nicht bekannt.</translation>
    </message>
    <message>
        <source>Closed model: users wait for their answers, so the target sets the rate.</source>
        <translation>Geschlossenes Modell: Nutzer warten auf ihre Antworten, also bestimmt das Ziel die Rate.</translation>
    </message>
    <message>
        <source>What was offered was achieved.</source>
        <translation>Was angeboten wurde, wurde erreicht.</translation>
    </message>
    <message>
        <source>The target or the number of users did not allow more.</source>
        <translation>Das Ziel oder die Zahl der Nutzer ließ nicht mehr zu.</translation>
    </message>
    <message>
        <source>Less was offered than the scenario asks for.</source>
        <translation>Es wurde weniger angeboten, als das Szenario verlangt.</translation>
    </message>
    <message>
        <source>Requests were sent when they were due.</source>
        <translation>Anfragen gingen hinaus, als sie fällig waren.</translation>
    </message>
    <message>
        <source>Requests waited before they were sent: response time counts it, service time does not.</source>
        <translation>Anfragen warteten vor dem Senden: Die Antwortzeit zählt das mit, die Bedienzeit nicht.</translation>
    </message>
    <message>
        <source>Sends that had a free user left on time.</source>
        <translation>Anfragen, für die ein Nutzer frei war, gingen pünktlich hinaus.</translation>
    </message>
    <message>
        <source>Late, though it was not busy: something else disturbed it.</source>
        <translation>Zu spät, obwohl nicht ausgelastet: Etwas anderes hat ihn gestört.</translation>
    </message>
    <message>
        <source>Its own lateness is part of what was measured.</source>
        <translation>Seine eigene Verspätung ist Teil des Gemessenen.</translation>
    </message>
    <message>
        <source>Every arrival found a free user.</source>
        <translation>Jede Ankunft fand einen freien Nutzer.</translation>
    </message>
    <message>
        <source>The target or the number of users made them wait, not the generator.</source>
        <translation>Das Ziel oder die Zahl der Nutzer ließ sie warten, nicht der Generator.</translation>
    </message>
    <message>
        <source>Room to spare: a thread can use one core.</source>
        <translation>Luft nach oben: Ein Thread kann einen Kern nutzen.</translation>
    </message>
    <message>
        <source>Little room: keep 20 % idle.</source>
        <translation>Wenig Luft: 20 % sollten frei bleiben.</translation>
    </message>
    <message>
        <source>A thread that never rests measures itself.</source>
        <translation>Ein Thread, der nie ruht, misst sich selbst.</translation>
    </message>
    <message>
        <source>A core was free whenever it needed one.</source>
        <translation>Ein Kern war frei, wann immer er einen brauchte.</translation>
    </message>
    <message>
        <source>Other programs, perhaps the target, used the cores at times.</source>
        <translation>Andere Programme, vielleicht das Ziel, nutzten zeitweise die Kerne.</translation>
    </message>
    <message>
        <source>There were too few cores for everything that ran.</source>
        <translation>Für alles, was lief, gab es zu wenige Kerne.</translation>
    </message>
    <message>
        <source>Answers were seen as soon as they came.</source>
        <translation>Antworten wurden gesehen, sobald sie kamen.</translation>
    </message>
    <message>
        <source>Answers waited a good part of what was measured until it saw them.</source>
        <translation>Antworten warteten einen guten Teil des Gemessenen, bis er sie sah.</translation>
    </message>
    <message>
        <source>What was measured is for a good part the generator&apos;s own queue.</source>
        <translation>Gemessen wurde zu einem guten Teil die eigene Warteschlange des Generators.</translation>
    </message>
    <message>
        <source>There was time left for everything.</source>
        <translation>Es war Zeit für alles übrig.</translation>
    </message>
    <message>
        <source>Hardly any time left: target and generator share these cores.</source>
        <translation>Kaum Zeit übrig: Ziel und Generator teilen sich diese Kerne.</translation>
    </message>
    <message>
        <source>Hardly any time left on this machine.</source>
        <translation>Auf diesem Rechner war kaum Zeit übrig.</translation>
    </message>
    <message>
        <source>Other virtual machines took time away.</source>
        <translation>Andere virtuelle Maschinen nahmen Zeit weg.</translation>
    </message>
    <message>
        <source>Nothing ran out.</source>
        <translation>Nichts ging aus.</translation>
    </message>
    <message>
        <source>Times of requests sent again hold more than one attempt.</source>
        <translation>Zeiten noch einmal gesendeter Anfragen enthalten mehr als einen Versuch.</translation>
    </message>
    <message>
        <source>At this pace the ports of this machine run out.</source>
        <translation>In diesem Tempo gehen diesem Rechner die Ports aus.</translation>
    </message>
    <message>
        <source>This machine ran out of ports or files.</source>
        <translation>Diesem Rechner gingen Ports oder Dateien aus.</translation>
    </message>
    <message>
        <source>Calibrate on the Run page to learn what the generator itself takes here.</source>
        <translation>Auf der Seite „Lauf“ kalibrieren, um zu erfahren, was der Generator hier selbst braucht.</translation>
    </message>
    <message>
        <source>Measured and made stay well away from what the generator itself takes and can.</source>
        <translation>Gemessenes und Rate liegen weit von dem entfernt, was der Generator selbst braucht und kann.</translation>
    </message>
    <message>
        <source>The generator&apos;s own time is a good part of this, or its rate near the most it makes.</source>
        <translation>Die eigene Zeit des Generators ist ein guter Teil davon, oder die Rate ist nahe an seinem Höchsten.</translation>
    </message>
    <message>
        <source>Not quiet: %1.</source>
        <translation>Nicht ruhig: %1.</translation>
    </message>
    <message>
        <source>It was not looked at.</source>
        <translation>Das wurde nicht betrachtet.</translation>
    </message>
    <message>
        <source>Nothing else was going on.</source>
        <translation>Sonst war nichts los.</translation>
    </message>
    <message>
        <source>use fewer users, or let more ports be used</source>
        <translation>weniger Nutzer einsetzen, oder mehr Ports freigeben</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Within every limit that was judged.</source>
        <translation>Innerhalb aller beurteilten Grenzwerte.</translation>
    </message>
    <message>
        <source>Beyond a warning limit, within every failing one.</source>
        <translation>Ein Warngrenzwert ist überschritten, aber kein harter Grenzwert.</translation>
    </message>
    <message>
        <source>Beyond a limit that must hold.</source>
        <translation>Ein Grenzwert, der eingehalten werden muss, ist überschritten.</translation>
    </message>
    <message>
        <source>The measurement is too noisy or too short to decide.</source>
        <translation>Die Messung ist für ein Urteil zu verrauscht oder zu kurz.</translation>
    </message>
    <message>
        <source>The run cannot be trusted, for instance because the load generator was the limit.</source>
        <translation>Der Lauf ist nicht verlässlich, etwa weil der Lastgenerator der Engpass war.</translation>
    </message>
    <message>
        <source>Nothing is pinned to compare with.</source>
        <translation>Es ist keine Baseline für den Vergleich angeheftet.</translation>
    </message>
    <message>
        <source>The report holds no value for this rule.</source>
        <translation>Der Bericht enthält keinen Wert für diese Regel.</translation>
    </message>
    <message>
        <source>The step did not run, so there was nothing to judge.</source>
        <translation>Der Schritt lief nicht, es gab also nichts zu beurteilen.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>durchgefallen</translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation>keine Baseline</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>HTTP 4xx</source>
        <translation>HTTP 4xx</translation>
    </message>
    <message>
        <source>HTTP 5xx</source>
        <translation>HTTP 5xx</translation>
    </message>
    <message>
        <source>failed check</source>
        <translation>Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>Protokollfehler</translation>
    </message>
    <message>
        <source>setup</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation>Abkühlen</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>bereitet vor</translation>
    </message>
    <message>
        <source>setting up</source>
        <translation>richtet ein</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>wärmt auf</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>misst</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>kühlt ab</translation>
    </message>
    <message>
        <source>finishing requests in flight</source>
        <translation>schließt laufende Anfragen ab</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Ran to the end of its schedule.</source>
        <translation>Lief bis zum Ende des Zeitplans.</translation>
    </message>
    <message>
        <source>Stopped by the user; requests in flight were finished.</source>
        <translation>Vom Anwender gestoppt; laufende Anfragen wurden abgeschlossen.</translation>
    </message>
    <message>
        <source>Aborted by the user; requests in flight were cancelled.</source>
        <translation>Vom Anwender abgebrochen; laufende Anfragen wurden verworfen.</translation>
    </message>
    <message>
        <source>Ended by a stop rule.</source>
        <translation>Durch eine Stoppregel beendet.</translation>
    </message>
    <message>
        <source>Recovered after the runner ended unexpectedly.</source>
        <translation>Wiederhergestellt, nachdem der Runner unerwartet endete.</translation>
    </message>
    <message>
        <source>Ended because a setup step failed.</source>
        <translation>Beendet, weil ein Einrichtungsschritt fehlschlug.</translation>
    </message>
    <message>
        <source>Ended because the target could not be reached.</source>
        <translation>Beendet, weil das Ziel nicht erreichbar war.</translation>
    </message>
    <message>
        <source>Ended by: %1.</source>
        <translation>Beendet durch: %1.</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>investigating</source>
        <translation>in Klärung</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>response, ok answers</source>
        <translation>Antwort, nur erfolgreiche</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>first byte, all before it</source>
        <translation>erstes Byte, alles davor</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Ended by the stop rule %1.</source>
        <translation>Durch die Stoppregel %1 beendet.</translation>
    </message>
    <message>
        <source>other reasons</source>
        <translation>andere Gründe</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>slowdown</source>
        <translation>Verlangsamung</translation>
    </message>
    <message>
        <source>late shift</source>
        <translation>später Sprung</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation>wiederkehrend</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>zu kurz zum Beurteilen</translation>
    </message>
    <message>
        <source>The rate</source>
        <translation>Die Rate</translation>
    </message>
    <message>
        <source>The response time</source>
        <translation>Die Antwortzeit</translation>
    </message>
    <message>
        <source>%1 repeats every %2.</source>
        <translation>%1 wiederholt sich alle %2.</translation>
    </message>
    <message>
        <source>%1 rose by %2 at %3: this run never settled (late shift).</source>
        <translation>%1 stieg um %2 bei %3: Dieser Lauf kam nie zur Ruhe (später Sprung).</translation>
    </message>
    <message>
        <source>%1 fell by %2 at %3: this run never settled (late shift).</source>
        <translation>%1 fiel um %2 bei %3: Dieser Lauf kam nie zur Ruhe (später Sprung).</translation>
    </message>
    <message>
        <source>%1 rose by %2 from beginning to end: this run never settled (drift).</source>
        <translation>%1 stieg um %2 vom Anfang bis zum Ende: Dieser Lauf kam nie zur Ruhe (Drift).</translation>
    </message>
    <message>
        <source>%1 fell by %2 from beginning to end: this run never settled (drift).</source>
        <translation>%1 fiel um %2 vom Anfang bis zum Ende: Dieser Lauf kam nie zur Ruhe (Drift).</translation>
    </message>
    <message>
        <source>%1 rose by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out.</source>
        <translation>%1 stieg um %2 bis %3 und blieb dann gleich: %4. Ein längeres Aufwärmen lässt das weg.</translation>
    </message>
    <message>
        <source>%1 fell by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out.</source>
        <translation>%1 fiel um %2 bis %3 und blieb dann gleich: %4. Ein längeres Aufwärmen lässt das weg.</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>The demo cannot be started: %1 does not run.</source>
        <translation>Die Demo lässt sich nicht starten: %1 läuft nicht.</translation>
    </message>
    <message>
        <source>Making the demo library: a few real runs against the built-in sample service. Each is shown here while it runs and kept in the library.</source>
        <translation>Die Demo-Bibliothek entsteht: einige echte Läufe gegen den eingebauten Beispieldienst. Jeder ist hier zu sehen, während er läuft, und bleibt in der Bibliothek.</translation>
    </message>
    <message>
        <source>Neither a report nor a scenario of Plumbline: %1</source>
        <translation>Weder ein Bericht noch ein Szenario von Plumbline: %1</translation>
    </message>
    <message>
        <source>Run scenario %1</source>
        <translation>Szenario %1 ausführen</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Open report %1, %2</source>
        <translation>Bericht %1, %2 öffnen</translation>
    </message>
    <message>
        <source>Edit scenario %1</source>
        <translation>Szenario %1 bearbeiten</translation>
    </message>
    <message>
        <source>There is no library in %1.</source>
        <translation>In %1 ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>Make one there</source>
        <translation>Dort eine anlegen</translation>
    </message>
    <message>
        <source>A new library is made in %1.</source>
        <translation>In %1 wird eine neue Bibliothek angelegt.</translation>
    </message>
</context>
<context>
    <name>plumb::models::DataPreview</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>There is no column %1 that could be secret.</source>
        <translation>Es gibt keine Spalte %1, die geheim sein könnte.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rows, columns</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n row(s)</source>
        <translation>
            <numerusform>Mehr als %n Zeile</numerusform>
            <numerusform>Mehr als %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Only the first megabyte of this large file was looked at.</source>
        <translation>%1. Von dieser großen Datei wurde nur das erste Megabyte angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1; the first %n are shown</source>
        <translation>
            <numerusform>%1; die erste (%n) wird gezeigt</numerusform>
            <numerusform>%1; die ersten %n werden gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::models::ErrorModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>reason code</source>
        <translation>Ursachencode</translation>
    </message>
    <message>
        <source>failed check</source>
        <translation>Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Of the finished requests of the step, or of all steps in a part of the run</source>
        <translation>Von den fertigen Anfragen des Schritts, in einem Teil des Laufs von denen aller Schritte</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>alle Schritte</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>plumb::models::EventModel</name>
    <message>
        <source>At</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since the start of the run</source>
        <translation>Seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>Monitor</translation>
    </message>
</context>
<context>
    <name>plumb::models::KeyValueModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Report id</source>
        <translation>Berichts-ID</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Target version</source>
        <translation>Zielversion</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>Executor</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Load before the run</source>
        <translation>Auslastung vor dem Lauf</translation>
    </message>
    <message>
        <source>Git commit</source>
        <translation>Git-Commit</translation>
    </message>
    <message>
        <source>Scenario SHA-256</source>
        <translation>Szenario SHA-256</translation>
    </message>
    <message>
        <source>Thresholds SHA-256</source>
        <translation>Schwellenwerte SHA-256</translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation>Umgebungsvariable %1</translation>
    </message>
    <message>
        <source>Data file %1</source>
        <translation>Datendatei %1</translation>
    </message>
    <message>
        <source>Address connected to</source>
        <translation>Verbundene Adresse</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP-Version</translation>
    </message>
    <message>
        <source>HTTP clients of each worker</source>
        <translation>HTTP-Clients je Arbeiter</translation>
    </message>
    <message>
        <source>Connection pools</source>
        <translation>Verbindungsvorräte</translation>
    </message>
    <message>
        <source>Test of the connections at the start</source>
        <translation>Prüfung der Verbindungen zu Beginn</translation>
    </message>
    <message>
        <source>Way to the socket</source>
        <translation>Weg zum Socket</translation>
    </message>
    <message>
        <source>Workers (threads that send)</source>
        <translation>Arbeiter (sendende Threads)</translation>
    </message>
    <message>
        <source>Connecting, tried once before the load</source>
        <translation>Verbinden, einmal vor der Last versucht</translation>
    </message>
    <message>
        <source>Name lookup, once before the load (DNS)</source>
        <translation>Namensauflösung, einmal vor der Last (DNS)</translation>
    </message>
    <message>
        <source>TLS handshake, tried once before the load</source>
        <translation>TLS-Handshake, einmal vor der Last versucht</translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>%1 % CPU, waited %2 %</source>
        <translation>%1 % CPU, wartete %2 %</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibriert</translation>
    </message>
</context>
<context>
    <name>plumb::models::LibraryFilterProxy</name>
    <message>
        <source>%1 – %2, the latest %3</source>
        <translation>%1 – %2, der neueste %3</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
</context>
<context>
    <name>plumb::models::LibraryModel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>The name under which runs are trended</source>
        <translation>Der Name, unter dem der Trend der Läufe verfolgt wird</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the target</source>
        <translation>Version des Ziels</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Finished in the measure phase</source>
        <translation>In der Messphase beendet</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Most at a time</source>
        <translation>Höchstens gleichzeitig</translation>
    </message>
    <message>
        <source>p95 over time</source>
        <translation>p95 im Zeitverlauf</translation>
    </message>
    <message>
        <source>From the start of the run to its end</source>
        <translation>Vom Beginn bis zum Ende des Laufs</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>p95 over time, %n point(s)</source>
        <translation>
            <numerusform>p95 im Zeitverlauf, %n Punkt</numerusform>
            <numerusform>p95 im Zeitverlauf, %n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial: the run was ended before its schedule</source>
        <translation>Unvollständig: Der Lauf wurde vor dem Ende des Zeitplans beendet</translation>
    </message>
    <message>
        <source>%1, partial</source>
        <translation>%1, unvollständig</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Δ p95</source>
        <translation>Δ p95</translation>
    </message>
    <message>
        <source>p95 against the run before it of the same operation and environment that ended as planned. A plain difference: noise is not taken into account.</source>
        <translation>p95 gegenüber dem vorigen planmäßig beendeten Lauf derselben Operation und Umgebung. Eine bloße Differenz: Rauschen ist nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>The latest note on the report</source>
        <translation>Die neueste Notiz zum Bericht</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>No earlier run of this operation and environment</source>
        <translation>Kein früherer Lauf dieser Operation und Umgebung</translation>
    </message>
    <message>
        <source>= same</source>
        <translation>= gleich</translation>
    </message>
    <message>
        <source>▲ %1 % slower</source>
        <translation>▲ %1 % langsamer</translation>
    </message>
    <message>
        <source>▼ %1 % faster</source>
        <translation>▼ %1 % schneller</translation>
    </message>
    <message>
        <source>p95 %1, in the run of %2 it was %3. A plain difference: noise is not taken into account.</source>
        <translation>p95 %1, im Lauf vom %2 waren es %3. Eine bloße Differenz: Rauschen ist nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a note, its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in the notes on this report cannot be read</source>
        <translation>
            <numerusform>%n Zeile der Notizen zu diesem Bericht ist nicht lesbar</numerusform>
            <numerusform>%n Zeilen der Notizen zu diesem Bericht sind nicht lesbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::models::LiveStepModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Finished in the measure phase so far</source>
        <translation>Bisher in der Messphase beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschl.</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>max (ms)</source>
        <translation>max. (ms)</translation>
    </message>
    <message>
        <source>%1 (setup)</source>
        <translation>%1 (Einrichten)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>The worst of the rules on this step</source>
        <translation>Die schlechteste der Regeln zu diesem Schritt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Of the rule that stands worst</source>
        <translation>Der Regel, die am schlechtesten steht</translation>
    </message>
</context>
<context>
    <name>plumb::models::MonitorModel</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>As rules name it, with .max or .mean at the end</source>
        <translation>Wie Regeln sie nennen, mit .max oder .mean am Ende</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What was watched</source>
        <translation>Was beobachtet wurde</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Without value</source>
        <translation>Ohne Wert</translation>
    </message>
    <message>
        <source>The process was gone, or the page did not answer</source>
        <translation>Der Prozess war weg, oder die Seite antwortete nicht</translation>
    </message>
</context>
<context>
    <name>plumb::models::PhaseModel</name>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Start (s)</source>
        <translation>Beginn (s)</translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation>Länge (s)</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Sent and dropped</source>
        <translation>Gesendet und verworfen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschl.</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>In flight when the run ended</source>
        <translation>Beim Ende des Laufs noch unterwegs</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Arrivals that found no free user</source>
        <translation>Ankünfte, für die kein Nutzer frei war</translation>
    </message>
</context>
<context>
    <name>plumb::models::ProblemPlace</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>User patterns</source>
        <translation>Nutzermuster</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>Stop rules</source>
        <translation>Stoppregeln</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrageparameter</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation>JSON-Inhalt</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Extractions</source>
        <translation>Entnahmen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation>Das Szenario</translation>
    </message>
</context>
<context>
    <name>plumb::models::QueueModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>How long the run is meant to take</source>
        <translation>Wie lange der Lauf dauern soll</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>as the scenario says</source>
        <translation>wie im Szenario</translation>
    </message>
</context>
<context>
    <name>plumb::models::RequestPreviewer</name>
    <message>
        <source>… cut here</source>
        <translation>… hier abgeschnitten</translation>
    </message>
    <message>
        <source>Known only when it is sent: %1</source>
        <translation>Erst beim Senden bekannt: %1</translation>
    </message>
</context>
<context>
    <name>plumb::models::RulesModel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>warns where it is %1</source>
        <translation>warnt bei %1</translation>
    </message>
    <message>
        <source>fails where it is %1</source>
        <translation>schlägt fehl bei %1</translation>
    </message>
    <message>
        <source>What the measured figure has to keep</source>
        <translation>Was der gemessene Wert einhalten muss</translation>
    </message>
</context>
<context>
    <name>plumb::models::SampleModel</name>
    <message>
        <source>At</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Intended start, since the start of the run</source>
        <translation>Beabsichtigter Start, seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Kept because</source>
        <translation>Behalten, weil</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Response (ms)</source>
        <translation>Antwort (ms)</translation>
    </message>
    <message>
        <source>Service (ms)</source>
        <translation>Service (ms)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioDocument</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioRecordModel</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioTreeModel</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Scenario and target</source>
        <translation>Szenario und Ziel</translation>
    </message>
    <message>
        <source>Variables and data</source>
        <translation>Variablen und Daten</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>if it fails: %1</source>
        <translation>bei Fehlschlag: %1</translation>
    </message>
    <message>
        <source>User patterns</source>
        <translation>Nutzermuster</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Monitors and stop rules</source>
        <translation>Monitore und Stoppregeln</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Ablegen</translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioValues</name>
    <message>
        <source>The target&apos;s own</source>
        <translation>Die des Ziels</translation>
    </message>
</context>
<context>
    <name>plumb::models::SkippedModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>plumb::models::StepTableModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschl.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Failed of all finished requests</source>
        <translation>Fehlgeschlagene unter allen beendeten Anfragen</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>mean (ms)</source>
        <translation>Mittel (ms)</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>max (ms)</source>
        <translation>max. (ms)</translation>
    </message>
    <message>
        <source>%1 (setup)</source>
        <translation>%1 (Einrichten)</translation>
    </message>
    <message>
        <source>Finished requests in the measure phase; of a part of the run: answers in it</source>
        <translation>Beendete Anfragen der Messphase; bei einem Teil des Laufs: Antworten darin</translation>
    </message>
    <message>
        <source>Enter or a double click opens the parts of its time</source>
        <translation>Eingabetaste oder Doppelklick öffnet die Teile seiner Zeit</translation>
    </message>
    <message>
        <source>Pattern %1; Enter or a double click opens the parts of its time</source>
        <translation>Muster %1; Eingabetaste oder Doppelklick öffnet die Teile seiner Zeit</translation>
    </message>
    <message>
        <source>%1, a part of the step&apos;s time</source>
        <translation>%1, ein Teil der Zeit des Schritts</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, geöffnet</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, geschlossen</translation>
    </message>
    <message>
        <source>The TLS handshake, of requests that opened a connection.</source>
        <translation>Der TLS-Handshake, bei Anfragen, die eine Verbindung öffneten.</translation>
    </message>
    <message>
        <source>From the first byte of the request to the last one handed over.</source>
        <translation>Vom ersten Byte der Anfrage bis zum letzten, das übergeben wurde.</translation>
    </message>
    <message>
        <source>From the request&apos;s last byte to the answer&apos;s first.</source>
        <translation>Vom letzten Byte der Anfrage bis zum ersten der Antwort.</translation>
    </message>
    <message>
        <source>From the answer&apos;s first byte to its last.</source>
        <translation>Vom ersten Byte der Antwort bis zu ihrem letzten.</translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation>Zeilen/s</translation>
    </message>
    <message>
        <source>User CPU (s)</source>
        <translation>CPU Nutzer (s)</translation>
    </message>
    <message>
        <source>System CPU (s)</source>
        <translation>CPU System (s)</translation>
    </message>
    <message>
        <source>Peak memory (MB)</source>
        <translation>Speicherspitze (MB)</translation>
    </message>
    <message>
        <source>dns: not measured apart from connecting</source>
        <translation>DNS: nicht getrennt vom Verbinden gemessen</translation>
    </message>
    <message>
        <source>dns: looked up once for the run, %1</source>
        <translation>DNS: einmal für den Lauf nachgeschlagen, %1</translation>
    </message>
</context>
<context>
    <name>plumb::models::TrashModel</name>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
</context>
<context>
    <name>plumb::models::TrustModel</name>
    <message>
        <source>Looked at</source>
        <translation>Betrachtet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
</context>
<context>
    <name>plumb::models::VariableStateModel</name>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>With the environment chosen above</source>
        <translation>Mit der oben gewählten Umgebung</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt aus</translation>
    </message>
    <message>
        <source>Typed in this window</source>
        <translation>In diesem Fenster eingegeben</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>%1, which is set</source>
        <translation>%1 (gesetzt)</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standardwert</translation>
    </message>
    <message>
        <source>Default, for %1 is not set</source>
        <translation>Standardwert, denn %1 ist nicht gesetzt</translation>
    </message>
    <message>
        <source>No value: steps that need it are left out</source>
        <translation>Kein Wert: Schritte, die ihn brauchen, entfallen</translation>
    </message>
    <message>
        <source>%1 is not set: steps that need it are left out</source>
        <translation>%1 ist nicht gesetzt: Schritte, die den Wert brauchen, entfallen</translation>
    </message>
    <message>
        <source>No value: asked for when sent</source>
        <translation>Kein Wert: wird beim Senden erfragt</translation>
    </message>
    <message>
        <source>%1 is not set: asked for when sent</source>
        <translation>%1 ist nicht gesetzt: wird beim Senden erfragt</translation>
    </message>
</context>
<context>
    <name>plumb::runner::SocketSession</name>
    <message>
        <source>The runner does not answer on %1.</source>
        <translation>Der Runner antwortet nicht auf %1.</translation>
    </message>
    <message>
        <source>The runner ended before it answered.</source>
        <translation>Der Runner endete, bevor er antwortete.</translation>
    </message>
    <message>
        <source>The runner is gone. What it had measured is recovered when the library is checked.</source>
        <translation>Der Runner ist verschwunden. Was er gemessen hat, wird bei der Prüfung der Bibliothek wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::AuthEditor</name>
    <message>
        <source>As the target</source>
        <translation>Wie das Ziel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>OAuth2 client credentials</source>
        <translation>OAuth2 Client Credentials</translation>
    </message>
    <message>
        <source>Kind of authentication</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>Best a variable: {{password}}</source>
        <translation>Am besten eine Variable: {{password}}</translation>
    </message>
    <message>
        <source>Change authentication</source>
        <translation>Anmeldung ändern</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>Token-URL</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
</context>
<context>
    <name>plumb::ui::BodyEditor</name>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>Formularfelder</translation>
    </message>
    <message>
        <source>Parts of the body</source>
        <translation>Teile des Inhalts</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Kein Inhalt</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation>Multipart</translation>
    </message>
    <message>
        <source>GraphQL</source>
        <translation>GraphQL</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>Art des Inhalts</translation>
    </message>
    <message>
        <source>Indent the JSON</source>
        <translation>Das JSON einrücken</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>File with the body</source>
        <translation>Datei mit dem Inhalt</translation>
    </message>
    <message>
        <source>Relative to the scenario&apos;s file</source>
        <translation>Relativ zur Datei des Szenarios</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Change body file</source>
        <translation>Datei des Inhalts ändern</translation>
    </message>
    <message>
        <source>GraphQL query</source>
        <translation>GraphQL-Abfrage</translation>
    </message>
    <message>
        <source>query { ... }</source>
        <translation>query { ... }</translation>
    </message>
    <message>
        <source>GraphQL variables</source>
        <translation>GraphQL-Variablen</translation>
    </message>
    <message>
        <source>Variables as JSON, such as {&quot;id&quot;: 1}</source>
        <translation>Variablen als JSON, etwa {&quot;id&quot;: 1}</translation>
    </message>
    <message>
        <source>Change query</source>
        <translation>Abfrage ändern</translation>
    </message>
    <message>
        <source>Change kind of body</source>
        <translation>Art des Inhalts ändern</translation>
    </message>
    <message>
        <source>Change body</source>
        <translation>Inhalt ändern</translation>
    </message>
    <message>
        <source>The body</source>
        <translation>Der Inhalt</translation>
    </message>
    <message>
        <source>The variables</source>
        <translation>Die Variablen</translation>
    </message>
    <message>
        <source>Change variables</source>
        <translation>Variablen ändern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>plumb::ui::Calibration</name>
    <message>
        <source>Cannot start %1: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>Waiting for this machine to be free</source>
        <translation>Wartet, bis dieser Rechner frei ist</translation>
    </message>
    <message>
        <source>%1, as fast as it can: %2 requests/s</source>
        <translation>%1, so schnell es geht: %2 Anfragen/s</translation>
    </message>
    <message>
        <source>%1, one user: %2 requests/s</source>
        <translation>%1, ein Nutzer: %2 Anfragen/s</translation>
    </message>
    <message>
        <source>The calibration ended without a result.</source>
        <translation>Die Kalibrierung endete ohne Ergebnis.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ChartFrame</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern…</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation>Ganzen Bereich zeigen</translation>
    </message>
    <message>
        <source>The chart was not saved. %1</source>
        <translation>Das Diagramm wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <source>Table and export</source>
        <translation>Tabelle und Export</translation>
    </message>
    <message>
        <source>Numbers of the chart %1</source>
        <translation>Zahlen des Diagramms %1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>What is this figure?</source>
        <translation>Was ist diese Kennzahl?</translation>
    </message>
</context>
<context>
    <name>plumb::ui::Chip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Press to remove the filter</source>
        <translation>Drücken entfernt den Filter</translation>
    </message>
    <message>
        <source>%1: %2. Click to remove the filter.</source>
        <translation>%1: %2. Ein Klick entfernt den Filter.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::CommandEditor</name>
    <message>
        <source>Program and arguments</source>
        <translation>Programm und Argumente</translation>
    </message>
    <message>
        <source>Environment of the command</source>
        <translation>Umgebung des Befehls</translation>
    </message>
    <message>
        <source>Change command</source>
        <translation>Befehl ändern</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>The scenario&apos;s folder</source>
        <translation>Dem Ordner des Szenarios</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>600s; then it is killed with all it has started</source>
        <translation>600s; dann wird er mit allem beendet, was er gestartet hat</translation>
    </message>
    <message>
        <source>Expected exit code</source>
        <translation>Erwarteter Rückgabewert</translation>
    </message>
    <message>
        <source>Niceness</source>
        <translation>Nice-Wert</translation>
    </message>
    <message>
        <source>0; up to 19 is kinder to others</source>
        <translation>0; bis 19 nimmt er mehr Rücksicht</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>All; 0-3,5</source>
        <translation>Alle; 0-3,5</translation>
    </message>
</context>
<context>
    <name>plumb::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ComposePage</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>An empty scenario, or one of the shipped templates</source>
        <translation>Ein leeres Szenario oder eine der mitgelieferten Vorlagen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Das Szenario speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Save the scenario and set up a run of it</source>
        <translation>Das Szenario speichern und einen Lauf vorbereiten</translation>
    </message>
    <message>
        <source>Empty scenario</source>
        <translation>Leeres Szenario</translation>
    </message>
    <message>
        <source>From template</source>
        <translation>Aus Vorlage</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>What is measured beside the requests</source>
        <translation>Was neben den Anfragen gemessen wird</translation>
    </message>
    <message>
        <source>Stop rules</source>
        <translation>Stoppregeln</translation>
    </message>
    <message>
        <source>End the run early</source>
        <translation>Beenden den Lauf vorzeitig</translation>
    </message>
    <message>
        <source>Scenario and target</source>
        <translation>Szenario und Ziel</translation>
    </message>
    <message>
        <source>User pattern</source>
        <translation>Nutzermuster</translation>
    </message>
    <message>
        <source>Variables and data</source>
        <translation>Variablen und Daten</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Monitors and stop rules</source>
        <translation>Monitore und Stoppregeln</translation>
    </message>
    <message>
        <source>Steps that run before the users start, such as a log-in, stand below Setup; what the users do over and over stands below their pattern. Insert adds a step, Shift+Insert a setup step; steps can be dragged, copied and pasted.</source>
        <translation>Schritte, die vor dem Start der Nutzer laufen, etwa eine Anmeldung, stehen unter Vorbereitung; was die Nutzer immer wieder tun, steht unter ihrem Muster. Einfg fügt einen Schritt ein, Umschalt+Einfg einen Vorbereitungsschritt; Schritte lassen sich ziehen, kopieren und einfügen.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems and answers</source>
        <translation>Probleme und Antworten</translation>
    </message>
    <message>
        <source>Compose: %1 •</source>
        <comment>a file with unsaved changes</comment>
        <translation>Entwerfen: %1 •</translation>
    </message>
    <message>
        <source>Compose: %1</source>
        <translation>Entwerfen: %1</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Entwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>Einmal senden</translation>
    </message>
    <message>
        <source>Send the chosen step once, as one user would</source>
        <translation>Den gewählten Schritt einmal senden, wie ein Nutzer es täte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Recent scenarios</source>
        <translation>Letzte Szenarien</translation>
    </message>
    <message>
        <source>Paste curl command as step</source>
        <translation>curl-Befehl als Schritt einfügen</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>%1 is gone from the disk. Save writes it again.</source>
        <translation>%1 ist nicht mehr auf der Platte. Speichern schreibt sie neu.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Sent once</source>
        <translation>Einmal gesendet</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 is not confirmed.</source>
        <translation>Nichts wurde gesendet: %1 ist nicht bestätigt.</translation>
    </message>
    <message>
        <source>Extract value</source>
        <translation>Wert entnehmen</translation>
    </message>
    <message>
        <source>Check value</source>
        <translation>Wert prüfen</translation>
    </message>
    <message>
        <source>the step keeps its whole address, for the target is another one</source>
        <translation>der Schritt behält seine ganze Adresse, denn das Ziel ist ein anderes</translation>
    </message>
    <message>
        <source>Paste curl command</source>
        <translation>curl-Befehl einfügen</translation>
    </message>
    <message>
        <source>From the curl command: %1.</source>
        <translation>Aus dem curl-Befehl: %1.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Nothing was sent: values are missing.</source>
        <translation>Nichts gesendet: Es fehlen Werte.</translation>
    </message>
    <message>
        <source>Environment: values are shown for it, and Send once uses it</source>
        <translation>Umgebung: Werte werden für sie gezeigt, und „Einmal senden“ nutzt sie</translation>
    </message>
    <message>
        <source>Nothing was done: it is not allowed.</source>
        <translation>Nichts wurde getan: Es ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>The scenario starts its service for a run only: start it by hand to send once.</source>
        <translation>Das Szenario startet seinen Dienst nur für einen Lauf: zum einmaligen Senden von Hand starten.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ComposeTree</name>
    <message>
        <source>Parts of the scenario</source>
        <translation>Teile des Szenarios</translation>
    </message>
    <message>
        <source>Add and arrange</source>
        <translation>Hinzufügen und ordnen</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Add setup step</source>
        <translation>Vorbereitungsschritt hinzufügen</translation>
    </message>
    <message>
        <source>Add step for when the setup step fails</source>
        <translation>Schritt für den Fehlschlag der Vorbereitung hinzufügen</translation>
    </message>
    <message>
        <source>Add user pattern</source>
        <translation>Nutzermuster hinzufügen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>plumb::ui::EndingsChart</name>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/s</translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>by outcome</source>
        <translation>nach Ergebnis</translation>
    </message>
    <message>
        <source>by reason</source>
        <translation>nach Grund</translation>
    </message>
    <message>
        <source>Outcomes or reasons over time</source>
        <translation>Ergebnisse oder Gründe über die Zeit</translation>
    </message>
    <message>
        <source>What the columns are made of: how requests ended, or the reason codes their answers gave</source>
        <translation>Woraus die Säulen bestehen: wie Anfragen ausgingen, oder die Gründe, die ihre Antworten nannten</translation>
    </message>
    <message>
        <source>answers per second</source>
        <translation>Antworten pro Sekunde</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ExportActions</name>
    <message>
        <source>&amp;Markdown…</source>
        <translation>&amp;Markdown…</translation>
    </message>
    <message>
        <source>&amp;CSV, three files with Locust&apos;s columns…</source>
        <translation>&amp;CSV, drei Dateien mit den Spalten von Locust…</translation>
    </message>
    <message>
        <source>&amp;JSON, the whole report…</source>
        <translation>&amp;JSON, der ganze Bericht…</translation>
    </message>
    <message>
        <source>&amp;Flat JSON, the main figures…</source>
        <translation>&amp;Flaches JSON, die wichtigsten Werte…</translation>
    </message>
    <message>
        <source>&amp;Percentile distribution (hgrm)…</source>
        <translation>&amp;Perzentilverteilung (hgrm)…</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy the report as Markdown, for a ticket or a merge request (Ctrl+Shift+C)</source>
        <translation>Den Bericht als Markdown kopieren, für ein Ticket oder einen Merge-Request (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Write the report in a format that other programs read</source>
        <translation>Den Bericht in einem Format schreiben, das andere Programme lesen</translation>
    </message>
    <message>
        <source>The report is on the clipboard as Markdown.</source>
        <translation>Der Bericht liegt als Markdown in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>plumb::ui::FlowEditor</name>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Once for each user</source>
        <translation>Einmal für jeden Nutzer</translation>
    </message>
    <message>
        <source>Once before the run</source>
        <translation>Einmal vor dem Lauf</translation>
    </message>
    <message>
        <source>Change when it runs</source>
        <translation>Ändern, wann er läuft</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>As the target; &quot;5s&quot; or milliseconds</source>
        <translation>Wie das Ziel; &quot;5s&quot; oder Millisekunden</translation>
    </message>
    <message>
        <source>Change time-out</source>
        <translation>Zeitgrenze ändern</translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Do not follow</source>
        <translation>Nicht folgen</translation>
    </message>
    <message>
        <source>Change redirects</source>
        <translation>Weiterleitungen ändern</translation>
    </message>
    <message>
        <source>Send a traceparent header</source>
        <translation>Einen traceparent-Header senden</translation>
    </message>
    <message>
        <source>Change traceparent</source>
        <translation>traceparent ändern</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Bei Fehlschlag</translation>
    </message>
    <message>
        <source>Go on, but end the iteration after a failed extraction</source>
        <translation>Weiter, aber nach einer misslungenen Entnahme den Durchlauf beenden</translation>
    </message>
    <message>
        <source>Go on with the next step</source>
        <translation>Mit dem nächsten Schritt weiter</translation>
    </message>
    <message>
        <source>End the iteration</source>
        <translation>Den Durchlauf beenden</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Den Lauf beenden</translation>
    </message>
    <message>
        <source>Change what follows a failure</source>
        <translation>Ändern, was auf einen Fehlschlag folgt</translation>
    </message>
    <message>
        <source>Needs variables</source>
        <translation>Braucht Variablen</translation>
    </message>
    <message>
        <source>Skipped where one is missing: job_id, token</source>
        <translation>Ausgelassen, wo eine fehlt: job_id, token</translation>
    </message>
    <message>
        <source>Change needed variables</source>
        <translation>Benötigte Variablen ändern</translation>
    </message>
    <message>
        <source>Think time after it</source>
        <translation>Denkzeit danach</translation>
    </message>
    <message>
        <source>As the pattern; 100, 100-500 (ms)</source>
        <translation>Wie das Muster; 100, 100-500 (ms)</translation>
    </message>
    <message>
        <source>Change think time</source>
        <translation>Denkzeit ändern</translation>
    </message>
    <message>
        <source>Only every Nth iteration</source>
        <translation>Nur in jedem N-ten Durchlauf</translation>
    </message>
    <message>
        <source>Change how often</source>
        <translation>Häufigkeit ändern</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Change repeat</source>
        <translation>Wiederholung ändern</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>1; counts in patterns that draw their steps</source>
        <translation>1; zählt in Mustern, die ihre Schritte auslosen</translation>
    </message>
    <message>
        <source>Change weight</source>
        <translation>Gewicht ändern</translation>
    </message>
    <message>
        <source>First ones apart</source>
        <translation>Erste getrennt</translation>
    </message>
    <message>
        <source>0: none are kept as &quot;(cold)&quot;</source>
        <translation>0: keine werden als „(cold)“ geführt</translation>
    </message>
    <message>
        <source>Change first ones</source>
        <translation>Erste ändern</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Change group</source>
        <translation>Gruppe ändern</translation>
    </message>
</context>
<context>
    <name>plumb::ui::HeatMapPlot</name>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50, ms</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95, ms</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
    <message>
        <source>max, ms</source>
        <translation>max, ms</translation>
    </message>
</context>
<context>
    <name>plumb::ui::JsonEdit</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryEdits</name>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n report(s) changed.</source>
        <translation>
            <numerusform>Tags von %n Bericht geändert.</numerusform>
            <numerusform>Tags von %n Berichten geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>The note is kept beside the report.</source>
        <translation>Die Notiz steht neben dem Bericht.</translation>
    </message>
    <message>
        <source>removal of a note</source>
        <translation>Entfernen einer Notiz</translation>
    </message>
    <message>
        <source>The note is withdrawn.</source>
        <translation>Die Notiz ist zurückgezogen.</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) moved to the trash of the library.</source>
        <translation>
            <numerusform>%n Bericht in den Papierkorb der Bibliothek verschoben.</numerusform>
            <numerusform>%n Berichte in den Papierkorb der Bibliothek verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>copying into the library</source>
        <translation>Kopieren in die Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) copied into the library.</source>
        <translation>
            <numerusform>%n Bericht in die Bibliothek kopiert.</numerusform>
            <numerusform>%n Berichte in die Bibliothek kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) there already.</source>
        <translation>
            <numerusform>%n Bericht war schon da.</numerusform>
            <numerusform>%n Berichte waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source>putting back</source>
        <translation>Zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) put back.</source>
        <translation>
            <numerusform>%n Bericht zurückgeholt.</numerusform>
            <numerusform>%n Berichte zurückgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) deleted for good.</source>
        <translation>
            <numerusform>%n Bericht endgültig gelöscht.</numerusform>
            <numerusform>%n Berichte endgültig gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryPage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation>Berichte durchsuchen</translation>
    </message>
    <message>
        <source>Search: login -old tag:nightly verdict:fail p99&gt;200</source>
        <translation>Suche: login -alt tag:nightly verdict:fail p99&gt;200</translation>
    </message>
    <message>
        <source>Number of reports</source>
        <translation>Anzahl der Berichte</translation>
    </message>
    <message>
        <source>Reading the library</source>
        <translation>Bibliothek wird gelesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the report (Enter)</source>
        <translation>Bericht öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Look for changes (F5)</source>
        <translation>Nach Änderungen suchen (F5)</translation>
    </message>
    <message>
        <source>Rebuild index</source>
        <translation>Index neu aufbauen</translation>
    </message>
    <message>
        <source>Throw the index away and read every report again</source>
        <translation>Den Index verwerfen und alle Berichte neu lesen</translation>
    </message>
    <message>
        <source>No library open</source>
        <translation>Keine Bibliothek geöffnet</translation>
    </message>
    <message>
        <source>A library is a folder that keeps scenarios, limits and the report of every run.</source>
        <translation>Eine Bibliothek ist ein Ordner für Szenarien, Grenzwerte und den Bericht jedes Laufs.</translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation>Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Noch keine Berichte</translation>
    </message>
    <message>
        <source>Run a scenario</source>
        <translation>Szenario ausführen</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n report(s)</source>
        <translation>
            <numerusform>%1 von %n Bericht</numerusform>
            <numerusform>%1 von %n Berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message numerus="yes">
        <source>%n still being copied</source>
        <translation>
            <numerusform>%n wird noch kopiert</numerusform>
            <numerusform>%n werden noch kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Run a scenario first: every run is kept here with its verdict. Reports from elsewhere can be dropped here.</source>
        <translation>Führen Sie zuerst ein Szenario aus: Jeder Lauf wird hier mit seinem Urteil aufbewahrt. Berichte von anderswo lassen sich hier ablegen.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete reports</source>
        <translation>Berichte löschen</translation>
    </message>
    <message numerus="yes">
        <source>Move %n report(s) to the trash of the library?</source>
        <translation>
            <numerusform>%n Bericht in den Papierkorb der Bibliothek verschieben?</numerusform>
            <numerusform>%n Berichte in den Papierkorb der Bibliothek verschieben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>All words must occur; -word must not. Also tag:, note:, state:, verdict:, env:, op:, version:, and p50, p95, p99 (ms), rps, users, requests, duration (s), errors and delta (%) with &gt;, &gt;=, &lt;, &lt;=, =.</source>
        <translation>Alle Wörter müssen vorkommen, -Wort darf nicht. Außerdem tag:, note:, state:, verdict:, env:, op:, version: sowie p50, p95, p99 (ms), rps, users, requests, duration (s), errors und delta (%) mit &gt;, &gt;=, &lt;, &lt;=, =.</translation>
    </message>
    <message>
        <source>Group by operation</source>
        <translation>Nach Operation gruppieren</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>Set the tags of the chosen reports</source>
        <translation>Tags der gewählten Berichte setzen</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>Notizen…</translation>
    </message>
    <message>
        <source>Read and write notes on the report</source>
        <translation>Notizen zum Bericht lesen und schreiben</translation>
    </message>
    <message>
        <source>Move the chosen reports to the trash of the library</source>
        <translation>Die gewählten Berichte in den Papierkorb der Bibliothek verschieben</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions, and the columns of the list</source>
        <translation>Weitere Aktionen und die Spalten der Liste</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Changing the library</source>
        <translation>Die Bibliothek wird geändert</translation>
    </message>
    <message>
        <source>This library can only be read. Tags, notes, deleting and dropping reports need a folder that can be written.</source>
        <translation>Diese Bibliothek lässt sich nur lesen. Tags, Notizen, Löschen und Ablegen von Berichten brauchen einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>&amp;Group by operation</source>
        <translation>Nach Operation &amp;gruppieren</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open the report in a window of its own</source>
        <translation>Den Bericht in einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>Nebeneinander öffnen</translation>
    </message>
    <message>
        <source>Open the two chosen reports in windows next to each other</source>
        <translation>Die beiden gewählten Berichte in Fenstern nebeneinander öffnen</translation>
    </message>
    <message>
        <source>No report matches the search</source>
        <translation>Kein Bericht passt zur Suche</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) are here, none of them is what was searched for: %1</source>
        <translation>
            <numerusform>%n Bericht ist hier, aber nicht der gesuchte: %1</numerusform>
            <numerusform>%n Berichte sind hier, keiner davon ist der gesuchte: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the trash…</source>
        <translation>Papierkorb öffnen…</translation>
    </message>
    <message>
        <source>Deleted reports: put them back, or delete them for good</source>
        <translation>Gelöschte Berichte: zurückholen oder endgültig löschen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryTable</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveCharts</name>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/s</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>response time (ms)</source>
        <translation>Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>active users</source>
        <translation>aktive Nutzer</translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Time that each percentile covers</source>
        <translation>Zeit, die jedes Perzentil umfasst</translation>
    </message>
    <message>
        <source>Each point of the curves is a percentile of all answers of this long before it</source>
        <translation>Jeder Punkt der Kurven ist ein Perzentil aller Antworten dieser Zeit davor</translation>
    </message>
    <message>
        <source>over %1 s</source>
        <translation>über %1 s</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Stoß</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveControls</name>
    <message>
        <source>Change the &amp;users</source>
        <translation>N&amp;utzer ändern</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Iterations a second from now on</source>
        <translation>Iterationen pro Sekunde ab jetzt</translation>
    </message>
    <message>
        <source>Users from now on</source>
        <translation>Nutzer ab jetzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Change the &amp;rate</source>
        <translation>&amp;Rate ändern</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Most &amp;users</source>
        <translation>Höchstens N&amp;utzer</translation>
    </message>
    <message>
        <source>most users</source>
        <translation>höchstens Nutzer</translation>
    </message>
    <message>
        <source>Most users from now on</source>
        <translation>Nutzer höchstens ab jetzt</translation>
    </message>
    <message>
        <source>Change the si&amp;ze of bursts</source>
        <translation>Grö&amp;ße der Stöße ändern</translation>
    </message>
    <message>
        <source>size of bursts</source>
        <translation>Größe der Stöße</translation>
    </message>
    <message>
        <source>Users of a burst from now on</source>
        <translation>Nutzer je Stoß von jetzt an</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveDetails</name>
    <message>
        <source>Details of the run</source>
        <translation>Einzelheiten des Laufs</translation>
    </message>
    <message>
        <source>Failing samples</source>
        <translation>Fehlgeschlagene Stichproben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation>Ereignisse des Laufs</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>The chosen exchange</source>
        <translation>Der gewählte Austausch</translation>
    </message>
    <message>
        <source>Failing samples (%1)</source>
        <translation>Fehlgeschlagene Stichproben (%1)</translation>
    </message>
    <message>
        <source>Choose an exchange to see its request and answer.</source>
        <translation>Wählen Sie einen Austausch, um Anfrage und Antwort zu sehen.</translation>
    </message>
    <message>
        <source>No exchange has failed.</source>
        <translation>Kein Austausch ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The generator is judged as soon as something is measured.</source>
        <translation>Der Generator wird beurteilt, sobald etwas gemessen ist.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveSlider</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieber</translation>
    </message>
    <message>
        <source>Takes effect within two seconds and is kept in the report; a run whose load was changed by hand is not comparable with others</source>
        <translation>Wirkt binnen zwei Sekunden und steht im Bericht; ein Lauf, dessen Last von Hand geändert wurde, ist mit anderen nicht vergleichbar</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveStopRules</name>
    <message>
        <source>no value yet</source>
        <translation>noch kein Wert</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>now %1, window not full</source>
        <translation>jetzt %1, Fenster noch nicht voll</translation>
    </message>
    <message>
        <source>Stop rule: %1</source>
        <translation>Stoppregel: %1</translation>
    </message>
    <message>
        <source>How near the run is to its stop rule: %1</source>
        <translation>Wie nah der Lauf seiner Stoppregel ist: %1</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveTiles</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>after the warm-up</source>
        <translation>nach dem Aufwärmen</translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation>noch keine Antworten</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>plan: %1 iterations/s</source>
        <translation>Plan: %1 Iterationen/s</translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation>zu wenige Anfragen</translation>
    </message>
    <message>
        <source>too few requests yet</source>
        <translation>noch zu wenige Anfragen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 arrivals dropped</source>
        <translation>%1 Ankünfte verworfen</translation>
    </message>
    <message>
        <source>%1 arrivals waiting</source>
        <translation>%1 Ankünfte warten</translation>
    </message>
    <message>
        <source>most at a time</source>
        <translation>höchstens gleichzeitig</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>Gesamtdauer</translation>
    </message>
    <message>
        <source>first send to last end</source>
        <translation>vom ersten Senden bis zum letzten Ende</translation>
    </message>
    <message numerus="yes">
        <source>longest of %n burst(s)</source>
        <translation>
            <numerusform>einziger von %n Stoß</numerusform>
            <numerusform>längster von %n Stößen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest of %n: %1</source>
        <translation>
            <numerusform>einziger (%n): %1</numerusform>
            <numerusform>längster von %n: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::LoadEditor</name>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>A constant number of users</source>
        <translation>Gleichbleibend viele Nutzer</translation>
    </message>
    <message>
        <source>Users in stages</source>
        <translation>Nutzer in Stufen</translation>
    </message>
    <message>
        <source>Users up to a number</source>
        <translation>Nutzer bis zu einer Zahl</translation>
    </message>
    <message>
        <source>Iterations shared by users</source>
        <translation>Durchläufe, auf Nutzer verteilt</translation>
    </message>
    <message>
        <source>Iterations for each user</source>
        <translation>Durchläufe für jeden Nutzer</translation>
    </message>
    <message>
        <source>A constant rate of iterations</source>
        <translation>Gleichbleibende Rate von Durchläufen</translation>
    </message>
    <message>
        <source>A rate of iterations in stages</source>
        <translation>Rate von Durchläufen in Stufen</translation>
    </message>
    <message>
        <source>Kind of load</source>
        <translation>Art der Last</translation>
    </message>
    <message>
        <source>Take over a preset…</source>
        <translation>Voreinstellung übernehmen …</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Users at the start</source>
        <translation>Nutzer am Anfang</translation>
    </message>
    <message>
        <source>Users at the end</source>
        <translation>Nutzer am Ende</translation>
    </message>
    <message>
        <source>New users a second</source>
        <translation>Neue Nutzer je Sekunde</translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation>Durchläufe je Sekunde</translation>
    </message>
    <message>
        <source>Iterations a second at the start</source>
        <translation>Durchläufe je Sekunde am Anfang</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Durchläufe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>60 or &quot;2m&quot;</source>
        <translation>60 oder &quot;2m&quot;</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>None; not judged</source>
        <translation>Keines; wird nicht beurteilt</translation>
    </message>
    <message>
        <source>Warm-up iterations</source>
        <translation>Durchläufe zum Aufwärmen</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Abkühlen</translation>
    </message>
    <message>
        <source>Users at most</source>
        <translation>Nutzer höchstens</translation>
    </message>
    <message>
        <source>By the rate</source>
        <translation>Nach der Rate</translation>
    </message>
    <message>
        <source>Users made ready</source>
        <translation>Vorbereitete Nutzer</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Arrivals that may wait</source>
        <translation>Ankünfte, die warten dürfen</translation>
    </message>
    <message>
        <source>As many as users</source>
        <translation>So viele wie Nutzer</translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation>Zeit zum Abschließen</translation>
    </message>
    <message>
        <source>For requests in flight at the end</source>
        <translation>Für Anfragen, die am Ende unterwegs sind</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>1; the same seed draws the same values</source>
        <translation>1; derselbe Startwert zieht dieselben Werte</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>By the machine</source>
        <translation>Nach dem Rechner</translation>
    </message>
    <message>
        <source>Change load</source>
        <translation>Last ändern</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>At random (Poisson)</source>
        <translation>Zufällig (Poisson)</translation>
    </message>
    <message>
        <source>Warm-up shape</source>
        <translation>Form des Aufwärmens</translation>
    </message>
    <message>
        <source>Full load at once</source>
        <translation>Sofort volle Last</translation>
    </message>
    <message>
        <source>Ramp up</source>
        <translation>Ansteigend</translation>
    </message>
    <message>
        <source>Takes %1.</source>
        <translation>Dauert %1.</translation>
    </message>
    <message>
        <source>Takes as long as the target needs.</source>
        <translation>Dauert so lange, wie das Ziel braucht.</translation>
    </message>
    <message numerus="yes">
        <source>About %n measured request(s).</source>
        <translation>
            <numerusform>Etwa %n gemessene Anfrage.</numerusform>
            <numerusform>Etwa %n gemessene Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many requests it makes, the target&apos;s speed decides.</source>
        <translation>Wie viele Anfragen es werden, entscheidet das Tempo des Ziels.</translation>
    </message>
    <message>
        <source>It asks for %1 requests a second; no run in the library shows yet what this machine can make.</source>
        <translation>Verlangt werden %1 Anfragen je Sekunde; noch zeigt kein Lauf der Bibliothek, was dieser Rechner schafft.</translation>
    </message>
    <message>
        <source>Change kind of load</source>
        <translation>Art der Last ändern</translation>
    </message>
    <message>
        <source>Take over a preset</source>
        <translation>Voreinstellung übernehmen</translation>
    </message>
    <message>
        <source>Drag stage</source>
        <translation>Stufe ziehen</translation>
    </message>
    <message>
        <source>It asks for %1 requests a second. The most that a trusted run in this library reached is %2: above that, watch whether the generator keeps up.</source>
        <translation>Verlangt werden %1 Anfragen pro Sekunde. Am meisten hat in dieser Bibliothek ein verlässlicher Lauf mit %2 erreicht: Darüber zeigt sich erst, ob der Generator mithält.</translation>
    </message>
    <message>
        <source>It asks for %1 requests a second; a trusted run in this library has reached %2.</source>
        <translation>Verlangt werden %1 Anfragen pro Sekunde; ein verlässlicher Lauf dieser Bibliothek hat %2 erreicht.</translation>
    </message>
    <message>
        <source>The most that a trusted run in this library reached is %1 requests a second.</source>
        <translation>Das meiste, was ein verlässlicher Lauf dieser Bibliothek erreicht hat, sind %1 Anfragen je Sekunde.</translation>
    </message>
    <message>
        <source>A load of its own</source>
        <translation>Eine eigene Last</translation>
    </message>
    <message>
        <source>Whose load</source>
        <translation>Wessen Last</translation>
    </message>
    <message>
        <source>Otherwise it shares the scenario&apos;s load by its weight</source>
        <translation>Sonst teilt es die Last des Szenarios nach seinem Gewicht</translation>
    </message>
    <message>
        <source>The scenario&apos;s, which patterns share</source>
        <translation>Die des Szenarios, die sich die Muster teilen</translation>
    </message>
    <message>
        <source>Pattern %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>Change whose load</source>
        <translation>Ändern, wessen Last</translation>
    </message>
    <message>
        <source>A number of bursts</source>
        <translation>Eine Anzahl Stöße</translation>
    </message>
    <message>
        <source>Bursts for a time</source>
        <translation>Stöße über eine Zeit</translation>
    </message>
    <message>
        <source>Users in a burst</source>
        <translation>Nutzer je Stoß</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Stöße</translation>
    </message>
    <message>
        <source>Pause between bursts</source>
        <translation>Pause zwischen Stößen</translation>
    </message>
    <message>
        <source>None: one after another</source>
        <translation>Keine: einer nach dem anderen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::LoadPlot</name>
    <message>
        <source>No preview: %1</source>
        <translation>Keine Vorschau: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) until the iterations are done</source>
        <translation>
            <numerusform>%n Nutzer, bis die Durchläufe erledigt sind</numerusform>
            <numerusform>%n Nutzer, bis die Durchläufe erledigt sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Planned iterations a second over %1, at most %2</source>
        <translation>Geplante Durchläufe je Sekunde über %1, höchstens %2</translation>
    </message>
    <message>
        <source>Planned users over %1, at most %2</source>
        <translation>Geplante Nutzer über %1, höchstens %2</translation>
    </message>
    <message>
        <source>Preview of the load</source>
        <translation>Vorschau der Last</translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation>Durchläufe je Sekunde</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation>Abkühlen</translation>
    </message>
    <message>
        <source>%1/s at %2</source>
        <comment>a rate and a time</comment>
        <translation>%1/s bei %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a number of users and a time</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Nutzer</numerusform>
            <numerusform>%n Nutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) at once</source>
        <translation>
            <numerusform>%n Nutzer zugleich</numerusform>
            <numerusform>%n Nutzer zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, again and again for %2</source>
        <translation>%1, immer wieder über %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s): the next burst when the one before is over</source>
        <translation>
            <numerusform>%1, %n Mal</numerusform>
            <numerusform>%1, %n Mal: der nächste Stoß, wenn der vorige vorbei ist</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::MachineCard</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Measures what the load generator itself takes and makes here: about ten seconds</source>
        <translation>Misst, was der Lastgenerator hier selbst braucht und schafft: etwa zehn Sekunden</translation>
    </message>
    <message>
        <source>Whether this machine is quiet</source>
        <translation>Ob dieser Rechner ruhig ist</translation>
    </message>
    <message>
        <source>Calibration of this machine</source>
        <translation>Kalibrierung dieses Rechners</translation>
    </message>
    <message>
        <source>Start runs only while this machine is &amp;quiet</source>
        <translation>Läufe nur starten, &amp;wenn dieser Rechner ruhig ist</translation>
    </message>
    <message>
        <source>Progress of the calibration</source>
        <translation>Fortschritt der Kalibrierung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::MainWindow</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Load generator</source>
        <translation>Lastgenerator</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>No library open</source>
        <translation>Keine Bibliothek geöffnet</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Kein Lauf</translation>
    </message>
    <message>
        <source>Open a library folder</source>
        <translation>Bibliotheksordner öffnen</translation>
    </message>
    <message>
        <source>Open reports or scenarios</source>
        <translation>Berichte oder Szenarien öffnen</translation>
    </message>
    <message>
        <source>Plumbline files (*.json);;All files (*)</source>
        <translation>Plumbline-Dateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation>Bib&amp;liothek öffnen…</translation>
    </message>
    <message>
        <source>&amp;Recent libraries</source>
        <translation>&amp;Zuletzt geöffnete Bibliotheken</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste l&amp;eeren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language changes when Plumbline is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Plumbline.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Plumbline</source>
        <translation>Ü&amp;ber Plumbline</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Window size, columns and splitters as at the first start</source>
        <translation>Fenstergröße, Spalten und Teiler wie beim ersten Start</translation>
    </message>
    <message>
        <source>&amp;What is this figure?</source>
        <translation>&amp;Was ist diese Kennzahl?</translation>
    </message>
    <message>
        <source>Explains the figure under the focus, or the one that is clicked next</source>
        <translation>Erklärt die Kennzahl unter dem Fokus oder die als nächste angeklickte</translation>
    </message>
    <message>
        <source>All &amp;figures explained</source>
        <translation>Alle &amp;Kennzahlen erklärt</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Show the &amp;tour</source>
        <translation>Die &amp;Tour zeigen</translation>
    </message>
    <message>
        <source>Recent &amp;scenarios</source>
        <translation>Letzte &amp;Szenarien</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>%1 - Plumbline</source>
        <comment>title of the window; %1 is that of the page</comment>
        <translation>%1 - Plumbline</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Shows the library, or opens another one</source>
        <translation>Zeigt die Bibliothek oder öffnet eine andere</translation>
    </message>
    <message>
        <source>Shows the run page with its queue</source>
        <translation>Zeigt die Seite „Lauf“ mit ihrer Warteschlange</translation>
    </message>
    <message>
        <source>Shows whether the figures of the run can be trusted</source>
        <translation>Zeigt, ob den Zahlen des Laufs zu trauen ist</translation>
    </message>
    <message>
        <source>&amp;Show the library</source>
        <translation>Bibliothek &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Open another library…</source>
        <translation>Andere Bibliothek &amp;öffnen…</translation>
    </message>
</context>
<context>
    <name>plumb::ui::MonitorCharts</name>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>Figure of the monitors</source>
        <translation>Größe der Monitore</translation>
    </message>
    <message>
        <source>Which of the figures that were watched is shown</source>
        <translation>Welche der beobachteten Größen gezeigt wird</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchste</translation>
    </message>
</context>
<context>
    <name>plumb::ui::NavigationRail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>plumb::ui::NotesDialog</name>
    <message>
        <source>Notes: %1</source>
        <translation>Notizen: %1</translation>
    </message>
    <message>
        <source>Notes on this report</source>
        <translation>Notizen zu diesem Bericht</translation>
    </message>
    <message>
        <source>State of the note</source>
        <translation>Status der Notiz</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>What should whoever reads this report later know?</source>
        <translation>Was sollten spätere Leser dieses Berichts wissen?</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Withdraw note</source>
        <translation>Notiz zurückziehen</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a note, its text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Nicht lesbar: %1</translation>
    </message>
    <message>
        <source>What you make of it: a real change, noise, expected, fixed, or still being looked into.</source>
        <translation>Wie Sie es einschätzen: eine echte Änderung, Rauschen, erwartet, behoben oder noch in Klärung.</translation>
    </message>
    <message>
        <source>at %1 of the run</source>
        <translation>bei %1 des Laufs</translation>
    </message>
    <message>
        <source>%1 to %2 of the run</source>
        <translation>%1 bis %2 des Laufs</translation>
    </message>
</context>
<context>
    <name>plumb::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::PatternEditor</name>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Share of the users</source>
        <translation>Anteil der Nutzer</translation>
    </message>
    <message>
        <source>Change share</source>
        <translation>Anteil ändern</translation>
    </message>
    <message>
        <source>Order of the steps</source>
        <translation>Reihenfolge der Schritte</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>Drawn by weight</source>
        <translation>Nach Gewicht ausgelost</translation>
    </message>
    <message>
        <source>Change order</source>
        <translation>Reihenfolge ändern</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>Denkzeit</translation>
    </message>
    <message>
        <source>None; 100, 100-500, exponential 200, normal 200 50 (ms)</source>
        <translation>Keine; 100, 100-500, exponential 200, normal 200 50 (ms)</translation>
    </message>
    <message>
        <source>Change think time</source>
        <translation>Denkzeit ändern</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>None; an iteration every &quot;1s&quot; or so many ms</source>
        <translation>Keiner; ein Durchlauf alle &quot;1s&quot; oder so viele ms</translation>
    </message>
    <message>
        <source>Change pacing</source>
        <translation>Takt ändern</translation>
    </message>
</context>
<context>
    <name>plumb::ui::PercentilePlot</name>
    <message>
        <source>Percentile of requests</source>
        <translation>Perzentil der Anfragen</translation>
    </message>
    <message>
        <source>Percentile, %</source>
        <translation>Perzentil, %</translation>
    </message>
</context>
<context>
    <name>plumb::ui::PrintActions</name>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation>Als &amp;PDF exportieren …</translation>
    </message>
    <message>
        <source>Print the report, or the part of the run that is chosen</source>
        <translation>Den Bericht oder den gewählten Teil des Laufs drucken</translation>
    </message>
    <message>
        <source>Write the report, or the part of the run that is chosen, as a PDF file</source>
        <translation>Den Bericht oder den gewählten Teil des Laufs als PDF-Datei schreiben</translation>
    </message>
    <message>
        <source>another report was opened before all pages were painted</source>
        <translation>ein anderer Bericht wurde geöffnet, bevor alle Seiten gezeichnet waren</translation>
    </message>
    <message>
        <source>open the first one again and print it</source>
        <translation>öffnen Sie den ersten wieder und drucken Sie ihn</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message numerus="yes">
        <source>Printed: %n page(s)</source>
        <translation>
            <numerusform>Gedruckt: %n Seite</numerusform>
            <numerusform>Gedruckt: %n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>Als PDF exportieren</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>Written: %1, %n page(s)</source>
        <translation>
            <numerusform>Geschrieben: %1, %n Seite</numerusform>
            <numerusform>Geschrieben: %1, %n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::PrintJob</name>
    <message>
        <source>printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>choose another printer, or export as PDF</source>
        <translation>wählen Sie einen anderen Drucker oder exportieren Sie als PDF</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ProblemList</name>
    <message>
        <source>Problems of the scenario</source>
        <translation>Probleme des Szenarios</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>In der Datei: %1</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a run. What is missing or wrong is listed here, and each entry leads to its field.</source>
        <translation>Einem Lauf steht nichts im Weg. Was fehlt oder falsch ist, steht hier, und jeder Eintrag führt zu seinem Feld.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>a job and how much of it is done</comment>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>plumb::ui::QueueController</name>
    <message>
        <source>queue a run</source>
        <translation>Lauf einreihen</translation>
    </message>
    <message>
        <source>remove a run from the queue</source>
        <translation>Lauf aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>move a run in the queue</source>
        <translation>Lauf in der Warteschlange verschieben</translation>
    </message>
    <message>
        <source>clear what has ended</source>
        <translation>Beendetes entfernen</translation>
    </message>
    <message>
        <source>The runner left no report.</source>
        <translation>Der Läufer hinterließ keinen Bericht.</translation>
    </message>
    <message>
        <source>Its secrets were not kept: enter them again.</source>
        <translation>Seine Geheimnisse wurden nicht aufbewahrt: bitte neu eingeben.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation>Warteschlange der Läufe</translation>
    </message>
    <message>
        <source>Starts no further run; the one under way goes on</source>
        <translation>Startet keinen weiteren Lauf; der laufende geht weiter</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>H&amp;och</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Früher (Alt+Hoch)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Runt&amp;er</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Später (Alt+Runter)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Takes the run out of the queue (Del)</source>
        <translation>Nimmt den Lauf aus der Warteschlange (Entf)</translation>
    </message>
    <message>
        <source>&amp;Clear ended</source>
        <translation>Beendete &amp;wegräumen</translation>
    </message>
    <message>
        <source>Takes away the runs that have had their turn</source>
        <translation>Entfernt die Läufe, die an der Reihe waren</translation>
    </message>
    <message>
        <source>driven by another window</source>
        <translation>von einem anderen Fenster gesteuert</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation>
            <numerusform>angehalten, %n wartet</numerusform>
            <numerusform>angehalten, %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause after a fa&amp;ilure</source>
        <translation>Nach einem Fehlschla&amp;g anhalten</translation>
    </message>
    <message>
        <source>Enter secrets…</source>
        <translation>Geheimnisse eingeben…</translation>
    </message>
    <message>
        <source>What the run needs and is not kept when Plumbline is closed (Enter)</source>
        <translation>Was der Lauf braucht und beim Schließen nicht aufbewahrt wird (Eingabetaste)</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Needs its secrets: they were not kept</source>
        <translation>Braucht seine Geheimnisse: sie wurden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>Fortset&amp;zen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RangeBar</name>
    <message>
        <source>Time &amp;range</source>
        <translation>Zeit&amp;raum</translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation>Teil des Laufs</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Start of the range, seconds since the start of the run</source>
        <translation>Anfang des Zeitraums, Sekunden seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>End of the range, seconds since the start of the run</source>
        <translation>Ende des Zeitraums, Sekunden seit Beginn des Laufs</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1, %2 – %3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>This report keeps no histograms over time.</source>
        <translation>Dieser Bericht enthält keine Histogramme über die Zeit.</translation>
    </message>
    <message>
        <source>Drag over a chart to look at a part of the run.</source>
        <translation>Über ein Diagramm ziehen, um einen Teil des Laufs zu betrachten.</translation>
    </message>
    <message>
        <source>All figures but rules are of this part; errors are those of all steps.</source>
        <translation>Alle Zahlen außer den Regeln gelten für diesen Teil; Fehler sind die aller Schritte.</translation>
    </message>
    <message>
        <source>a part of the run</source>
        <translation>ein Teil des Laufs</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RecordTable</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>None. Insert, or + below, adds one.</source>
        <translation>Keine. Einfg oder + darunter fügt eine Zeile hinzu.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportBody</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Details of the report</source>
        <translation>Einzelheiten des Berichts</translation>
    </message>
    <message>
        <source>Errors by outcome, status and reason</source>
        <translation>Fehler nach Ergebnis, Status und Ursache</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>The chosen sample</source>
        <translation>Die gewählte Stichprobe</translation>
    </message>
    <message>
        <source>Requests by phase</source>
        <translation>Anfragen nach Phase</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation>Übersprungene Schritte</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation>Ereignisse des Laufs</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Fingerprint of the run</source>
        <translation>Fingerabdruck des Laufs</translation>
    </message>
    <message>
        <source>Scenario, secrets masked</source>
        <translation>Szenario, Geheimnisse maskiert</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>%1 dropped, %2 unfinished</source>
        <translation>%1 verworfen, %2 offen</translation>
    </message>
    <message>
        <source>in the measure phase</source>
        <translation>in der Messphase</translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation>zu wenige Anfragen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>in this part of the run</source>
        <translation>in diesem Teil des Laufs</translation>
    </message>
    <message>
        <source>Choose a sample to see its request and answer, or two to see what differs.</source>
        <translation>Ein Beispiel wählen, um Anfrage und Antwort zu sehen, oder zwei, um die Unterschiede zu sehen.</translation>
    </message>
    <message>
        <source>- the upper sample, + the lower one</source>
        <translation>- das obere Beispiel, + das untere</translation>
    </message>
    <message>
        <source>Show the failing exchanges</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message>
        <source>What the monitors read</source>
        <translation>Was die Monitore gemessen haben</translation>
    </message>
    <message>
        <source>Nothing was watched beside the load of this run. Compose has a page for monitors.</source>
        <translation>Neben der Last dieses Laufs wurde nichts beobachtet. Entwerfen hat eine Seite für Monitore.</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation>Gesamtdauer</translation>
    </message>
    <message numerus="yes">
        <source>longest of %n, middle %1</source>
        <translation>
            <numerusform>einziger (%n), mittlerer %1</numerusform>
            <numerusform>längster von %n, mittlerer %1</numerusform>
        </translation>
    </message>
    <message>
        <source>first send to last end</source>
        <translation>vom ersten Senden bis zum letzten Ende</translation>
    </message>
    <message>
        <source>How the load generator was set up</source>
        <translation>Wie der Lastgenerator eingerichtet war</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportCharts</name>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>response time (ms)</source>
        <translation>Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>1/s</source>
        <translation>1/s</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>active users</source>
        <translation>aktive Nutzer</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation>Latenz im Zeitverlauf</translation>
    </message>
    <message>
        <source>Latency heat map</source>
        <translation>Latenz-Heatmap</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>run, this part</source>
        <translation>Lauf, dieser Teil</translation>
    </message>
    <message>
        <source>run, whole</source>
        <translation>Lauf, ganz</translation>
    </message>
    <message>
        <source>%1, this part</source>
        <translation>%1, dieser Teil</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>run, service time</source>
        <translation>Lauf, Servicezeit</translation>
    </message>
    <message>
        <source>%1, service time</source>
        <translation>%1, Servicezeit</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>burst</source>
        <translation>Stoß</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportPage</name>
    <message>
        <source>No report open</source>
        <translation>Kein Bericht geöffnet</translation>
    </message>
    <message>
        <source>Open one from the library, or a report file from anywhere.</source>
        <translation>Einen Bericht aus der Bibliothek öffnen oder eine Berichtsdatei von beliebigem Ort.</translation>
    </message>
    <message>
        <source>Open a report file…</source>
        <translation>Berichtsdatei öffnen…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open a report file</source>
        <translation>Berichtsdatei öffnen</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Reports (*.json);;All files (*)</source>
        <translation>Berichte (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>response = service (closed model)</source>
        <translation>Antwort- = Servicezeit (geschlossenes Modell)</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Open this report in a window of its own (Ctrl+Enter)</source>
        <translation>Diesen Bericht in einem eigenen Fenster öffnen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Reading the report</source>
        <translation>Der Bericht wird gelesen</translation>
    </message>
    <message>
        <source>Painting the pages</source>
        <translation>Die Seiten werden gezeichnet</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportWindow</name>
    <message>
        <source>Actions of the report</source>
        <translation>Aktionen des Berichts</translation>
    </message>
    <message>
        <source>&amp;Link time ranges</source>
        <translation>Zeitbereiche &amp;koppeln</translation>
    </message>
    <message>
        <source>A time range that is chosen in one report window holds in all of them</source>
        <translation>Ein Zeitbereich, der in einem Berichtsfenster gewählt wird, gilt in allen</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Bericht</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RequestPreviewView</name>
    <message>
        <source>Request with its values</source>
        <translation>Anfrage mit ihren Werten</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunPage</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>What to run</source>
        <translation>Was laufen soll</translation>
    </message>
    <message>
        <source>Add mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>What happens now? Kept with the report</source>
        <translation>Was geschieht gerade? Wird im Bericht vermerkt</translation>
    </message>
    <message>
        <source>Text of the mark</source>
        <translation>Text der Marke</translation>
    </message>
    <message>
        <source>Cancel requests in flight, then store a partial report</source>
        <translation>Laufende Anfragen verwerfen, dann einen unvollständigen Bericht speichern</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>Lauf: %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>A run of %1 was started elsewhere and is under way.</source>
        <translation>Ein anderswo gestarteter Lauf von %1 ist im Gange.</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 did not end well</source>
        <translation>%1 endete nicht gut</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>Den Lauf starten</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Runs when those before it are over</source>
        <translation>Läuft, wenn die davor beendet sind</translation>
    </message>
    <message>
        <source>Let requests in flight finish, then store a partial report</source>
        <translation>Laufende Anfragen zu Ende führen, dann einen Teilbericht speichern</translation>
    </message>
    <message>
        <source>Mark this moment in the report</source>
        <translation>Diesen Moment im Bericht markieren</translation>
    </message>
    <message>
        <source>Set up another run</source>
        <translation>Einen weiteren Lauf einrichten</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>Start the same run once more</source>
        <translation>Denselben Lauf noch einmal starten</translation>
    </message>
    <message>
        <source>Open the report of this run</source>
        <translation>Den Bericht dieses Laufs öffnen</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Set up a run and see the queue</source>
        <translation>Einen Lauf einrichten und die Warteschlange sehen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>The run under way, or the last one</source>
        <translation>Der laufende oder der letzte Lauf</translation>
    </message>
    <message>
        <source>Abort…</source>
        <translation>Abbrechen…</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>The runs that wait their turn</source>
        <translation>Die Läufe, die warten</translation>
    </message>
    <message>
        <source>Show the load generator</source>
        <translation>Lastgenerator zeigen</translation>
    </message>
    <message>
        <source>Whether the figures of the run can be trusted</source>
        <translation>Ob den Zahlen des Laufs zu trauen ist</translation>
    </message>
    <message>
        <source>%1 This run begins when it is over.</source>
        <translation>%1 Dieser Lauf beginnt, wenn er vorbei ist.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunSetup</name>
    <message>
        <source>Problems of the scenario</source>
        <translation>Probleme des Szenarios</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>Szenario wählen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Dur&amp;chsuchen…</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>Szena&amp;rio</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>As the scenario says</source>
        <translation>Wie im Szenario</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Users for a time</source>
        <translation>Nutzer über eine Zeit</translation>
    </message>
    <message>
        <source>Rate for a time</source>
        <translation>Rate über eine Zeit</translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation>Anzahl der Anfragen</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Last</translation>
    </message>
    <message>
        <source>Target version</source>
        <translation>Zielversion</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kept with the report</source>
        <translation>Wird im Bericht vermerkt</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation>Szenarien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The library holds no scenario. Browse for one, or drop a file here.</source>
        <translation>Die Bibliothek enthält kein Szenario. Eines auf der Platte suchen oder eine Datei hier ablegen.</translation>
    </message>
    <message>
        <source>%1 (as the scenario says)</source>
        <translation>%1 (wie im Szenario)</translation>
    </message>
    <message>
        <source>Target: the built-in sample service</source>
        <translation>Ziel: der eingebaute Beispieldienst</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Built-in rule: a success rate under 99 % fails</source>
        <translation>Eingebaute Regel: Eine Erfolgsrate unter 99 % fällt durch</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Put load on %1, which is not this machine (asked once per host)</source>
        <translation>Last auf %1 erzeugen, das nicht dieser Rechner ist (wird je Host einmal gefragt)</translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation>Geheimnis %1</translation>
    </message>
    <message>
        <source>Needed for this run, never stored</source>
        <translation>Für diesen Lauf nötig, wird nie gespeichert</translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation>Iterationen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Users at a time</source>
        <translation>Gleichzeitige Nutzer</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>E&amp;nvironment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>&amp;Target version</source>
        <translation>Ziel&amp;version</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>No target: queries and commands only</source>
        <translation>Kein Ziel: nur Abfragen und Befehle</translation>
    </message>
    <message>
        <source>Let the scenario do this on this machine (asked once for as long as it stays the same):</source>
        <translation>Dem Szenario dies auf diesem Rechner erlauben (gefragt wird einmal, solange es gleich bleibt):</translation>
    </message>
    <message numerus="yes">
        <source>  and %n more</source>
        <translation>
            <numerusform>  und %n weiterer</numerusform>
            <numerusform>  und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation>Nutzer zugleich</translation>
    </message>
    <message>
        <source>Bursts for a time</source>
        <translation>Stöße über eine Zeit</translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunView</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation>Schritte des Laufs</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>Zustand des Laufs</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>No report was stored.</source>
        <translation>Es wurde kein Bericht gespeichert.</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Judging and storing…</source>
        <translation>Wird beurteilt und gespeichert…</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) against a reference are judged at the end.</source>
        <translation>
            <numerusform>%n Regel gegen eine Referenz wird am Ende beurteilt.</numerusform>
            <numerusform>%n Regeln gegen eine Referenz werden am Ende beurteilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The verdict so far comes with the first measured answers.</source>
        <translation>Das bisherige Urteil kommt mit den ersten gemessenen Antworten.</translation>
    </message>
    <message>
        <source>The runner died; what it had measured until then is in the report.</source>
        <translation>Der Läufer ist abgebrochen; was bis dahin gemessen war, steht im Bericht.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::SecretsDialog</name>
    <message>
        <source>Secrets of a queued run</source>
        <translation>Geheimnisse eines wartenden Laufs</translation>
    </message>
    <message>
        <source>%1 needs what follows. It is kept in memory until the run starts, and never stored.</source>
        <translation>%1 braucht Folgendes. Es bleibt bis zum Start im Speicher und wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation>Geheimnis %1</translation>
    </message>
</context>
<context>
    <name>plumb::ui::SettingsDialog</name>
    <message>
        <source>&amp;Tell when a run ends and the window is not in front</source>
        <translation>&amp;Melden, wenn ein Lauf endet und das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>As&amp;k before reports are deleted, although it can be undone</source>
        <translation>Vor dem Löschen von Berichten fra&amp;gen, obwohl es sich rückgängig machen lässt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Holds from the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Menus, lists and tooltips that fade or slide. Charts never move by themselves.</source>
        <translation>Menüs, Listen und Tooltips, die ein- und ausblenden oder gleiten. Diagramme bewegen sich nie von selbst.</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source>Library at the &amp;start</source>
        <translation>Bibliothek beim St&amp;art</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>The one that was open last</source>
        <translation>Die zuletzt geöffnete</translation>
    </message>
    <message>
        <source>Library at the start</source>
        <translation>Bibliothek beim Start</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the library at the start</source>
        <translation>Die Bibliothek beim Start wählen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Goes on in the background</source>
        <translation>Läuft im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Is stopped first</source>
        <translation>Wird vorher angehalten</translation>
    </message>
    <message>
        <source>What becomes of a run under way when the window is closed</source>
        <translation>Was aus einem Lauf wird, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>&amp;Run when the window closes</source>
        <translation>&amp;Lauf beim Schließen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::SqlEditor</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Change database</source>
        <translation>Datenbank ändern</translation>
    </message>
    <message>
        <source>Kind of database</source>
        <translation>Art der Datenbank</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>SQLite-Datei</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>A socket of this machine</source>
        <translation>Ein Socket dieses Rechners</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>{{password}}, a variable that is a secret</source>
        <translation>{{password}}, eine geheime Variable</translation>
    </message>
    <message>
        <source>SELECT … WHERE id = ?</source>
        <translation>SELECT … WHERE id = ?</translation>
    </message>
    <message>
        <source>Change query</source>
        <translation>Abfrage ändern</translation>
    </message>
    <message>
        <source>The query may write</source>
        <translation>Die Abfrage darf schreiben</translation>
    </message>
    <message>
        <source>Without it the connection only reads, and a query that may write is refused before the run.</source>
        <translation>Ohne dies liest die Verbindung nur, und eine Abfrage, die schreiben könnte, wird vor dem Lauf abgelehnt.</translation>
    </message>
    <message>
        <source>Change whether it writes</source>
        <translation>Schreiben umschalten</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>The target&apos;s, 30s</source>
        <translation>Die des Ziels, 30s</translation>
    </message>
    <message>
        <source>Change time-out</source>
        <translation>Zeitgrenze ändern</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>A file beside the scenario&apos;s, or :memory:</source>
        <translation>Eine Datei neben der des Szenarios oder :memory:</translation>
    </message>
</context>
<context>
    <name>plumb::ui::StackedTimePlot</name>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
</context>
<context>
    <name>plumb::ui::StatusEntry</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>plumb::ui::StepEditor</name>
    <message>
        <source>Query parameters</source>
        <translation>Query-Parameter</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Extractions</source>
        <translation>Entnahmen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>Name des Schritts</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Change method</source>
        <translation>Methode ändern</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>/path, below the target&apos;s address</source>
        <translation>/pfad, unterhalb der Adresse des Ziels</translation>
    </message>
    <message>
        <source>Change path</source>
        <translation>Pfad ändern</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Auth</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation>Teile des Schritts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tab and how much is in it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Body •</source>
        <translation>Inhalt •</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Kind of step</source>
        <translation>Art des Schritts</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP-Anfrage</translation>
    </message>
    <message>
        <source>Database query</source>
        <translation>Datenbankabfrage</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Change kind of step</source>
        <translation>Art des Schritts ändern</translation>
    </message>
    <message>
        <source>Query of a database</source>
        <translation>Abfrage einer Datenbank</translation>
    </message>
</context>
<context>
    <name>plumb::ui::T</name>
    <message>
        <source>Change load</source>
        <translation>Last ändern</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TableView</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n report(s). They stand beside the report, which stays as it is.</source>
        <translation>
            <numerusform>Tags von %n Bericht. Sie stehen neben dem Bericht, der bleibt, wie er ist.</numerusform>
            <numerusform>Tags von %n Berichten. Sie stehen neben den Berichten, die bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tags, separated by spaces</source>
        <translation>Neue Tags, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>New tags</source>
        <translation>Neue Tags</translation>
    </message>
    <message>
        <source>Tags of the library</source>
        <translation>Tags der Bibliothek</translation>
    </message>
    <message>
        <source>Set tags</source>
        <translation>Tags setzen</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TargetEditor</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation>Szenario ändern</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>The name its runs are compared under</source>
        <translation>Der Name, unter dem seine Läufe verglichen werden</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Target version</source>
        <translation>Version des Ziels</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Built-in rule; a file beside the scenario&apos;s</source>
        <translation>Eingebaute Regel; eine Datei neben der des Szenarios</translation>
    </message>
    <message>
        <source>User patterns run</source>
        <translation>Nutzermuster laufen</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>Change target</source>
        <translation>Ziel ändern</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>http://127.0.0.1:8080, or builtin: for the sample service</source>
        <translation>http://127.0.0.1:8080 oder builtin: für den Beispieldienst</translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>30s</source>
        <translation>30s</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>None; http://host:port, socks5://host:port</source>
        <translation>Keiner; http://host:port, socks5://host:port</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>HTTP-Version</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Kept alive</source>
        <translation>Bleiben offen</translation>
    </message>
    <message>
        <source>New for each iteration</source>
        <translation>Neu für jeden Durchlauf</translation>
    </message>
    <message>
        <source>New for each request</source>
        <translation>Neu für jede Anfrage</translation>
    </message>
    <message>
        <source>Change TLS</source>
        <translation>TLS ändern</translation>
    </message>
    <message>
        <source>Verify certificates</source>
        <translation>Zertifikate prüfen</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>PEM; the system&apos;s</source>
        <translation>PEM; die des Systems</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>PEM; none</source>
        <translation>PEM; keine</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>As in the address</source>
        <translation>Wie in der Adresse</translation>
    </message>
    <message>
        <source>Program of the service</source>
        <translation>Programm des Dienstes</translation>
    </message>
    <message>
        <source>Environment of the service</source>
        <translation>Umgebung des Dienstes</translation>
    </message>
    <message>
        <source>Start of the service</source>
        <translation>Start des Dienstes</translation>
    </message>
    <message>
        <source>Started before the load, watched, and stopped with the run; empty: it runs already</source>
        <translation>Vor der Last gestartet, beobachtet und mit dem Lauf beendet; leer: Er läuft schon</translation>
    </message>
    <message>
        <source>Change start of the service</source>
        <translation>Start des Dienstes ändern</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Ready when</source>
        <translation>Bereit, wenn</translation>
    </message>
    <message>
        <source>Its port accepts; /health, or :8080</source>
        <translation>Sein Port annimmt; /health oder :8080</translation>
    </message>
    <message>
        <source>Ready within</source>
        <translation>Bereit innerhalb von</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>Arbeitet in</translation>
    </message>
    <message>
        <source>The scenario&apos;s folder</source>
        <translation>Dem Ordner des Szenarios</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TimePlot</name>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
</context>
<context>
    <name>plumb::ui::Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Tour überspringen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Tour, %1: %2</source>
        <translation>Tour, %1: %2</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrashDialog</name>
    <message>
        <source>Reports in the trash</source>
        <translation>Berichte im Papierkorb</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>&amp;Endgültig löschen…</translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation>&amp;Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Trash of the library</source>
        <translation>Papierkorb der Bibliothek</translation>
    </message>
    <message>
        <source>The trash is empty. Deleted reports are kept here until they are deleted for good.</source>
        <translation>Der Papierkorb ist leer. Gelöschte Berichte bleiben hier, bis sie endgültig gelöscht werden.</translation>
    </message>
    <message>
        <source>%1. Nothing goes by itself: it stays until it is put back or deleted for good.</source>
        <translation>%1. Nichts verschwindet von selbst: es bleibt, bis es zurückgeholt oder endgültig gelöscht wird.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation>%1 endgültig löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone. Notes and tags stay beside the library&apos;s reports.</source>
        <translation>Das lässt sich nicht rückgängig machen. Notizen und Schlagwörter bleiben in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrialView</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Extract this value</source>
        <translation>Diesen Wert entnehmen</translation>
    </message>
    <message>
        <source>Check this value</source>
        <translation>Diesen Wert prüfen</translation>
    </message>
    <message>
        <source>Request that was sent</source>
        <translation>Gesendete Anfrage</translation>
    </message>
    <message>
        <source>Checks and extracted values</source>
        <translation>Prüfungen und entnommene Werte</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Request as it was sent</source>
        <translation>Anfrage, wie sie gesendet wurde</translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation>Teile der Antwort</translation>
    </message>
    <message>
        <source>Later steps can use the value under the cursor</source>
        <translation>Spätere Schritte können den Wert unter der Schreibmarke nutzen</translation>
    </message>
    <message>
        <source>Every answer must have this value</source>
        <translation>Jede Antwort muss diesen Wert haben</translation>
    </message>
    <message>
        <source>Checks and values</source>
        <translation>Prüfungen und Werte</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Send once tries the chosen step as one user would, after the set-up it needs; it makes no report.</source>
        <translation>Noch wurde nichts gesendet. „Einmal senden“ probiert den gewählten Schritt so, wie ein Nutzer es täte, nach der nötigen Vorbereitung; ein Bericht entsteht nicht.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>Nichts wurde gesendet: %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>connect %1</source>
        <translation>Verbinden %1</translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation>TLS %1</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>Warten %1</translation>
    </message>
    <message>
        <source>body %1</source>
        <translation>Inhalt %1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>the step was not reached: %1</source>
        <translation>der Schritt wurde nicht erreicht: %1</translation>
    </message>
    <message>
        <source>✓ passed: %1</source>
        <translation>✓ bestanden: %1</translation>
    </message>
    <message>
        <source>× failed: %1 – %2</source>
        <translation>× fehlgeschlagen: %1 – %2</translation>
    </message>
    <message>
        <source>✓ extracted: %1 = %2</source>
        <translation>✓ entnommen: %1 = %2</translation>
    </message>
    <message>
        <source>× not found: %1 – %2</source>
        <translation>× nicht gefunden: %1 – %2</translation>
    </message>
    <message>
        <source>The step has no checks and extracts nothing.</source>
        <translation>Der Schritt hat keine Prüfungen und entnimmt nichts.</translation>
    </message>
    <message>
        <source>… cut here</source>
        <translation>… hier abgeschnitten</translation>
    </message>
    <message>
        <source>Checks and values (× %1 of %2)</source>
        <translation>Prüfungen und Werte (× %1 von %2)</translation>
    </message>
    <message>
        <source>Checks and values (✓ %1)</source>
        <translation>Prüfungen und Werte (✓ %1)</translation>
    </message>
    <message>
        <source>Click a value of the answer to extract or check it.</source>
        <translation>Ein Klick auf einen Wert der Antwort entnimmt oder prüft ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>Signal %1</source>
        <translation>Signal %1</translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrustPanel</name>
    <message>
        <source>Figures of the load generator</source>
        <translation>Werte des Lastgenerators</translation>
    </message>
    <message>
        <source>Verdict on the load generator</source>
        <translation>Urteil über den Lastgenerator</translation>
    </message>
</context>
<context>
    <name>plumb::ui::ValuesDialog</name>
    <message>
        <source>Values for sending once</source>
        <translation>Werte zum einmaligen Senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>These variables have no value. What is typed here is kept until this window closes and written nowhere.</source>
        <translation>Diese Variablen haben keinen Wert. Was hier eingegeben wird, bleibt bis zum Schließen des Fensters und wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation>Geheimnis %1</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>%1 ist nicht gesetzt</translation>
    </message>
</context>
<context>
    <name>plumb::ui::VariablesEditor</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Values of the environment</source>
        <translation>Werte der Umgebung</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>What the variables come to</source>
        <translation>Was die Variablen ergeben</translation>
    </message>
    <message>
        <source>Forget typed values</source>
        <translation>Eingegebene Werte vergessen</translation>
    </message>
    <message>
        <source>First rows of the data file</source>
        <translation>Erste Zeilen der Datendatei</translation>
    </message>
    <message>
        <source>A run&apos;s own value beats the environment&apos;s, which beats the default</source>
        <translation>Der Wert eines Laufs geht vor dem der Umgebung, dieser vor dem Standardwert</translation>
    </message>
    <message>
        <source>What they come to</source>
        <translation>Was sie ergeben</translation>
    </message>
    <message>
        <source>Values typed for sending once are kept until this window closes, and nowhere else</source>
        <translation>Zum einmaligen Senden eingegebene Werte bleiben bis zum Schließen dieses Fensters, und nur hier</translation>
    </message>
    <message>
        <source>Where else the scenario can run</source>
        <translation>Wo das Szenario sonst laufen kann</translation>
    </message>
    <message>
        <source>A row for each iteration or user</source>
        <translation>Eine Zeile für jeden Durchlauf oder Nutzer</translation>
    </message>
    <message>
        <source>In the environment chosen above: %1</source>
        <translation>In der oben gewählten Umgebung: %1</translation>
    </message>
    <message>
        <source>Values in %1</source>
        <translation>Werte in %1</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen aus %1</translation>
    </message>
    <message>
        <source>No file is named yet.</source>
        <translation>Noch ist keine Datei genannt.</translation>
    </message>
    <message>
        <source>Save the scenario first: the file is looked for beside the scenario&apos;s.</source>
        <translation>Erst das Szenario speichern: Die Datei wird neben der des Szenarios gesucht.</translation>
    </message>
</context>
<context>
    <name>plumb::ui::VerdictBadge</name>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>Kein Urteil</translation>
    </message>
</context>
</TS>
