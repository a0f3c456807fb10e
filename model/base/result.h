// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>
#include <utility>
#include <variant>

namespace Loket {

/// Marks the error side of a Result, so that the value's type and the error's type may be the same.
template <typename E>
struct Fail {
    E error;
};

template <typename E>
[[nodiscard]] Fail<std::decay_t<E>> fail(E &&error)
{
    return {std::forward<E>(error)};
}

/// A value or the reason why there is none. Reading the side that is not there is a programmer's error
/// (throws).
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    template <typename F>
    Result(Fail<F> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &value() const { return std::get<0>(m_state); }
    T &value() { return std::get<0>(m_state); }
    T take() { return std::move(std::get<0>(m_state)); }
    const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

/// The value of an operation that only succeeds or fails.
struct Nothing {
    friend bool operator==(const Nothing &, const Nothing &) = default;
};

} // namespace Loket
