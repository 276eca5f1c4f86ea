"""A transactional inbox.

Each delivery is stored before it is acknowledged, and played to its listener by a worker, until that succeeds. A
command or a click is played at once as well, for its answer; what its listener hands to the work queue is left to the
worker, which plays it again. So a listener must have no effect but through the work queue.
"""

import json
import logging
import threading
import uuid

from slack_bolt import BoltRequest, BoltResponse

from ...runtime.once_per_delivery import acknowledgement, delivery_id, is_event, is_url_check
from ...runtime.readiness import Readiness
from ...runtime.startup_error import Unavailable
from ...runtime.transport import Handler
from ...runtime.work_queue import Task
from .database import Database
from .once_posts import OncePosts, Post
from .play import LeavingWork, Play, Working
from .store import MOST_ATTEMPTS, Dead, Done, InboxStore, Outcome, StoredDelivery, StoreTrouble, failure, now
from .workers import Workers

_LOG = logging.getLogger(__name__)


class _Current(threading.local):
    """What is played on this thread."""

    play: Play | None = None


class Inbox:
    """Both what takes deliveries and where their listeners leave work."""

    def __init__(self, database: Database, readiness: Readiness, listeners: Handler) -> None:
        self._database = database
        self._readiness = readiness
        self._listeners = listeners
        self._workers = Workers(readiness)
        self._current = _Current()
        self._store: InboxStore | None = None

    # region lambda
    def leave_to(self, workers: Workers) -> None:
        """Leaves to these what waits."""
        self._workers = workers

    def reopen(self) -> None:
        """Starts, or starts anew with a database that may have hung up. Raises as `start` does."""
        self._readiness.stores(False)
        if self._store is not None:
            self._store.close()
            self._store = None
        self.start()

    # endregion
    def posts(self) -> OncePosts:
        """The posts that a repeat finds again."""
        return OncePosts(self._next_post)

    def start(self) -> None:
        if self._store is None:
            self._store = self._database.open()
        try:
            self._store.prepare()
        except StoreTrouble as trouble:
            raise Unavailable(f"The database cannot be used: {trouble}") from trouble
        _LOG.info("Deliveries are kept in %s", self._database)
        self._readiness.stores(True)
        self._workers.start(self._store, self._play)

    # region metrics
    def waiting(self) -> int:
        try:
            return 0 if self._store is None else self._store.waiting()
        except StoreTrouble:
            self._readiness.stores(False)
            return 0

    # endregion
    def drain(self, limit: float) -> bool:
        ended = self._workers.drain(limit)
        if ended and self._store is not None:
            self._store.close()
        return ended

    def submit(self, name: str, task: Task) -> None:
        """Runs a task of the delivery that is played, or leaves it to the worker."""
        if self._current.play is None:
            raise RuntimeError(f"{name} belongs to no delivery: only a listener may leave work here")
        self._current.play.submit(name, task)

    def __call__(self, request: BoltRequest) -> BoltResponse:
        if is_url_check(request):
            return self._listeners(request)
        delivery = StoredDelivery(_id(request), _body(request), now())
        try:
            return self._store_event(delivery) if is_event(request) else self._answer(request, delivery)
        except StoreTrouble as trouble:
            _LOG.error("A delivery cannot be stored, so it is not acknowledged: %s", trouble)
            self._readiness.stores(False)
            return BoltResponse(status=503, body="")

    def _store_event(self, event: StoredDelivery) -> BoltResponse:
        if self._workers.are_ending():
            return BoltResponse(status=503, body="")
        if self._opened().add(event, waiting=True):
            self._workers.wake()
        return acknowledgement()

    def _answer(self, request: BoltRequest, delivery: StoredDelivery) -> BoltResponse:
        """What a repeat would answer is not wanted a second time: it is a replay."""
        play = LeavingWork()
        answer = self._played(play, request)
        if answer.status != 200:
            return answer
        if not self._opened().add(delivery, waiting=play.has_work):
            return acknowledgement()
        if play.has_work:
            self._workers.wake()
        return answer

    def _played(self, play: Play, request: BoltRequest) -> BoltResponse:
        self._current.play = play
        try:
            return self._listeners(request)
        finally:
            self._current.play = None

    def _play(self, delivery: StoredDelivery) -> Outcome:
        if delivery.attempts >= MOST_ATTEMPTS:
            return Dead("the process ended during the last attempt")
        play = Working(delivery)
        try:
            answer = self._played(play, BoltRequest(mode="socket_mode", body=delivery.body))
            if play.failure is not None:
                raise play.failure
            if answer.status != 200:
                raise RuntimeError(f"the listener answered {answer.status}")
            return Done()
        except Exception as error:
            _LOG.exception("%s failed, attempt %d", delivery.id, delivery.attempts + 1)
            return failure(delivery.attempts, f"{type(error).__name__}: {error}")

    def _next_post(self) -> Post:
        play = self._current.play
        if not isinstance(play, Working):
            raise RuntimeError("Only work of a delivery may post once")
        key = play.next_post()
        return Post(key, self._opened().begin(key) == 1, play.delivery.received)

    def _opened(self) -> InboxStore:
        if self._store is None:
            raise StoreTrouble("it is not open yet")
        return self._store


def _id(request: BoltRequest) -> str:
    """Over a socket, a command or a click has nothing that tells it from others, and Slack does not repeat it."""
    return delivery_id(request) or str(uuid.uuid4())


def _body(request: BoltRequest) -> str:
    return request.raw_body or json.dumps(request.body)
