"""check_wheel.py WHEEL…: prints the platforms of each wheel and the machine its programs are for; fails where it is not what pip demands."""

import base64
import csv
import hashlib
import io
import re
import struct
import sys
import zipfile

EXPECTED = {
    "manylinux_2_17_x86_64.musllinux_1_1_x86_64": "ELF x86-64",
    "manylinux_2_17_aarch64.musllinux_1_1_aarch64": "ELF aarch64",
    "macosx_11_0_x86_64": "Mach-O x86-64",
    "macosx_11_0_arm64": "Mach-O arm64",
    "win_amd64": "PE x86-64",
}


def machine_of(program):
    if program[:4] == b"\x7fELF":
        return "ELF " + {62: "x86-64", 183: "aarch64"}[struct.unpack_from("<H", program, 18)[0]]
    if program[:4] == b"\xcf\xfa\xed\xfe":
        return "Mach-O " + {0x1000007: "x86-64", 0x100000C: "arm64"}[struct.unpack_from("<I", program, 4)[0]]
    if program[:2] == b"MZ":
        at = struct.unpack_from("<I", program, 60)[0]
        assert program[at : at + 4] == b"PE\0\0"
        return "PE " + {0x8664: "x86-64"}[struct.unpack_from("<H", program, at + 4)[0]]
    raise AssertionError("no program")


def check(path):
    name, version, tag = re.fullmatch(r"(?:.*/)?(\w+)-([\d.]+)-py3-none-(\S+)\.whl", path).groups()
    with zipfile.ZipFile(path) as wheel:
        assert wheel.testzip() is None
        info = f"{name}-{version}.dist-info"
        names = wheel.namelist()
        assert len(names) == len(set(names))
        rows = list(csv.reader(io.StringIO(wheel.read(f"{info}/RECORD").decode())))
        assert [row[0] for row in rows] == names, "RECORD names other files"
        for member, digest, size in rows[:-1]:
            content = wheel.read(member)
            assert digest == "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("="), member
            assert int(size) == len(content), member
        assert rows[-1] == [f"{info}/RECORD", "", ""]
        metadata = wheel.read(f"{info}/METADATA").decode()
        assert f"Name: aarch64-jetson\nVersion: {version}\n" in metadata
        assert "\nLicense-Expression: MIT AND GPL-2.0-only\n" in metadata  # libext2fs is a part of it
        tags = re.findall(r"^Tag: py3-none-(.*)$", wheel.read(f"{info}/WHEEL").decode(), re.M)
        assert ".".join(tags) == tag, tags
        scripts = f"{name}-{version}.data/scripts/"
        suffix = ".exe" if tag == "win_amd64" else ""
        programs = [member for member in names if member.startswith(scripts)]
        for wanted in "", "-clang", "-clang++", "-ld", "-ar", "-linux-gnu-gcc":
            assert f"{scripts}aarch64-jetson{wanted}{suffix}" in programs, wanted
        for member in names:
            assert wheel.getinfo(member).external_attr >> 16 == (0o100755 if member in programs else 0o100644), member
        for program in programs:
            assert machine_of(wheel.read(program)) == EXPECTED[tag], program
        for data in "aarch64-jetson/presets/jetpack-6.2.toml", "man/man1/aarch64-jetson.1", "doc/aarch64-jetson/copyright":
            assert f"{name}-{version}.data/data/share/{data}" in names, data
    print(tag, EXPECTED[tag], sep="\t")


for wheel in sys.argv[1:]:
    check(wheel)
