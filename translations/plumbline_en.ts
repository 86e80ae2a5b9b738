<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Captions</name>
    <message>
        <source>No answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 was %1 throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 was between %1 and %2, highest at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 stayed between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a second in the mean, %2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 active users at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the requests took %1 or less, the slowest %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; response = service (closed model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send lag p99 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % CPU of one core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing known about the generator yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achieved %1 of %2 iterations a second planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 more arrivals were dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests finished, none failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 finished requests failed (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report keeps no histograms over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers by time and latency, the stronger the more: %1 at most in a cell of %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A workbench for performance baselines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library in &lt;folder&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system, light or dark, for this start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plumb program that runs scenarios.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report or scenario; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library in &lt;folder&gt;; one without reports is filled with a few real runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print how long after the start the window was first painted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports and scenarios to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report, show every page once and end with 0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentTexts</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response = service (closed model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plumbline · report %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures, charts, errors and events below are of %1 – %2 alone; verdict and rules are of the whole run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the measure phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has written a note on this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the load generator the limit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer gave a reason code in this part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer gave a reason code</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 came %2 (%n reason(s) in all)</source>
        <translation>
            <numerusform>%1 came %2 (%n reason in all)</numerusform>
            <numerusform>%1 came %2 (%n reasons in all)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the most frequent of %2 reasons, came %3, most often at %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Too few requests to trust this percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All figures explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the figure is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send requests to %1, which is not this machine? It is asked once per host; the library remembers the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the step do this on this machine? It is asked once for as long as it stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapTexts</name>
    <message>
        <source>The run could not start: its target did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the service, or correct the address of the target in the scenario, and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run could not start: a setup step failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the setup step or the variables it uses, try it with Send once on the Compose page, and run the scenario again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The failing exchange is kept under Samples. Mend the setup step or the variables it uses, try it with Send once on the Compose page, and run the scenario again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run was stopped before anything was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it run past its warm-up: only requests of the measure phase count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner ended before anything was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the scenario again. If it ends like this again, look for its last words with: plumb run SCENARIO --verbose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request finished in the measure phase. See under Books and Skipped which requests there were, and make the measure phase longer than a request takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule judged this report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step ran in the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing failed in this part of the run, and no answer gave a reason code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every request ended well: no failure, no failed check, no reason code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request finished in the measure phase, so none failed in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange was kept from this part of the run. The slowest and the failing ones of the whole run are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange was kept. The slowest and the failing ones of a run are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange was kept: no request was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ended before its first phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step was skipped: every step had the variables it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened in this part of the run: no mark, no live change, no stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened besides the load: no mark, no live change, no stop. Mark on the Run page notes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every request of the measure phase ended well; %n failed in other phases, see Books.</source>
        <translation>
            <numerusform>Every request of the measure phase ended well; %n failed in other phases, see Books.</numerusform>
            <numerusform>Every request of the measure phase ended well; %n failed in other phases, see Books.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the visible range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the read-out from point to point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear or logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for performance baselines: whether a service still performs as its baseline says, how sure that is, and where it moved.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Plumbline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the row; fold or unfold a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen rows for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and end of the time range at the read-out, in a report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this figure? %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryQuery</name>
    <message>
        <source>&quot;%1&quot; is no verdict; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state of a note; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the colon stands what to look for: tag:nightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 stands a number: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the colon stands one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>%1 of %2</source>
        <comment>a figure and the part of the run it is of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2 s</source>
        <comment>a condition and how long a time it is looked at</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveLoads</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not to be changed under way: %1. The number of iterations was fixed beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadText</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>users in %n stage(s)</source>
        <translation>
            <numerusform>users in %n stage</numerusform>
            <numerusform>users in %n stages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 iterations shared by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations each for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations a second for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>iterations a second in %n stage(s)</source>
        <translation>
            <numerusform>iterations a second in %n stage</numerusform>
            <numerusform>iterations a second in %n stages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bursts of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bursts of %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineStatus</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other programs use %1 of its cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other virtual machines take %1 of its cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it runs on its battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock of its processor is held down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at this machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is not quiet: %1. Figures may be disturbed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine is quiet: %1 idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of what else this machine does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (process %2) is under way on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is under way on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 requests/s at most with one worker, floor p50 %3, p99 %4 (%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not calibrated: nobody knows yet what the load generator takes and makes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One worker of this machine&apos;s generator makes %1 requests a second at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between figures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This load asks for more than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This load asks for more than half of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>Response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the intended start of a request to its end, so that waiting to be sent counts. Holds every answer and every timeout (with its full age), not connect failures. In closed executors it equals the service time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time of ok answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response time, from intended start to end, of requests with the outcome ok alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the moment the transport was asked (connecting included) to the end of the answer. Holds every answer and every timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the moment the transport was asked to the head of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to open a connection. Only requests that opened one count; reused connections do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start of an iteration of a user pattern to its end, think times included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that came to an end (ok or failed) per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that came to an end (ok or failed) per minute of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ok requests as a fraction of the planned ones: failed, unfinished and dropped requests all lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed requests as a fraction of those that came to an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests ended with this outcome: http_4xx, http_5xx, check, dns, connect, tls, timeout, reset or protocol. A count, so it grows with the length of a run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many answers carried this reason code, as the scenario&apos;s &quot;reason&quot; takes it from them. A count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed iterations of all user patterns per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achieved against offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations that came to an end as a fraction of those an open load planned. Below 1 the offered rate was not reached. Closed loads have none: they offer what they achieve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations (requests, queries, commands) that came to an end per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations (requests, queries, commands) that came to an end per minute of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that sql steps read or changed per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes sent per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of requests per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes received per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of answers per second of the measure phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals of an open executor that found no free user and no room in the backlog. A count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the end of a spike or disturbance until the service holds its limits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest rate that holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest request rate a probe saw hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fraction of answers that passed the check of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most connections to the target that were open at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident memory of the monitored process and its children, in units of 1,000,000 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual memory of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address space of the monitored process and its children, in units of 1,000,000 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU time of the monitored process and its children in percent of one core: 200 is two cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the monitored process and its children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file descriptors, sockets among them, of the monitored process and its children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series of the host monitor; .max or .mean at the end picks the figure (host.cpu_pct.max).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A series the target exposes in Prometheus text; .max or .mean at the end picks the figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apdex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied requests plus half of the tolerated ones, as a fraction of all (apdex.org).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first send to the last end: of shared iterations as a whole, of bursts that of the longest one, so that a limit holds for each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User CPU of commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of processor time that a command and the children it waited for spent in their own code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System CPU of commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of processor time that the kernel spent for a command and the children it waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory of commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most resident memory that a command, or the largest child it waited for, had at a time, in units of 1,000,000 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricHelp</name>
    <message>
        <source>%1: %2 % of the values are this or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean: the sum of the values by their number; a few slow ones move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min: the least of the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max: the greatest of the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stddev: how far the values lie from their mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither way is better by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in percent, a fraction in files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In limits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users that are in the middle of an iteration, or wait for their next one. In an open load their number follows from the rate and from how long an iteration takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of the measure phase that came to an end, ok or failed. Dropped arrivals and requests that were cut at the end are told beside it and are not among them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Monitors</name>
    <message>
        <source>CPU of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual memory of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files of the process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes that are watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swapped out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of this machine, share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load of 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running or waiting for a core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, %3 in the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) gave no value</source>
        <translation>
            <numerusform>%n reading gave no value</numerusform>
            <numerusform>%n readings gave no value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Cannot start %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue paused, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 running, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (paused)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (ETA %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPrint</name>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunQuestions</name>
    <message>
        <source>Abort the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the requests that are in flight and end the run now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured so far is kept in a report marked partial. The cancelled requests stand there as unfinished, without a time. Stop lets them finish first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still running. What is to become of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background it goes on to its end and its report is stored; when Plumbline is opened again on this library, the run is on the Run page. Stopped, it lets its requests finish and stores a report marked partial; then the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n queued run(s) wait until Plumbline is opened again.</source>
        <translation>
            <numerusform>%n queued run waits until Plumbline is opened again.</numerusform>
            <numerusform>%n queued runs wait until Plumbline is opened again.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep running in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this &amp;always (Settings change it)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleText</name>
    <message>
        <source>(cut)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, user %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response %1, service %2, first byte %3, connect %4, TLS %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioKinds</name>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of :name in the query; empty: the ? at this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, true, false, null or a text; may hold {{variables}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is the program: a name in PATH, or a path from the folder it works in. May hold {{variables}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the process&apos;s environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May hold {{variables}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioTables</name>
    <message>
        <source>Duration (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of seconds, &quot;2m&quot; or a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users, or iterations per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used as {{name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a value the run does not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never stored, shown as *** in reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the target&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are used as {{name.column}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV with a header line, or JSON; relative to the scenario&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error_rate, latency_ms.p95, rps, ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last seconds that are looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;&gt; 0.02&quot; stops the run above 2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May hold {{variables}} and functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either a value or a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative to the scenario&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later steps use it as {{name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON pointer such as /data/0/id, a header&apos;s or cookie&apos;s name, or a regular expression whose first group is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A missing value is no failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most (bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON pointer such as /ok, a header&apos;s name, a text or a regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty for JSON and headers: it must be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: made from the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beats the default; a number, a text, true, false or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count what the process has started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of it: uvicorn app.asgi:app. Without it, a program and a number, the process that listens on the target&apos;s port is watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name, without folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections to it are counted; empty: the target&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the Prometheus page at the target; empty: /metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the Prometheus page, where it is not the target&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One, or several as JSON: [&quot;http_requests_total&quot;, &quot;http_requests_total{code=\&quot;500\&quot;}&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 to 60000; empty: 500</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Everything is in a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library is a folder that keeps scenarios, limits and the report of every run. Open one from the File menu; an empty folder becomes a new library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scenario and start it. The run goes on in a process of its own: neither a busy window nor a closed one disturbs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each run ends with a verdict: pass, warn, fail, or a word that says why it cannot be judged. The report has the evidence below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down here stand the library, the run under way, and whether the load generator keeps up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything by keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds every command by a few letters. %2 explains the figure you are looking at. This tour is in the Help menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrashText</name>
    <message numerus="yes">
        <source>%n report(s), %1</source>
        <translation>
            <numerusform>%n report, %1</numerusform>
            <numerusform>%n reports, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1, p99 %2, max %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator was the limit, not the target. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator may have disturbed the figures. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator kept up: 99 % of its sends were at most %1 late, its busiest thread used %2 of a core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator kept up: its busiest thread used %1 of a core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing speaks against the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the direct transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use more workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use fewer users, or give them think time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the generator off the target&apos;s machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close other programs on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep connections open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the limit of open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, or </source>
        <comment>joins advice</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its busiest thread used %1 of a core and waited for one %2 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals were dropped while it was at its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 % of the sends that had a free user were more than %1 late (allowed: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not busy: other programs may have disturbed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers waited %1 (median) until it saw them, of %2 measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests failed because this machine had no port left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests failed because this machine could open no more files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latencies may include its own delays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its busiest thread waited for a free core %1 of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other virtual machines took %1 of the time of the cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests were sent again inside the HTTP library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered and achieved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response and service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited for a free user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept waiting for a core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event loop delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine during the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine before the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 iterations/s, %3 dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 iterations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 %1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrivals (%2), p99 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of a core; all threads %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 idle, %2 stolen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 TLS handshakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 requests sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2; %3 of %4 requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed model: users wait for their answers, so the target sets the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was offered was achieved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target or the number of users did not allow more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less was offered than the scenario asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests were sent when they were due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests waited before they were sent: response time counts it, service time does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends that had a free user left on time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, though it was not busy: something else disturbed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own lateness is part of what was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every arrival found a free user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target or the number of users made them wait, not the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room to spare: a thread can use one core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little room: keep 20 % idle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thread that never rests measures itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A core was free whenever it needed one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs, perhaps the target, used the cores at times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were too few cores for everything that ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers were seen as soon as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers waited a good part of what was measured until it saw them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured is for a good part the generator&apos;s own queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was time left for everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly any time left: target and generator share these cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly any time left on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other virtual machines took time away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of requests sent again hold more than one attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this pace the ports of this machine run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine ran out of ports or files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate on the Run page to learn what the generator itself takes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured and made stay well away from what the generator itself takes and can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator&apos;s own time is a good part of this, or its rate near the most it makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not quiet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else was going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use fewer users, or let more ports be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Within every limit that was judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond a warning limit, within every failing one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond a limit that must hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurement is too noisy or too short to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run cannot be trusted, for instance because the load generator was the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pinned to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report holds no value for this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step did not run, so there was nothing to judge.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 4xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 5xx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing requests in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran to the end of its schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by the user; requests in flight were finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aborted by the user; requests in flight were cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by a stop rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered after the runner ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended because a setup step failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended because the target could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>investigating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response, ok answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte, all before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by the stop rule %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slowdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cyclic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 repeats every %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rose by %2 at %3: this run never settled (late shift).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell by %2 at %3: this run never settled (late shift).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rose by %2 from beginning to end: this run never settled (drift).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell by %2 from beginning to end: this run never settled (drift).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rose by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell by %2 until %3 and then kept one level: %4. A longer warm-up leaves this out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>The demo cannot be started: %1 does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo library: a few real runs against the built-in sample service. Each is shown here while it runs and kept in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a report nor a scenario of Plumbline: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run scenario %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open report %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit scenario %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new library is made in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::DataPreview</name>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column %1 that could be secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rows, columns</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n row(s)</source>
        <translation>
            <numerusform>More than %n row</numerusform>
            <numerusform>More than %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Only the first megabyte of this large file was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; the first %n are shown</source>
        <translation>
            <numerusform>%1; the first %n is shown</numerusform>
            <numerusform>%1; the first %n are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::models::ErrorModel</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the finished requests of the step, or of all steps in a part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::EventModel</name>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the start of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monitor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::KeyValueModel</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load before the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address connected to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP clients of each worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of the connections at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to the socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers (threads that send)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting, tried once before the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name lookup, once before the load (DNS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS handshake, tried once before the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % CPU, waited %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::LibraryFilterProxy</name>
    <message>
        <source>%1 – %2, the latest %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::LibraryModel</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name under which runs are trended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished in the measure phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the start of the run to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>p95 over time, %n point(s)</source>
        <translation>
            <numerusform>p95 over time, %n point</numerusform>
            <numerusform>p95 over time, %n points</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial: the run was ended before its schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 against the run before it of the same operation and environment that ended as planned. A plain difference: noise is not taken into account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest note on the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier run of this operation and environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1 % slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ %1 % faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 %1, in the run of %2 it was %3. A plain difference: noise is not taken into account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a note, its text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in the notes on this report cannot be read</source>
        <translation>
            <numerusform>%n line in the notes on this report cannot be read</numerusform>
            <numerusform>%n lines in the notes on this report cannot be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::models::LiveStepModel</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished in the measure phase so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (setup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worst of the rules on this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the rule that stands worst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::MonitorModel</name>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As rules name it, with .max or .mean at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process was gone, or the page did not answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::PhaseModel</name>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent and dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In flight when the run ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals that found no free user</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::ProblemPlace</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::QueueModel</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the run is meant to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the scenario says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::RequestPreviewer</name>
    <message>
        <source>… cut here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known only when it is sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::RulesModel</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warns where it is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails where it is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the measured figure has to keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::SampleModel</name>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended start, since the start of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioDocument</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioRecordModel</name>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioTreeModel</name>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario and target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if it fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors and stop rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::ScenarioValues</name>
    <message>
        <source>The target&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::SkippedModel</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::StepTableModel</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed of all finished requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (setup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished requests in the measure phase; of a part of the run: answers in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a double click opens the parts of its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern %1; Enter or a double click opens the parts of its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, a part of the step&apos;s time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake, of requests that opened a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first byte of the request to the last one handed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the request&apos;s last byte to the answer&apos;s first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the answer&apos;s first byte to its last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User CPU (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System CPU (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dns: not measured apart from connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dns: looked up once for the run, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::TrashModel</name>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::TrustModel</name>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::models::VariableStateModel</name>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the environment chosen above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default, for %1 is not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value: steps that need it are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not set: steps that need it are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value: asked for when sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not set: asked for when sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::runner::SocketSession</name>
    <message>
        <source>The runner does not answer on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner ended before it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner is gone. What it had measured is recovered when the library is checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::AuthEditor</name>
    <message>
        <source>As the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth2 client credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best a variable: {{password}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::BodyEditor</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative to the scenario&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change body file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphQL query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query { ... }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphQL variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables as JSON, such as {&quot;id&quot;: 1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind of body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::Calibration</name>
    <message>
        <source>Cannot start %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for this machine to be free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as fast as it can: %2 requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one user: %2 requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calibration ended without a result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ChartFrame</name>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart was not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table and export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this figure?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::Chip</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to remove the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Click to remove the filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::CommandEditor</name>
    <message>
        <source>Program and arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>600s; then it is killed with all it has started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected exit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niceness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0; up to 19 is kinder to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All; 0-3,5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ComposePage</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty scenario, or one of the shipped templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario and set up a run of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured beside the requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the run early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario and target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors and stop rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that run before the users start, such as a log-in, stand below Setup; what the users do over and over stands below their pattern. Insert adds a step, Shift+Insert a setup step; steps can be dragged, copied and pasted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose: %1 •</source>
        <comment>a file with unsaved changes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the chosen step once, as one user would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste curl command as step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gone from the disk. Save writes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: %1 is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step keeps its whole address, for the target is another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste curl command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the curl command: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: values are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment: values are shown for it, and Send once uses it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: it is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario starts its service for a run only: start it by hand to send once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ComposeTree</name>
    <message>
        <source>Parts of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add and arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add setup step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step for when the setup step fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add user pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::EndingsChart</name>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes or reasons over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the columns are made of: how requests ended, or the reason codes their answers gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ExportActions</name>
    <message>
        <source>&amp;Markdown…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CSV, three files with Locust&apos;s columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON, the whole report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flat JSON, the main figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Percentile distribution (hgrm)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report as Markdown, for a ticket or a merge request (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report in a format that other programs read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is on the clipboard as Markdown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::FlowEditor</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once for each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once before the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change when it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the target; &quot;5s&quot; or milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a traceparent header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change traceparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on, but end the iteration after a failed extraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what follows a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped where one is missing: job_id, token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change needed variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think time after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the pattern; 100, 100-500 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change think time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only every Nth iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1; counts in patterns that draw their steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First ones apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: none are kept as &quot;(cold)&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change first ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::HeatMapPlot</name>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max, ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::JsonEdit</name>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryEdits</name>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n report(s) changed.</source>
        <translation>
            <numerusform>Tags of %n report changed.</numerusform>
            <numerusform>Tags of %n reports changed.</numerusform>
        </translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is kept beside the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) moved to the trash of the library.</source>
        <translation>
            <numerusform>%n report moved to the trash of the library.</numerusform>
            <numerusform>%n reports moved to the trash of the library.</numerusform>
        </translation>
    </message>
    <message>
        <source>copying into the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) copied into the library.</source>
        <translation>
            <numerusform>%n report copied into the library.</numerusform>
            <numerusform>%n reports copied into the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) there already.</source>
        <translation>
            <numerusform>%n report there already.</numerusform>
            <numerusform>%n reports there already.</numerusform>
        </translation>
    </message>
    <message>
        <source>putting back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) put back.</source>
        <translation>
            <numerusform>%n report put back.</numerusform>
            <numerusform>%n reports put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) deleted for good.</source>
        <translation>
            <numerusform>%n report deleted for good.</numerusform>
            <numerusform>%n reports deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: login -old tag:nightly verdict:fail p99&gt;200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for changes (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuild index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the index away and read every report again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library is a folder that keeps scenarios, limits and the report of every run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n report(s)</source>
        <translation>
            <numerusform>%1 of %n report</numerusform>
            <numerusform>%1 of %n reports</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n still being copied</source>
        <translation>
            <numerusform>%n still being copied</numerusform>
            <numerusform>%n still being copied</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a scenario first: every run is kept here with its verdict. Reports from elsewhere can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n report(s) to the trash of the library?</source>
        <translation>
            <numerusform>Move %n report to the trash of the library?</numerusform>
            <numerusform>Move %n reports to the trash of the library?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All words must occur; -word must not. Also tag:, note:, state:, verdict:, env:, op:, version:, and p50, p95, p99 (ms), rps, users, requests, duration (s), errors and delta (%) with &gt;, &gt;=, &lt;, &lt;=, =.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the tags of the chosen reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and write notes on the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen reports to the trash of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions, and the columns of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library can only be read. Tags, notes, deleting and dropping reports need a folder that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group by operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the two chosen reports in windows next to each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report matches the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) are here, none of them is what was searched for: %1</source>
        <translation>
            <numerusform>%n report is here, and is not what was searched for: %1</numerusform>
            <numerusform>%n reports are here, none of them is what was searched for: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted reports: put them back, or delete them for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LibraryTable</name>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveCharts</name>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response time (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that each percentile covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each point of the curves is a percentile of all answers of this long before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>burst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveControls</name>
    <message>
        <source>Change the &amp;users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the &amp;rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most &amp;users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most users from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the si&amp;ze of bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users of a burst from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveDetails</name>
    <message>
        <source>Details of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing samples (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an exchange to see its request and answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No exchange has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator is judged as soon as something is measured.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveSlider</name>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect within two seconds and is kept in the report; a run whose load was changed by hand is not comparable with others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveStopRules</name>
    <message>
        <source>no value yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1, window not full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How near the run is to its stop rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LiveTiles</name>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plan: %1 iterations/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrivals dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrivals waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first send to last end</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>longest of %n burst(s)</source>
        <translation>
            <numerusform>longest of %n burst</numerusform>
            <numerusform>longest of %n bursts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest of %n: %1</source>
        <translation>
            <numerusform>longest of %n: %1</numerusform>
            <numerusform>longest of %n: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::LoadEditor</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant number of users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users in stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users up to a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations shared by users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations for each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant rate of iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rate of iterations in stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over a preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New users a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60 or &quot;2m&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users made ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals that may wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For requests in flight at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1; the same seed draws the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random (Poisson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full load at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramp up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes as long as the target needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n measured request(s).</source>
        <translation>
            <numerusform>About %n measured request.</numerusform>
            <numerusform>About %n measured requests.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many requests it makes, the target&apos;s speed decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 requests a second; no run in the library shows yet what this machine can make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind of load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 requests a second. The most that a trusted run in this library reached is %2: above that, watch whether the generator keeps up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for %1 requests a second; a trusted run in this library has reached %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that a trusted run in this library reached is %1 requests a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A load of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it shares the scenario&apos;s load by its weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s, which patterns share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change whose load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bursts for a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users in a burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause between bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: one after another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::LoadPlot</name>
    <message>
        <source>No preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) until the iterations are done</source>
        <translation>
            <numerusform>%n user until the iterations are done</numerusform>
            <numerusform>%n users until the iterations are done</numerusform>
        </translation>
    </message>
    <message>
        <source>Planned iterations a second over %1, at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned users over %1, at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s at %2</source>
        <comment>a rate and a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a number of users and a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) at once</source>
        <translation>
            <numerusform>%n user at once</numerusform>
            <numerusform>%n users at once</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, again and again for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s): the next burst when the one before is over</source>
        <translation>
            <numerusform>%1, %n time: the next burst when the one before is over</numerusform>
            <numerusform>%1, %n times: the next burst when the one before is over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::MachineCard</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures what the load generator itself takes and makes here: about ten seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this machine is quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start runs only while this machine is &amp;quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::MainWindow</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open reports or scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plumbline files (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Plumbline is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Plumbline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window size, columns and splitters as at the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this figure?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the figure under the focus, or the one that is clicked next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;figures explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent &amp;scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Plumbline</source>
        <comment>title of the window; %1 is that of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the library, or opens another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the run page with its queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows whether the figures of the run can be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open another library…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::MonitorCharts</name>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of the monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the figures that were watched is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::NavigationRail</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::NotesDialog</name>
    <message>
        <source>Notes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should whoever reads this report later know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a note, its text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you make of it: a real change, noise, expected, fixed, or still being looked into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::PatternEditor</name>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; 100, 100-500, exponential 200, normal 200 50 (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change think time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; an iteration every &quot;1s&quot; or so many ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pacing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::PercentilePlot</name>
    <message>
        <source>Percentile of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::PrintActions</name>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report, or the part of the run that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the report, or the part of the run that is chosen, as a PDF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another report was opened before all pages were painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the first one again and print it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Printed: %n page(s)</source>
        <translation>
            <numerusform>Printed: %n page</numerusform>
            <numerusform>Printed: %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Written: %1, %n page(s)</source>
        <translation>
            <numerusform>Written: %1, %n page</numerusform>
            <numerusform>Written: %1, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plumb::ui::PrintJob</name>
    <message>
        <source>printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another printer, or export as PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ProblemList</name>
    <message>
        <source>Problems of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way of a run. What is missing or wrong is listed here, and each entry leads to its field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>a job and how much of it is done</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::QueueController</name>
    <message>
        <source>queue a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a run from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move a run in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear what has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner left no report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secrets were not kept: enter them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::QueuePanel</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts no further run; the one under way goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the run out of the queue (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes away the runs that have had their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>driven by another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>paused, %n waiting</source>
        <translation>
            <numerusform>paused, %n waiting</numerusform>
            <numerusform>paused, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause after a fa&amp;ilure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter secrets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run needs and is not kept when Plumbline is closed (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs its secrets: they were not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RangeBar</name>
    <message>
        <source>Time &amp;range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the range, seconds since the start of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of the range, seconds since the start of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report keeps no histograms over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over a chart to look at a part of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All figures but rules are of this part; errors are those of all steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RecordTable</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Insert, or + below, adds one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportBody</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by outcome, status and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario, secrets masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dropped, %2 unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the measure phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few requests to trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this part of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sample to see its request and answer, or two to see what differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>- the upper sample, + the lower one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the failing exchanges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the monitors read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was watched beside the load of this run. Compose has a page for monitors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makespan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>longest of %n, middle %1</source>
        <translation>
            <numerusform>longest of %n, middle %1</numerusform>
            <numerusform>longest of %n, middle %1</numerusform>
        </translation>
    </message>
    <message>
        <source>first send to last end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the load generator was set up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportCharts</name>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response time (ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run, this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run, whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run, service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>burst</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportPage</name>
    <message>
        <source>No report open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from the library, or a report file from anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response = service (closed model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this report in a window of its own (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painting the pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ReportWindow</name>
    <message>
        <source>Actions of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link time ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time range that is chosen in one report window holds in all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RequestPreviewView</name>
    <message>
        <source>Request with its values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunPage</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens now? Kept with the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel requests in flight, then store a partial report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run of %1 was started elsewhere and is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not end well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs when those before it are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let requests in flight finish, then store a partial report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up another run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the same run once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up a run and see the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run under way, or the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abort…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs that wait their turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the load generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the figures of the run can be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 This run begins when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunSetup</name>
    <message>
        <source>Problems of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the scenario says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users for a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate for a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept with the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library holds no scenario. Browse for one, or drop a file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (as the scenario says)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target: the built-in sample service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in rule: a success rate under 99 % fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put load on %1, which is not this machine (asked once per host)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed for this run, never stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nvironment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target: queries and commands only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the scenario do this on this machine (asked once for as long as it stays the same):</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>  and %n more</source>
        <translation>
            <numerusform>  and %n more</numerusform>
            <numerusform>  and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Users at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bursts for a time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::RunView</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging and storing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) against a reference are judged at the end.</source>
        <translation>
            <numerusform>%n rule against a reference is judged at the end.</numerusform>
            <numerusform>%n rules against a reference are judged at the end.</numerusform>
        </translation>
    </message>
    <message>
        <source>The verdict so far comes with the first measured answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runner died; what it had measured until then is in the report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::SecretsDialog</name>
    <message>
        <source>Secrets of a queued run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs what follows. It is kept in memory until the run starts, and never stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::SettingsDialog</name>
    <message>
        <source>&amp;Tell when a run ends and the window is not in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As&amp;k before reports are deleted, although it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds from the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus, lists and tooltips that fade or slide. Charts never move by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library at the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that was open last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the library at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is stopped first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a run under way when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run when the window closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::SqlEditor</name>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A socket of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{password}}, a variable that is a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELECT … WHERE id = ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query may write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it the connection only reads, and a query that may write is refused before the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change whether it writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target&apos;s, 30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file beside the scenario&apos;s, or :memory:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::StackedTimePlot</name>
    <message>
        <source>Time, s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::StatusEntry</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::StepEditor</name>
    <message>
        <source>Query parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/path, below the target&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a tab and how much is in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body •</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind of step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query of a database</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::T</name>
    <message>
        <source>Change load</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TableView</name>
    <message>
        <source>&amp;Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TagDialog</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n report(s). They stand beside the report, which stays as it is.</source>
        <translation>
            <numerusform>Tags of %n report. They stand beside the report, which stays as it is.</numerusform>
            <numerusform>Tags of %n reports. They stand beside the reports, which stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>New tags, separated by spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TargetEditor</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name its runs are compared under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in rule; a file beside the scenario&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User patterns run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://127.0.0.1:8080, or builtin: for the sample service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None; http://host:port, socks5://host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New for each iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New for each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM; the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM; none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started before the load, watched, and stopped with the run; empty: it runs already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change start of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its port accepts; /health, or :8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TimePlot</name>
    <message>
        <source>Time, s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::Tour</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrashDialog</name>
    <message>
        <source>Reports in the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty. Deleted reports are kept here until they are deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Nothing goes by itself: it stays until it is put back or deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone. Notes and tags stay beside the library&apos;s reports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrialView</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extract this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request that was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and extracted values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later steps can use the value under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer must have this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent yet. Send once tries the chosen step as one user would, after the set-up it needs; it makes no report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step was not reached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ passed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× failed: %1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ extracted: %1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× not found: %1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has no checks and extracts nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… cut here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and values (× %1 of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks and values (✓ %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a value of the answer to extract or check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::TrustPanel</name>
    <message>
        <source>Figures of the load generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict on the load generator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::ValuesDialog</name>
    <message>
        <source>Values for sending once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These variables have no value. What is typed here is kept until this window closes and written nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::VariablesEditor</name>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the variables come to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget typed values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run&apos;s own value beats the environment&apos;s, which beats the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they come to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values typed for sending once are kept until this window closes, and nowhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where else the scenario can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each iteration or user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the environment chosen above: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is named yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario first: the file is looked for beside the scenario&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plumb::ui::VerdictBadge</name>
    <message>
        <source>Verdict: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
