"""Plain loops over arrays: the interpreter runs them on little input, machine code on much."""

import hashlib
import importlib
from collections.abc import Callable, Iterator, Sized
from types import FunctionType, ModuleType
from typing import Any, Generic, ParamSpec, TypeVar, cast

import numpy as np
import numpy.typing as npt

P = ParamSpec("P")
R = TypeVar("R")
Edges = npt.NDArray[np.integer[Any]]

MUCH = 1 << 20  # steps, some two seconds of interpreting, after which the compiler is loaded


class Loop(Generic[P, R]):
    """A function of arrays and numbers that gives the same in either way of running it.

    Numbers that wrap around are numpy's, so that both ways count alike.
    """

    steps = 0  # interpreted so far, of all loops

    def __init__(self, kernel: Callable[P, R], checked: bool = True) -> None:
        self.kernel = kernel
        self.checked = checked
        self.__doc__ = kernel.__doc__
        self._machine: Callable[P, R] | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the loop as Python: for loops that call it, and for whole arrays."""
        return self.kernel(*args, **kwargs)

    def over(self, steps: int) -> Callable[P, R]:
        """Return the way to run the loop for about so many steps."""
        Loop.steps += steps
        return self.machine() if Loop.steps > MUCH else self.interpreted

    def interpreted(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the loop as Python."""
        with np.errstate(over="ignore"):  # hashes wrap around
            return self.kernel(*args, **kwargs)

    def machine(self) -> Callable[P, R]:
        """Return the loop as machine code; made once for each installation, then kept."""
        if self._machine is None:
            compiler: Any = importlib.import_module("numba")
            twin = _twin(self)
            try:
                self._machine = compiler.njit(twin, cache=True, boundscheck=self.checked)
            except RuntimeError:  # no folder to keep it in: made anew in each process
                self._machine = compiler.njit(twin, boundscheck=self.checked)
        return cast(Callable[P, R], self._machine)


def loop(kernel: Callable[P, R]) -> Loop[P, R]:
    """Make a function a loop (a decorator).

    Texts are hostile: a step beyond an array ends in an IndexError, as in the interpreter.
    """
    return Loop(kernel)


def proven(kernel: Callable[P, R]) -> Loop[P, R]:
    """Make a function a loop that looks at no bounds: three to six times as fast (a decorator).

    Only for loops that cannot leave their arrays, whatever the text; why is said beside each,
    and what the reason rests on is looked at once, before the loop (`spans`, `numbers`).
    """
    return Loop(kernel, checked=False)


def spans(edge: Edges, *columns: Sized) -> None:
    """Refuse edges that do not ascend from 0 or lead beyond one of the columns."""
    inside = len(edge) and edge[0] == 0 and all(edge[-1] <= len(one) for one in columns)
    if not inside or (edge[1:] < edge[:-1]).any():
        raise IndexError("the edges of the texts do not fit their words")


def numbers(count: int, *columns: Edges) -> None:
    """Refuse numbers that are not among the first `count`."""
    for column in columns:
        if len(column) and not (column.min() >= 0 and column.max() < count):
            raise IndexError(f"a number is none of {count}")


def _named(kernel: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a function calls by a global name, modules and built-ins left out."""
    for name in kernel.__code__.co_names:
        if name in kernel.__globals__:
            value = kernel.__globals__[name]
            if not isinstance(value, ModuleType):
                yield name, value


def _content(one: Loop[..., Any]) -> str:
    """Return all that the machine code of a loop follows from."""
    kernel: Any = one.kernel
    code = kernel.__code__
    named = (
        (name, _content(value) if isinstance(value, Loop) else repr(value))
        for name, value in _named(kernel)
    )
    parts = (code.co_code, code.co_consts, code.co_names, code.co_varnames, *named)
    return repr((one.checked, *parts))


def _twin(one: Loop[..., Any]) -> FunctionType:
    """Return the function of a loop with the loops that it calls as machine code.

    Kept machine code goes by the name: the digest in it keeps an old version's from being
    taken for this one's, which the dates of installed files do not.
    """
    kernel: Any = one.kernel
    called = {
        name: value.machine() for name, value in _named(kernel) if isinstance(value, Loop)
    }
    names = {**kernel.__globals__, **called}
    twin = FunctionType(kernel.__code__, names, kernel.__name__)
    digest = hashlib.sha256(_content(one).encode()).hexdigest()[:16]
    twin.__module__, twin.__qualname__ = kernel.__module__, f"{kernel.__qualname__}_{digest}"
    return twin
