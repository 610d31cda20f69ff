"""Title and body ready to be read: asked whether they name both countries, mended, the headline found. PURE."""

from __future__ import annotations

from ingest.coding.arabic import fold
from ingest.coding.headline import headed
from ingest.coding.lexicon import Hit, Lexicon
from ingest.coding.mending import mended
from ingest.coding.reading import is_discarded
from ingest.coding.text import Text

Prepared = tuple[list[Text], list[list[Hit]]]


def prepared(title: str, body: str, lexicon: Lexicon) -> Prepared | None:
    """The headline and the body with the names in them; None where an article does not name both countries or is of
    something else. Most articles end at the first scan."""
    originals = (title, body)
    folded = [fold(original) for original in originals]
    hits = lexicon.find_if_both([f.text for f in folded])
    if hits is None:
        return None
    texts = headed(originals, [mended(o) or early for o, early in zip(originals, folded, strict=True)])
    if any(text.folded is not early for text, early in zip(texts, folded, strict=True)):
        hits = lexicon.find_if_both([t.plain for t in texts])
    return None if hits is None or is_discarded(texts) else (texts, hits)


def prepared_alone(title: str, body: str, lexicon: Lexicon) -> Prepared | None:
    """The same, whichever countries an article names."""
    originals = (title, body)
    texts = headed(originals, [mended(o) or fold(o) for o in originals])
    return None if is_discarded(texts) else (texts, [lexicon.find(t.plain) for t in texts])
