"""Average the numbers of several runs: average.py --out RUN RUN1/state.pt RUN2/state.pt [...].

Runs that went on from each other lie in one valley; their mean reads better than any of them
(Wortsman et al. 2022, "Model soups"). A file named twice weighs double.
"""

import argparse
from pathlib import Path

import torch


def averaged(files: list[Path]) -> dict[str, torch.Tensor]:
    """Return the mean of the trained numbers that `files` hold."""
    states = [torch.load(file, map_location="cpu")["net"] for file in files]
    names = [name for name in states[0] if name != "words.weight"]
    return {name: torch.stack([s[name].float() for s in states]).mean(0) for name in names}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder of the averaged run")
    parser.add_argument("files", type=Path, nargs="+")
    args = parser.parse_args()
    torch.save({"net": averaged(args.files)}, args.out / "state.pt")


if __name__ == "__main__":
    main()
