"""Where talks are held and papers signed, and what is only named in their telling. PURE."""

from __future__ import annotations

import re

from ingest.coding.where import Where

SAT_IN = re.compile(
    r"(?:^|\s)(?:في|داخل|من)(?: (?:ال)?عاصمه\S*| (?:ال)?\S+ه)? ?(?:ال)?$|(?:^|\s)ب(?:ال)?$|(?:زيار\w*|زار\w*|وصل\w* الي|(?:ال)?عاصمه\S*) $"
    r"|\b(?:in|at|visit\w*|trip to|tour of|arriv\w+ in|capital,?) (?:the )?(?:\S+ )?$"
)
"""Before the capital in which papers are signed; else it is one of those who agree: «توصلت دمشق وقسد إلى اتفاق»."""
BORN_IN = re.compile(
    r"(?<!\w)(?:مواليد|تولد|[يت]?ولد|المولود|مولود|مسقط راس\w*|[يت]نحدر|[يت]تحدر|ابن)(?: [^\s،.]+){0,6} (?:ال|ب)?$"
    r"|\b(?:born|native|natives|hails|hailing|originally)\b[^.]{0,60}$"
)
"""«من مواليد الشحيل»: where somebody comes from."""
_SAID = re.compile(
    r"(?<!\w)(?:ان|بان|لان|فان|وان|اذا كانت|حيث)(?: \S+)? $|\b(?:said|says|that|adding|added|whether|because|if|as) $"
)


def speaks(where: Where) -> bool:
    """«قال إن دمشق مستعدة», "said Baghdad was ready": a capital that stands for its state behind a word of saying."""
    return _SAID.search(where.before) is not None
