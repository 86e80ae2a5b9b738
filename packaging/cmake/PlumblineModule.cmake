# SPDX-License-Identifier: GPL-3.0-or-later

# plumb_module(NAME SOURCES ... [DEPENDS module...] [LIBS target...])
# A static library plumb_NAME. Headers are included from the root of the tier: "base/result.h" (core),
# "ui/charts/timeplot.h" (ui). DEPENDS names modules of the project, LIBS outside targets.
function(plumb_module name)
    cmake_parse_arguments(M "" "" "SOURCES;DEPENDS;LIBS" ${ARGN})
    list(TRANSFORM M_DEPENDS PREPEND plumb_)
    if(NOT M_SOURCES)
        add_library(plumb_${name} INTERFACE)
        target_link_libraries(plumb_${name} INTERFACE plumb_flags ${M_DEPENDS} ${M_LIBS})
        target_include_directories(plumb_${name} INTERFACE ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR})
        return()
    endif()
    add_library(plumb_${name} STATIC ${M_SOURCES})
    target_link_libraries(plumb_${name} PUBLIC plumb_flags ${M_DEPENDS} ${M_LIBS})
    target_include_directories(plumb_${name} PUBLIC ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR})
    if(TARGET plumb_pch AND NOT name STREQUAL pch)
        target_link_libraries(plumb_${name} PRIVATE Qt6::Core nlohmann_json::nlohmann_json)
        target_precompile_headers(plumb_${name} REUSE_FROM plumb_pch)
    endif()
endfunction()

# plumb_test(NAME [WINDOW] [SOURCES ...] [DEPENDS module...] [LIBS target...] [LABELS label...] [TIMEOUT seconds]
#            [LAUNCHER program])
# One Qt Test program tst_NAME from tst_NAME.cpp, run offscreen under CTest; with WINDOW once more as NAME_window,
# on an X server with a window manager; LAUNCHER is a program that runs it. The target all_tests builds the programs
# of all tests, LABEL_tests those of a label.
function(plumb_test name)
    cmake_parse_arguments(T "WINDOW" "TIMEOUT;LAUNCHER" "SOURCES;DEPENDS;LIBS;LABELS" ${ARGN})
    list(TRANSFORM T_DEPENDS PREPEND plumb_)
    add_executable(tst_${name} tst_${name}.cpp ${T_SOURCES})
    target_link_libraries(tst_${name} PRIVATE plumb_testsupport ${T_DEPENDS} ${T_LIBS} Qt6::Test)
    add_test(NAME ${name} COMMAND ${T_LAUNCHER} $<TARGET_FILE:tst_${name}>)
    foreach(group all ${T_LABELS})
        if(NOT TARGET ${group}_tests)
            add_custom_target(${group}_tests)
        endif()
        add_dependencies(${group}_tests tst_${name})
    endforeach()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    if(CMAKE_CURRENT_SOURCE_DIR STREQUAL "${CMAKE_SOURCE_DIR}/tests/ui")
        # Fonts and platform plugins keep memory until the end that is nobody's leak.
        set(surroundings ";ASAN_OPTIONS=detect_leaks=0")
    endif()
    set(environment "LC_ALL=C.UTF-8;PLUMB_BIN=${CMAKE_BINARY_DIR}/bin${surroundings};TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp")
    set_tests_properties(${name} PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${environment}")
    if(T_WINDOW)
        add_test(NAME ${name}_window
            COMMAND ${CMAKE_SOURCE_DIR}/tests/support/inwindow.sh $<TARGET_FILE:tst_${name}>)
        set_tests_properties(${name}_window PROPERTIES TIMEOUT ${T_TIMEOUT} LABELS "${T_LABELS};window"
            ENVIRONMENT "${environment}")
    endif()
endfunction()
