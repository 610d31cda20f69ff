"""Reading the YAML that is shipped: a key written twice is an error, not the loss of its first half. PURE."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ryaml


def read(path: Path) -> Any:
    """What a file holds.

    Raises:
        ValueError: no YAML, or a key twice in one mapping; says where.
        OSError: no such file.
    """
    with open(path, encoding="utf-8") as file:
        try:
            return ryaml.load(file)
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
