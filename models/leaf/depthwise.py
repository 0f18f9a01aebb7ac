"""Depthwise convolution whose gradient is fast on a CPU, for training only.

oneDNN has quick kernels for depthwise gradients of 3 x 3 windows at stride one and falls back to a loop up to forty
times slower for 5 x 5 weights and for stride two. Both are put together from the quick ones here; the result is equal
up to rounding.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

CORNERS = {3: (0,), 5: (0, 2)}  # where 3 x 3 windows start so that they cover the kernel


class _Depthwise(torch.autograd.Function):
    """Stride one, no padding: (N, C, H, W) and (C, 1, k, k) to (N, C, H - k + 1, W - k + 1)."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor) -> Tensor:
        ctx.save_for_backward(x, weight)
        return functional.conv2d(x, weight, groups=len(weight))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor]:
        x, weight = ctx.saved_tensors
        (gradient,) = gradients
        channels, kernel = len(weight), weight.shape[-1]
        gradient = gradient.contiguous(memory_format=torch.channels_last)
        to_input = functional.conv2d(gradient, weight.flip(2, 3), padding=kernel - 1, groups=channels)
        height, width = gradient.shape[-2:]
        to_weight = torch.empty_like(weight)
        corner = weight[:, :, :3, :3].contiguous()
        for top in CORNERS[kernel]:
            for left in CORNERS[kernel]:
                window = x[:, :, top : top + height + 2, left : left + width + 2]
                window = window.contiguous(memory_format=torch.channels_last)
                part = torch.ops.aten.convolution_backward(
                    gradient,
                    window,
                    corner,
                    None,
                    [1, 1],
                    [0, 0],
                    [1, 1],
                    False,
                    [0, 0],
                    channels,
                    [False, True, False],
                )[1]
                to_weight[:, :, top : top + 3, left : left + 3] = part
        return to_input, to_weight


class FastDepthwise(nn.Conv2d):
    """A depthwise `Conv2d` with the same weights that trains faster on a CPU."""

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to the same as `Conv2d.forward`."""
        weight = self.weight
        if torch.is_autocast_enabled("cpu"):
            dtype = torch.get_autocast_dtype("cpu")
            x, weight = x.to(dtype), weight.to(dtype)
        padding = int(self.padding[0])
        y: Tensor = _Depthwise.apply(functional.pad(x, (padding,) * 4), weight)
        stride = self.stride[0]
        return y[:, :, ::stride, ::stride].contiguous(memory_format=torch.channels_last) if stride > 1 else y


def make_fast(network: nn.Module) -> None:
    """Let the network's depthwise convolutions (3 x 3 and 5 x 5) use the quick gradient."""
    for module in network.modules():
        if (
            isinstance(module, nn.Conv2d)
            and module.groups == module.in_channels > 1
            and module.kernel_size[0] in CORNERS
        ):
            module.__class__ = FastDepthwise
