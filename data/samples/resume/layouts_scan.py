"""A bio-data on paper, scanned: a PDF that is only a picture. Knows nothing of the people."""

from __future__ import annotations

import io

from fpdf import FPDF

from data.samples.resume.layouts_pdf import MADE, Person, Sheet, contact_line, roles, schooling


def scan_source(person: Person) -> bytes:
    """A typed one-page bio-data in a serif font: what gets photographed and sent."""
    sheet = Sheet(person, "Times", 24)
    sheet.say("BIO-DATA", 17, bold=True, align="C")
    sheet.ln(3)
    sheet.say(person["name"], 16, bold=True)
    sheet.say(person["headline"], 12)
    sheet.say(contact_line(person, "\n"), 12)
    for title, lines in (
        ("OBJECTIVE", [person["summary"]]),
        ("SKILLS", [", ".join(person["skills"]["Skills"])]),
    ):
        sheet.heading(title, size=13)
        sheet.say("\n".join(lines), 12)
    sheet.heading("WORK EXPERIENCE", size=13)
    roles(sheet, person, 11.5)
    sheet.heading("EDUCATION", size=13)
    schooling(sheet, person, 12)
    sheet.heading("PERSONAL DETAILS", size=13)
    for key, value in person["personal"].items():
        sheet.say(f"{key}: {value}", 12)
    sheet.ln(8)
    sheet.say(f"Place: Kanpur\nSignature: {person['name']}", 12)
    return sheet.finish()


def scan(person: Person) -> bytes:
    """An image-only PDF: the page at 200 dpi, 0.7° askew, grey and noisy, as a phone or an old scanner makes it."""
    import numpy as np
    import pypdfium2
    from PIL import Image, ImageFilter

    page = pypdfium2.PdfDocument(scan_source(person))[0]
    picture = page.render(scale=200 / 72).to_pil().convert("L")
    picture = picture.rotate(0.7, resample=Image.Resampling.BICUBIC, fillcolor=250).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    pixels = np.asarray(picture, dtype=np.float32) * 0.88 + 18
    shadow = np.linspace(0, -14, pixels.shape[1], dtype=np.float32)
    noise = np.random.default_rng(7).normal(0, 3.0, pixels.shape)
    grey = Image.fromarray(np.clip(pixels + shadow + noise, 0, 255).astype(np.uint8))
    jpeg = io.BytesIO()
    grey.save(jpeg, "JPEG", quality=38, dpi=(200, 200))
    out = FPDF(format="A4")
    out.set_creation_date(MADE)
    out.set_margin(0)
    out.set_auto_page_break(False)
    out.add_page()
    out.image(jpeg, 0, 0, 210, 297)
    return bytes(out.output())
