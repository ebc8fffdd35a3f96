// For libelf.
#define HAVE_ERR_H 1
#define HAVE_DECL_MEMPCPY 0
#define HAVE_DECL_POWEROF2 0
#ifdef __linux__
#define HAVE_DECL_REALLOCARRAY 1
#else
#define HAVE_DECL_REALLOCARRAY 0
#endif
#include <eu-config.h>
// Second names, which libelf gives functions for callers of long ago: Mach-O knows none.
#undef strong_alias
#define strong_alias(name, second)
