// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/place.h"

#include <QStandardPaths>

#include <array>
#include <sys/vfs.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

bool isWritable(const fs::path& folder)
{
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

bool isNetwork(const fs::path& folder)
{
    // statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph, Coda, and FUSE (sshfs and the like).
    constexpr std::array<std::uint32_t, 8> types{
        0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x5346414F, 0x00C36400, 0x73757245, 0x65735546};
    struct statfs info
    {
    };
    if (::statfs(folder.c_str(), &info) != 0) {
        return false;
    }
    return std::find(types.begin(), types.end(), static_cast<std::uint32_t>(info.f_type)) != types.end();
}

} // namespace

Place systemPlace()
{
    // The generic folder, since the window and the command line must find the same index.
    const auto cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation).toStdString();
    return {isWritable, isNetwork, cache.empty() ? fs::path() : fs::path(cache) / "plumbline"};
}

} // namespace plumb::library
