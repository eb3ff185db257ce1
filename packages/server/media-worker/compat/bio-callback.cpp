// Keeps the worker alive in its first DTLS handshake when OpenSSL was built with kernel TLS, as Debian's is.
//
// Such an OpenSSL asks each BIO, by a control call, whether the kernel encrypts what is written to it. The worker
// watches its outgoing BIO through a callback that answers 1 to every call that isn't a plain return, control calls'
// returns included (BIO_CB_RETURN is a flag there, BIO_set_callback_ex(3)). OpenSSL takes that for "yes, the kernel
// does", allocates no buffer for records, and writes into none.
//
// The linker sends the worker's call of BIO_set_callback_ex here (--wrap): its callback still sees every call, but
// what the BIO itself returned stays as it is.
#include <openssl/bio.h>

namespace
{
	// The worker only ever sets one function.
	BIO_callback_fn_ex watcher{ nullptr };

	long watch(
	  BIO* bio, int operation, const char* data, size_t length, int argi, long argl, int result, size_t* processed)
	{
		const long answer = watcher(bio, operation, data, length, argi, argl, result, processed);

		return (operation & BIO_CB_RETURN) != 0 ? result : answer;
	}
} // namespace

extern "C"
{
	void __real_BIO_set_callback_ex(BIO* bio, BIO_callback_fn_ex callback);

	void __wrap_BIO_set_callback_ex(BIO* bio, BIO_callback_fn_ex callback)
	{
		watcher = callback;
		__real_BIO_set_callback_ex(bio, callback == nullptr ? nullptr : watch);
	}
}
