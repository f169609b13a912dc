"""The network's weights, read from the file that ships."""

import json
from pathlib import Path

import numpy

TYPES = {"F32": numpy.float32, "F16": numpy.float16}


def read(path: Path) -> dict[str, numpy.ndarray]:
    """Every tensor of a safetensors file: an eight-byte length, a JSON head, the bytes."""
    content = path.read_bytes()
    begin = 8 + int.from_bytes(content[:8], "little")
    head = json.loads(content[8:begin])
    tensors = {}
    for name, entry in head.items():
        if name != "__metadata__":
            first, end = (begin + offset for offset in entry["data_offsets"])
            values = numpy.frombuffer(content[first:end], TYPES[entry["dtype"]])
            tensors[name] = values.reshape(entry["shape"]).astype(numpy.float32)
    return tensors


def mixed(tensors: dict[str, numpy.ndarray], name: str, mix: dict[int, float]) -> numpy.ndarray:
    """A row of gamma or beta for a mix: the weighted sum of the rows; the encoder's have none."""
    values = tensors[name]
    if values.ndim == 1:
        return values
    return sum(numpy.float32(weight) * values[row] for row, weight in mix.items())
