import threading
import time
from collections.abc import Iterator

import pytest

from reportedly.ahead import ahead


def test_results_come_in_the_order_of_the_items() -> None:
    def slow_at_first(number: int) -> int:
        time.sleep(0.02 if number % 3 == 0 else 0)
        return number * 2

    assert list(ahead(slow_at_first, range(50), 3)) == [2 * k for k in range(50)]
    assert list(ahead(slow_at_first, [])) == []


def test_only_a_bounded_number_is_taken_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = ahead(int, items(), 2)
    assert next(results) == 0
    time.sleep(0.1)
    assert len(taken) < 40
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_result_is_there_while_the_next_item_is_awaited() -> None:
    asked = threading.Event()

    def items() -> Iterator[str]:
        yield "one"
        assert asked.wait(10)
        yield "two"

    results = ahead(str.upper, items(), 2)
    assert next(results) == "ONE"
    asked.set()
    assert list(results) == ["TWO"]


def test_an_error_stands_in_the_place_of_its_item() -> None:
    results = ahead(lambda number: 6 // number, [3, 0, 1], 2)
    assert next(results) == 2
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_what_ends_the_items_is_seen_after_the_results_before_it() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("the pipe broke")

    results = ahead(int, items(), 2)
    assert next(results) == 1
    with pytest.raises(OSError, match="the pipe broke"):
        next(results)


def test_leaving_early_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    results = ahead(int, range(10_000), 2)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]  # it is a generator
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.05)
    assert threading.active_count() <= before
