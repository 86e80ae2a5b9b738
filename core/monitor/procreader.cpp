// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/procreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace plumb::monitor {

namespace {

constexpr std::size_t bufferSize = 32U << 10;

struct CloseFolder
{
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

class File
{
public:
    explicit File(const char* path)
        : m_descriptor(::open(path, O_RDONLY | O_CLOEXEC))
    {
    }
    ~File()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] bool open() const { return m_descriptor >= 0; }
    /// 0 at the end and after an error.
    std::size_t read(char* to, std::size_t most) const
    {
        const auto got = ::read(m_descriptor, to, most);
        return got > 0 ? static_cast<std::size_t>(got) : 0;
    }

private:
    int m_descriptor;
};

std::string_view nextWord(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

template <class T>
bool number(std::string_view word, T& value)
{
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    return code == std::errc() && end == word.data() + word.size();
}

} // namespace

std::optional<ProcessStat> parseStat(std::string_view line, std::uint64_t pageSize)
{
    // The name stands in parentheses and may hold any character, parentheses and spaces among them.
    const auto open = line.find('('), close = line.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open || open == 0) {
        return std::nullopt;
    }
    ProcessStat stat;
    if (!number(line.substr(0, open - 1), stat.pid)) {
        return std::nullopt;
    }
    stat.name = line.substr(open + 1, close - open - 1);
    auto rest = line.substr(close + 1);
    while (!rest.empty() && rest.back() == '\n') {
        rest.remove_suffix(1);
    }
    const auto state = nextWord(rest);
    stat.state = state.empty() ? '?' : state.front();
    std::uint64_t user = 0, system = 0;
    std::int64_t pages = 0;
    bool good = !state.empty();
    for (int field = 4; field <= 24; ++field) { // numbered as in proc(5)
        const auto word = nextWord(rest);
        switch (field) {
        case 4:
            good = good && number(word, stat.parent);
            break;
        case 14:
            good = good && number(word, user);
            break;
        case 15:
            good = good && number(word, system);
            break;
        case 20:
            good = good && number(word, stat.threads);
            break;
        case 22:
            good = good && number(word, stat.started);
            break;
        case 23:
            good = good && number(word, stat.vms);
            break;
        case 24:
            good = good && number(word, pages);
            break;
        default:
            break;
        }
    }
    stat.cpu = user + system;
    stat.rss = static_cast<std::uint64_t>(std::max<std::int64_t>(0, pages)) * pageSize;
    return good ? std::optional(stat) : std::nullopt;
}

ProcReader::ProcReader(std::string root)
    : m_root(std::move(root))
    , m_buffer(bufferSize, '\0')
{
}

double ProcReader::ticksPerSecond()
{
    static const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    return ticks;
}

void ProcReader::forEachPid(const std::function<void(int pid)>& visit) const
{
    const Folder folder(::opendir(m_root.c_str()));
    while (const auto* entry = folder ? ::readdir(folder.get()) : nullptr) {
        int pid = 0;
        if (number(std::string_view(entry->d_name), pid)) {
            visit(pid);
        }
    }
}

std::string_view ProcReader::readSmall(const char* file, int pid)
{
    m_path = m_root;
    m_path += '/';
    m_path += std::to_string(pid);
    m_path += '/';
    m_path += file;
    const File opened(m_path.c_str());
    if (!opened.open()) {
        return {};
    }
    std::size_t length = 0;
    while (length < m_buffer.size()) {
        const auto got = opened.read(m_buffer.data() + length, m_buffer.size() - length);
        if (got == 0) {
            break;
        }
        length += got;
    }
    return std::string_view(m_buffer).substr(0, length);
}

std::optional<ProcessStat> ProcReader::stat(int pid)
{
    static const auto pageSize = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return parseStat(readSmall("stat", pid), pageSize);
}

std::string_view ProcReader::commandLine(int pid)
{
    m_text = readSmall("cmdline", pid);
    while (!m_text.empty() && m_text.back() == '\0') {
        m_text.pop_back();
    }
    std::replace(m_text.begin(), m_text.end(), '\0', ' ');
    return m_text;
}

std::string_view ProcReader::program(int pid)
{
    std::string_view first = readSmall("cmdline", pid);
    first = first.substr(0, first.find('\0'));
    if (first.empty()) {
        const auto known = stat(pid);
        return known ? known->name : std::string_view();
    }
    const auto slash = first.rfind('/');
    return slash == std::string_view::npos ? first : first.substr(slash + 1);
}

std::optional<int> ProcReader::openFiles(int pid) const
{
    const auto path = m_root + "/" + std::to_string(pid) + "/fd";
    struct stat info
    {
    };
    // Since Linux 6.2 the size of the folder is the number of descriptors.
    if (::stat(path.c_str(), &info) == 0 && info.st_size > 0 && ::access(path.c_str(), R_OK) == 0) {
        return static_cast<int>(info.st_size);
    }
    const Folder folder(::opendir(path.c_str()));
    if (!folder) {
        return std::nullopt;
    }
    int count = 0;
    while (const auto* entry = ::readdir(folder.get())) {
        count += entry->d_name[0] != '.' ? 1 : 0;
    }
    return count;
}

std::optional<int> ProcReader::socketsAmong(int pid, const std::unordered_set<std::uint64_t>& inodes) const
{
    const auto path = m_root + "/" + std::to_string(pid) + "/fd";
    const Folder folder(::opendir(path.c_str()));
    if (!folder) {
        return std::nullopt;
    }
    constexpr std::string_view prefix = "socket:[";
    std::array<char, 64> target{};
    int count = 0;
    while (const auto* entry = ::readdir(folder.get())) {
        const auto length = ::readlinkat(::dirfd(folder.get()), entry->d_name, target.data(), target.size());
        auto text = std::string_view(target.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
        std::uint64_t inode = 0;
        if (text.starts_with(prefix) && text.ends_with(']')
            && number(text.substr(prefix.size(), text.size() - prefix.size() - 1), inode)) {
            count += inodes.contains(inode) ? 1 : 0;
        }
    }
    return count;
}

bool ProcReader::forEachLine(const char* file, const std::function<void(std::string_view line)>& visit)
{
    const auto path = m_root + "/" + file;
    const File opened(path.c_str());
    if (!opened.open()) {
        return false;
    }
    std::size_t held = 0; ///< bytes of a line that has not come to its end
    while (const auto got = opened.read(m_buffer.data() + held, m_buffer.size() - held)) {
        const auto length = held + got;
        std::string_view text(m_buffer.data(), length);
        for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            visit(text.substr(0, end));
            text.remove_prefix(end + 1);
        }
        held = text.size() < m_buffer.size() ? text.size() : 0; // a line that long is none of ours
        std::memmove(m_buffer.data(), text.data(), held);
    }
    if (held > 0) {
        visit(std::string_view(m_buffer.data(), held));
    }
    return true;
}

} // namespace plumb::monitor
