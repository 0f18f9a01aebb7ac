"""One candidate opened: the score's parts, skills, the proof of each point beside its page, roles."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from tools.resume.batch import Item
from tools.resume.charts import PARTS, role_timeline, score_parts
from tools.resume.reading import picture
from tools.resume.types import Candidate, Job, Match, Resume, Role
from tools.resume.words import month, years
from tools.translations import N_
from tools.ui.charts import chart, look
from tools.ui.language import _, language, ngettext, sentence, tongue
from tools.ui.resources import quick
from tools.ui.resume.ask import ask_candidate
from tools.ui.resume.state import Screen, Shown
from tools.ui.theme import plain
from tools.workers import answer_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

KIND_WORDS = {
    "exact": "{skill}",
    "alias": N_("{skill} (written differently)"),
    "similar": N_("{skill} (similar, not the same)"),
}


def candidate_panel(screen: Screen, people: Sequence[Shown], job: Job, blind: bool) -> None:
    """Choose a candidate (the row clicked above, or from the list) and show everything about them."""
    who = _choose(screen, people)
    candidate = who.candidate
    left, right = st.columns([6, 5], gap="large")
    with left:
        _head(screen, who, blind)
        ask_candidate(who)
        chart("resume.parts", (repr(candidate.parts), candidate.score, who.label), partial(_parts, who))
        st.markdown("\n".join(f"- {plain(sentence(reason))}" for reason in candidate.explanation))
        _chips(candidate, job)
        _flags(candidate)
        _proof(candidate)
        _career(candidate)
    with right:
        _page(screen.batch.find(who.uncovered.resume.file), who.uncovered, blind)


def _choose(screen: Screen, people: Sequence[Shown]) -> Shown:
    shas = [who.candidate.resume.sha256 + who.uncovered.resume.file for who in people]
    opened = next((n for n, sha in enumerate(shas) if screen.opened and sha.startswith(screen.opened)), 0)
    number = st.selectbox(
        _("Candidate"),
        range(len(people)),
        index=opened,
        format_func=lambda n: f"{people[n].candidate.rank}. {people[n].label}",
        key=f"resume.candidate.{shas[opened][:12]}",
    )
    return people[number]


def _head(screen: Screen, who: Shown, blind: bool) -> None:
    resume, sha = who.candidate.resume, who.candidate.resume.sha256
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(who.label, anchor=False, width="content")
        starred = sha in screen.shortlist
        label, icon = (
            (_("On the shortlist"), ":material/star:") if starred else (_("Add to shortlist"), ":material/star_border:")
        )
        if st.button(label, icon=icon, key=f"resume.star.{sha}", type="primary" if starred else "secondary"):
            screen.shortlist ^= {sha}
            st.rerun()
    facts = [
        (_("Score"), f"{who.candidate.score:.0f} / 100"),
        (_("Experience"), years(resume.total_experience_months, language())),
        (_("Notice"), notice(resume)),
        (_("Location"), resume.location or (_("hidden") if blind else _("not stated"))),
    ]
    cells = "".join(f"<div><span>{html.escape(name)}</span>{html.escape(value)}</div>" for name, value in facts)
    st.html(f'<div class="facts">{cells}</div>')
    if resume.identity.email or resume.identity.phone:
        st.caption(plain(" · ".join(filter(None, (resume.identity.email, resume.identity.phone)))))


def _chips(candidate: Candidate, job: Job) -> None:
    kinds = {row.skill: row.kind for row in job.requirements}
    best: dict[str, Match] = {}
    for match in candidate.matched:
        if match.skill not in best or best[match.skill].kind == "similar":
            best[match.skill] = match
    chips = []
    for skill, kind in kinds.items():
        found = best.get(skill)
        if found and found.kind == "similar":
            chips.append(("similar", f"≈ {skill}", _("similar: {found}").format(found=found.surface)))
        elif found:
            months = f" · {years(found.months, language())}" if found.months else ""
            chips.append((kind, f"✓ {skill}{months}", _("must-have") if kind == "must" else _("nice to have")))
        else:
            hint = _("must-have, not found") if kind == "must" else _("nice to have, not found")
            chips.append(("missing" if kind == "must" else "absent", f"✗ {skill}", hint))
    body = "".join(
        f'<span class="chip {style}" title="{html.escape(hint)}">{html.escape(text)}</span>'
        for style, text, hint in chips
    )
    st.html(f'<div class="chips">{body}</div>')
    st.caption(
        _("Filled: must-have found · outlined: nice to have found · dashed ≈: only something similar · ✗: not found")
    )


def _flags(candidate: Candidate) -> None:
    for flag in candidate.flags:
        where = f" ({_page_word(flag.page)})" if flag.page else ""
        st.html(f'<div class="flag">⚠ {html.escape(sentence(flag.detail))}{where}</div>')


def _proof(candidate: Candidate) -> None:
    """Each quoted line once, with all the skills that it proves."""
    lines: dict[tuple[int, str], list[str]] = {}
    for match in candidate.matched:
        said = _(KIND_WORDS[match.kind]).format(skill=match.skill)
        lines.setdefault((match.page, match.quote), []).append(said)
    st.markdown(f"**{_('Proof')}**")
    if not lines:
        st.write(_("No requirement was found in this resume."))
    for (page, quote), skills in sorted(lines.items(), key=lambda item: item[0][0]):
        where = f'<span class="where" lang="{language()}">{_page_word(page)} · {html.escape(", ".join(skills))}</span>'
        st.html(f'<div class="quote" lang="{tongue(quote)}">{html.escape(quote)}<br>{where}</div>')


def _career(candidate: Candidate) -> None:
    resume = candidate.resume
    with st.expander(_("Career and education"), icon=":material/work_history:"):
        if any(role.start for role in resume.roles):
            chart("resume.timeline", (repr(resume.roles), repr(candidate.matched)), partial(_roles, candidate))
        lines = [_role_line(role) for role in resume.roles]
        for item in resume.education:
            name = " · ".join(filter(None, (item.degree, item.college, str(item.year or ""))))
            lines.append(f"{plain(name)} ({_page_word(item.page)})")
        lines += [plain(certificate) for certificate in resume.certifications]
        st.markdown("\n".join(f"- {line}" for line in lines) or _("Nothing was found."))


def _role_line(role: Role) -> str:
    name = " · ".join(filter(None, (role.title, role.employer))) or _("Role")
    shown = language()
    span = f"{month(role.start, shown)} – {month(role.end, shown)}" if role.start else _("no dates")
    return f"**{plain(name)}**, {span}, {years(role.months, shown)} ({_page_word(role.page)})"


def _page(item: Item, candidate: Candidate, blind: bool) -> None:
    """The page with its quotes highlighted; in blind mode what identifies the person is covered."""
    assert item.parsed is not None
    quoted = sorted({match.page for match in candidate.matched})
    pages = range(1, candidate.resume.pages + 1)
    number = quoted[0] if quoted else 1
    if len(pages) > 1:
        chosen = st.segmented_control(
            _("Page"),
            pages,
            default=number,
            format_func=lambda n: f"{n} ●" if n in quoted else str(n),
            key=f"resume.page.{item.key}",
            help=_("● has highlighted proof"),
        )
        number = chosen or number
    quotes = [match.quote for match in candidate.matched if match.page == number]
    caption = _("Highlighted: the lines behind the score.") + (" " + _("Identity is covered.") if blind else "")
    words = _("Page {page} of the resume, matched lines highlighted").format(page=number)
    with st.spinner(_("Drawing the page…")):
        png = _picture(item.key, number, tuple(quotes), blind, item)
    st.image(png, caption=caption, width="stretch", alt=words, output_format="PNG")  # else it is made anew each time


@st.cache_data(show_spinner=False, max_entries=64, ttl=600, scope="session")
def _picture(key: str, number: int, quotes: tuple[str, ...], blind: bool, _item: Item) -> bytes:
    assert _item.parsed is not None, key
    hidden = _item.parsed.resume.identity if blind else None
    wanted = (_item.name, _item.data, _item.parsed.layout, number, list(quotes), hidden)
    return answer_of(quick().submit(picture, *wanted))


def _parts(who: Shown) -> tuple[Figure, str]:
    figure = score_parts([who.candidate], [who.label], **look())
    return figure, _parts_in_words(who.candidate)


def _roles(candidate: Candidate) -> tuple[Figure, str]:
    return role_timeline(candidate, **look()), _("Roles over time")


def _parts_in_words(candidate: Candidate) -> str:
    parts = ", ".join(f"{_(PARTS.get(name, name))} {points:.0f}" for name, points in candidate.parts.items())
    return _("Score parts: {parts}").format(parts=parts)


def notice(resume: Resume) -> str:
    """The notice period in words."""
    days = resume.notice_period_days
    return _("not stated") if days is None else ngettext("{count} day", "{count} days", days).format(count=days)


def _page_word(number: int) -> str:
    return _("page {page}").format(page=number)
