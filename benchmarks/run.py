"""`benchmarks/run.py KIND GOLD PRED`: reads gold rows (JSON lines), writes one prediction a line."""

import json
import sys
from pathlib import Path

if not __package__:  # run as a script: make the repository root importable
    sys.path[0] = str(Path(__file__).resolve().parent.parent)


def main(arguments: list[str]) -> int:
    """Write the predictions of KIND for the rows of GOLD to PRED."""
    from benchmarks import kinds

    if len(arguments) != 3 or arguments[0] not in kinds.names():
        print(f"usage: run.py KIND GOLD PRED, where KIND is one of: {', '.join(kinds.names())}", file=sys.stderr)
        return 2
    kind, gold, pred = arguments
    rows = [json.loads(line) for line in Path(gold).read_bytes().split(b"\n") if line.strip()]
    with Path(pred).open("w", encoding="utf-8") as out:
        for row in kinds.adapter(kind)(rows):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
