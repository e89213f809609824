"""The options by which a language model is asked: off unless an address and a name are given."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from truceline.cli.common import Exit, err, fail

if TYPE_CHECKING:
    from truceline.runners.asking import Propose

KEY = "TRUCELINE_MODEL_KEY"
AskOption = Annotated[
    str | None,
    typer.Option(
        "--ask-model",
        metavar="URL",
        help="Send each text to the language model at this address (.../v1) for proposals.",
        show_default=False,
    ),
]
ModelOption = Annotated[str | None, typer.Option("--model", help="That model's name.", show_default=False)]
TimeoutOption = Annotated[float, typer.Option("--ask-timeout", min=1, help="Seconds to wait for an answer.")]
WAIT_S = 120.0


def propose_by(url: str | None, model: str | None, timeout_s: float) -> "Propose | None":
    """What asks the model; None where none is named. Says on standard error where texts go."""
    if url is None and model is None:
        return None
    if not url or not model:
        fail("give --ask-model URL and --model NAME, or neither", Exit.USAGE)
    from truceline.runners.asking import proposer  # noqa: PLC0415  (no one pays for it who does not ask)
    from truceline.runners.chat import Chat, ChatAddressError  # noqa: PLC0415

    try:
        chat = Chat(url=url, model=model, timeout_s=timeout_s, key=os.environ.get(KEY) or None)
    except ChatAddressError as error:
        fail(str(error), Exit.USAGE)
    clear = ", unencrypted" if chat.in_the_clear else ""
    err.print(f"asking {model}: each text goes to {chat.host}{clear}", markup=False)
    return proposer(chat)
