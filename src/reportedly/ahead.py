"""Work done ahead on all cores and handed out in order, in bounded memory."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from threading import Thread
from typing import TypeVar

_Item = TypeVar("_Item")  # 3.11 has no syntax for it
_Result = TypeVar("_Result")
_MOST = 4  # threads: beyond, they wait for one another in Python
_ROOM = 8  # items a thread that may lie ready or wait


def ahead(
    function: Callable[[_Item], _Result], items: Iterable[_Item], threads: int | None = None
) -> Iterator[_Result]:
    """Yield what `function` makes of each item, in order, as soon as it is there.

    Items are taken a bounded number ahead, in a thread of their own: what is finished is
    yielded while the next item is still awaited. The first is worked on alone, so that what
    is loaded once is not loaded by every thread. An error is raised in its item's place.

    >>> list(ahead(str.upper, ["a", "b"]))
    ['A', 'B']
    """
    count = threads or min(_MOST, os.cpu_count() or 1)
    queue: Queue[Future[_Result] | None] = Queue(count * _ROOM)
    pool = ThreadPoolExecutor(count)
    Thread(target=_feed, args=(function, items, pool, queue), daemon=True).start()
    try:
        while (future := queue.get()) is not None:
            yield future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        while not queue.empty():  # the feeder may wait for room; it then finds the pool shut
            queue.get_nowait()


def _feed(
    function: Callable[[_Item], _Result],
    items: Iterable[_Item],
    pool: ThreadPoolExecutor,
    queue: Queue[Future[_Result] | None],
) -> None:
    alone = True
    try:
        for item in items:
            future = pool.submit(function, item)
            queue.put(future)
            if alone:
                future.exception()
                alone = False
    except BaseException as fault:  # whatever ends the items is for the taker to see
        broken: Future[_Result] = Future()
        broken.set_exception(fault)
        queue.put(broken)
    queue.put(None)
