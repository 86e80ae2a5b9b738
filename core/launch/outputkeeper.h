// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumb::launch {

/// The beginning and the end of what a command writes; the rest is counted and thrown away, so that no output
/// is too long.
class OutputKeeper
{
public:
    OutputKeeper(std::size_t head, std::size_t tail)
        : m_most(head)
        , m_mostTail(tail)
    {
    }
    void add(std::string_view bytes);
    [[nodiscard]] std::int64_t count() const { return m_count; } ///< bytes written
    [[nodiscard]] const std::string& head() const { return m_head; }
    [[nodiscard]] std::string takeHead() { return std::move(m_head); }
    [[nodiscard]] bool cut() const { return m_count > static_cast<std::int64_t>(m_head.size()); }
    /// The last lines, from the beginning of a line where all of it is there.
    [[nodiscard]] std::string tail() const;

private:
    std::size_t m_most, m_mostTail;
    std::int64_t m_count = 0;
    std::string m_head;
    std::string m_tail; ///< up to twice m_mostTail, so that it is not moved with each piece
};

} // namespace plumb::launch
