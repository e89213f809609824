"""One model in training: rates by layer, a short rise and a straight fall, and the running mean of its weights."""

from collections.abc import Iterable
from time import monotonic

import torch
from joint_model import OWN_HEADS
from torch import nn

from model import Tagger

DECAY, NEW = 0.9, 4
"""Share of the top layer's rate for each layer below, and how much faster new heads learn."""
TOLD, FIRST = 50, 6
"""Every how many steps it tells where it is, and how many it tells at the beginning."""
AVERAGED = 0.6
"""From which share of the course weights are averaged."""


def groups(model: nn.Module, top: float) -> list[dict[str, object]]:
    """Parameters by rate: new heads fastest, lower layers slowest."""
    layers = 1 + max(int(name.split(".")[2]) for name, _ in model.named_parameters() if name.startswith("enc.layers."))
    made: dict[float, list[nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        depth = int(name.split(".")[2]) if name.startswith("enc.layers.") else -1
        rate = top * DECAY ** (layers - 1 - depth)
        if not name.startswith("enc."):
            rate = top * (NEW if name.startswith(OWN_HEADS) else 2)
        made.setdefault(rate, []).append(p)
    return [{"params": some, "base": rate, "weight_decay": 0.01} for rate, some in made.items()]


class Course:
    """The model, its optimiser and the running mean of its weights; a course may have to end after some seconds."""

    def __init__(self, model: Tagger, steps: int, rate: float, seconds: float = float("inf")) -> None:
        self.model, self.steps, self.done, self.seconds = model, steps, 0, seconds
        fused = next(model.parameters()).is_cuda
        self.optimiser = torch.optim.AdamW(groups(model, rate), betas=(0.9, 0.98), fused=fused or None)
        self.mean: dict[str, torch.Tensor] | None = None
        self.begun = monotonic()

    def share(self) -> float:
        """How much of the course is over, by steps or by time."""
        return max(self.done / self.steps, (monotonic() - self.begun) / self.seconds)

    def step(self, loss: torch.Tensor) -> None:
        """One step at the rate of the share done."""
        share = self.share()
        factor = max(0.0, min(share / 0.06 + 0.02, (1 - share) / 0.94 + 0.01, 1))
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * factor
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.done += 1
        if share > AVERAGED:
            self._average()

    @torch.no_grad()
    def _average(self) -> None:
        state = {k: v.detach() for k, v in self.model.named_parameters() if v.requires_grad}
        if self.mean is None:
            self.mean = {k: v.clone() for k, v in state.items()}
        torch._foreach_lerp_(list(self.mean.values()), list(state.values()), 0.02)

    def tell(self, losses: Iterable[torch.Tensor]) -> None:
        """Prints where the course is, now and then."""
        if self.done % TOLD == 1 or self.done < FIRST:
            print(f"{self.done} {self.share():.2f}", *(f"{float(x.detach()):.3f}" for x in losses), flush=True)

    def finish(self) -> Tagger:
        """The model with its mean weights."""
        if self.mean is not None:
            self.model.load_state_dict(self.mean, strict=False)
        return self.model.eval()
