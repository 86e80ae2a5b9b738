// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/encoding.h"
#include "scenario/jsonfields.h"

#include <array>
#include <bitset>
#include <deque>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <unordered_set>

namespace plumb::scenario {

namespace {

constexpr std::size_t shortest = 3;
/// The first secrets (declared ones are added before a run starts) are kept for good, with their base64 form;
/// of the values extracted later the newest are kept. Exchanges are masked soon after they happened, so that
/// an old value cannot come back, and a long run stays within a bounded memory.
constexpr std::size_t lasting = 20'000;
constexpr std::size_t newest = 200'000;
/// Keys of objects are names: only long secrets are looked for in them.
constexpr std::size_t shortestInKeys = 8;

constexpr std::string_view hidden = "***";

struct TextHash : std::hash<std::string_view>
{
    using is_transparent = void;
};
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

std::uint32_t prefixOf(const char* text)
{
    const auto byte = [](char c) { return std::uint32_t{static_cast<unsigned char>(c)}; };
    return byte(text[0]) | (byte(text[1]) << 8U) | (byte(text[2]) << 16U);
}

bool isHiddenHeader(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> names{
        "authorization", "proxy-authorization", "cookie", "set-cookie"};
    std::string lower(name);
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return std::find(names.begin(), names.end(), lower) != names.end();
}

} // namespace

/// Needles by their first three bytes, then by length, longest first: the time for a text does not depend on
/// how many secrets there are, but on its own length and the different lengths of secrets that begin alike.
struct Masker::State
{
    using ByLength = std::map<std::size_t, TextSet, std::greater<>>;

    mutable std::shared_mutex mutex;
    std::unordered_map<std::uint32_t, ByLength> needles;
    std::bitset<1U << 16U> firstTwo; ///< first two bytes of any needle: most places of a text end here
    std::deque<std::string> passing; ///< in the order of arrival
    std::size_t count = 0;

    bool insert(const std::string& needle)
    {
        if (needle.size() < shortest) {
            return false;
        }
        const auto prefix = prefixOf(needle.data());
        firstTwo.set(prefix & 0xFFFFU);
        return needles[prefix][needle.size()].insert(needle).second;
    }

    void remove(const std::string& needle)
    {
        const auto byLength = needles.find(prefixOf(needle.data()));
        if (byLength == needles.end()) {
            return;
        }
        const auto set = byLength->second.find(needle.size());
        if (set == byLength->second.end()) {
            return;
        }
        set->second.erase(needle);
        if (set->second.empty()) {
            byLength->second.erase(set);
        }
        if (byLength->second.empty()) {
            needles.erase(byLength);
        }
    }

    void insertPassing(const std::string& needle)
    {
        if (!insert(needle)) {
            return;
        }
        passing.push_back(needle);
        if (passing.size() > newest) {
            remove(passing.front());
            passing.pop_front();
        }
    }

    /// Length of the longest secret that begins at @p at; 0: none.
    [[nodiscard]] std::size_t matchAt(std::string_view text, std::size_t at, std::size_t least) const
    {
        if (at + shortest > text.size()) {
            return 0;
        }
        const auto prefix = prefixOf(text.data() + at);
        if (!firstTwo.test(prefix & 0xFFFFU)) {
            return 0;
        }
        const auto byLength = needles.find(prefix);
        if (byLength == needles.end()) {
            return 0;
        }
        for (const auto& [length, set] : byLength->second) {
            if (length >= least && at + length <= text.size() && set.contains(text.substr(at, length))) {
                return length;
            }
        }
        return 0;
    }

    [[nodiscard]] std::string mask(std::string_view text, std::size_t least) const
    {
        std::string result;
        std::size_t copied = 0;
        for (std::size_t at = 0; at + shortest <= text.size();) {
            const auto length = matchAt(text, at, least);
            if (length == 0) {
                ++at;
                continue;
            }
            result += text.substr(copied, at - copied);
            result += hidden;
            at += length;
            copied = at;
        }
        result += text.substr(copied);
        return result;
    }

    [[nodiscard]] Json maskJson(const Json& json) const
    {
        if (json.is_string()) {
            return Json(mask(json.get_ref<const std::string&>(), shortest));
        }
        if (json.is_array()) {
            Json list = Json::array();
            for (const auto& element : json) {
                list.push_back(maskJson(element));
            }
            return list;
        }
        if (json.is_object()) {
            Json object = Json::object();
            for (const auto& [key, value] : json.items()) {
                object[mask(key, shortestInKeys)] = maskJson(value);
            }
            return object;
        }
        return json;
    }
};

Masker::Masker()
    : m_state(std::make_unique<State>())
{
}

Masker::~Masker() = default;

void Masker::add(std::string_view secret)
{
    if (secret.size() < shortest) {
        return;
    }
    // As it stands in JSON, in URLs and forms, and in headers such as Basic's.
    const std::string plain(secret);
    std::string json;
    std::string url;
    std::string form;
    std::string base64;
    appendJsonEscaped(secret, json);
    appendUrlPart(secret, url);
    appendFormPart(secret, form);
    const std::unique_lock lock(m_state->mutex);
    if (m_state->count < lasting) {
        ++m_state->count;
        appendBase64(secret, base64);
        for (const auto& text : {plain, json, url, form, base64}) {
            m_state->insert(text);
        }
        return;
    }
    for (const auto& text : {plain, json, url, form}) {
        m_state->insertPassing(text);
    }
}

std::string Masker::mask(std::string_view text) const
{
    const std::shared_lock lock(m_state->mutex);
    return m_state->mask(text, shortest);
}

Headers Masker::maskHeaders(const Headers& headers) const
{
    const std::shared_lock lock(m_state->mutex);
    Headers result;
    result.reserve(headers.size());
    for (const auto& [name, value] : headers) {
        result.emplace_back(
            name, isHiddenHeader(name) ? std::string(hidden) : m_state->mask(value, shortest));
    }
    return result;
}

Json Masker::maskJson(const Json& json) const
{
    const std::shared_lock lock(m_state->mutex);
    return m_state->maskJson(json);
}

} // namespace plumb::scenario
