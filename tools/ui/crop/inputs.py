"""What the visitor gives: a sample in one click, the crop, photos from files or the camera."""

from __future__ import annotations

import streamlit as st

from tools.crop.advice import crop_name, crops
from tools.crop.samples import Sample, samples
from tools.crop.types import OTHER_CROP
from tools.errors import PortalError
from tools.translations import N_
from tools.ui import limits
from tools.ui.crop.pictures import small
from tools.ui.crop.state import CROP, Visit, start_again
from tools.ui.frame import guard
from tools.ui.language import _, sentence

Uploaded = st.runtime.uploaded_file_manager.UploadedFile
LEFT_OUT = "crop.left_out"
FILES = N_("JPEG, PNG or WebP, up to {count} photos. A broken one never stops the others.")
SAMPLE_WIDTH = 108  # pixels: three beside each other on a phone


def sample_row(visit: Visit) -> None:
    """The drawn samples with their pictures; one click answers."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{_('Try a sample')}** ({_('drawn, not a photograph')})", width="content")
        if visit.batch.items:
            label, icon = _("Start again"), ":material/restart_alt:"
            st.button(label, icon=icon, type="tertiary", on_click=start_again, key="crop.restart")
    with st.container(horizontal=True, gap="small", key="crop-samples"):
        for sample in samples():
            with st.container(width=SAMPLE_WIDTH, gap=None):
                st.image(
                    small(sample.name, sample.data),
                    width="stretch",
                    alt=_("Drawing: {title}").format(title=_(sample.title)),
                )
                st.button(
                    _(sample.title),
                    key=f"crop.try.{sample.name}",
                    on_click=_use_sample,
                    args=(visit, sample),
                    width="stretch",
                )


def inputs(visit: Visit) -> None:
    """Crop and photos side by side; photos begin to be read as soon as they arrive."""
    labels = {crop: _crop_label(crop) for crop in ("", *crops(), OTHER_CROP)}
    left, right = st.columns([4, 7], gap="large")
    with left:
        crop = st.selectbox(
            _("Crop"),
            tuple(labels),
            format_func=labels.__getitem__,
            key=CROP,
            help=_("If you know the crop, name it: the answer is then one of this crop's conditions."),
        )
        visit.batch.name_crop(crop or "")
        camera = st.toggle(
            _("Use the camera"), key="crop.use_camera", help=_("Asks for permission only when switched on.")
        )
    with right:
        files = st.file_uploader(
            _("Photos of one leaf each"),
            accept_multiple_files=True,
            key="crop.files",
            help=_(FILES).format(count=visit.batch.limit),
        )
        if camera:
            st.camera_input(
                _("Photo of one leaf"),
                key=f"crop.camera.{visit.added}",
                on_change=_take_from,
                args=(visit, f"crop.camera.{visit.added}", "camera"),
            )
    _take(visit, {file.file_id: file for file in files or []})
    if told := st.session_state.get(LEFT_OUT):
        st.warning(sentence(told), icon=":material/warning:")


def add_another(visit: Visit) -> None:
    """A way to give a better photo right beside the answer that asks for one."""
    key = f"crop.again.{visit.added}"
    with st.popover(_("Add another photo"), icon=":material/add_a_photo:"):
        st.file_uploader(_("A better photo"), key=key, on_change=_take_from, args=(visit, key, "again"))


def _take(visit: Visit, files: dict[str, Uploaded]) -> None:
    visit.batch.keep(set(files) | visit.extra)
    known = {item.key for item in visit.batch.items}
    if len(known) < visit.batch.limit:
        st.session_state.pop(LEFT_OUT, None)
    fresh = [key for key in files if key not in known]
    try:
        limits.held("crop.files", files.values())
        if fresh and len(known) < visit.batch.limit:  # else nothing begins
            limits.start()
        for key in fresh:
            visit.batch.add(key, files[key].name, files[key].getvalue())
            visit.opened = fresh[0]
    except PortalError as error:  # what fits is still answered, and what was open stays open
        st.session_state[LEFT_OUT] = str(error)


def _take_from(visit: Visit, key: str, source: str) -> None:
    """Keep what a widget was given, and give the visitor an empty widget for the next photo."""
    file: Uploaded | None = st.session_state.get(key)
    if file is None:
        return
    visit.added += 1
    name = _("camera {number}.jpg").format(number=visit.added) if source == "camera" else file.name
    try:
        limits.start()
        visit.add(f"{source}:{visit.added}", name, file.getvalue())
    except PortalError as error:
        st.session_state[LEFT_OUT] = str(error)


def _use_sample(visit: Visit, sample: Sample) -> None:
    with guard():
        limits.start()
        visit.add(f"sample:{sample.name}", sample.name, sample.data, drawn=True)


def _crop_label(crop: str) -> str:
    if not crop:
        return _("Not sure / any crop")
    if crop == OTHER_CROP:
        return "Other crop · दूसरी फसल"
    return f"{crop_name(crop, 'en')} · {crop_name(crop, 'hi')}"
