// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every target: what most files include. A file still includes what it uses.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QString>

#include <nlohmann/json.hpp>
