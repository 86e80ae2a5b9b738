// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "tests/support/testfiles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace plumb::test {

/// A file of the test vectors; nothing where they do not stand beside the checkout.
inline std::optional<Json> vectorFile(const std::string& name)
{
    const auto file = sharedFile("samples/statistics/" + name);
    if (file.empty()) {
        return std::nullopt;
    }
    return *readJsonFile(file);
}

inline std::vector<double> numbers(const Json& json)
{
    return json.get<std::vector<double>>();
}

inline bool close(double actual, double expected, double relative, double absolute = 1e-12)
{
    const bool good = std::abs(actual - expected) <= std::max(absolute, relative * std::abs(expected));
    if (!good) {
        qWarning("%.17g, expected %.17g", actual, expected);
    }
    return good;
}

} // namespace plumb::test

/// As QVERIFY(close(...)), with the place in the vectors.
#define CLOSE(actual, expected, relative, where)                                                             \
    QVERIFY2(plumb::test::close(actual, expected, relative), std::string(where).c_str())
