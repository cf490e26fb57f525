"""The reader as a torch network: shared layers find cues, one more reads round each cue."""

from collections.abc import Sequence

import numpy as np
import torch
from base import END, SPECIAL, START, UNKNOWN, Base
from corpus import BASES, STANCES, Example
from torch import nn
from torch.nn import functional

SHARED, ROUND = 5, 1  # layers that all cues share, layers run again for every cue
REACHES = 15  # inside the cue, seven distances to either side
PAD = 1


def reaches(size: int, start: int, end: int) -> np.ndarray:
    """Return how far each of `size` pieces is from the cue, as a class."""
    place = np.arange(size)
    before, after = np.maximum(start - place, 0), np.maximum(place - end + 1, 0)
    steps = np.array([1, 2, 3, 5, 9, 17, 33])
    right = np.searchsorted(steps, after, side="right")
    left = np.searchsorted(steps, before, side="right")
    return np.where(before > 0, 7 + left, right)


class Layer(nn.Module):
    def __init__(self, base: Base, number: int, drop: float) -> None:
        super().__init__()
        size, inner = base.shape["hidden"], base.shape["inner"]
        self.heads = base.shape["heads"]
        self.qkv, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.mid_norm = nn.LayerNorm(size, base.shape["epsilon"])
        self.end_norm = nn.LayerNorm(size, base.shape["epsilon"])
        self.drop = nn.Dropout(drop)

        def get(name: str, *shape: int) -> torch.Tensor:
            return torch.from_numpy(base.tensor(f"l{number}.{name}", *shape))

        self.qkv.weight.data = torch.cat([get(f"{k}.w", size, size) for k in "qkv"])
        self.qkv.bias.data = torch.cat([get(f"{k}.b", size) for k in "qkv"])
        for part, name, *shape in (
            (self.out, "ao", size, size),
            (self.up, "fi", inner, size),
            (self.down, "fo", size, inner),
            (self.mid_norm, "aln", size),
            (self.end_norm, "oln", size),
        ):
            part.weight.data = get(f"{name}.w", *shape)
            part.bias.data = get(f"{name}.b", shape[0])

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, size = x.shape
        q, k, v = (
            self.qkv(x)
            .view(rows, length, 3, self.heads, size // self.heads)
            .permute(2, 0, 3, 1, 4)
        )
        met = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.mid_norm(x + self.drop(self.out(met.transpose(1, 2).reshape(x.shape))))
        inner = functional.gelu(self.up(x), approximate="tanh")
        return self.end_norm(x + self.drop(self.down(inner)))


class Net(nn.Module):
    def __init__(self, base: Base, rows: Sequence[int], drop: float = 0.1) -> None:
        super().__init__()
        size = base.shape["hidden"]
        words = base.tensor("emb.word", -1, size)[list(rows)]
        places = base.tensor("emb.pos", -1, size) + base.tensor("emb.type", -1, size)[0]
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(words), freeze=True)
        self.register_buffer("places", torch.from_numpy(places), persistent=False)
        self.norm = nn.LayerNorm(size, base.shape["epsilon"])
        self.norm.weight.data = torch.from_numpy(base.tensor("emb.ln.w", size))
        self.norm.bias.data = torch.from_numpy(base.tensor("emb.ln.b", size))
        self.shared = nn.ModuleList(Layer(base, k, drop) for k in range(SHARED))
        self.round = nn.ModuleList(Layer(base, SHARED + k, drop) for k in range(ROUND))
        self.reach = nn.Embedding(REACHES, size)
        self.reach.weight.data.normal_(0, 0.1)
        self.cue_to_all = nn.Linear(size, size)
        self.cue_to_all.weight.data *= 0.1
        self.round_norm = nn.LayerNorm(size, base.shape["epsilon"])
        self.cue, self.role = nn.Linear(size, 3), nn.Linear(size, 3)
        self.holds = nn.Linear(size, 1)
        self.basis, self.stance = (
            nn.Linear(2 * size, len(BASES)),
            nn.Linear(2 * size, len(STANCES)),
        )
        self.drop = nn.Dropout(drop)
        self.norm.requires_grad_(False)

    def encode(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the states after the shared layers; `mask` is true where a piece stands."""
        seen = mask[:, None, None, :]
        with torch.no_grad():
            x = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        for layer in self.shared:
            x = layer(x, seen)
        return x

    def about(
        self, states: torch.Tensor, mask: torch.Tensor, reach: torch.Tensor
    ) -> torch.Tensor:
        """Return the states read again round a cue: one row of `states` for each cue."""
        inside = (reach == 0) & mask
        cue = mean(states, inside)
        x = self.round_norm(states + self.reach(reach) + self.cue_to_all(cue)[:, None])
        seen = mask[:, None, None, :]
        for layer in self.round:
            x = layer(x, seen)
        return x


def mean(states: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    """Return the mean of the chosen states of each row; zero where none is chosen."""
    weight = chosen.to(states.dtype)
    return (states * weight[..., None]).sum(1) / weight.sum(1).clamp(min=1)[:, None]


class Batch:
    """Examples side by side, padded; one row more for each relation."""

    def __init__(self, chosen: Sequence[Example]) -> None:
        size = max(len(e.window.ids) for e in chosen) + 2
        self.ids = torch.full((len(chosen), size), PAD)
        self.mask = torch.zeros((len(chosen), size), dtype=torch.bool)
        self.cues = torch.zeros((len(chosen), size, 3))
        for row, one in enumerate(chosen):
            end = len(one.window.ids) + 1
            self.ids[row, : end + 1] = torch.tensor([START, *one.window.ids, END])
            self.mask[row, : end + 1] = True
            self.cues[row, 1:end] = torch.from_numpy(one.cues)
        held = [(row, r) for row, e in enumerate(chosen) for r in e.relations]
        self.rows = torch.tensor([row for row, _ in held], dtype=torch.long)
        self.bounds = [(r.start + 1, r.end + 1) for _, r in held]
        self.roles = torch.zeros((len(held), size, 3))
        for k, (_, r) in enumerate(held):
            self.roles[k, 1 : len(r.roles) + 1] = torch.from_numpy(r.roles) * r.holds
        self.holds = torch.tensor([r.holds for _, r in held])
        self.basis = torch.tensor([r.basis for _, r in held], dtype=torch.long)
        self.stance = torch.tensor([r.stance for _, r in held], dtype=torch.long)

    def blanked(self, share: float) -> torch.Tensor:
        """Return the pieces with a share of them, drawn by chance, unknown."""
        chance = torch.rand(self.ids.shape) < share
        return self.ids.masked_fill(chance & self.mask & (self.ids >= SPECIAL), UNKNOWN)

    def reach(self, bounds: Sequence[tuple[int, int]]) -> torch.Tensor:
        """Return the distance class of every piece from each cue."""
        size = self.ids.shape[1]
        return torch.from_numpy(np.stack([reaches(size, a, b) for a, b in bounds]))
