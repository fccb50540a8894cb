#!/usr/bin/env python3
"""A PyTorch program with a network that was trained with microgradj.

    python @FILE@                  continue the training
    python @FILE@ --from-start     repeat the training from the initial weights
    python @FILE@ --predict        print the outputs for the samples
    torchrun --nproc_per_node 2 @FILE@ --from-start     train on two processes

To predict from another program, import this file and call predict([[...], ...]) with rows of unscaled features.

It needs PyTorch 1.10 or later, and NumPy. The weights and the samples are in @DATA@, which must be in the same folder.
If there are several processes, each takes a part of every batch and the gradients are combined, so the losses are
the same as with one process. If there are GPUs, each process uses one of its own.
"""
import argparse
import json
import os
import re
import struct
import sys
from pathlib import Path

try:
    import numpy as np
    import torch
    import torch.distributed as dist
    from torch import nn
    from torch.nn.parallel import DistributedDataParallel
except ImportError as e:
    sys.exit(f"this program needs PyTorch and NumPy ({e}); to install them: python -m pip install torch numpy")

if [int(n) for n in re.findall(r"\d+", torch.__version__)[:2]] < [1, 10]:
    sys.exit(f"this program needs PyTorch 1.10 or later, got {torch.__version__}")

DATA = Path(__file__).with_name(@DATA_LITERAL@)
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


def load():
    """Returns the tensors of the data file: the length of the header, the header in JSON, the numbers."""
    try:
        content = DATA.read_bytes()
        length, = struct.unpack("<Q", content[:8])
        entries = json.loads(content[8:8 + length])
        tensors = {}
        for name, entry in entries.items():
            if name != "__metadata__":
                begin, end = (8 + length + offset for offset in entry["data_offsets"])
                numbers = np.frombuffer(content[begin:end], dtype="<f8").reshape(entry["shape"])
                tensors[name] = torch.from_numpy(numbers.copy())
        return tensors
    except OSError as e:
        sys.exit(f"cannot read {DATA}: {e.strerror}; it is written together with this program")
    except (ValueError, KeyError, TypeError, AttributeError, struct.error):
        sys.exit(f"{DATA} is damaged: export the network again")


def restored(tensors, prefix=""):
    """Returns the model with the weights of these names."""
    model = Model()
    names = [name for name in tensors if name.startswith(prefix + "layers.")]
    try:
        model.load_state_dict({name[len(prefix):]: tensors[name] for name in names})
    except RuntimeError:
        sys.exit(f"{DATA} has another network than this program: export the network again")
    return model


def predict(rows):
    """Returns the outputs for rows of raw features, as a list of lists."""
    with torch.no_grad():
        return restored(load())(torch.tensor(rows, dtype=torch.float64)).tolist()


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

    tensors = load()
    model = restored(tensors, "initial." if arguments.from_start else "").to(device)
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
