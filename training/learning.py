"""How the reader learns: its losses, and the loop over questions."""

import math
import random
import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from network import Reader
from pairs import Group, MinutesQuestions, Pair, Squad, in_chunks

MASK, FIRST_WORD = 103, 1_000
# So many tokens of a pair are masked: the reader shall not lean on any one word.
MASKED = 0.05
CHUNK_TOKENS = 3_072
# What does not answer counts less in what is learnt of words: it is most of what is seen.
WRONG_WEIGHT = 0.3
WARM_UP = 0.06
# The head for the words begins with nothing, the encoder with what the base knows.
NEW_HEAD_RATE = 10


@dataclass(frozen=True)
class Learning:
    epochs: float
    rate: float
    questions_a_step: int


def learn(reader: Reader, source: MinutesQuestions | Squad, learning: Learning, seed: int, name: str) -> None:
    """Teaches a reader in place. The encoder computes in bfloat16; the weights are kept, and changed, in float32."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    freeze_lowest(reader)
    reader.encoder.bfloat16()
    reader.train()
    groups = source.epoch(draw)
    steps_an_epoch = math.ceil(len(groups) / learning.questions_a_step)
    steps = int(steps_an_epoch * learning.epochs)
    live = {name: weight for name, weight in reader.named_parameters() if weight.requires_grad}
    kept = {name: weight.detach().float().clone() for name, weight in live.items()}
    optimizer, schedule = optimizer_of(kept, learning.rate, steps)
    began, pairs = time.time(), 0
    for step in range(steps):
        at = step % steps_an_epoch
        if at == 0 and step > 0:
            groups = source.epoch(draw)
        chosen = groups[at * learning.questions_a_step : (at + 1) * learning.questions_a_step]
        loss = loss_of(reader, chosen)
        loss.backward()
        for one, weight in live.items():
            kept[one].grad = None if weight.grad is None else weight.grad.float()
            weight.grad = None
        torch.nn.utils.clip_grad_norm_(kept.values(), 1.0)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            for one, weight in live.items():
                weight.copy_(kept[one])
        pairs += sum(len(group) for group in chosen)
        if (step + 1) % 20 == 0:
            speed = pairs / (time.time() - began)
            print(f"{name}: step {step + 1} of {steps}, {speed:.0f} pairs a second, loss {loss.item():.2f}", flush=True)
    reader.float()
    reader.load_state_dict(kept, strict=False)
    reader.eval()


def freeze_lowest(reader: Reader) -> None:
    """The embeddings and the lowest quarter of the layers learn nothing, which saves a fifth of the time. They are rounded."""
    layers = reader.encoder.encoder.layer
    for part in [reader.encoder.embeddings, *layers[: len(layers) // 4]]:
        for weight in part.parameters():
            weight.requires_grad = False


def optimizer_of(
    weights: dict[str, Tensor], rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, weight in weights.items():
        decays = not name.endswith("bias") and "LayerNorm" not in name
        groups.setdefault((name.startswith("words."), decays), []).append(weight)
    optimizer = torch.optim.AdamW(
        [
            {"params": own, "lr": rate * (NEW_HEAD_RATE if is_new else 1), "weight_decay": 0.01 if decays else 0.0}
            for (is_new, decays), own in groups.items()
        ],
        fused=True,
    )

    def share_at(step: int) -> float:
        return min(1.0, (step + 1) / (WARM_UP * steps + 1)) * max(0.02, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share_at)


def loss_of(reader: Reader, groups: list[Group]) -> Tensor:
    """That each passage is told to answer or not, the right one of each group before the others, and where it answers."""
    pairs = [pair for group in groups for pair in group]
    answerable: list[Tensor] = [torch.tensor(0.0)] * len(pairs)
    losses, weights = [], []
    for chunk in in_chunks(pairs, CHUNK_TOKENS):
        own = [pairs[place] for place in chunk]
        start, end, evidence, logits = reader(*inputs_of(own, masked=True))
        losses.append(words_loss(own, start, end, evidence))
        weights.append(sum(1.0 if pair.answers_it else WRONG_WEIGHT for pair in own))
        for row, place in enumerate(chunk):
            answerable[place] = logits[row]
    return answerable_loss(groups, torch.stack(answerable)) + sum(losses) / sum(weights)


def answerable_loss(groups: list[Group], logits: Tensor) -> Tensor:
    truth = torch.tensor([float(pair.answers_it) for group in groups for pair in group])
    each = F.binary_cross_entropy_with_logits(logits, truth, weight=1 + truth)
    order, compared, at = torch.zeros(()), 0, 0
    for group in groups:
        if group[0].answers_it and len(group) > 1:
            order = order - F.log_softmax(logits[at : at + len(group)], 0)[0]
            compared += 1
        at += len(group)
    return each + order / max(1, compared)


def words_loss(pairs: list[Pair], start: Tensor, end: Tensor, evidence: Tensor) -> Tensor:
    """Sum over the pairs: of the words that answer (the first token stands for none) half, of the evidence all."""
    length = start.shape[1]
    inside = torch.zeros(len(pairs), length, dtype=torch.bool)
    for row, pair in enumerate(pairs):
        inside[row, pair.passage[0] : pair.passage[1]] = True
    allowed = inside.clone()
    allowed[:, 0] = True
    starts = F.log_softmax(start.masked_fill(~allowed, -1e4), -1)
    ends = F.log_softmax(end.masked_fill(~allowed, -1e4), -1)
    places = [
        (row, *span)
        for row, pair in enumerate(pairs)
        for span in (pair.spans if pair.answers_it else [(0, 0)])
    ]
    span_loss = torch.zeros(())
    if places:
        rows, first, last = (torch.tensor(one) for one in zip(*places, strict=True))
        chance = torch.zeros(len(pairs)).index_add(0, rows, (starts[rows, first] + ends[rows, last]).exp())
        known = torch.tensor([WRONG_WEIGHT if not one.answers_it else float(bool(one.spans)) for one in pairs])
        span_loss = -(known * (chance + 1e-9).log()).sum()
    marks = padded([pair.evidence for pair in pairs], length).float()
    each = F.binary_cross_entropy_with_logits(evidence, marks, reduction="none") * inside
    weight = torch.tensor([1.0 if pair.answers_it else WRONG_WEIGHT for pair in pairs])
    return 0.5 * span_loss + (weight * each.sum(1) / inside.sum(1).clamp(min=1)).sum()


def inputs_of(pairs: list[Pair], masked: bool = False) -> tuple[Tensor, Tensor, Tensor]:
    length = max(len(pair.tokens) for pair in pairs)
    tokens = padded([pair.tokens for pair in pairs], length)
    if masked:
        tokens = tokens.masked_fill((torch.rand(tokens.shape) < MASKED) & (tokens >= FIRST_WORD), MASK)
    there = padded([[1] * len(pair.tokens) for pair in pairs], length)
    second = padded([[0] * pair.second_at + [1] * (len(pair.tokens) - pair.second_at) for pair in pairs], length)
    return tokens, there, second


def padded(rows: list[list[int]], length: int) -> Tensor:
    return torch.tensor([row + [0] * (length - len(row)) for row in rows])
