// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/machine.h"
#include "base/machinelock.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

std::string codes(const MachineState& state)
{
    std::string text;
    for (const auto& found : disturbances(state)) {
        text += (text.empty() ? "" : " ") + found.code;
    }
    return text;
}

void write(const fs::path& file, const std::string& text)
{
    fs::create_directories(file.parent_path());
    QVERIFY(writeFileAtomic(file, text));
}

} // namespace

class TestMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOfTime()
    {
        const auto share = shareBetween({1000, 500, 100, 10}, {1200, 550, 110, 20});
        QCOMPARE(share->idle_pct, 30.0);
        QCOMPARE(share->steal_pct, 5.0);
        QVERIFY(!shareBetween({1000, 0, 0, 0}, {1000, 0, 0, 0}));
        // iowait may step back.
        QCOMPARE(shareBetween({1000, 500, 100, 0}, {1100, 550, 90, 0})->idle_pct, 50.0);
    }

    void whatDisturbs()
    {
        MachineState state;
        QCOMPARE(codes(state), std::string()); // nothing is known
        state.cores = 2;
        state.idle_pct = 97.0;
        state.steal_pct = 0.0;
        state.load_1m = 3.0; // of what is over
        QCOMPARE(codes(state), std::string());
        state.idle_pct = 60.0;
        state.steal_pct = 4.0;
        state.on_battery = true;
        state.governor = "powersave";
        QCOMPARE(codes(state), std::string("busy steal battery clock"));
        QCOMPARE(disturbances(state).front().sentence,
            std::string("other programs use 40 % of this machine's 2 cores"));
    }

    void batteriesAndClocks()
    {
        const QTemporaryDir folder;
        const fs::path sys = folder.path().toStdString();
        QVERIFY(!MachineWatch(sys).state().on_battery); // no battery
        write(sys / "class/power_supply/mouse/type", "Battery\n");
        write(sys / "class/power_supply/mouse/scope", "Device\n");
        write(sys / "class/power_supply/mouse/status", "Discharging\n");
        QVERIFY(!MachineWatch(sys).state().on_battery);
        write(sys / "class/power_supply/BAT0/type", "Battery\n");
        write(sys / "class/power_supply/BAT0/status", "Full\n");
        QCOMPARE(MachineWatch(sys).state().on_battery, std::optional(false));
        write(sys / "class/power_supply/BAT0/status", "Discharging\n");
        QCOMPARE(MachineWatch(sys).state().on_battery, std::optional(true));
        const auto clock = sys / "devices/system/cpu/cpu0/cpufreq";
        write(clock / "scaling_governor", "powersave\n");
        write(clock / "scaling_driver", "intel_pstate\n");
        QVERIFY(MachineWatch(sys).state().governor.empty());
        write(clock / "scaling_driver", "acpi-cpufreq\n");
        QCOMPARE(MachineWatch(sys).state().governor, std::string("powersave"));
    }

#ifdef __linux__
    void thisMachineCanBeRead()
    {
        const MachineWatch watch;
        QTRY_VERIFY(watch.state().idle_pct.has_value()); // once the kernel's clock has ticked
        QVERIFY(*watch.state().idle_pct >= 0.0 && *watch.state().idle_pct <= 100.0);
        QVERIFY(watch.state().load_1m.has_value());
        QVERIFY(ephemeralPorts().value_or(0) > 1000);
    }
#endif

    void oneHolderAtATime()
    {
        QVERIFY(!MachineLock::holder());
        auto first = MachineLock::tryTake({0, "run", "checkout", "id-1", 4711});
        QVERIFY(first && *first);
        const auto second = MachineLock::tryTake({0, "run", "other", "id-2", 4712});
        QVERIFY(second && !*second);
        const auto holder = MachineLock::holder();
        QVERIFY(holder.has_value());
        QCOMPARE(holder->pid, static_cast<int>(::getpid()));
        QCOMPARE(holder->operation, std::string("checkout"));
        QCOMPARE(holder->run_id, std::string("id-1"));
        QCOMPARE(holder->text(), "a run of checkout (process " + std::to_string(::getpid()) + ")");
        first->reset();
        QVERIFY(!MachineLock::holder());
        const auto third = MachineLock::tryTake({0, "calibration", {}, {}, 1});
        QVERIFY(third && *third);
        QVERIFY(MachineLock::holder()->text().starts_with("a calibration"));
    }

    void theKernelGivesItUpWithItsProcess()
    {
        const auto child = ::fork();
        if (child == 0) {
            const auto lock = MachineLock::tryTake({0, "run", "dies", {}, 1});
            ::_exit(lock && *lock ? 0 : 1); // without letting go
        }
        int status = 1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
        QVERIFY(!MachineLock::holder());
        const auto lock = MachineLock::tryTake({});
        QVERIFY(lock && *lock);
    }

    void anUnreadableNoteIsAnUnknownHolder()
    {
        const auto lock = MachineLock::tryTake({});
        QVERIFY(lock && *lock);
        QFile file(QString::fromStdString(MachineLock::place().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"pid\": \"x\"");
        file.close();
        QVERIFY(MachineLock::holder().has_value());
        QCOMPARE(MachineLock::holder()->text(), std::string("a run"));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const auto before = qgetenv("PLUMBLINE_MACHINE_DIR");
        qputenv("PLUMBLINE_MACHINE_DIR", "/proc/nowhere");
        const auto lock = MachineLock::tryTake({});
        qputenv("PLUMBLINE_MACHINE_DIR", before);
        QVERIFY(!lock);
        QVERIFY(lock.error().text().find("PLUMBLINE_MACHINE_DIR") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(TestMachine)
#include "tst_machine.moc"
