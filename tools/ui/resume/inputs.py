"""Input of the resume page: a sample in one click, the job description, the resumes."""

from __future__ import annotations

import streamlit as st

from tools.documents import Document, read_document
from tools.errors import PortalError
from tools.resume.samples import SampleJob, sample_jobs, sample_resumes
from tools.ui import limits
from tools.ui.language import _, sentence
from tools.ui.resources import workers
from tools.ui.resume.state import JOB_TEXT, Screen, start_again
from tools.workers import answer_of

SAMPLES = "resume.samples"
JOB_ERROR = "resume.job_error"


def read_document_named(name: str, data: bytes) -> Document:
    """`read_document` with the two arguments that cross the worker's pipe."""
    return read_document(name, data)


def samples(screen: Screen) -> None:
    """One click fills in a job description and the fictional resumes."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{_('Try it with made-up resumes:')}**", width="content")
        for job in sample_jobs():
            st.button(
                _(job.title),
                icon=":material/play_arrow:",
                on_click=_use_sample,
                args=(job,),
                key=f"resume.try.{job.title}",
            )
        if screen.batch.items or st.session_state.get(JOB_TEXT):
            label = _("Start again")
            st.button(label, icon=":material/restart_alt:", type="tertiary", on_click=start_again, key="resume.restart")


def inputs(screen: Screen) -> None:
    """The two inputs side by side; files begin to be read as soon as they arrive."""
    left, right = st.columns(2, gap="large")
    with left:
        st.text_area(
            _("Job description"),
            key=JOB_TEXT,
            height=132,
            placeholder=_("Paste the job description here: title, what is required, what would be nice to have."),
        )
        with st.popover(_("Upload it instead"), icon=":material/upload_file:"):
            hint = _("One file: PDF, DOCX, TXT, scans and photos.")
            st.file_uploader(_("Job description"), key="resume.job_file", on_change=_read_job_file, help=hint)
        if problem := st.session_state.get(JOB_ERROR):
            st.error(sentence(problem), icon=":material/error:")
    with right:
        files = st.file_uploader(
            _("Resumes (PDF, DOCX, TXT, scans and photos)"),
            accept_multiple_files=True,
            key="resume.files",
            help=_("Drop as many as you like. A file that cannot be read never stops the others."),
        )
        if st.session_state.get(SAMPLES):
            told = _("{count} made-up sample resumes are in the pile.")
            st.caption(told.format(count=len(sample_resumes())))
        _take(screen, {file.file_id: file for file in files or []})


def _take(screen: Screen, files: dict[str, st.runtime.uploaded_file_manager.UploadedFile]) -> None:
    wanted = set(files)
    extra = sample_resumes() if st.session_state.get(SAMPLES) else ()
    wanted |= {f"sample:{name}" for name, _ in extra}
    screen.batch.keep(wanted)
    known = {item.key for item in screen.batch.items}
    try:
        limits.held("resume.files", files.values())
        if wanted - known and len(known) < screen.batch.limit:  # else nothing begins
            limits.start()
        for name, data in extra:
            screen.batch.add(f"sample:{name}", name, data)
        for key, file in files.items():
            if key not in known:
                screen.batch.add(key, file.name, file.getvalue())
    except PortalError as error:  # what fits is still ranked
        st.warning(sentence(str(error)), icon=":material/warning:")


def _use_sample(job: SampleJob) -> None:
    st.session_state[JOB_TEXT] = job.text
    st.session_state[SAMPLES] = True
    st.session_state.pop(JOB_ERROR, None)


def _read_job_file() -> None:
    """The uploaded description becomes the text in the box, where it can be corrected."""
    st.session_state.pop(JOB_ERROR, None)
    file = st.session_state.get("resume.job_file")
    if file is None:
        return
    try:
        document = answer_of(workers().submit(read_document_named, file.name, file.getvalue()))
    except PortalError as error:
        st.session_state[JOB_ERROR] = str(error)
        return
    st.session_state[JOB_TEXT] = "\n\n".join(page.text for page in document.pages)
