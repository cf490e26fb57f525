"""A reader small enough for a test: random weights, letters and a few words as pieces."""

import numpy as np

from reportedly.extract.reader.weights import Matrix, Package

HIDDEN, INNER, HEADS = 64, 96, 2
WORDS = (
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁police",
    "▁said",
    "police",
    "said",
    "▁взрыв",
    "ы",
)
LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяіїє.,:—«»"


def matrix(chance: np.random.Generator, rows: int, columns: int) -> Matrix:
    whole = chance.integers(-127, 128, (rows, columns)).astype(np.int8)
    steps = np.full(rows, 0.1 / np.sqrt(columns), "<f4")
    return Matrix((rows, columns), whole.tobytes(), steps.tobytes())


def package(seed: int = 5, **thresholds: float) -> Package:
    chance = np.random.default_rng(seed)
    pieces = tuple(dict.fromkeys((*WORDS, *LETTERS)))
    shapes = {"cue_to_all": (HIDDEN, HIDDEN), "cue": (3, HIDDEN), "role": (3, HIDDEN)}
    shapes |= {"holds": (1, HIDDEN), "basis": (7, 2 * HIDDEN), "stance": (5, 2 * HIDDEN)}
    norms = ["norm", "round_norm"]
    for name in ("shared.0", "shared.1", "round.0"):
        shapes[f"{name}.qkv"] = (3 * HIDDEN, HIDDEN)
        shapes[f"{name}.out"] = (HIDDEN, HIDDEN)
        shapes[f"{name}.up"] = (INNER, HIDDEN)
        shapes[f"{name}.down"] = (HIDDEN, INNER)
        norms += [f"{name}.mid_norm", f"{name}.end_norm"]
    vectors = {f"{name}.bias": np.zeros(rows, "<f4") for name, (rows, _) in shapes.items()}
    vectors |= {f"{name}.bias": np.zeros(HIDDEN, "<f4") for name in norms}
    vectors |= {name: np.ones(HIDDEN, "<f4") for name in norms}
    shapes |= {"places": (512, HIDDEN), "reach": (15, HIDDEN)}
    blocks = chance.integers(0, 256, (len(pieces), HIDDEN // 32, 18)).astype(np.uint8)
    blocks[..., :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    return Package(
        pieces=pieces,
        scores=np.array([-4.0 - (len(p) < 2) * 4 for p in pieces], "<f4").tobytes(),
        normal={"\u200b": " ", "…": "...", "\u200f": "", "ﬁ": "fi"},
        unknown=3,
        start=0,
        end=2,
        heads=HEADS,
        words=blocks.tobytes(),
        matrices={name: matrix(chance, *shape) for name, shape in shapes.items()},
        vectors={name: values.tobytes() for name, values in vectors.items()},
        thresholds={"cue": -1.0, "holds": 0.0, "change": 0.2} | thresholds,
    )
