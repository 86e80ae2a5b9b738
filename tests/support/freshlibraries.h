// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QTemporaryDir>

namespace plumb::test {

/// Folders for libraries, a new one for each test.
class FreshLibraries
{
public:
    /// A folder that is not there yet.
    std::filesystem::path fresh()
    {
        return std::filesystem::canonical(m_dir.path().toStdString()) / ("lib" + std::to_string(++m_next));
    }
    /// The library there, made if need be; null where that fails.
    static std::unique_ptr<library::Library> opened(const std::filesystem::path& folder)
    {
        auto library = library::Library::open(folder);
        return library ? std::move(*library) : nullptr;
    }

private:
    QTemporaryDir m_dir;
    int m_next = 0;
};

} // namespace plumb::test
