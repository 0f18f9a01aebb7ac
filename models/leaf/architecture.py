"""The network behind the leaf detector: EfficientNet-Lite, a convolutional classifier made for small devices.

Tan and Le 2019 (arXiv:1905.11946) in the "Lite" form: ReLU6, no squeeze-and-excitation, stem and head of fixed width.
Padding is TensorFlow's "SAME" (the extra row and column at the end), so that published ImageNet weights fit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from torch import Tensor, nn

# Repeats, kernel, stride of the first block, expansion and channels of each stage (the paper's table 1).
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
STEM, HEAD = 32, 1280


@dataclass(frozen=True)
class Size:
    """How a variant is scaled: channels by `width`, blocks of a stage by `depth`."""

    width: float
    depth: float


SIZES = {"lite0": Size(1.0, 1.0), "lite1": Size(1.0, 1.1), "lite2": Size(1.1, 1.2)}


class Convolution(nn.Sequential):
    """Convolution without bias, batch normalisation and (unless `linear`) ReLU6."""

    def __init__(
        self, channels_in: int, channels: int, kernel: int, *, stride: int = 1, groups: int = 1, linear: bool = False
    ) -> None:
        layers: list[nn.Module] = []
        padding = (kernel - 1) // 2
        if stride == 2:  # for an even width "SAME" pads one less at the start
            layers.append(nn.ZeroPad2d((padding - 1, padding, padding - 1, padding)))
            padding = 0
        layers.append(nn.Conv2d(channels_in, channels, kernel, stride, padding, groups=groups, bias=False))
        layers.append(nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01))
        if not linear:
            layers.append(nn.ReLU6(inplace=True))
        super().__init__(*layers)


class Block(nn.Module):
    """Inverted residual: expand, depthwise, project; the input is added where the shape stays."""

    def __init__(self, channels_in: int, channels: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = channels_in * expansion
        steps = [Convolution(channels_in, wide, 1)] if expansion > 1 else []
        steps.append(Convolution(wide, wide, kernel, stride=stride, groups=wide))
        steps.append(Convolution(wide, channels, 1, linear=True))
        self.steps = nn.Sequential(*steps)
        self.residual = stride == 1 and channels_in == channels

    def forward(self, x: Tensor) -> Tensor:
        """(N, C, H, W) to (N, channels, H / stride, W / stride)."""
        y: Tensor = self.steps(x)
        return x + y if self.residual else y


class LeafNet(nn.Module):
    """EfficientNet-Lite with one linear layer over the mean of the last feature map.

    Parameters
    ----------
    classes
        Width of the output.
    size
        A key of `SIZES`.
    dropout
        Share of features dropped before the linear layer while training.
    """

    def __init__(self, classes: int, size: str = "lite0", dropout: float = 0.2) -> None:
        super().__init__()
        self.features = nn.Sequential(*_layers(SIZES[size]))
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(HEAD, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Logits (N, classes) of images (N, 3, H, W) scaled to -1…1; H and W are multiples of 32."""
        return self.head(self.features(x))

    def head(self, maps: Tensor) -> Tensor:
        """Logits of feature maps (N, 1280, H / 32, W / 32)."""
        out: Tensor = self.classifier(self.dropout(maps.mean((2, 3))))
        return out


def _layers(size: Size) -> Iterator[nn.Module]:
    yield Convolution(3, STEM, 3, stride=2)
    before = STEM
    for number, (repeats, kernel, stride, expansion, channels) in enumerate(STAGES):
        wide = _round(channels * size.width)
        ends = number in (0, len(STAGES) - 1)
        for index in range(repeats if ends else math.ceil(repeats * size.depth)):
            yield Block(before, wide, kernel, stride if index == 0 else 1, expansion)
            before = wide
    yield Convolution(before, HEAD, 1)


def _round(channels: float) -> int:
    """To a multiple of eight, never more than a tenth below."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * channels else rounded
