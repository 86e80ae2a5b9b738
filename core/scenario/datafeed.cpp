// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/datafeed.h"

#include "scenario/jsonfields.h"

#include <algorithm>
#include <mutex>
#include <numeric>

namespace plumb::scenario {

namespace {

using Pick = DataFeed::Pick;
using AtEnd = DataFeed::AtEnd;

/// Keeps shuffled orders apart from the streams of users, whose indexes count from 0.
constexpr std::uint64_t shuffleStream = 0xDA7AF33DULL << 32U;

class Feed final : public DataSource
{
public:
    Feed(const DataFeed& feed, DataTable table, std::uint64_t seed)
        : m_name(feed.name)
        , m_pick(feed.pick)
        , m_atEnd(feed.at_end)
        , m_table(std::move(table))
        , m_order(m_table.rows.size())
    {
        for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
            const auto& secret = feed.secret_columns;
            if (std::find(secret.begin(), secret.end(), m_table.columns[column]) != secret.end()) {
                for (auto& row : m_table.rows) {
                    row[column].secret = true;
                }
            }
        }
        std::iota(m_order.begin(), m_order.end(), 0U);
        if (m_pick == Pick::random && m_atEnd != AtEnd::recycle) {
            // Rows that must not repeat are drawn without putting them back: Fisher and Yates.
            RandomStream random(seed, shuffleStream);
            for (std::size_t i = m_order.size(); i > 1; --i) {
                std::swap(m_order[i - 1],
                    m_order[static_cast<std::size_t>(random.integer(0, static_cast<std::int64_t>(i) - 1))]);
            }
        }
    }

    [[nodiscard]] const std::string& name() const override { return m_name; }

    [[nodiscard]] bool perUserOnce() const override
    {
        return m_pick == Pick::perUser || m_atEnd == AtEnd::unique;
    }

    std::optional<std::vector<std::pair<std::string, Value>>> next(int user, RandomStream& random) override
    {
        const auto index = nextIndex(user, random);
        if (!index) {
            return std::nullopt;
        }
        const auto& row = m_table.rows[*index];
        std::vector<std::pair<std::string, Value>> result;
        result.reserve(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            result.emplace_back(m_table.columns[i], row[i]);
        }
        return result;
    }

private:
    std::optional<std::size_t> nextIndex(int user, RandomStream& random)
    {
        const auto count = m_order.size();
        if (count == 0) {
            return std::nullopt;
        }
        if (m_pick == Pick::perUser) {
            const auto own = static_cast<std::size_t>(std::max(user, 0));
            return own < count              ? std::optional(own)
                : m_atEnd == AtEnd::recycle ? std::optional(own % count)
                                            : std::nullopt;
        }
        if (m_pick == Pick::random && m_atEnd == AtEnd::recycle) {
            return static_cast<std::size_t>(random.integer(0, static_cast<std::int64_t>(count) - 1));
        }
        const std::lock_guard lock(m_mutex);
        if (m_next >= count) {
            if (m_atEnd != AtEnd::recycle) {
                return std::nullopt;
            }
            m_next = 0;
        }
        return m_order[m_next++];
    }

    std::string m_name;
    Pick m_pick;
    AtEnd m_atEnd;
    DataTable m_table;
    std::vector<std::size_t> m_order;
    std::mutex m_mutex; ///< guards m_next
    std::size_t m_next = 0;
};

} // namespace

std::shared_ptr<DataSource> makeFeed(const DataFeed& feed, DataTable table, std::uint64_t seed)
{
    return std::make_shared<Feed>(feed, std::move(table), seed);
}

Result<OpenedFeed> openFeed(const DataFeed& feed, const std::filesystem::path& folder, std::uint64_t seed)
{
    OpenedFeed opened;
    auto table = readDataFile(folder / feed.file);
    if (!table) {
        return table.error();
    }
    for (const auto& secret : feed.secret_columns) {
        const auto column = std::find(table->columns.begin(), table->columns.end(), secret);
        if (column == table->columns.end()) {
            const auto near = nearest(secret, table->columns);
            return Error{ErrorKind::input, "the secret column \"" + secret + "\" is not in " + feed.file,
                "data feed " + feed.name,
                near.empty() ? "check the first line of the file" : "did you mean \"" + near + "\"?"};
        }
        const auto index = static_cast<std::size_t>(column - table->columns.begin());
        for (const auto& row : table->rows) {
            opened.secrets.push_back(row[index].text);
        }
    }
    opened.source = makeFeed(feed, std::move(*table), seed);
    return opened;
}

} // namespace plumb::scenario
