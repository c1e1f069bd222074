"""Questions with passages as the network takes them: pairs of tokens, marked with what is to be learnt."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

BEGIN, DIVIDE = 101, 102
# In tokens. A reader learns from shorter pairs than it is used with: it takes half the time.
LEARNT_PAIR, READ_PAIR = 192, 320
LONGEST_QUESTION, LONGEST_HEAD = 64, 48

Span = tuple[int, int]
Question = dict[str, Any]
Passage = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    tokens: list[int]
    # Where the head and the passage begin: before them stands the question.
    second_at: int
    # Where the passage itself begins and ends.
    passage: Span
    answers_it: bool
    # Tokens, both ends included, of the words that answer; empty where they are not known.
    spans: list[Span]
    # Of each token: does it stand in the sentence that answers?
    evidence: list[int]


Group = list[Pair]


class PairMaker:
    def __init__(self, tokenizer: bytes, longest_pair: int) -> None:
        self.longest_pair = longest_pair
        self.tokenizer = Tokenizer.from_str(tokenizer.decode())
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.passages: dict[str, tuple[list[int], list[Span]]] = {}

    def tokens_of(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def tokens_of_passage(self, text: str) -> tuple[list[int], list[Span]]:
        if text not in self.passages:
            encoded = self.tokenizer.encode(text, add_special_tokens=False)
            self.passages[text] = (encoded.ids, encoded.offsets)
        return self.passages[text]

    def pair(self, question: str, head: str, text: str, evidence: list[Span], spans: list[Span]) -> Pair:
        """What is too long is cut about its evidence. Spans are offsets into the text, in characters."""
        asked = self.tokens_of(question)[:LONGEST_QUESTION]
        before = self.tokens_of(head)[:LONGEST_HEAD] if head else []
        tokens, offsets = self.tokens_of_passage(text)
        room = self.longest_pair - len(asked) - len(before) - 3
        if len(tokens) > room:
            middle = next((at for at, (_, end) in enumerate(offsets) if evidence and end > evidence[0][0]), 0)
            first = min(max(0, middle - room // 2), len(tokens) - room)
            tokens, offsets = tokens[first : first + room], offsets[first : first + room]
        at = len(asked) + 2 + len(before)
        all_tokens = [BEGIN, *asked, DIVIDE, *before, *tokens, DIVIDE]
        marks = [0] * len(all_tokens)
        for place in (place for span in evidence for place in within(offsets, span)):
            marks[at + place] = 1
        found = [within(offsets, span) for span in spans]
        return Pair(
            tokens=all_tokens,
            second_at=len(asked) + 2,
            passage=(at, at + len(tokens)),
            answers_it=bool(evidence),
            spans=[(at + places[0], at + places[-1]) for places in found if places],
            evidence=marks,
        )


def within(offsets: list[Span], span: Span) -> list[int]:
    return [place for place, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]


def read_lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()]


def read_questions(file: Path) -> list[Question]:
    """What `npm run passages` wrote. Its offsets count UTF-16 code units, as JavaScript does; here they count characters."""
    questions = read_lines(file)
    for passage in (passage for question in questions for passage in question["passages"]):
        if max(passage["text"], default="") > "\uffff":
            for name in ("sentences", "evidence", "answers"):
                passage[name] = [[characters(passage["text"], at) for at in span] for span in passage[name]]
    return questions


def characters(text: str, code_units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * code_units].decode("utf-16-le", errors="ignore"))


def head_of(*parts: str) -> str:
    """As `headOf` of server/answer/reading.ts has it."""
    said = [part for part in parts if part]
    return f"{'. '.join(said)}: " if said else ""


class MinutesQuestions:
    """Each question with one passage that answers it, if any does, and some that do not; drawn anew for each epoch."""

    # So often a head is left out: the reader shall not lean on it.
    WITHOUT_MEETING, WITHOUT_HEADINGS = 0.3, 0.2

    def __init__(self, maker: PairMaker, questions: list[Question], negatives: int, hard: bool) -> None:
        self.maker, self.questions, self.negatives, self.hard = maker, questions, negatives, hard

    def epoch(self, draw: random.Random) -> list[Group]:
        groups = [group for question in self.questions if (group := self.group(question, draw))]
        draw.shuffle(groups)
        return groups

    def group(self, question: Question, draw: random.Random) -> Group:
        right = [passage for passage in question["passages"] if passage["evidence"]]
        if question["answerable"] and not right:
            return []
        wrong = [passage for passage in question["passages"] if not passage["evidence"] and not may_answer(passage)]
        chosen = self.draw_wrong(wrong, self.negatives + (0 if right else 1), draw)
        with_meeting = draw.random() >= self.WITHOUT_MEETING
        with_headings = draw.random() >= self.WITHOUT_HEADINGS
        pairs = []
        for passage in [*([draw.choice(right)] if right else []), *chosen]:
            evidence = [tuple(span) for span in passage["evidence"]]
            answers = [tuple(span) for span in passage["answers"]] if evidence else []
            inside = [one for one in answers if any(one[0] >= start - 2 and one[1] <= end + 2 for start, end in evidence)]
            head = head_of(passage["meeting"] if with_meeting else "", passage["headings"] if with_headings else "")
            pairs.append(self.maker.pair(question["question"], head, passage["text"], evidence, inside or answers))
        return pairs

    def draw_wrong(self, passages: list[Passage], count: int, draw: random.Random) -> list[Passage]:
        """Hard ones are those that the search puts first; else each is as likely as another."""
        left = [(passage, 1 / (2 + passage["place"]) if self.hard else 1.0) for passage in passages]
        chosen = []
        for _ in range(min(count, len(left))):
            [at] = draw.choices(range(len(left)), [weight for _, weight in left])
            chosen.append(left.pop(at)[0])
        return chosen


def may_answer(passage: Passage) -> bool:
    """Does it have an accepted answer that is seldom met by chance? It may answer too, and is no example of what does not."""
    answers = [passage["text"][start:end] for start, end in passage["answers"]]
    return any(len(answer.split()) >= 2 or sum(one.isdigit() for one in answer) >= 3 for answer in answers)


class Squad:
    """Questions on Wikipedia: those that a passage answers, and those that it only seems to."""

    def __init__(self, maker: PairMaker, folder: Path, share: float) -> None:
        self.maker, self.share = maker, share
        self.texts = {one["contextId"]: one["context"] for one in read_lines(folder / "squad1-dev-contexts.jsonl")}
        self.questions = [*read_lines(folder / "squad1-dev.jsonl"), *read_lines(folder / "squad2-dev.jsonl")]

    def epoch(self, draw: random.Random) -> list[Group]:
        drawn = draw.sample(self.questions, int(self.share * len(self.questions)))
        return [[self.pair(question)] for question in drawn]

    def pair(self, question: Question) -> Pair:
        text = self.texts[question["contextId"]]
        spans = [
            (one["start"], one["start"] + len(one["text"])) for one in question["answers"] if not one.get("estimated")
        ]
        return self.maker.pair(question["question"], "", text, [sentence_at(text, *spans[:1])] if spans else [], spans)


def sentence_at(text: str, span: Span) -> Span:
    start = text.rfind(". ", 0, span[0])
    end = text.find(". ", span[1])
    return (start + 2 if start >= 0 else 0, end + 1 if end >= 0 else len(text))


def in_chunks(pairs: list[Pair], most_tokens: int) -> Iterator[list[int]]:
    """The places of pairs of like length, together no longer than so many tokens."""
    chunk: list[int] = []
    for place in sorted(range(len(pairs)), key=lambda one: len(pairs[one].tokens)):
        if chunk and len(pairs[place].tokens) * (len(chunk) + 1) > most_tokens:
            yield chunk
            chunk = []
        chunk.append(place)
    if chunk:
        yield chunk
