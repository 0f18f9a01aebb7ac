"""The network's shapes and padding; the quick depthwise gradient against torch's own."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from models.leaf.architecture import SIZES, Convolution, LeafNet
from models.leaf.depthwise import FastDepthwise, make_fast
from models.leaf.inference import folded


@pytest.mark.parametrize("size", SIZES)
def test_logits_and_maps_have_the_promised_shapes(size: str) -> None:
    network = LeafNet(7, size).eval()
    with torch.inference_mode():
        maps = network.features(torch.zeros(2, 3, 64, 96))
        assert maps.shape == (2, 1280, 2, 3)
        assert network.head(maps).shape == (2, 7)


def test_parameters_are_those_of_the_published_network() -> None:
    """4.65 million with 1000 classes (the EfficientNet-Lite read-me), of which 1280 * 1000 + 1000 in the last layer."""
    parameters = sum(p.numel() for p in LeafNet(1000).parameters())
    assert parameters == pytest.approx(4.65e6, rel=0.01)


def test_stride_two_pads_as_tensorflow_does() -> None:
    """A row 1 2 3 4 under the window (1, 1, 1): "SAME" pads one zero at the end alone, so 1+2+3 and 3+4+0."""
    layer = Convolution(1, 1, 3, stride=2, linear=True).eval()
    convolution = next(module for module in layer if isinstance(module, nn.Conv2d))
    nn.init.zeros_(convolution.weight)
    with torch.no_grad():
        convolution.weight[0, 0, 0] = 1  # the window's first row: without padding at the top it sees the first row
    picture = torch.tensor([[1.0, 2, 3, 4], [0, 0, 0, 0], [5, 6, 7, 8], [0, 0, 0, 0]])[None, None]
    with torch.inference_mode():
        seen = layer(picture)[0, 0] * (1 + 1e-3) ** 0.5  # undo batch normalisation's epsilon
    assert seen == pytest.approx(torch.tensor([[6.0, 7.0], [18.0, 15.0]]), abs=1e-4)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (3, 2), (5, 1), (5, 2)])
def test_quick_depthwise_gradient_equals_torch(kernel: int, stride: int) -> None:
    torch.manual_seed(1)
    plain = nn.Conv2d(6, 6, kernel, stride, (kernel - 1) // 2, groups=6, bias=False)
    fast = FastDepthwise(6, 6, kernel, stride, (kernel - 1) // 2, groups=6, bias=False)
    fast.load_state_dict(plain.state_dict())
    x = torch.randn(2, 6, 12, 12)
    one, other = x.clone().requires_grad_(), x.clone().requires_grad_()
    a, b = plain(one), fast(other)
    assert torch.allclose(a, b, atol=1e-5)
    towards = torch.randn_like(a)
    a.backward(towards)
    b.backward(towards)
    assert torch.allclose(plain.weight.grad, fast.weight.grad, atol=1e-4)
    assert torch.allclose(one.grad, other.grad, atol=1e-5)


def test_make_fast_changes_depthwise_layers_alone(network: LeafNet) -> None:
    import copy

    fast = copy.deepcopy(network)
    make_fast(fast)
    kinds = {type(module) for module in fast.modules() if isinstance(module, nn.Conv2d) and module.groups > 1}
    assert kinds == {FastDepthwise}
    x = torch.rand(1, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(network(x), fast(x), atol=1e-4)


def test_folding_batch_normalisation_changes_nothing(network: LeafNet) -> None:
    x = torch.rand(2, 3, 64, 64) * 2 - 1
    with torch.inference_mode():
        before, after = network(x), folded(network)(x)
    assert torch.allclose(before, after, atol=1e-3)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded(network).modules())
    assert any(isinstance(module, nn.BatchNorm2d) for module in network.modules())
