// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>

namespace plumb::stats {

/// Two sets of figures, one being written while the other is read: how a worker hands over what it measured
/// in an interval without waiting for anybody. One writer thread records into active() and calls handOver()
/// at its tick; one reader thread take()s the filled set and gives it back. Neither call locks, allocates or
/// waits. While the reader still holds the other set the writer keeps accumulating in its own: an interval
/// may get longer, but nothing is dropped.
/// @p Set needs reset(), which the reader's thread calls.
template <class Set>
class IntervalRecorder
{
public:
    /// Both sets start as a copy of @p empty.
    explicit IntervalRecorder(const Set& empty = Set())
        : m_sets{empty, empty}
        , m_active(&m_sets[0])
        , m_spare(&m_sets[1])
    {
    }
    IntervalRecorder(const IntervalRecorder&) = delete;
    IntervalRecorder& operator=(const IntervalRecorder&) = delete;

    /// Writer: where to record. The reference is valid until handOver().
    [[nodiscard]] Set& active() noexcept { return *m_active; }

    /// Writer: publishes the active set and goes on with the spare one. False where the reader has not given
    /// that back yet; then active() stays as it is, and the next call tries again.
    bool handOver() noexcept
    {
        Set* spare = m_spare.exchange(nullptr, std::memory_order_acquire);
        if (spare == nullptr) {
            return false;
        }
        // There are two sets: as the spare one was here, none is waiting in m_filled.
        m_filled.store(m_active, std::memory_order_release);
        m_active = spare;
        return true;
    }

    /// Reader: the filled set, or null if none is waiting.
    [[nodiscard]] Set* take() noexcept { return m_filled.exchange(nullptr, std::memory_order_acquire); }

    /// Reader: resets a set that take() gave, and returns it to the writer.
    void giveBack(Set* set) noexcept
    {
        set->reset();
        m_spare.store(set, std::memory_order_release);
    }

private:
    static constexpr std::size_t cacheLine = 64;
    std::array<Set, 2> m_sets;
    alignas(cacheLine) Set* m_active; ///< the writer's own
    alignas(cacheLine) std::atomic<Set*> m_spare;
    alignas(cacheLine) std::atomic<Set*> m_filled{nullptr};
};

} // namespace plumb::stats
