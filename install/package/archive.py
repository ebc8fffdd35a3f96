"""A zip archive whose bytes depend on nothing but what is in it and on SOURCE_DATE_EPOCH.

    archive.py FILE.zip FOLDER NAME     FOLDER under the name NAME, links as copies of what they lead to
"""

import os
import sys
import time
import zipfile

CAN_RUN = 0o100755
CANNOT_RUN = 0o100644


def write_zip(path, members):
    """Writes (name, content, mode) in the order given."""
    date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content, mode in members:
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix: the mode is taken from what follows
            info.external_attr = mode << 16
            archive.writestr(info, content)


def files_below(folder):
    """The paths of all files in it, relative and sorted; a link is the file it leads to."""
    found = []
    for here, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.relpath(os.path.join(here, name), folder) for name in names]
    return sorted(found)


def read(*parts):
    with open(os.path.join(*parts), "rb") as file:
        return file.read()


def mode_of(*parts):
    return CAN_RUN if os.access(os.path.join(*parts), os.X_OK) else CANNOT_RUN


if __name__ == "__main__":
    target, source, top = sys.argv[1:]
    write_zip(target, ((f"{top}/{name}", read(source, name), mode_of(source, name)) for name in files_below(source)))
