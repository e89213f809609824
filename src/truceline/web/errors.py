"""What each of the core's errors is in HTTP, and how a page that refuses begins."""

from collections.abc import Mapping
from http import HTTPStatus

from truceline.review.ask import UnknownTargetError
from truceline.review.values import ValueProblemError
from truceline.store.base import LedgerBusyError, NotALedgerError, StoreError

STATUS: Mapping[type[Exception], int] = {
    UnknownTargetError: 409,
    ValueProblemError: 422,
    LedgerBusyError: 503,
    NotALedgerError: 500,
    StoreError: 503,
}


def status_of(error: Exception) -> int:
    """The status of one of the core's errors."""
    return next(status for kind, status in STATUS.items() if isinstance(error, kind))


def heading_of(status: int) -> str:
    """A refusing page's heading."""
    return "Not found" if status == HTTPStatus.NOT_FOUND else "Not done"
