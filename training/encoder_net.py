"""The encoder that ``teach_encoder.py`` teaches: its layers made narrow, its rounds, how eight bits hold it."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encoder_examples import Asked, Sentence
from torch.nn.functional import binary_cross_entropy_with_logits
from transformers import BertModel
from weigh_statements import CAUTION

from factoid.reading.statements.deeds.typing import CLAUSE_TYPES
from factoid.reading.statements.weighing.layers import SCALES
from factoid.reading.statements.weighing.questions import LONGEST

VERSION = 2
LAYERS, HIDDEN, VECTOR = 3, 128, 384
HEAD = 32  #: numbers of a vector that one head of the attention sees
# A net is taught whole; then of the 12 heads and the 1,536 hidden numbers of a layer so many stay, by what they do in
# so many sentences, and the narrow net is taught again, by annotators and by what the whole one says of the same.
HEADS, NARROW, TRIED = 6, 384, 300
ROUNDS_AGAIN, RATES_AGAIN, HEEDED = 3, (2e-4, 1e-3), 0.7
BEND = "gelu_new"  #: the form with a tangent, which numpy has
ROUNDS, RATES, BATCH = 4, (3e-4, 2e-3), 16
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
        self.bert = BertModel.from_pretrained(
            model, add_pooling_layer=False, num_hidden_layers=LAYERS, hidden_act=BEND
        )
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

    def loss(self, given: Sequence[Sentence], said: dict[int, Tensor]) -> Tensor:
        """Return how wrong the answers about some sentences are. ``said``: how likely another net finds them."""
        asked = [(number, a) for number, sentence in enumerate(given) for a in sentence.asked]
        found = self.answers(self(*padded(given)), asked)
        right = self.marked([tuple(a.right) for _, a in asked], self.answer_at)
        if said:
            right = (1 - HEEDED) * right + HEEDED * torch.cat([said[id(sentence)] for sentence in given])
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


def said_by(net: Net, given: Sequence[Sentence]) -> dict[int, Tensor]:
    """Return how likely a net finds every answer about each sentence."""
    with torch.no_grad():
        return {
            id(one): torch.sigmoid(net.answers(net(*shown(one)), [(0, asked) for asked in one.asked]))
            for one in given
        }


def shown(sentence: Sentence) -> tuple[Tensor, Tensor]:
    """Return the pieces of a sentence, and which mean persons."""
    return torch.tensor([sentence.pieces]), torch.tensor([sentence.persons])


def narrow(net: Net, given: Sequence[Sentence]) -> None:
    """Leave each layer those heads and hidden numbers that add most to the vectors of some sentences."""
    for layer, heads, hidden in zip(net.bert.encoder.layer, *weights_of_parts(net, given), strict=True):
        of, attended = layer.attention.self, layer.attention.output.dense
        kept = heads.topk(HEADS).indices.sort().values
        numbers = (kept[:, None] * HEAD + torch.arange(HEAD)).flatten()
        for table in (of.query, of.key, of.value):
            keep(table, numbers)
        attended.weight = torch.nn.Parameter(attended.weight.data[:, numbers].clone())
        of.num_attention_heads, of.all_head_size = HEADS, len(numbers)
        numbers = hidden.topk(NARROW).indices.sort().values
        keep(layer.intermediate.dense, numbers)
        layer.output.dense.weight = torch.nn.Parameter(layer.output.dense.weight.data[:, numbers].clone())


def keep(table: Any, numbers: Tensor) -> None:
    """Leave a product some of the numbers that come out of it."""
    table.weight, table.bias = (torch.nn.Parameter(of.data[numbers]) for of in (table.weight, table.bias))


def weights_of_parts(net: Net, given: Sequence[Sentence]) -> tuple[list[Tensor], list[Tensor]]:
    """Return for each layer how much each head, and each hidden number, adds to the vectors of some sentences."""
    heads: list[Tensor] = []
    hidden: list[Tensor] = []
    hooks = []
    for at, layer in enumerate(net.bert.encoder.layer):
        heads.append(torch.zeros(layer.attention.self.num_attention_heads))
        hidden.append(torch.zeros(layer.intermediate.dense.out_features))

        def note_heads(table: Any, given: Any, _found: Any, at: int = at) -> None:
            parts = zip(given[0][0].split(HEAD, 1), table.weight.split(HEAD, 1), strict=True)
            heads[at] += torch.stack([((x @ weight.T) ** 2).sum() for x, weight in parts])

        def note_hidden(table: Any, given: Any, _found: Any, at: int = at) -> None:
            hidden[at] += (given[0][0] ** 2).sum(0) * (table.weight**2).sum(0)

        hooks += [
            layer.attention.output.dense.register_forward_hook(note_heads),
            layer.output.dense.register_forward_hook(note_hidden),
        ]
    with torch.no_grad():
        for sentence in random.sample(given, min(TRIED, len(given))):
            net(*shown(sentence))
    for hook in hooks:
        hook.remove()
    return heads, hidden


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
    """Return a net taught whole, made narrow, and taught again."""
    traits = Counter(trait for sentence in given for a in sentence.asked for trait in set(a.traits))
    drafts = {answer for sentence in given for a in sentence.asked for answer in a.answers} - set(
        CLAUSE_TYPES
    )
    net = Net(model, sorted(t for t, n in traits.items() if n >= RAREST), [*CLAUSE_TYPES, *sorted(drafts)])
    teach(net, given, ROUNDS, RATES, {})
    said = said_by(net, given)
    narrow(net, given)
    teach(net, given, ROUNDS_AGAIN, RATES_AGAIN, said)
    return net


def teach(
    net: Net, given: Sequence[Sentence], rounds: int, rates: tuple[float, float], said: dict[int, Tensor]
) -> None:
    """Teach a net for some rounds. ``rates``: those of the layers, and of what is made of their vectors."""
    body = [p for p in net.bert.parameters() if p.requires_grad]
    head = [*net.proj.parameters(), *net.traits.parameters(), *net.out.parameters()]
    groups = [{"params": of, "lr": rate} for of, rate in zip((body, head), rates, strict=True)]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = math.ceil(len(given) / BATCH) * rounds
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (WARMING * steps)) * max(0, 1 - step / steps)
    )
    net.train()
    for number in range(rounds):
        lost = 0.0
        for batch in batches(given):
            loss = net.loss(batch, said)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + head, 1.0)
            optimiser.step()
            slope.step()
            lost += loss.item() * len(batch)
        print(f"round {number + 1}: {lost / len(given):.4f}", flush=True)
    net.eval()


def batches(given: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences in batches of like length, in any order."""
    ordered = sorted(given, key=lambda sentence: len(sentence.pieces) + random.uniform(0, 6))
    found = [ordered[start : start + BATCH] for start in range(0, len(ordered), BATCH)]
    random.shuffle(found)
    yield from found


def write_layers(net: Net, out: Path) -> None:
    """Write the layers as `factoid.reading.statements.weighing.layers` wants them, in numbers of eight bits."""
    arrays: dict[str, Any] = {}

    def put(name: str, table: Tensor, by: int = 0) -> None:
        table = table.detach().numpy()
        scales = np.abs(table).max(by) / 127
        arrays[name] = np.round(table / np.expand_dims(scales, by)).astype(np.int8)
        arrays[name + SCALES] = scales

    def product(name: str, *tables: Any) -> None:
        put(name, torch.cat([table.weight for table in tables]).T)
        arrays[f"{name} bias"] = torch.cat([table.bias for table in tables]).detach().numpy()

    def norm(name: str, of: Any) -> None:
        arrays[name], arrays[f"{name} bias"] = of.weight.detach().numpy(), of.bias.detach().numpy()

    embeddings = net.bert.embeddings
    put("words", embeddings.word_embeddings.weight, by=1)
    arrays["places"] = embeddings.position_embeddings.weight.detach().numpy()[:LONGEST]
    arrays["persons"] = embeddings.token_type_embeddings.weight.detach().numpy()
    norm("norm", embeddings.LayerNorm)
    for number, layer in enumerate(net.bert.encoder.layer):
        of = layer.attention.self
        product(f"{number} queries", of.query)
        product(f"{number} keys and values", of.key, of.value)
        product(f"{number} attended", layer.attention.output.dense)
        norm(f"{number} attended norm", layer.attention.output.LayerNorm)
        product(f"{number} hidden", layer.intermediate.dense)
        product(f"{number} out", layer.output.dense)
        norm(f"{number} norm", layer.output.LayerNorm)
    put("out", net.proj.weight.T)
    np.savez(out, **arrays)


def data_of(net: Net, pieces: Sequence[str]) -> dict[str, Any]:
    """Return what is made of the vectors as plain values."""

    def plain(tensor: Tensor) -> Any:
        return [[round(x, DIGITS) for x in row] for row in tensor.tolist()]

    rows = plain(net.traits.weight)
    caution = [[CAUTION.get(answer, 0.0) for answer in net.answer_at]]
    return {
        "about": {
            "what": "Pieces of words, what is made of the vectors of layers.npz; card: docs/explanation/statements.md",
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
