// What the worker uses of the library ankerl::unordered_dense, which Debian doesn't have, by the standard library's
// containers: slower by a little, the same in meaning (theirs even keep references valid where the original doesn't).
#pragma once

#include <cstdint>
#include <functional>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
	template<class T, class Enable = void>
	struct hash : std::hash<T>
	{
	};

	// std::hash of a number is the number itself. The worker builds its hash of an address from such parts, and
	// addresses are chosen by strangers, so the bits are mixed (the finaliser of SplitMix64).
	template<class T>
	struct hash<T, std::enable_if_t<std::is_integral_v<T>>>
	{
		std::size_t operator()(T value) const noexcept
		{
			auto bits = static_cast<std::uint64_t>(value) + 0x9e3779b97f4a7c15U;

			bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9U;
			bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;

			return static_cast<std::size_t>(bits ^ (bits >> 31));
		}
	};

	template<class Key, class Value, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
	using map = std::unordered_map<Key, Value, Hash, Equal>;

	template<class Key, class Hash = hash<Key>, class Equal = std::equal_to<Key>>
	using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense
