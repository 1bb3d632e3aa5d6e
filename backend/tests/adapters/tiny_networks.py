"""ONNX files of a few bytes, written field by field (onnx.proto3, IR version 8, opset 13), to test what loads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FLOAT, INT64 = 1, 7


def _varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def constant(name: str, values: npt.NDArray[np.float32]) -> bytes:
    """A TensorProto."""
    dims = b"".join(_number(1, side) for side in values.shape)
    return dims + _number(2, FLOAT) + _bytes(8, name) + _bytes(9, values.astype("<f4").tobytes())


def node(kind: str, inputs: list[str], output: str, **numbers: int | tuple[int, ...]) -> bytes:
    """A NodeProto with whole numbers, or tuples of them, as attributes."""
    attributes = b"".join(_bytes(5, _attribute(name, value)) for name, value in numbers.items())
    return b"".join(_bytes(1, each) for each in inputs) + _bytes(2, output) + _bytes(4, kind) + attributes


def _attribute(name: str, value: int | tuple[int, ...]) -> bytes:
    if isinstance(value, int):
        return _bytes(1, name) + _number(3, value) + _number(20, 2)
    return _bytes(1, name) + b"".join(_number(8, each) for each in value) + _number(20, 7)


def value(name: str, kind: int, shape: tuple[int, ...]) -> bytes:
    """A ValueInfoProto."""
    dims = b"".join(_bytes(1, _number(1, side)) for side in shape)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, dims)))


@dataclass(frozen=True)
class Network:
    """A graph: nodes, constants, inputs and outputs as above."""

    nodes: list[bytes]
    constants: list[bytes]
    inputs: list[bytes]
    outputs: list[bytes]

    def write(self, path: Path) -> None:
        """Write the ModelProto."""
        graph = b"".join(_bytes(1, each) for each in self.nodes) + _bytes(2, "tiny")
        graph += b"".join(_bytes(5, each) for each in self.constants)
        graph += b"".join(_bytes(11, each) for each in self.inputs)
        graph += b"".join(_bytes(12, each) for each in self.outputs)
        path.write_bytes(_number(1, 8) + _bytes(7, graph) + _bytes(8, _bytes(1, "") + _number(2, 13)))


SIZE = 8
MEAN_OF_CHANNELS = [node("GlobalAveragePool", ["pixel_values"], "pooled"), node("Flatten", ["pooled"], "seen", axis=1)]
PIXELS = value("pixel_values", FLOAT, (1, 3, SIZE, SIZE))


def seeing(path: Path) -> None:
    """Gives the mean red, green and blue of a picture as its features."""
    Network(
        [*MEAN_OF_CHANNELS, node("Identity", ["seen"], "image_embeds")],
        [],
        [PIXELS],
        [value("image_embeds", FLOAT, (1, 3))],
    ).write(path)


def reading(path: Path, table: npt.NDArray[np.float32], length: int) -> None:
    """Gives the mean of the rows of a table that the tokens name. Shape of ``table``: (tokens, 3)."""
    Network(
        [
            node("Gather", ["table", "input_ids"], "rows"),
            node("ReduceMean", ["rows"], "text_embeds", axes=(1,), keepdims=0),
        ],
        [constant("table", table)],
        [value("input_ids", INT64, (1, length))],
        [value("text_embeds", FLOAT, (1, 3))],
    ).write(path)


def head(path: Path, weights: npt.NDArray[np.float32]) -> None:
    """Gives the features times these weights. Shape of ``weights``: (3, 1)."""
    Network(
        [node("MatMul", ["features", "weights"], "score")],
        [constant("weights", weights)],
        [value("features", FLOAT, (1, 3))],
        [value("score", FLOAT, (1, 1))],
    ).write(path)


def answering(path: Path, weights: npt.NDArray[np.float32], table: npt.NDArray[np.float32], length: int) -> None:
    """Gives logits: the picture's features times ``weights`` (3, tokens), plus the words' rows of ``table``."""
    Network(
        [
            *MEAN_OF_CHANNELS,
            node("MatMul", ["seen", "weights"], "from_picture"),
            node("Gather", ["table", "input_ids"], "rows"),
            node("Flatten", ["rows"], "flat", axis=2),
            node("ReduceSum", ["flat"], "from_words", keepdims=0),
            node("Add", ["from_picture", "from_words"], "logits"),
        ],
        [constant("weights", weights), constant("table", table)],
        [PIXELS, value("input_ids", INT64, (1, length))],
        [value("logits", FLOAT, (1, weights.shape[1]))],
    ).write(path)
