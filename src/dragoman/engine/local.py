"""Does one thing to many, in order, in this process or in several, and survives each that crashes or hangs."""

import multiprocessing
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType

from dragoman.errors import DragomanError, blame

AHEAD = 2
"""How many tasks a worker holds: the one it does, and the next."""

WINDOW = 16
"""How many tasks a worker may be ahead of the slowest."""

START = 300.0
"""Seconds that a worker may take to load its models."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that gave no result, and why, in words."""

    why: str


def run[S, T, R](
    tasks: Iterable[T], setup: Callable[[], S], do: Callable[[S, T], R], jobs: int = 1, limit: float = 300.0
) -> Iterator[R | Failed]:
    """What `do` makes of each task with what `setup` loads once a process, in the order of the tasks.

    With one job all is done in this process. `limit` is in seconds a task. `setup` and `do` must be importable by name.
    """
    return _here(tasks, setup, do, limit) if jobs <= 1 else _Pool(setup, do, jobs, limit).run(tasks)


def _here[S, T, R](
    tasks: Iterable[T], setup: Callable[[], S], do: Callable[[S, T], R], limit: float
) -> Iterator[R | Failed]:
    loaded: S | None = None
    for task in tasks:
        loaded = loaded or setup()
        yield attempt(lambda task=task, loaded=loaded: do(loaded, task), limit)  # type: ignore[misc]


def attempt[R](do: Callable[[], R], limit: float) -> R | Failed:
    """What `do` gives, or why it failed or took too long."""
    try:
        with _alarm(limit):
            return do()
    except _TimeUpError:
        return Failed(f"it took longer than {limit:g} seconds")
    except DragomanError as error:
        return Failed(str(error))
    except Exception as error:
        return Failed(f"the program failed on it: {blame(error)}")


class _TimeUpError(BaseException):
    """The time limit has passed; no `except Exception` may swallow this."""


@contextmanager
def _alarm(limit: float) -> Iterator[None]:
    """Raise when `limit` seconds have passed, where the system can."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        raise _TimeUpError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _serve[S, T, R](pipe: Connection, setup: Callable[[], S], do: Callable[[S, T], R]) -> None:
    """A worker's life: load, then do what comes until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    inbox: queue.SimpleQueue[T | None] = queue.SimpleQueue()

    def listen() -> None:
        try:
            while True:
                inbox.put(pipe.recv())
        except (EOFError, OSError):
            inbox.put(None)

    threading.Thread(target=listen, daemon=True).start()
    try:
        loaded = setup()
    except Exception as error:
        pipe.send(error if isinstance(error, DragomanError) else DragomanError(blame(error)))
        return
    pipe.send(None)
    while (task := inbox.get()) is not None:
        try:
            result: R | Failed = do(loaded, task)
        except DragomanError as error:
            result = Failed(str(error))
        except Exception as error:
            result = Failed(f"the program failed on it: {blame(error)}")
        pipe.send(result)


@dataclass(slots=True)
class _Worker[T]:
    process: BaseProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    tasks: deque[tuple[int, T]] = field(default_factory=deque)


class _Pool[S, T, R]:
    """Worker processes, what each is doing, and the results that wait for those before them."""

    def __init__(self, setup: Callable[[], S], do: Callable[[S, T], R], jobs: int, limit: float) -> None:
        self._setup, self._do, self._jobs, self._limit = setup, do, jobs, limit
        self._workers: list[_Worker[T]] = []
        self._done: dict[int, R | Failed] = {}
        self._given = 0
        self._out = 0

    def run(self, tasks: Iterable[T]) -> Iterator[R | Failed]:
        """The results in order; the workers end with the generator."""
        waiting = enumerate(tasks)
        more = True
        try:
            while True:
                more = more and self._hand_out(waiting)
                while self._out in self._done:
                    self._out += 1
                    yield self._done.pop(self._out - 1)
                    more = more and self._hand_out(waiting)
                if not more and self._out == self._given:
                    return
                self._listen()
        finally:
            for w in self._workers:
                w.process.kill()
                w.process.join()

    def _hand_out(self, waiting: Iterator[tuple[int, T]]) -> bool:
        """Give tasks to whoever has room; False when there are none left."""
        while self._given - self._out < WINDOW * self._jobs:
            worker = self._with_room()
            if worker is None:
                return True
            try:
                n, task = next(waiting)
            except StopIteration:
                return False
            self._given += 1
            self._give(worker, n, task)
        return True

    def _with_room(self) -> _Worker[T] | None:
        worker = min(self._workers, key=lambda w: len(w.tasks), default=None)
        if len(self._workers) < self._jobs and (worker is None or worker.tasks):
            worker = self._start()
        return worker if worker and len(worker.tasks) < AHEAD else None

    def _start(self) -> _Worker[T]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._setup, self._do), daemon=True)
        process.start()
        theirs.close()
        worker: _Worker[T] = _Worker(process, ours, time.monotonic() + START)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker[T], n: int, task: T) -> None:
        if worker.ready and not worker.tasks:
            worker.deadline = time.monotonic() + self._limit
        worker.tasks.append((n, task))
        with suppress(OSError):  # if it has died, `_listen` hears of it and hands its tasks on
            worker.pipe.send(task)

    def _listen(self) -> None:
        """Wait until a worker answers, dies or is late."""
        busy = [w for w in self._workers if w.tasks]
        left = min(w.deadline for w in busy) - time.monotonic()
        heard = wait([w.pipe for w in busy], max(0.0, left))
        for worker in busy:
            if worker.pipe in heard:
                self._hear(worker)
            elif time.monotonic() >= worker.deadline:
                self._replace(worker, f"it took longer than {self._limit:g} seconds")

    def _hear(self, worker: _Worker[T]) -> None:
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._replace(worker, f"its worker process died (exit code {worker.process.exitcode})")
            return
        if isinstance(said, DragomanError):
            raise said
        if worker.ready:
            self._done[worker.tasks.popleft()[0]] = said
        worker.ready = True
        worker.deadline = time.monotonic() + self._limit

    def _replace(self, worker: _Worker[T], why: str) -> None:
        """End a worker; the task that it was at has failed, the rest go to another."""
        if not worker.ready:
            raise DragomanError(f"A worker process could not load its models: {why}.")
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        failed, *rest = worker.tasks
        self._done[failed[0]] = Failed(why)
        if rest:
            fresh = self._start()
            for n, task in rest:
                self._give(fresh, n, task)
