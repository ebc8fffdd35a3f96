#include <zlib.h>

unsigned long checksum(const char *text, unsigned length) { return crc32(0, (const unsigned char *)text, length); }
