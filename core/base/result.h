// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/result.hpp>

#include <string>

namespace plumb {

/// What kind of trouble an Error is; decides the exit code (see exitcode.h).
enum class ErrorKind {
    usage, ///< wrong command line or wrong call
    input, ///< a file or value that cannot be read or understood
    io, ///< disk, permission, port
    target, ///< the service under test cannot be reached or does not verify
    setup, ///< a setup step of the scenario failed
    busy, ///< somebody else measures on this machine, or it is not quiet
    interrupted, ///< the user did not want to wait any more
    internal, ///< a defect of the program
};

/// A failure in words a user can act on. English; screens translate by kind where they can.
struct Error
{
    ErrorKind kind = ErrorKind::input;
    std::string what; ///< "3 columns, expected 4"
    std::string where; ///< "users.csv, line 7"; may be empty
    std::string remedy; ///< "add the missing column"; may be empty

    /// "users.csv, line 7: 3 columns, expected 4; add the missing column".
    [[nodiscard]] std::string text() const;
};

/// A value or the Error that kept it from being. `if (!r) return r.error(); use(*r);`
template <class T>
using Result = boost::system::result<T, Error>;

/// Result<Json> needs its value said in place, since a Json converts from anything:
/// `return Result<Json>(boost::system::in_place_value, json);`

/// Called by Result::value() on an error; a defect at the call site, so it throws std::logic_error.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& where);

} // namespace plumb
