"""One candidate opened: the score's parts, skills, the proof of each point beside its page, roles."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from tools.charts import CONFIG
from tools.resume.batch import Item
from tools.resume.charts import role_timeline, score_parts
from tools.resume.reading import picture
from tools.resume.types import Candidate, Job, Match, Role
from tools.resume.words import month, years
from tools.ui.resources import quick
from tools.ui.resume.state import Screen, Shown
from tools.ui.theme import dark, plain

KIND_WORDS = {"exact": "", "alias": "written differently", "similar": "similar, not the same"}


def candidate_panel(screen: Screen, people: Sequence[Shown], job: Job, blind: bool) -> None:
    """Choose a candidate (the row clicked above, or from the list) and show everything about them."""
    who = _choose(screen, people)
    candidate = who.candidate
    left, right = st.columns([6, 5], gap="large")
    with left:
        _head(screen, who, blind)
        figure = score_parts([candidate], [who.label], dark=dark())
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=_parts_in_words(candidate), key="resume.parts")
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in candidate.explanation))
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
        "Candidate",
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
            ("On the shortlist", ":material/star:") if starred else ("Add to shortlist", ":material/star_border:")
        )
        if st.button(label, icon=icon, key=f"resume.star.{sha}", type="primary" if starred else "secondary"):
            screen.shortlist ^= {sha}
            st.rerun()
    facts = [
        ("Score", f"{who.candidate.score:.0f} / 100"),
        ("Experience", years(resume.total_experience_months)),
        ("Notice", "not stated" if resume.notice_period_days is None else f"{resume.notice_period_days} days"),
        ("Location", resume.location or ("hidden" if blind else "not stated")),
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
            chips.append(("similar", f"≈ {skill}", f"similar: {found.surface}"))
        elif found:
            months = f" · {years(found.months)}" if found.months else ""
            chips.append((kind, f"✓ {skill}{months}", "must-have" if kind == "must" else "nice to have"))
        else:
            chips.append(("missing" if kind == "must" else "absent", f"✗ {skill}", f"{kind}, not found"))
    body = "".join(
        f'<span class="chip {style}" title="{html.escape(hint)}">{html.escape(text)}</span>'
        for style, text, hint in chips
    )
    st.html(f'<div class="chips">{body}</div>')
    st.caption(
        "Filled: must-have found · outlined: nice to have found · dashed ≈: only something similar · ✗: not found"
    )


def _flags(candidate: Candidate) -> None:
    for flag in candidate.flags:
        where = f" (page {flag.page})" if flag.page else ""
        st.html(f'<div class="flag">⚠ {html.escape(flag.detail)}{where}</div>')


def _proof(candidate: Candidate) -> None:
    """Each quoted line once, with all the skills that it proves."""
    lines: dict[tuple[int, str], list[str]] = {}
    for match in candidate.matched:
        hint = KIND_WORDS[match.kind]
        lines.setdefault((match.page, match.quote), []).append(match.skill + (f" ({hint})" if hint else ""))
    st.markdown("**Proof**")
    if not lines:
        st.write("No requirement was found in this resume.")
    for (page, quote), skills in sorted(lines.items(), key=lambda item: item[0][0]):
        where = f'<span class="where">page {page} · {html.escape(", ".join(skills))}</span>'
        st.html(f'<div class="quote">{html.escape(quote)}<br>{where}</div>')


def _career(candidate: Candidate) -> None:
    resume = candidate.resume
    with st.expander("Career and education", icon=":material/work_history:"):
        if any(role.start for role in resume.roles):
            figure = role_timeline(candidate, dark=dark())
            st.plotly_chart(figure, theme=None, config=CONFIG, alt="Roles over time", key="resume.timeline")
        lines = [_role_line(role) for role in resume.roles]
        for item in resume.education:
            name = " · ".join(filter(None, (item.degree, item.college, str(item.year or ""))))
            lines.append(f"{plain(name)} (page {item.page})")
        lines += [plain(certificate) for certificate in resume.certifications]
        st.markdown("\n".join(f"- {line}" for line in lines) or "Nothing was found.")


def _role_line(role: Role) -> str:
    name = " · ".join(filter(None, (role.title, role.employer))) or "Role"
    span = f"{month(role.start)} to {month(role.end)}" if role.start else "no dates"
    return f"**{plain(name)}**, {span}, {years(role.months)} (page {role.page})"


def _page(item: Item, candidate: Candidate, blind: bool) -> None:
    """The page with its quotes highlighted; in blind mode what identifies the person is covered."""
    assert item.parsed is not None
    quoted = sorted({match.page for match in candidate.matched})
    pages = range(1, candidate.resume.pages + 1)
    number = quoted[0] if quoted else 1
    if len(pages) > 1:
        chosen = st.segmented_control(
            "Page",
            pages,
            default=number,
            format_func=lambda n: f"{n} ●" if n in quoted else str(n),
            key=f"resume.page.{item.key}",
            help="● has highlighted proof",
        )
        number = chosen or number
    quotes = [match.quote for match in candidate.matched if match.page == number]
    png = _picture(item.key, number, tuple(quotes), blind, item)
    caption = "Highlighted: the lines behind the score." + (" Identity is covered." if blind else "")
    st.image(png, caption=caption, width="stretch", alt=f"Page {number} of the resume, matched lines highlighted")


@st.cache_data(show_spinner="Drawing the page…", max_entries=64, ttl=600, scope="session")
def _picture(key: str, number: int, quotes: tuple[str, ...], blind: bool, _item: Item) -> bytes:
    assert _item.parsed is not None, key
    hidden = _item.parsed.resume.identity if blind else None
    return quick().submit(picture, _item.name, _item.data, _item.parsed.layout, number, list(quotes), hidden).result()


def _parts_in_words(candidate: Candidate) -> str:
    return "Score parts: " + ", ".join(f"{name} {points:.0f}" for name, points in candidate.parts.items())
