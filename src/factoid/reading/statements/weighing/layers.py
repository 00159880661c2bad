"""The layers of an encoder: vectors for the pieces of sentences, each in the light of its sentence (BERT), with numpy.

Weights are kept in eight bits with a scale for each row or column, and reckoned with in floating point. The sentences
of a passage go through the products together; attention stays within each. What comes of a sentence is the same
beside others but for the last bits. The last layer is reckoned only where something is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Places = NDArray[np.int64]

#: the name of an array of eight-bit numbers in the file, with this behind it: its scales
SCALES = " scales"
_TOGETHER = 320  #: pieces, as long as a sentence is shorter
_HEAD = 32  #: numbers of a vector that one head of the attention sees
_LEAST_VARIANCE = np.float32(1e-12)
_ROOT, _CUBE = np.float32(np.sqrt(2 / np.pi)), np.float32(0.044715 * np.sqrt(2 / np.pi))


class Heard(NamedTuple):
    """A sentence cut into pieces, and at which of them a vector is asked for."""

    pieces: Sequence[int]
    persons: Sequence[int]  #: for each piece 1 if its word means a person, else 0
    asked: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of eight-bit numbers, made into vectors when they are looked up: there are many, and few are needed."""

    numbers: NDArray[np.int8]
    scales: Vectors

    def at(self, rows: Sequence[int]) -> Vectors:
        found: Vectors = self.numbers[rows] * self.scales[rows, None]
        return found


class _Norm(NamedTuple):
    """Vectors brought to one mean and one spread."""

    weight: Vectors
    bias: Vectors

    def __call__(self, x: Vectors) -> Vectors:
        x -= x.mean(1, keepdims=True)
        x /= np.sqrt(np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + _LEAST_VARIANCE)[:, None]
        x *= self.weight
        x += self.bias
        return x


class _Product(NamedTuple):
    """Vectors times a table, and a bias."""

    weight: Vectors
    bias: Vectors

    def __call__(self, x: Vectors) -> Vectors:
        product: Vectors = x @ self.weight
        product += self.bias
        return product


class Layers:
    """The layers. ``arrays``: by their names, as ``training/encoder_net.py`` writes them."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._words = _Rows(arrays["words"], arrays["words" + SCALES])
        self._places: Vectors = arrays["places"]
        self._persons: Vectors = arrays["persons"]
        self._norm = _Norm(arrays["norm"], arrays["norm bias"])
        count = sum(name.endswith("queries bias") for name in arrays)
        self._layers = [_Layer(arrays, f"{number} ") for number in range(count)]
        self._out = _table(arrays, "out")

    def vectors(self, sentences: Sequence[Heard]) -> Vectors:
        """Return a vector for each piece that is asked for, sentence by sentence."""
        return np.concatenate([self._together(some) for some in _parts(sentences)])

    def _together(self, sentences: Sequence[Heard]) -> Vectors:
        ends = _ends(len(heard.pieces) for heard in sentences)
        asked_ends = _ends(len(heard.asked) for heard in sentences)
        pieces = [piece for heard in sentences for piece in heard.pieces]
        x = self._words.at(pieces) + self._persons[[p for heard in sentences for p in heard.persons]]
        for start, end in pairwise(ends):
            x[start:end] += self._places[: end - start]
        x = self._norm(x)
        for layer in self._layers[:-1]:
            x = layer(x, x, ends, ends)
        asked = [start + at for start, heard in zip(ends, sentences, strict=False) for at in heard.asked]
        found: Vectors = self._layers[-1](x, x[asked], ends, asked_ends) @ self._out
        return found


class _Layer:
    """Attention to the sentence, then a hidden layer for each piece by itself."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], name: str) -> None:
        def product(of: str) -> _Product:
            return _Product(_table(arrays, name + of), arrays[f"{name}{of} bias"])

        def norm(of: str) -> _Norm:
            return _Norm(arrays[name + of], arrays[f"{name}{of} bias"])

        self._queries, self._keys = product("queries"), product("keys and values")
        self._attended, self._attended_norm = product("attended"), norm("attended norm")
        self._hidden, self._out, self._norm = product("hidden"), product("out"), norm("norm")

    def __call__(self, x: Vectors, asked: Vectors, ends: Sequence[int], asked_ends: Sequence[int]) -> Vectors:
        """Return what becomes of the vectors asked for. ``ends``: where the sentences end in either, after a 0."""
        queries, keys = self._queries(asked), self._keys(x)
        queries *= np.float32(_HEAD**-0.5)
        attended = np.empty_like(queries)
        for (start, end), (first, last) in zip(pairwise(ends), pairwise(asked_ends), strict=True):
            attended[first:last] = _attention(queries[first:last], keys[start:end])
        x = self._attended(attended)
        x += asked
        x = self._attended_norm(x)
        y = self._out(_gelu(self._hidden(x)))
        y += x
        return self._norm(y)


def _attention(queries: Vectors, keys_and_values: Vectors) -> Vectors:
    """Return for each query the values whose keys it resembles, in proportion, head by head."""
    width = queries.shape[1]
    heads, keys, values = (
        of.reshape(len(of), -1, _HEAD)
        for of in (queries, keys_and_values[:, :width], keys_and_values[:, width:])
    )
    likeness: Vectors = heads.transpose(1, 0, 2) @ keys.transpose(1, 2, 0)
    likeness -= likeness.max(2, keepdims=True)
    np.exp(likeness, out=likeness)
    found: Vectors = likeness @ values.transpose(1, 0, 2)
    found /= likeness.sum(2, keepdims=True)
    return found.transpose(1, 0, 2).reshape(len(queries), width)


def _gelu(x: Vectors) -> Vectors:
    """Return the vectors through the bend that was used in teaching, in its form with a tangent."""
    y = x * x
    y *= _CUBE
    y += _ROOT
    y *= x
    np.tanh(y, out=y)
    y += np.float32(1)
    y *= x
    y *= np.float32(0.5)
    return y


def _table(arrays: Mapping[str, NDArray[Any]], name: str) -> Vectors:
    table: Vectors = arrays[name] * arrays[name + SCALES]
    return table


def _ends(lengths: Iterable[int]) -> list[int]:
    return [0, *accumulate(lengths)]


def _parts(sentences: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Yield some sentences at a time, so many pieces as one product takes quickest."""
    part: list[Heard] = []
    length = 0
    for heard in sentences:
        if length + len(heard.pieces) > _TOGETHER and part:
            yield part
            part, length = [], 0
        part.append(heard)
        length += len(heard.pieces)
    yield part
