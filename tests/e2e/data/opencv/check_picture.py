"""Reads the PNG of the OpenCV demo with nothing of OpenCV, and compares each pixel with what was to be drawn."""
import struct
import sys
import zlib

WIDTH, HEIGHT = 160, 120


def read_png(path):
    """Rows of (red, green, blue), of an 8 bit RGB picture without interlacing."""
    data = open(path, "rb").read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body), kind
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            packed += body
        at += 12 + size
    width, height = header[:2]
    assert header[2:] == (8, 2, 0, 0, 0), header
    stride = 3 * width
    raw, above, rows = zlib.decompress(packed), bytes(stride), []
    assert len(raw) == height * (stride + 1)
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(raw[start + 1:start + 1 + stride])
        for x in range(stride):
            left = row[x - 3] if x >= 3 else 0
            corner = above[x - 3] if x >= 3 else 0
            row[x] = (row[x] + predict(raw[start], left, above[x], corner)) & 255
        rows.append([tuple(row[x:x + 3]) for x in range(0, stride, 3)])
        above = row
    return rows


def predict(kind, left, up, corner):
    if kind == 4:
        guess = left + up - corner
        return min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
    return (0, left, up, (left + up) // 2)[kind]


def drawn(x, y):
    if 80 <= y < 90:
        return (x ^ y, y, x)
    if y == 100 or 100 <= x <= 150 and y == x - 90:
        return (118, 185, 0)
    if 20 <= x < 80 and 30 <= y < 70:
        return (255, 128, 0)
    return (16, 32, 96)


rows = read_png(sys.argv[1])
assert (len(rows[0]), len(rows)) == (WIDTH, HEIGHT), (len(rows[0]), len(rows))
wrong = [(x, y, rows[y][x], drawn(x, y)) for y in range(HEIGHT) for x in range(WIDTH) if rows[y][x] != drawn(x, y)]
assert not wrong, f"{len(wrong)} pixels differ; x, y, is, should be: {wrong[:5]}"
