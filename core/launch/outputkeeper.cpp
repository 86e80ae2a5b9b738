// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch/outputkeeper.h"

#include <algorithm>

namespace plumb::launch {

void OutputKeeper::add(std::string_view bytes)
{
    m_count += static_cast<std::int64_t>(bytes.size());
    m_head += bytes.substr(0, std::min(bytes.size(), m_most - m_head.size()));
    if (bytes.size() >= m_mostTail) {
        m_tail = bytes.substr(bytes.size() - m_mostTail);
        return;
    }
    m_tail += bytes;
    if (m_tail.size() > 2 * m_mostTail)
        m_tail.erase(0, m_tail.size() - m_mostTail);
}

std::string OutputKeeper::tail() const
{
    const bool whole = static_cast<std::int64_t>(std::min(m_tail.size(), m_mostTail)) == m_count;
    std::string text = m_tail.substr(m_tail.size() - std::min(m_tail.size(), m_mostTail));
    const std::size_t line = text.find('\n');
    if (!whole && line != std::string::npos && line + 1 < text.size())
        text.erase(0, line + 1);
    return text;
}

} // namespace plumb::launch
