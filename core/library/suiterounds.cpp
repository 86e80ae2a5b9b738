// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/suiterounds.h"

#include "library/headfields.h"

#include <algorithm>

namespace plumb::library {

namespace {

/// Runs of others that may lie between two rounds of a suite before no further round is looked for.
constexpr int mostBetween = 10;

} // namespace

RoundOf readRoundOf(const std::filesystem::path& file)
{
    RoundOf found;
    try {
        const simdjson::padded_string json = simdjson::padded_string::load(file.string());
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document = parser.iterate(json);
        eachField(document.find_field("facts").get_object().value(),
            [&found](std::string_view key, simdjson::ondemand::value value) {
                if (key == suiteFact) {
                    found.suite = std::string_view(value.get_string());
                } else if (key == roundFact) {
                    found.round = judge::roundNumber(std::string_view(value.get_string()));
                }
            });
    } catch (const std::exception&) { // simdjson_error: no facts, or no report
        return {};
    }
    return found;
}

std::vector<ReportRow> latestRounds(const std::vector<ReportRow>& runs, const std::string& without)
{
    std::vector<ReportRow> rounds; // the latest first
    std::string suite;
    int between = 0;
    for (auto run = runs.rbegin(); run != runs.rend() && between <= mostBetween; ++run) {
        const auto place = readRoundOf(run->file);
        if (!without.empty() && place.suite == without) {
            continue;
        }
        if (!rounds.empty() && place.suite != suite) {
            ++between;
            continue;
        }
        suite = place.suite;
        rounds.push_back(*run);
        if (suite.empty() || place.round == 1) {
            break;
        }
    }
    std::reverse(rounds.begin(), rounds.end());
    return rounds;
}

} // namespace plumb::library
