#!/usr/bin/env python3
"""A PyTorch program with a network that was trained with microgradj.

    python @FILE@                  continue the training
    python @FILE@ --from-start     repeat the training from the initial weights
    torchrun --nproc_per_node 2 @FILE@ --from-start     the same on two processes

It needs PyTorch and NumPy. The weights and the samples are in @DATA@, which must be in the same folder.
If there are several processes, each takes a part of every batch and the gradients are combined, so the losses are
the same as with one process. If there are GPUs, each process uses one of its own.
"""
import argparse
import json
import os
import struct
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

FEATURES = @FEATURES@
CLASSES = @CLASSES@
STEPS = @STEPS@
BATCH_SIZE = @BATCH@  # 0 means all samples
SEED = @SEED@
ALPHA = @ALPHA@  # the factor of the L2 penalty


class Model(nn.Module):
    """The network, in double precision. It takes unscaled features; any scaling is fixed."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
@LAYERS@
        ]).double()

    def forward(self, x):
@FORWARD@


def learning_rate(step):
    """Returns the learning rate of a step. It changes linearly over the training."""
    return @START@ - (@START@ - @END@) * step / STEPS


def make_optimizer(parameters):
    return @OPTIMIZER@


def losses(output, target):
    """Returns the loss of each sample."""
@LOSS@


def penalty(model):
    return ALPHA * sum((p * p).sum() for p in model.parameters())


def score(output, target):
    """@SCORE_DOC@"""
@SCORE@


def load(path):
    """Reads a safetensors file, which has the length of the header, the header in JSON, and the numbers."""
    content = path.read_bytes()
    length, = struct.unpack("<Q", content[:8])
    entries = json.loads(content[8:8 + length])
    data = bytearray(content[8 + length:])
    tensors = {}
    for name, entry in entries.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            numbers = np.frombuffer(bytes(data[begin:end]), dtype="<f8").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(numbers.copy())
    return tensors


def weights(tensors, prefix):
    return {name[len(prefix):]: t for name, t in tensors.items() if name.startswith(prefix + "layers.")}


def batches(samples):
    """Yields the samples of each step: all of them, or slices of a permutation that is redrawn when it is used up."""
    order = np.arange(samples)
    if BATCH_SIZE == 0 or BATCH_SIZE >= samples:
        while True:
            yield order
    random = np.random.RandomState(SEED)
    while True:
        random.shuffle(order)
        for begin in range(0, samples, BATCH_SIZE):
            yield order[begin:begin + BATCH_SIZE].copy()


def train(model, x, y, device, steps, say):
    """Trains the model and prints the loss of each step."""
    processes = dist.get_world_size() if dist.is_initialized() else 1
    rank = dist.get_rank() if dist.is_initialized() else 0
    parallel = model
    if dist.is_initialized():
        parallel = DistributedDataParallel(model, device_ids=[device] if device.type == "cuda" else None)
    optimizer = make_optimizer(model.parameters())
    order = batches(len(x))
    for step in range(steps):
        batch = next(order)
        part = np.array_split(batch, processes)[rank]
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(min(step, STEPS - 1))
        optimizer.zero_grad()
        # DDP averages the gradients over the processes. The factor turns this average into a sum.
        output = parallel(x[part])
        local = losses(output, y[part]).sum() / len(batch)
        regular = penalty(model)
        (local * processes + regular).backward()
        total = local.detach().clone()
        if dist.is_initialized():
            dist.all_reduce(total)
        say(f"step {step} loss {(total + regular.detach()).item()!r}")
        optimizer.step()


def main():
    parser = argparse.ArgumentParser(description="Continues the training of a network from microgradj, repeats it, or predicts.")
    parser.add_argument("--from-start", action="store_true", help="repeat the training from the initial weights")
    parser.add_argument("--steps", type=int, default=STEPS, help="number of updates (default %(default)s)")
    parser.add_argument("--predict", action="store_true", help="only print the predictions for the samples")
    parser.add_argument("--save", metavar="FILE", help="write the trained weights with torch.save")
    arguments = parser.parse_args()
    device = torch.device("cpu")
    if "RANK" in os.environ:
        if torch.cuda.is_available():
            device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
            torch.cuda.set_device(device)
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    elif torch.cuda.is_available():
        device = torch.device("cuda")

    def say(text):
        if not dist.is_initialized() or dist.get_rank() == 0:
            print(text, flush=True)

    tensors = load(Path(__file__).with_name("@DATA@"))
    model = Model()
    model.load_state_dict(weights(tensors, "initial." if arguments.from_start else ""))
    model.to(device)
    x, y = tensors["data.x"].to(device), tensors["data.y"].to(device)
    if arguments.predict:
        with torch.no_grad():
            for row in model(x):
                say(" ".join(repr(number) for number in row.tolist()))
        return
    with torch.no_grad():
        say(f"before: {score(model(x), y)}")
    train(model, x, y, device, arguments.steps, say)
    with torch.no_grad():
        say(f"after: {score(model(x), y)}")
    if arguments.save and (not dist.is_initialized() or dist.get_rank() == 0):
        torch.save(model.state_dict(), arguments.save)
    if dist.is_initialized():
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
