// The part of libsrtp 3's interface that the worker calls, made of libsrtp 2, which is what distributions have.
//
// Two things differ: a policy is an object made and filled by functions, where version 2 has an open struct; and
// packets are protected from one buffer into another, where version 2 works in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string.h> // explicit_bzero()

// Version 2 gives a struct the name that version 3 gives a pointer.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

// Errors that version 2 doesn't know. The worker has texts for them.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

// SRTCP's trailer has a packet index more than SRTP's (RFC 3711 section 3.4).
inline constexpr size_t SrtcpMaxTrailerLength{ SRTP_MAX_TRAILER_LEN + 4 };

struct SrtpPolicy
{
	srtp2_policy_t policy{};
	// Master key, then master salt: as version 2 wants them.
	uint8_t keyAndSalt[SRTP_MAX_KEY_LEN]{};
};

using srtp_policy_t = SrtpPolicy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new SrtpPolicy{};

	return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	if (policy != nullptr)
	{
		explicit_bzero(policy->keyAndSalt, sizeof(policy->keyAndSalt));
		delete policy;
	}
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->policy.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->policy.rtp, profile);

	return status != srtp_err_status_ok
	         ? status
	         : srtp_crypto_policy_set_from_profile_for_rtcp(&policy->policy.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*mki*/,
  size_t mkiLength)
{
	if (mkiLength != 0 || keyLength > sizeof(policy->keyAndSalt) || saltLength > sizeof(policy->keyAndSalt) - keyLength)
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->keyAndSalt, key, keyLength);
	std::memcpy(policy->keyAndSalt + keyLength, salt, saltLength);
	policy->policy.key = policy->keyAndSalt;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->policy.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size)
{
	policy->policy.window_size = size;

	return srtp_err_status_ok;
}

// Version 2 copies the policy with its key, so the caller may destroy it, as in version 3.
inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->policy));
}

// Both take the SSRC in network byte order.
inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

namespace samtale
{
	// `room`: how much longer than its input the output may become.
	template<class InPlace>
	srtp_err_status_t srtpFromTo(
	  InPlace inPlace, srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t room)
	{
		if (inLength > INT32_MAX - room || inLength + room > *outLength)
		{
			return srtp_err_status_buffer_small;
		}
		if (in != out)
		{
			std::memmove(out, in, inLength);
		}

		int length        = static_cast<int>(inLength);
		const auto status = inPlace(session, out, &length);

		*outLength = static_cast<size_t>(length);

		return status;
	}
} // namespace samtale

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	constexpr auto inPlace = [](srtp_t s, void* packet, int* length) { return srtp_protect(s, packet, length); };

	return samtale::srtpFromTo(inPlace, session, in, inLength, out, outLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength, size_t /*mkiIndex*/)
{
	constexpr auto inPlace = [](srtp_t s, void* packet, int* length) { return srtp_protect_rtcp(s, packet, length); };

	return samtale::srtpFromTo(inPlace, session, in, inLength, out, outLength, SrtcpMaxTrailerLength);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	constexpr auto inPlace = [](srtp_t s, void* packet, int* length) { return srtp_unprotect(s, packet, length); };

	return samtale::srtpFromTo(inPlace, session, in, inLength, out, outLength, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* in, size_t inLength, uint8_t* out, size_t* outLength)
{
	constexpr auto inPlace = [](srtp_t s, void* packet, int* length)
	{ return srtp_unprotect_rtcp(s, packet, length); };

	return samtale::srtpFromTo(inPlace, session, in, inLength, out, outLength, 0);
}
