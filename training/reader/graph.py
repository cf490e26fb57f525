"""The trained layers as the two graphs that the reader runs: at a window, then at each cue.

Matrices are held in 7 bits; activations are rounded to 8 bits as they come, by one step for a
window where a norm made rows and columns of like size, else by a step for each row. Products of
whole numbers are summed exactly, and with 7 bits no pair of them leaves 16 bits, where
processors without VNNI would cut it off.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

LEVELS = 63  # whole numbers to either side of a weight: 2 * 63 * 255 stays below 2**15
ACTIVE = 127  # and of an activation
ZERO = 128
TINY = 1e-9
EPSILON = 1e-12
SMALLEST = 1e-3  # size of a column that hardly moves
MORE = "com.microsoft"
OPSETS = (("", 21), (MORE, 1))
Known = Mapping[str, np.ndarray]  # trained numbers by the names of net.py, and "places"
KINDS = ("basis", "stance")  # heads that look at the cue and at its source


class Graph:
    """Nodes and constants as they are added; a value is known by its name."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, values: Any) -> str:
        """Keep `values` under `name`."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def add(self, kind: str, *given: str, name: str = "", **how: Any) -> str:
        """Add a node with one output, called `name` where that is given."""
        name = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, given, [name], **how))
        return name

    def many(self, kind: str, count: int, *given: str, **how: Any) -> list[str]:
        """Add a node with `count` outputs."""
        names = [f"n{len(self.nodes)}_{k}" for k in range(count)]
        self.nodes.append(helper.make_node(kind, given, names, **how))
        return names

    def model(self, given: Sequence[Any], found: Sequence[Any]) -> bytes:
        """Return the finished graph as bytes."""
        graph = helper.make_graph(
            self.nodes, "reader", given, found, list(self.constants.values())
        )
        opsets = [helper.make_opsetid(*one) for one in OPSETS]
        made: bytes = helper.make_model(
            graph, opset_imports=opsets, ir_version=10
        ).SerializeToString()
        return made


def whole(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix in whole numbers and the step of each row, chosen for the least error."""
    top = np.maximum(np.abs(matrix).max(1), TINY) / LEVELS
    best, step = np.full(len(matrix), np.inf), top
    for share in np.linspace(0.6, 1, 41):
        tried = top * share
        rounded = np.clip(np.round(matrix / tried[:, None]), -LEVELS, LEVELS)
        error = ((rounded * tried[:, None] - matrix) ** 2).sum(1)
        step = np.where(error < best, tried, step)
        best = np.minimum(error, best)
    rounded = np.clip(np.round(matrix / step[:, None]), -LEVELS, LEVELS)
    return rounded.astype(np.int8), step.astype(np.float32)


class Layers(Graph):
    """The layers of the encoder over the trained numbers `known`, by the names of net.py."""

    def __init__(self, known: Known, heads: int) -> None:
        super().__init__()
        self.known, self.heads = known, heads
        self.constant("row", np.array([-1]))
        self.constant("one", np.float32(1))
        self.constant("tiny", np.float32(TINY))
        self.constant("levels", np.float32(ACTIVE))
        self.constant("zero", np.uint8(ZERO))

    def held(self, name: str) -> str:
        """Return the trained numbers called `name` as a constant."""
        return self.constant(name, self.known[name].astype(np.float32))

    def normed(self, name: str, x: str) -> str:
        """Return every row of `x` at mean 0 and spread 1, scaled and shifted as trained."""
        scale, shift = self.held(f"{name}.weight"), self.held(f"{name}.bias")
        return self.add("LayerNormalization", x, scale, shift, epsilon=EPSILON)

    def even(self, name: str, norm: str, x: str) -> tuple[str, np.ndarray]:
        """Return what `norm` gave for the matrix called `name`, and the sizes of its columns.

        Divided by their sizes, the columns are of like size.
        """
        scale, shift = self.known[f"{norm}.weight"], self.known[f"{norm}.bias"]
        sizes = np.sqrt(scale**2 + shift**2) + SMALLEST
        share = self.constant(f"{name}.share", (1 / sizes).astype(np.float32))
        return self.add("Mul", x, share), sizes

    def by_window(self, name: str, x: str, sizes: Any = 1, bias: bool = True) -> str:
        """Return `x` through the matrix called `name`, all of `x` rounded by one step.

        Cheap, and good where rows are of like size. `sizes` were taken out of the columns.
        """
        matrix, step = whole(self.known[f"{name}.weight"] * sizes)
        given = [x, self.constant(f"{name}.whole", matrix.T)]
        given += [self.constant(f"{name}.step", step), ""]
        given += [self.held(f"{name}.bias")] if bias else []
        return self.add("DynamicQuantizeMatMul", *given, domain=MORE)

    def by_row(self, name: str, x: str) -> str:
        """Return `x` through the matrix called `name`, each row rounded by its own step."""
        matrix, step = whole(self.known[f"{name}.weight"])
        largest = self.add("ReduceMax", self.add("Abs", x), "row")
        largest = self.add("Max", largest, "tiny")
        scaled = self.add("Mul", x, self.add("Div", "levels", largest))
        rounded = self.add("QuantizeLinear", scaled, "one", "zero")
        given = [rounded, self.constant(f"{name}.whole", matrix.T), "one"]
        given += [self.constant(f"{name}.step", step / ACTIVE), "zero"]
        met = self.add("MatMulIntegerToFloat", *given, domain=MORE)
        return self.add("Add", self.add("Mul", met, largest), self.held(f"{name}.bias"))

    def layer(self, name: str, x: str, norm: str) -> str:
        """Return `x`, `(windows, pieces, hidden)` as `norm` gave it, through one layer."""
        qkv, up = f"{name}.qkv", f"{name}.up"
        queries = self.by_window(qkv, *self.even(qkv, norm, x))
        parts = self.many("Split", 3, queries, axis=-1, num_outputs=3)
        mixed = self.add("MultiHeadAttention", *parts, domain=MORE, num_heads=self.heads)
        x = self.add("Add", self.by_window(f"{name}.out", mixed), x)
        x = self.normed(f"{name}.mid_norm", x)
        inner = self.by_window(up, *self.even(up, f"{name}.mid_norm", x), bias=False)
        inner = self.add("FastGelu", inner, self.held(f"{up}.bias"), domain=MORE)
        x = self.add("Add", self.by_row(f"{name}.down", inner), x)
        return self.normed(f"{name}.end_norm", x)

    def layers(self, part: str, x: str, norm: str) -> str:
        """Return `x`, as `norm` gave it, through all layers of a part, "shared" or "round"."""
        count = sum(n.startswith(f"{part}.") and n.endswith(".up.bias") for n in self.known)
        for number in range(count):
            x = self.layer(f"{part}.{number}", x, norm)
            norm = f"{part}.{number}.end_norm"
        return x

    def head(
        self, name: str, x: str, weight: np.ndarray, bias: np.ndarray | None = None
    ) -> str:
        """Return `x` through the matrix of a head, `(classes, hidden)`, in full precision."""
        x = self.add("MatMul", x, self.constant(f"{name}.head", weight.T.astype(np.float32)))
        if bias is None:
            return x
        return self.add("Add", x, self.constant(f"{name}.bias", bias.astype(np.float32)))

    def known_head(self, name: str, x: str) -> str:
        """Return `x` through the head called `name`."""
        return self.head(name, x, self.known[f"{name}.weight"], self.known[f"{name}.bias"])


def word_rows(g: Graph, blocks: np.ndarray, ids: str) -> str:
    """Return the rows of words: 4 bits a value, as the pretrained file has them.

    `blocks` are `(rows, blocks, 18)` bytes: a step, then 32 values, low nibbles first.
    """
    halves = g.add("Gather", g.constant("words", blocks[..., 2:]), ids)
    steps = g.add("Gather", g.constant("words.step", blocks[..., :2].copy().view("<f2")), ids)
    low = g.add("BitwiseAnd", halves, g.constant("low", np.uint8(15)))
    high = g.add("BitShift", halves, g.constant("nibble", np.uint8(4)), direction="RIGHT")
    values = g.add("Cast", g.add("Concat", low, high, axis=-1), to=TensorProto.FLOAT)
    values = g.add("Add", values, g.constant("middle", np.float32(-8)))
    values = g.add("Mul", values, g.add("Cast", steps, to=TensorProto.FLOAT))
    return g.add("Flatten", values)


def first_look(known: Known, blocks: np.ndarray, heads: int) -> bytes:
    """Return the graph from piece numbers to their states and log shares of cue labels."""
    g = Layers(known, heads)
    table = g.constant("places", known["places"].astype(np.float32))
    none = g.constant("none", np.array([0]))
    places = g.add("Slice", table, none, g.add("Shape", "ids"), none)
    x = g.normed("norm", g.add("Add", word_rows(g, blocks, "ids"), places))
    x = g.layers("shared", g.add("Unsqueeze", x, none), "norm")
    states = g.add("Squeeze", x, none, name="states")
    g.add("LogSoftmax", g.known_head("cue", states), name="cues")
    size = len(known["norm.weight"])
    return g.model(
        [value("ids", ["pieces"], TensorProto.INT64)],
        [value("states", ["pieces", size]), value("cues", ["pieces", 3])],
    )


def second_look(known: Known, heads: int) -> bytes:
    """Return the graph from states and the distance of each piece from each cue to labels.

    `roles` are log shares, `holds` a share; `at_cue` and `at_piece` are what the cue and each
    piece, were it the source, say of basis and stance: the two heads' classes side by side.
    """
    g = Layers(known, heads)
    size = len(known["norm.weight"])
    inside = g.add("Equal", "reach", g.constant("inside", np.array(0)))
    inside = g.add("Cast", inside, to=TensorProto.FLOAT)
    share = g.add("Div", inside, g.add("ReduceSum", inside, "row"))
    cue = g.by_row("cue_to_all", g.add("MatMul", share, "states"))
    middle = g.constant("middle", np.array([1]))
    far = g.add("Gather", g.held("reach.weight"), "reach")
    x = g.add("Add", g.add("Add", "states", far), g.add("Unsqueeze", cue, middle))
    x = g.layers("round", g.normed("round_norm", x), "round_norm")
    g.add("LogSoftmax", g.known_head("role", x), name="roles")
    cue = g.add("Squeeze", g.add("MatMul", g.add("Unsqueeze", share, middle), x), middle)
    g.add("Squeeze", g.add("Sigmoid", g.known_head("holds", cue)), "row", name="holds")
    weight = np.concatenate([known[f"{name}.weight"] for name in KINDS])
    bias = np.concatenate([known[f"{name}.bias"] for name in KINDS])
    g.add("Identity", g.head("kinds.cue", cue, weight[:, :size], bias), name="at_cue")
    g.add("Identity", g.head("kinds.source", x, weight[:, size:]), name="at_piece")
    place = ["cues", "pieces"]
    return g.model(
        [value("states", ["pieces", size]), value("reach", place, TensorProto.INT64)],
        [
            value("roles", [*place, 3]),
            value("holds", ["cues"]),
            value("at_cue", ["cues", len(bias)]),
            value("at_piece", [*place, len(bias)]),
        ],
    )


def value(name: str, shape: Sequence[str | int], kind: int = TensorProto.FLOAT) -> Any:
    """Return the description of what goes into a graph or comes out."""
    return helper.make_tensor_value_info(name, kind, shape)
