"""How well a reader reads: `python measure.py --model FOLDER --passages FILE`, of questions that it has not seen.

Of each question it reads the passages that the search put first. Printed are, of the questions that are answered: how often
the passage that it holds most likely to answer does, and its best sentence; how often its best sentence of a passage that
answers is the right one; and the area under the curve of telling questions that are answered from those that are not. Of a
passage that is too long for one pair the beginning is read; the service reads all of it, in excerpts.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from pairs import READ_PAIR, Pair, PairMaker, Question, Span, head_of, read_questions

LONGEST_SPAN_TOKENS = 25
Scores = dict[str, np.ndarray]


class Model:
    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession((folder / "model.onnx").read_bytes(), options)
        self.maker = PairMaker((folder / "tokenizer.json").read_bytes(), READ_PAIR)

    def read(self, question: str, passage: dict[str, Any]) -> tuple[Pair, Scores]:
        head = head_of(passage["meeting"], passage["headings"])
        pair = self.maker.pair(question, head, passage["text"], [], [])
        length = len(pair.tokens)
        found = self.session.run(
            ["start", "end", "evidence", "answerable"],
            {
                "input_ids": np.array([pair.tokens]),
                "attention_mask": np.ones((1, length), dtype=np.int64),
                "token_type_ids": np.array([[0] * pair.second_at + [1] * (length - pair.second_at)]),
            },
        )
        return pair, dict(zip(["start", "end", "evidence", "answerable"], (one[0] for one in found), strict=True))


def best_sentence(model: Model, passage: dict[str, Any], pair: Pair, scores: Scores) -> Span | None:
    _, offsets = model.maker.tokens_of_passage(passage["text"])
    first, after = pair.passage
    worths = []
    for start, end in passage["sentences"]:
        places = [first + at for at, (a, z) in enumerate(offsets[: after - first]) if a >= start and z <= end]
        if not places:
            continue
        span = max(
            scores["start"][at] + scores["end"][at : min(places[-1], at + LONGEST_SPAN_TOKENS) + 1].max() for at in places
        )
        worths.append((0.5 * span + scores["evidence"][places].mean(), (start, end)))
    return max(worths)[1] if worths else None


def is_right(sentence: Span | None, passage: dict[str, Any]) -> bool:
    return sentence is not None and any(sentence[0] < end and sentence[1] > start for start, end in passage["evidence"])


def measure(model: Model, questions: list[Question], most: int) -> dict[str, float]:
    first, sentences, given, likely = [], [], [], {True: [], False: []}
    for question in questions:
        passages = [one for one in question["passages"] if one["place"] is not None and one["place"] < most]
        read = [model.read(question["question"], passage) for passage in passages]
        if not read:
            continue
        best = int(np.argmax([scores["answerable"] for _, scores in read]))
        likely[question["answerable"]].append(float(read[best][1]["answerable"]))
        if not question["answerable"]:
            continue
        right = [is_right(best_sentence(model, one, *read[at]), one) for at, one in enumerate(passages)]
        first.append(bool(passages[best]["evidence"]))
        sentences.append(right[best])
        given.extend(right[at] for at, one in enumerate(passages) if one["evidence"])
    pairs = [(one > other) + 0.5 * (one == other) for one in likely[True] for other in likely[False]]
    return {
        "questions": len(first) + len(likely[False]),
        "passage_first": float(np.mean(first)),
        "sentence_first": float(np.mean(sentences)),
        "sentence_of_passage": float(np.mean(given)),
        "auc": float(np.mean(pairs)) if pairs else float("nan"),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="How well a reader reads.")
    parser.add_argument("--model", type=Path, required=True, help="a folder with model.onnx and tokenizer.json")
    parser.add_argument("--passages", type=Path, required=True, help="what `npm run passages` wrote")
    parser.add_argument("--files", nargs="*", help="only the questions of these files")
    parser.add_argument("--most", type=int, default=10, help="so many passages of each question are read")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    questions = read_questions(options.passages)
    if options.files:
        questions = [question for question in questions if question["file"] in options.files]
    figures = measure(Model(options.model, options.threads), questions, options.most)
    print(json.dumps({name: round(figure, 3) for name, figure in figures.items()}))


if __name__ == "__main__":
    main()
