# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries every compiler flag and definition; each target of the project links it.
add_library(plumb_flags INTERFACE)
target_compile_features(plumb_flags INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_compile_definitions(plumb_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_USE_QSTRINGBUILDER
    BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
target_compile_options(plumb_flags INTERFACE
    -Wall -Wextra -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees overflows inside std::string that are none once it inlines (GCC bugs 105329 and 105651).
    target_compile_options(plumb_flags INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(PLUMBLINE_WERROR)
    target_compile_options(plumb_flags INTERFACE -Werror)
endif()
if(PLUMBLINE_SANITIZE)
    target_compile_options(plumb_flags INTERFACE -fsanitize=${PLUMBLINE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(plumb_flags INTERFACE -fsanitize=${PLUMBLINE_SANITIZE})
    if(PLUMBLINE_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # Asio's fences are not understood by the sanitizer; GCC warns of each at compile time.
        target_compile_options(plumb_flags INTERFACE -Wno-tsan)
    endif()
    if(PLUMBLINE_SANITIZE MATCHES undefined)
        # A null pointer ends the program anyway, and these two cost a quarter of the compile time.
        target_compile_options(plumb_flags INTERFACE -fno-sanitize-recover=undefined -fno-sanitize=null,vptr)
    endif()
endif()
find_program(PLUMBLINE_LLD ld.lld)
if(PLUMBLINE_LLD)
    target_link_options(plumb_flags INTERFACE -fuse-ld=lld)
endif()
