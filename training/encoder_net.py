"""The encoder that ``teach_encoder.py`` teaches: its layers, its rounds, and how it is written in eight bits."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from encoder_examples import Asked, Sentence
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import BertModel
from weigh_statements import CAUTION

from factoid.reading.statements.deeds.typing import CLAUSE_TYPES

VERSION = 1
LAYERS, HIDDEN, VECTOR = 3, 128, 384
ROUNDS, BATCH, RATE, RATE_OF_HEAD = 4, 16, 3e-4, 2e-3
DROPPED, HIDDEN_WORDS, WARMING, RAREST = 0.1, 0.1, 0.1, 5
MASK = 103  #: the piece that stands for a hidden one
DIGITS = 4
Tensor = Any


class Net(torch.nn.Module):  # type: ignore[misc]
    """The layers, what is made of their vectors, and the answers."""

    def __init__(self, model: Path, traits: Sequence[str], answers: Sequence[str]) -> None:
        super().__init__()
        self.trait_at = {trait: at for at, trait in enumerate(traits)}
        self.answer_at = {answer: at for at, answer in enumerate(answers)}
        self.bert = BertModel.from_pretrained(model, add_pooling_layer=False, num_hidden_layers=LAYERS)
        self.bert.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        self.proj = torch.nn.Linear(VECTOR, 2 * HIDDEN, bias=False)
        self.traits = torch.nn.Embedding(len(traits) + 2, HIDDEN)  # then: a person elsewhere, and the bias
        torch.nn.init.normal_(self.traits.weight, std=0.02)
        self.out = torch.nn.Linear(HIDDEN, len(answers))
        self.out.bias.data = torch.tensor([0.0 if a.startswith("draft") else -3.0 for a in answers])
        self.dropped = torch.nn.Dropout(DROPPED)

    def forward(self, pieces: Tensor, persons: Tensor, seen: Tensor = None) -> Tensor:
        """Return two vectors for each piece."""
        layers = self.bert(input_ids=pieces, token_type_ids=persons, attention_mask=seen)
        return self.proj(self.dropped(layers.last_hidden_state))

    def answers(self, vectors: Tensor, asked: Sequence[tuple[int, Asked]]) -> Tensor:
        """Return the log-odds of every answer to each question, which is about the sentence of some number."""
        row, anchor, who = (
            torch.tensor(of) for of in zip(*((n, a.anchor, a.who) for n, a in asked), strict=True)
        )
        elsewhere, bias = self.traits.weight[-2], self.traits.weight[-1]
        person = torch.where((who < 0)[:, None], elsewhere, vectors[row, who.clamp(min=0), HIDDEN:])
        traits = self.marked([a.traits for _, a in asked], self.trait_at) @ self.traits.weight[:-2]
        total = vectors[row, anchor, :HIDDEN] + person + bias + traits
        return self.out(self.dropped(torch.relu(total)))

    def loss(self, given: Sequence[Sentence]) -> Tensor:
        """Return how wrong the answers about some sentences are."""
        asked = [(number, a) for number, sentence in enumerate(given) for a in sentence.asked]
        found = self.answers(self(*padded(given)), asked)
        right = self.marked([tuple(a.right) for _, a in asked], self.answer_at)
        counts = self.marked([a.answers for _, a in asked], self.answer_at)
        wrong = binary_cross_entropy_with_logits(found, right, reduction="none")
        return (wrong * counts).sum() / len(asked)

    def marked(self, rows: Sequence[tuple[str, ...]], at: dict[str, int]) -> Tensor:
        """Return rows with a one for each of their words."""
        table = torch.zeros((len(rows), len(at)))
        for row, words in zip(table, rows, strict=True):
            row[[at[word] for word in words if word in at]] = 1
        return table


def prepare() -> None:
    """Let the same numbers come out again: one thread, and chance from the same seed."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    random.seed(0)


def padded(given: Sequence[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
    """Return the pieces of sentences, some of them hidden, which mean persons, and which are there at all."""
    shape = len(given), max(len(sentence.pieces) for sentence in given)
    pieces, persons, seen = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for n, sentence in enumerate(given):
        length = len(sentence.pieces)
        hidden = torch.rand(length) < HIDDEN_WORDS
        hidden[0] = hidden[-1] = False
        pieces[n, :length] = torch.where(hidden, MASK, torch.tensor(sentence.pieces))
        persons[n, :length] = torch.tensor(sentence.persons)
        seen[n, :length] = 1
    return pieces, persons, seen


def taught(model: Path, given: Sequence[Sentence]) -> Net:
    """Teach the net."""
    traits = Counter(trait for sentence in given for a in sentence.asked for trait in set(a.traits))
    drafts = {answer for sentence in given for a in sentence.asked for answer in a.answers} - set(
        CLAUSE_TYPES
    )
    net = Net(model, sorted(t for t, n in traits.items() if n >= RAREST), [*CLAUSE_TYPES, *sorted(drafts)])
    body = [p for p in net.bert.parameters() if p.requires_grad]
    head = [*net.proj.parameters(), *net.traits.parameters(), *net.out.parameters()]
    rates = [{"params": body, "lr": RATE}, {"params": head, "lr": RATE_OF_HEAD}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = math.ceil(len(given) / BATCH) * ROUNDS
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (WARMING * steps)) * max(0, 1 - step / steps)
    )
    net.train()
    for number in range(ROUNDS):
        lost = 0.0
        for batch in batches(given):
            loss = net.loss(batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + head, 1.0)
            optimiser.step()
            slope.step()
            lost += loss.item() * len(batch)
        print(f"round {number + 1}: {lost / len(given):.4f}", flush=True)
    net.eval()
    return net


def batches(given: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences in batches of like length, in any order."""
    ordered = sorted(given, key=lambda sentence: len(sentence.pieces) + random.uniform(0, 6))
    found = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    random.shuffle(found)
    yield from found


def write_layers(net: Net, out: Path) -> None:
    """Write the layers in numbers of eight bits, of which weights use seven: any processor adds them alike."""
    net.bert.config._attn_implementation = "eager"
    example = torch.ones((1, 17), dtype=torch.long)
    shape = {0: "sentences", 1: "length"}
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            net,
            (example, torch.zeros_like(example)),
            str(whole),
            input_names=["pieces", "persons"],
            output_names=["vectors"],
            dynamic_axes={"pieces": shape, "persons": shape, "vectors": shape},
            dynamo=False,
            opset_version=17,
        )
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def data_of(net: Net, pieces: Sequence[str]) -> dict[str, Any]:
    """Return what is made of the vectors as plain values."""

    def plain(tensor: Tensor) -> Any:
        return [[round(x, DIGITS) for x in row] for row in tensor.tolist()]

    rows = plain(net.traits.weight)
    caution = [[CAUTION.get(answer, 0.0) for answer in net.answer_at]]
    return {
        "about": {
            "what": "Pieces of words, what is made of encoder.onnx's vectors; card: docs/explanation/statements.md",
            "source": "all-MiniLM-L6-v2, taught by training/teach_encoder.py from annotated narrative texts",
            "licence": "Apache-2.0",
        },
        "version": VERSION,
        "pieces": "\n".join(pieces),
        "traits": dict(zip(net.trait_at, rows[:-2], strict=True)),
        "elsewhere": rows[-2],
        "bias": rows[-1],
        "answers": list(net.answer_at),
        "out": plain(net.out.weight.T),
        "out_bias": plain(net.out.bias[None] - torch.tensor(caution))[0],
    }
