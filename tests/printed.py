"""What stands on paper, as another program reads it."""

import shutil
import subprocess

READER = "pdftotext"


def can_read() -> bool:
    """Whether this machine has that program (poppler-utils)."""
    return shutil.which(READER) is not None


def printed(file: bytes) -> str:
    """The words that can be read on it; none of what is no sheet, or where nothing can read one."""
    if not (can_read() and file.startswith(b"%PDF-")):
        return ""
    return subprocess.run([READER, "-", "-"], input=file, capture_output=True, check=False).stdout.decode()
