// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <filesystem>
#include <optional>

namespace plumb::models {

/// What the Run page needs to know of a scenario before it is started.
struct ScenarioInfo
{
    QString file, operation, environment, targetVersion, note, loadText, thresholds;
    std::optional<double> planned_s; ///< how long the load is meant to take
    QStringList environments; ///< names that can be chosen
    QString baseUrl; ///< effective for the chosen environment; "builtin:" for the sample service
    QString hostToConfirm; ///< a host that is not loopback and not yet confirmed; empty: none
    QStringList
        actsToAllow; ///< what it runs on this machine and writes to databases, if nobody allowed it yet
    QStringList secretsToAsk; ///< declared secrets without a value
    std::vector<scenario::Problem> problems;
    std::optional<Error> error; ///< the file cannot be read at all
    [[nodiscard]] bool canStart() const;
};

/// Where a scenario of the library lies below its scenarios folder, without the suffix: the file's own name
/// says little where each has a folder of its own. Of others their file's name.
[[nodiscard]] QString scenarioName(const QString& path, const std::filesystem::path& library);

/// "50 requests a second for 01:00, at most 200 users": a load in words.
[[nodiscard]] QString loadText(const scenario::Load& load);

/// Reads and checks scenarios in a pool thread, names of hosts are looked up there too.
class ScenarioInspector : public QObject
{
    Q_OBJECT

public:
    explicit ScenarioInspector(QObject* parent = nullptr);
    ~ScenarioInspector() override;

    /// An answer for what was asked earlier is dropped. @p confirmedHosts are those of the library.
    void inspect(
        const QString& file, const QString& environment, const std::vector<std::string>& confirmedHosts);

Q_SIGNALS:
    void inspected(const plumb::models::ScenarioInfo& info);

private:
    int m_asked = 0;
    QThreadPool m_pool;
};

/// The work itself, without a thread.
[[nodiscard]] ScenarioInfo inspectScenario(
    const QString& file, const QString& environment, const std::vector<std::string>& confirmedHosts);

} // namespace plumb::models
