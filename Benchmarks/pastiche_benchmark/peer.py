"""One of the other engines in a process of its own, asked over pipes.

Arguments: engine, precision, graph, threads, then a file of raw floats for each input. Requests are lines, as
Pastiche's own `benchmark --serve` takes them: `run <times>` is answered with milliseconds, `write <path>` with `done`.
"""

from pathlib import Path
import sys
import time

import numpy


class ONNXRuntime:
    def __init__(self, graph: str, precision: str, threads: int):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        # Threads spin while a run lasts, which is faster, and not beyond, which would slow down whoever comes next.
        options.add_session_config_entry("session.force_spinning_stop", "1")
        self.session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self.shapes = [tuple(entry.shape) for entry in self.session.get_inputs()]

    def prepare(self, inputs: list[numpy.ndarray]) -> None:
        self.inputs = {entry.name: values for entry, values in zip(self.session.get_inputs(), inputs)}

    def run(self) -> numpy.ndarray:
        return self.session.run(None, self.inputs)[0]


class OpenVINO:
    def __init__(self, graph: str, precision: str, threads: int):
        import openvino

        core = openvino.Core()
        settings = {
            "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": {"fp32": "f32", "bf16": "bf16"}[precision],
        }
        self.model = core.compile_model(graph, "CPU", settings)
        self.shapes = [tuple(entry.shape) for entry in self.model.inputs]

    def prepare(self, inputs: list[numpy.ndarray]) -> None:
        self.request = self.model.create_infer_request()
        for index, values in enumerate(inputs):
            self.request.get_input_tensor(index).data[:] = values

    def run(self) -> numpy.ndarray:
        self.request.infer()
        return self.request.get_output_tensor(0).data


def main() -> None:
    engine, precision, graph, threads, *files = sys.argv[1:]
    made = {"ONNX Runtime": ONNXRuntime, "OpenVINO": OpenVINO}[engine](graph, precision, int(threads))
    made.prepare([numpy.fromfile(file, numpy.float32).reshape(shape) for file, shape in zip(files, made.shapes)])
    print("done", flush=True)
    for line in sys.stdin:
        request, argument = line.split()
        if request == "run":
            times = []
            for _ in range(int(argument)):
                begin = time.perf_counter()
                output = made.run()
                times.append(1e3 * (time.perf_counter() - begin))
            print(*times, flush=True)
        else:
            Path(argument).write_bytes(numpy.ascontiguousarray(output, numpy.float32).tobytes())
            print("done", flush=True)


if __name__ == "__main__":
    main()
