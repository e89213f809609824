"""The readings a ledger keeps, as `truceline read --json` prints them: what was added need not be read twice.

python -m benchmarks.kept LEDGER OUTPUT.jsonl
"""

import argparse
from pathlib import Path

from benchmarks.inputs import write_rows
from truceline.ledger import Ledger
from truceline.model.plain import to_plain


def main() -> None:
    """Write a ledger's readings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("output", type=Path)
    given = parser.parse_args()
    book = Ledger(given.ledger)
    kept = (book.document(document.id) for document in book.snapshot().documents)
    write_rows(given.output, (to_plain(entry.reading) for entry in kept if entry is not None))
    book.close()


if __name__ == "__main__":
    main()
