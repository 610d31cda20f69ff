"""`python -m ingest.coding < articles.jsonl > coded.jsonl`: the contract's command, on the shipped registry."""

from __future__ import annotations

import gc
import io
import json
import sys

from ingest.coding.contract import answer
from ingest.coding.lexicon import shipped


def main() -> int:
    """Answer every line, in order; UTF-8 whatever the locale."""
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogatepass", newline="\n")
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="surrogatepass", write_through=True)
    gc.disable()  # all that loading makes stays: looking through it for garbage costs a tenth of the start
    lexicon = shipped()
    gc.freeze()
    gc.enable()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            out.write(json.dumps(answer(line, number, lexicon), ensure_ascii=False) + "\n")
        else:
            out.write(json.dumps({"id": None, "line": number, "error": "empty line"}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
