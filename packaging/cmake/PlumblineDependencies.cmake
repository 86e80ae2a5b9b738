# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project uses, and what for. All are Debian 12 packages; see packaging/packages/.
include(FeatureSummary)

set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
find_package(Boost 1.78 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(simdjson REQUIRED)
find_package(ZLIB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
set_package_properties(Boost PROPERTIES PURPOSE "sample service and direct transport (Beast), Result")
set_package_properties(simdjson PROPERTIES PURPOSE "library index: reads report files on demand")
set_package_properties(CLI11 PROPERTIES PURPOSE "command line of plumb")

if(PLUMBLINE_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets DBus Charts PrintSupport Svg Concurrent LinguistTools)
    find_package(QCustomPlotQt6 REQUIRED)
    set_package_properties(QCustomPlotQt6 PROPERTIES PURPOSE "time series and percentile plots")
endif()
if(PLUMBLINE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
