"""The way to a language model: an OpenAI-compatible address that the user names, asked over http.client.

No redirect is followed and no proxy used, so that nothing goes anywhere but to the address named.
"""

import http.client
import json
import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from truceline.recount.asked.prompt import Messages

_MOST_BYTES = 4_000_000
_LOCAL = ("127.0.0.1", "::1", "localhost")


class ChatAddressError(ValueError):
    """No address that can be asked; the message says why."""


class ChatError(Exception):
    """The model gave no answer: a Problem's code, what happened, and the way out."""

    def __init__(self, code: str, message: str, mend: str) -> None:
        super().__init__(message)
        self.code, self.message, self.mend = code, message, mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A model at an address (".../v1"); the key goes into the request's heading and nowhere else."""

    url: str
    model: str
    timeout_s: float = 120.0
    key: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Raise ChatAddressError for an address that is none."""
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ChatAddressError(f"{self.url}: give an address such as http://127.0.0.1:8080/v1")
        if parts.username or parts.password or parts.query:
            raise ChatAddressError("the address holds a name, a key or a query: give the key in TRUCELINE_MODEL_KEY")

    @property
    def host(self) -> str:
        """Host and port, as a reading names them."""
        return urlsplit(self.url).netloc

    @property
    def in_the_clear(self) -> bool:
        """Whether texts would travel over a network unencrypted."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and parts.hostname not in _LOCAL

    def ask(self, messages: Messages) -> str:
        """The model's answer. Raises ChatError."""
        body = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        return _content(self._post(json.dumps(body).encode()))

    def _post(self, body: bytes) -> bytes:
        connection = self._connection()
        path = urlsplit(self.url).path.rstrip("/") + "/chat/completions"
        headings = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headings["Authorization"] = f"Bearer {self.key}"
        try:
            connection.request("POST", path, body, headings)
            response = connection.getresponse()
            answer = response.read(_MOST_BYTES + 1)
        except TimeoutError as error:
            message = f"no answer within {self.timeout_s:g} seconds"
            raise ChatError("model_timed_out", message, "give it longer with --ask-timeout") from error
        except (OSError, http.client.HTTPException) as error:
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise ChatError("model_unreachable", f"it cannot be reached ({why})", "check the address") from error
        finally:
            connection.close()
        _check_response(response.status, answer)
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            return http.client.HTTPSConnection(
                host, parts.port, timeout=self.timeout_s, context=ssl.create_default_context()
            )
        return http.client.HTTPConnection(host, parts.port, timeout=self.timeout_s)


def _check_response(status: int, answer: bytes) -> None:
    if status != http.HTTPStatus.OK:
        mend = _MENDS.get(status, "look at what its server says, then read the document again")
        raise ChatError("model_refused", f"it answered with HTTP status {status}", mend)
    if len(answer) > _MOST_BYTES:
        raise ChatError("model_answer_invalid", "its answer is too long", _OTHER)


_OTHER = "ask another model"
_MENDS = {
    401: "give its key in TRUCELINE_MODEL_KEY",
    403: "give its key in TRUCELINE_MODEL_KEY",
    404: "check the address, which mostly ends in /v1, and the model's name",
    413: "the document is too long for it: ask another model, or split the document",
    429: "it is asked too often: wait, then read the document again",
}


def _content(answer: bytes) -> str:
    try:
        data: Any = json.loads(answer)
        content = data["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise ChatError("model_answer_invalid", "its answer is no chat completion", _OTHER) from error
    if not isinstance(content, str):
        raise ChatError("model_answer_invalid", "its answer is empty", _OTHER)
    return content
