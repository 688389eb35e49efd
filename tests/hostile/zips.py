"""Packed files, well made or not."""

import warnings
import zipfile
from io import BytesIO


def packed(*members: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(kept, "w", packing) as made:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, content in members:
            made.writestr(zipfile.ZipInfo(name), content, packing)
    return kept.getvalue()
