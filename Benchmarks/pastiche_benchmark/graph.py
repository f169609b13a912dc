"""The style network as ONNX graphs, written down layer by layer from the weight file.

Gamma and beta of the mix are constants of the graph: the form that other engines can optimise most. Pastiche itself
takes them anew for each frame, since a slider changes them.
"""

from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from .weights import mixed

OPERATORS = 17
EPSILON = 1e-5

PARTS = {
    "encoder": ("photograph", "content"),
    "whole": ("photograph", "picture"),
    "interactive": ("content", "picture"),
    # Pastiche also keeps the first residual convolution, which no style has touched yet; this graph lets others do so.
    "first": ("content", "branch"),
    "behind-first": ("content and branch", "picture"),
}


class Builder:
    """Collects nodes and constants."""

    def __init__(self, tensors: dict[str, numpy.ndarray], mix: dict[int, float]):
        self.tensors, self.mix = tensors, mix
        self.nodes, self.constants = [], []

    def constant(self, name: str, values: numpy.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def node(self, kind: str, inputs: list[str], **attributes) -> str:
        output = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def convolution(self, features: str, name: str, stride: int = 1) -> str:
        weight = self.tensors[f"{name}.weight"]
        border = weight.shape[-1] // 2
        pads = self.constant(f"{name}.pads", numpy.array([0, 0, border, border] * 2, numpy.int64))
        padded = self.node("Pad", [features, pads], mode="reflect")
        inputs = [padded, self.constant(f"{name}.weight", weight)]
        inputs.append(self.constant(f"{name}.bias", self.tensors[f"{name}.bias"]))
        return self.node("Conv", inputs, kernel_shape=weight.shape[2:], strides=[stride, stride])

    def norm(self, features: str, name: str) -> str:
        inputs = [self.constant(f"{name}.{kind}", mixed(self.tensors, f"{name}.{kind}", self.mix))
                  for kind in ("gamma", "beta")]
        return self.node("InstanceNormalization", [features, *inputs], epsilon=EPSILON)

    def relu(self, features: str) -> str:
        return self.node("Relu", [features])

    def encoder(self, photograph: str) -> str:
        features = photograph
        for stage, stride in ((1, 1), (2, 2), (3, 2)):
            convolved = self.convolution(features, f"encoder.conv{stage}", stride)
            features = self.relu(self.norm(convolved, f"encoder.norm{stage}"))
        return features

    def residual(self, features: str, branch: str | None = None) -> str:
        blocks = {name.split(".")[1] for name in self.tensors if name.startswith("residual.")}
        for block in range(len(blocks)):
            name = f"residual.{block}"
            first = branch if block == 0 and branch else self.convolution(features, f"{name}.conv1")
            change = self.relu(self.norm(first, f"{name}.norm1"))
            change = self.norm(self.convolution(change, f"{name}.conv2"), f"{name}.norm2")
            features = self.node("Add", [features, change])
        return features

    def upsampled(self, features: str, convolution: str, norm: str) -> str:
        scales = self.constant(f"{convolution}.scales", numpy.array([1, 1, 2, 2], numpy.float32))
        large = self.node("Resize", [features, "", scales], mode="nearest", nearest_mode="floor",
                          coordinate_transformation_mode="asymmetric")
        return self.relu(self.norm(self.convolution(large, convolution), norm))

    def decoder(self, features: str) -> str:
        if "decoder.upsample.weight" in self.tensors:
            features = self.upsampled(features, "decoder.upsample", "decoder.norm")
            output = self.convolution(features, "decoder.output")
            output = self.node("DepthToSpace", [output], blocksize=2, mode="CRD")
        else:
            for stage in (1, 2):
                features = self.upsampled(features, f"decoder.upsample{stage}", f"decoder.norm{stage}")
            output = self.convolution(features, "decoder.output")
        return self.node("Sigmoid", [output])


def write(path: Path, tensors: dict[str, numpy.ndarray], mix: dict[int, float], part: str, side: int) -> None:
    """Writes one part of the network for square pictures of a size, which lets engines plan for it."""
    builder = Builder(tensors, mix)
    width = tensors["encoder.conv3.weight"].shape[0]
    features = [1, width, side // 4, side // 4]
    shapes = {"photograph": [1, 3, side, side], "content": features, "branch": features, "picture": [1, 3, side, side]}
    inputs, output = PARTS[part]
    inputs = inputs.split(" and ")
    if part == "first":
        result = builder.convolution("content", "residual.0.conv1")
    else:
        result = builder.encoder("photograph") if inputs == ["photograph"] else "content"
        if output == "picture":
            result = builder.decoder(builder.residual(result, "branch" if "branch" in inputs else None))
    builder.nodes.append(helper.make_node("Identity", [result], [output]))

    def described(name: str):
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, shapes[name])

    graph = helper.make_graph(
        builder.nodes, f"pastiche {part}", [described(name) for name in inputs], [described(output)], builder.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPERATORS)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)
