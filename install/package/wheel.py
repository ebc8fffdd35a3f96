"""A Python wheel that holds no Python: pip puts the programs beside its own and `share` where they look for it.

    wheel.py FOLDER TAG VERSION INSTALLED NAME
        INSTALLED is an installation with bin and share. pip makes no links: a link in bin becomes NAME, the small program that
        stands for one (shims/name.cc).
"""

import base64
import hashlib
import os
import sys

from archive import CAN_RUN, CANNOT_RUN, files_below, mode_of, read, write_zip

METADATA = """\
Metadata-Version: 2.4
Name: aarch64-jetson
Version: {version}
Summary: Build Rust, C, C++ and CUDA for NVIDIA Jetson from your desktop
License-Expression: MIT AND GPL-2.0-only
License-File: LICENSE
License-File: copyright
Keywords: jetson,aarch64,cross-compilation,clang,lld,cuda
Classifier: Environment :: Console
Classifier: Intended Audience :: Developers
Classifier: Topic :: Software Development :: Compilers
Description-Content-Type: text/markdown

The programs `aarch64-jetson` and `aarch64-jetson-clang`, `-clang++`, `-ld` and the others, which build for the board with the clang and lld
that this machine has (14 or newer; this wheel brings none). `aarch64-jetson init` looks for them and writes the settings;
`aarch64-jetson doctor` says what is missing.
"""


def record_line(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def expand(tag):
    """py3-none-a.b stands for py3-none-a and py3-none-b."""
    python, abi, platforms = tag.split("-")
    return [f"{python}-{abi}-{platform}" for platform in platforms.split(".")]


def members_of(version, tag, installed, name):
    top = f"aarch64_jetson-{version}"
    info = f"{top}.dist-info"
    members = []
    for path in files_below(os.path.join(installed, "bin")):
        is_link = os.path.islink(os.path.join(installed, "bin", path))
        members.append((f"{top}.data/scripts/{path}", read(name) if is_link else read(installed, "bin", path), CAN_RUN))
    for path in files_below(os.path.join(installed, "share")):
        members.append((f"{top}.data/data/share/{path}", read(installed, "share", path), mode_of(installed, "share", path)))
    documents = os.path.join(installed, "share/doc/aarch64-jetson")
    wheel = "Wheel-Version: 1.0\nGenerator: aarch64-jetson install/package.sh\nRoot-Is-Purelib: false\n"
    wheel += "".join(f"Tag: {one}\n" for one in expand(tag))
    members += [
        (f"{info}/METADATA", METADATA.format(version=version).encode(), CANNOT_RUN),
        (f"{info}/WHEEL", wheel.encode(), CANNOT_RUN),
        (f"{info}/licenses/LICENSE", read(documents, "LICENSE"), CANNOT_RUN),
        (f"{info}/licenses/copyright", read(documents, "copyright"), CANNOT_RUN),
    ]
    record = "".join(record_line(path, content) for path, content, _ in members) + f"{info}/RECORD,,\n"
    return members + [(f"{info}/RECORD", record.encode(), CANNOT_RUN)]


if __name__ == "__main__":
    folder, tag, version, installed, name = sys.argv[1:]
    path = os.path.join(folder, f"aarch64_jetson-{version}-{tag}.whl")
    write_zip(path, members_of(version, tag, installed, name))
