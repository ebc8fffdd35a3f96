# Archives that try to get out of where they are unpacked, or to wear down what unpacks them: hostile_archives.py FOLDER OUTSIDE [ENTRIES]
import io
import sys
import tarfile

folder, outside = sys.argv[1:3]
entries = int(sys.argv[3]) if len(sys.argv) > 3 else 100000


class Archive:
    def __init__(self, name, form=tarfile.GNU_FORMAT):
        self.tar = tarfile.open(f"{folder}/{name}.tar", "w", format=form)
        self.add("usr/lib/good", data=b"good")

    def add(self, name, kind=tarfile.REGTYPE, link="", data=b"evil", mtime=0, headers=None, size=None):
        info = tarfile.TarInfo(name)
        info.type, info.linkname, info.mode, info.mtime = kind, link, 0o6777, mtime
        info.size = (len(data) if size is None else size) if kind == tarfile.REGTYPE else 0
        info.pax_headers = headers or {}
        self.tar.addfile(info, io.BytesIO(data))

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.tar.close()


LINK, HARD, DIR = tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE

with Archive("names") as a:
    for name in ("../escaped", outside + "/escaped", "usr/../../escaped", "usr/lib/../../../escaped", "/usr/lib/escaped", "usr/lib/..", "..", "/", "."):
        a.add(name)
    a.add("usr/lib/\udcff\udcfe")
    a.add("usr/lib/line\nbreak")
    a.add("usr/lib/lib\x1b]0;owned\x07\x1b[31m.so", LINK, "nowhere\x1b[2J")
    a.add("usr/lib/" + "n" * 255)
with Archive("pax-names", tarfile.PAX_FORMAT) as a:
    a.add("usr/lib/größe", data=b"pax")
    a.add("usr/lib/x", headers={"path": outside + "/escaped"})
    a.add("usr/lib/y", headers={"path": "usr/lib/../../../escaped"})
with Archive("links") as a:
    a.add("usr/lib/up", LINK, outside), a.add("usr/lib/up/escaped")
    a.add("usr/lib/over", LINK, "../../../../.."), a.add("usr/lib/over/escaped")
    a.add("usr/lib/file", LINK, outside + "/victim"), a.add("usr/lib/file")
    a.add("usr/lib/hard", HARD, outside + "/victim"), a.add("usr/lib/hard2", HARD, "../../victim")
    # A hard link to a link is the link again: what is written to it must not go through.
    a.add("usr/lib/leads-out", LINK, outside + "/victim"), a.add("usr/lib/same", HARD, "usr/lib/leads-out"), a.add("usr/lib/same")
    a.add("usr/lib/dir-out", LINK, outside), a.add("usr/lib/same-dir", HARD, "usr/lib/dir-out"), a.add("usr/lib/same-dir/escaped")
    a.add("usr/lib/loop", LINK, "loop2"), a.add("usr/lib/loop2", LINK, "loop")
    a.add("usr/lib/self", HARD, "usr/lib/self"), a.add("usr/lib/good2"), a.add("usr/lib/good2", HARD, "usr/lib/good2")
with Archive("alternating") as a:
    for _ in range(200):
        a.add("usr/lib/both", LINK, outside), a.add("usr/lib/both", DIR), a.add("usr/lib/both/escaped")
        a.add("usr/lib/turn", DIR), a.add("usr/lib/turn", LINK, outside), a.add("usr/lib/turn/escaped")
with Archive("file-then-folder") as a:
    a.add("usr/lib/a"), a.add("usr/lib/a", DIR), a.add("usr/lib/a/in", data=b"in")
with Archive("through-a-file") as a:
    a.add("usr/lib/a"), a.add("usr/lib/a/in")
with Archive("folder-then-file") as a:
    a.add("usr/lib/a", DIR), a.add("usr/lib/a/in"), a.add("usr/lib/a")
with Archive("kinds") as a:
    for name, kind in ("null", tarfile.CHRTYPE), ("block", tarfile.BLKTYPE), ("pipe", tarfile.FIFOTYPE), ("odd", b"Z"):
        a.add("usr/lib/" + name, kind)
with Archive("deep") as a:
    a.add("usr/lib/" + "d/" * 2000 + "deep")
with Archive("times", tarfile.PAX_FORMAT) as a:
    for number, time in enumerate(("-1", "-99999999999", "99999999999999", "1e300", "nan", "9223372036854775807.999")):
        a.add(f"usr/lib/t{number}", headers={"mtime": time})
for number, size in enumerate(("99999999999999999999", "-5", "9223372036854775807", "1000000000000")):
    with Archive(f"size-{number}", tarfile.PAX_FORMAT) as a:
        a.add("usr/lib/huge", headers={"size": size})
with Archive("hole", tarfile.PAX_FORMAT) as a:
    a.add("usr/lib/GNUSparseFile.0/hole", data=b"1\n1099511627775\n1\n".ljust(512, b"\0") + b"x",
          headers={"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "usr/lib/hole", "GNU.sparse.realsize": str(1 << 40)})
with Archive("many") as a:
    for number in range(entries):
        a.add(f"usr/lib/{number % 100}/{number}", data=b"")
