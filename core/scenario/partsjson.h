// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <string>
#include <vector>

// The parts of a scenario as JSON, one reader and one writer each. Readers append problems by JSON path and
// go on with what they could understand; writers leave out what was not written.
namespace plumb::scenario {

class ObjectReader;
class ObjectWriter;

Target readTarget(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Target& target);

Auth readAuth(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Auth& auth);

HttpRequest readRequest(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const HttpRequest& request);

/// The one of the body fields that is there, with an error if there are several.
void readBody(ObjectReader& reader, Body& body);
void writeBody(ObjectWriter& writer, const Body& body);

SqlQuery readSql(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const SqlQuery& sql);

Command readCommand(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Command& command);

Extract readExtract(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Extract& extract);

Check readCheck(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Check& check);

Reason readReason(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Reason& reason);

Think readThink(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Think& think);

Step readStep(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Step& step);

SetupStep readSetupStep(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const SetupStep& setup);

Load readLoad(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Load& load);

Pattern readPattern(const Json& json, const std::string& path, std::vector<Problem>& problems);
Json toJson(const Pattern& pattern);

/// The whole document; @p json is an object.
Scenario readScenario(const Json& json, std::vector<Problem>& problems);

/// The names that load profiles know, in the order of PRODUCT.md section 4.
const std::vector<std::string>& executorNames();

} // namespace plumb::scenario
