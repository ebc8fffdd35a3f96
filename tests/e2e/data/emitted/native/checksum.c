#include <zlib.h>

unsigned long checksum(const unsigned char *text, unsigned size) { return crc32(0, text, size); }
const char *version_of_zlib(void) { return zlibVersion(); }
