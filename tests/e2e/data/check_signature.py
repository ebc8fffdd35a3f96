"""check_signature.py PROGRAM: fails where a Mach-O program is not signed, if only by sums without a signer, or is no longer what was signed."""

import hashlib
import struct
import sys

LC_CODE_SIGNATURE = 0x1D
SIGNATURE, DIRECTORY = 0xFADE0CC0, 0xFADE0C02
SHA256 = 2

with open(sys.argv[1], "rb") as file:
    program = file.read()
start = None
at = 32
for _ in range(struct.unpack_from("<I", program, 16)[0]):
    command, size = struct.unpack_from("<II", program, at)
    if command == LC_CODE_SIGNATURE:
        start, length = struct.unpack_from("<II", program, at + 8)
    at += size
assert start is not None, "not signed"
assert start + length == len(program), "something stands behind the signature"
magic, _, count = struct.unpack_from(">III", program, start)
assert magic == SIGNATURE
blobs = dict(struct.unpack_from(">II", program, start + 12 + 8 * i) for i in range(count))
directory = start + blobs[0]
magic, _, _, _, hashes, _, _, pages, limit, hash_size, kind, _, page = struct.unpack_from(">9I4B", program, directory)
assert (magic, kind, hash_size, limit) == (DIRECTORY, SHA256, 32, start)
assert pages == (limit + (1 << page) - 1) >> page
for i in range(pages):
    signed = program[directory + hashes + 32 * i : directory + hashes + 32 * (i + 1)]
    here = program[i << page : min((i + 1) << page, limit)]
    assert hashlib.sha256(here).digest() == signed, f"page {i} is not what was signed"
