"""A leaf network on a device: pictures in, logits, features and evidence maps out. Knows no threshold and no queue."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from models.device import CPU, Device, device
from models.leaf.architecture import Convolution, LeafNet
from models.leaf.preprocess import scale

AT_ONCE = 4  # photos in one pass on a CPU: larger passes fall out of its cache and take longer per photo


@dataclass(frozen=True)
class Seen:
    """What the network makes of N photos, in float32 on the CPU.

    `logits` (N, classes) and `features` (N, 1280) are means over the photo and its mirror image; `maps`
    (N, classes, rows, columns) is the evidence for each class over the photo.
    """

    logits: Tensor
    features: Tensor
    maps: Tensor


class Forward:
    """Runs a network on photos and their mirror images.

    Parameters
    ----------
    network
        What `load_network` gave; it is copied.
    place
        Where to run; by default where the settings say.
    """

    def __init__(self, network: LeafNet, place: Device | None = None) -> None:
        self._whole = folded(network).features
        self._weight = network.classifier.weight.detach().float()
        self._bias = network.classifier.bias.detach().float()
        self._move(place or device())

    def to_cpu(self) -> None:
        """Run on the CPU from now on."""
        self._move(CPU)

    def _move(self, place: Device) -> None:
        self.place, self.dtype = place, inference_dtype(place)
        self._whole = self._whole.to(place.kind, self.dtype)
        self._features = self._whole.to(memory_format=torch.channels_last)
        self._weight, self._bias = self._weight.to(place.kind), self._bias.to(place.kind)

    @torch.inference_mode()
    def __call__(self, pictures: Tensor) -> Seen:
        """What is seen in pictures (N, 3, H, W) uint8, H and W multiples of 32."""
        step = AT_ONCE if self.place.kind == "cpu" else len(pictures)
        parts = [self._see(pictures[start : start + step]) for start in range(0, len(pictures), step)]
        return Seen(*(torch.cat(tensors).cpu() for tensors in zip(*parts, strict=True)))

    def _see(self, pictures: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits, features and maps.

        Behind a global mean and one linear layer, Grad-CAM (Selvaraju 2017) is the class activation map (Zhou 2016)
        up to a factor: the layer's weights times the feature maps. It needs no backward pass.
        """
        x = scale(pictures.to(self.place.kind)).to(self.dtype)
        here, mirrored = self._features(torch.cat([x, x.flip(-1)])).float().chunk(2)
        both = (here + mirrored.flip(-1)) / 2
        features = both.mean((2, 3))
        return features @ self._weight.T + self._bias, features, torch.einsum("kc,nchw->nkhw", self._weight, both)


def inference_dtype(place: Device) -> torch.dtype:
    """The device's own dtype; on a CPU that multiplies bfloat16 in hardware, that: twice as fast as float32."""
    if place.kind != "cpu":
        return place.torch_dtype
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if any(able.get(name) for name in ("avx512_bf16", "amx_bf16")) else torch.float32


def folded(network: LeafNet) -> LeafNet:
    """A copy whose batch normalisation is part of the convolutions: the same answers with fewer steps."""
    network = copy.deepcopy(network).eval()
    for module in network.modules():
        if isinstance(module, Convolution):
            at = next(i for i, layer in enumerate(module) if isinstance(layer, nn.BatchNorm2d))
            convolution, normalisation = module[at - 1], module[at]
            assert isinstance(convolution, nn.Conv2d)
            assert isinstance(normalisation, nn.BatchNorm2d)
            module[at - 1] = fuse_conv_bn_eval(convolution, normalisation)
            del module[at]
    return network


def energy(logits: Tensor, temperature: float) -> Tensor:
    """Negative free energy of logits (N, classes), (N): higher is more familiar (Liu 2020, arXiv:2010.03759)."""
    return temperature * torch.logsumexp(logits / temperature, 1)


def closeness(features: Tensor, means: Tensor) -> Tensor:
    """Cosine of features (N, 1280) to the nearest of the unit-length class means (classes, 1280): (N)."""
    return (nn.functional.normalize(features, dim=1) @ means.T).amax(1)
