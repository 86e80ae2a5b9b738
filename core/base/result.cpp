// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <stdexcept>

namespace plumb {

std::string Error::text() const
{
    std::string out = where.empty() ? what : where + ": " + what;
    if (!remedy.empty()) {
        out += "; " + remedy;
    }
    return out;
}

void throw_exception_from_error(const Error& error, const boost::source_location& where)
{
    throw std::logic_error(error.text() + " (unchecked result, " + where.to_string() + ")");
}

} // namespace plumb
