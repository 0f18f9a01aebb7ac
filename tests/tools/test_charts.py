import json
import subprocess
import sys

import pytest

from tools.charts import CONFIG, elided, palette, row_height, template


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_text_can_be_read_on_its_ground(dark: bool) -> None:
    colors = palette(dark)
    assert contrast(colors.ink, colors.ground) >= 7
    assert contrast(colors.muted, colors.ground) >= 4.5
    assert contrast(colors.accent, colors.ground) >= 4.5
    assert contrast(colors.amber, colors.ground) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_template_is_transparent_and_themed(dark: bool) -> None:
    layout = template(dark).layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.font.color == palette(dark).ink
    assert "Devanagari" in layout.font.family


def test_config_hides_the_mode_bar() -> None:
    assert CONFIG["displayModeBar"] is False
    json.dumps(CONFIG)


def test_heights_grow_within_bounds() -> None:
    assert row_height(1) == 180
    assert row_height(10) < row_height(20)
    assert row_height(10_000) == 1600


def test_elided() -> None:
    assert elided("short") == "short"
    assert elided("a" * 40, 10) == "a" * 9 + "…"
    assert elided("<b>R&D") == "&lt;b>R&amp;D"


def test_importing_the_charts_loads_no_plotly() -> None:
    code = (
        "import sys, tools.charts, tools.resume.charts, tools.resume.timeline, tools.resume.export;"
        "print(sorted({'plotly', 'fpdf', 'xlsxwriter', 'streamlit', 'torch'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
