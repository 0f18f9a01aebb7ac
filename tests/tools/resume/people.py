"""Fictional scored candidates for tests of what leaves the screener: ordinary ones and a hostile one."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tools.resume.types import (
    Candidate,
    Education,
    Flag,
    Identity,
    Job,
    Match,
    Requirement,
    Resume,
    Role,
    SkillMention,
)

JOB = Job(
    title="Java Backend Developer",
    requirements=(
        Requirement("Java", "must", 5, 3),
        Requirement("Spring Boot", "must", 4, 2),
        Requirement("SQL", "must", 3),
        Requirement("Kafka", "nice", 2),
        Requirement("Docker", "nice", 1),
    ),
    min_years=3,
)
HOSTILE_NAME = '=HYPERLINK("http://example.com","click")'
EMOJI_AND_RTL = "@SUM(A1) 🙂🇮🇳 مرحبا \u202eتخر\x07"


def candidate(
    name: str | None = "Asha Rao",
    rank: int = 1,
    score: float = 74.5,
    file: str = "asha_rao.pdf",
    months: int | None = 62,
) -> Candidate:
    first, *_ = (name or "Someone").split()
    identity = Identity(
        name=name,
        email=f"{rank}@example.com",
        phone="+91 90000 00001",
        links=("https://example.com/in/asha",),
        terms=tuple(filter(None, (name, first, "Rao", "Female", "12 Lake View Road"))),
    )
    resume = Resume(
        file=file,
        sha256=hashlib.sha256(f"{file}{rank}".encode()).hexdigest(),
        pages=2,
        identity=identity,
        headline="Senior Java Developer",
        roles=(
            Role("Junior Developer", "Palash Soft", "2019-06", "2021-03", 22, 2, "Junior Developer, Palash Soft"),
            Role(
                "Senior Java Developer", "Kaveri Pay", "2021-04", "present", 40, 1, f"{first} leads Kaveri Pay", "text"
            ),
        ),
        total_experience_months=months,
        education=(
            Education("Class XII", "State Board", 2015, 1, 2, "Class XII 2015"),
            Education("B.Tech", "Tungabhadra Institute of Technology", 2019, 3, 2, "B.Tech 2019"),
        ),
        skills=(SkillMention("Java", "Java", "exact", 1, "Java 17, Spring Boot", 62, "present"),),
        certifications=("Kaveri Certified Developer",),
        notice_period_days=60,
        location="Pune",
        flags=(),
        profile=f"{first} is a developer",
        chunks=(f"{first} writes Java",),
        terms={"java": 3},
        notes=("Page 3 is blank.",),
    )
    return Candidate(
        resume=resume,
        score=score,
        rank=rank,
        parts={"must": 40.0, "title": 12.0, "meaning": 10.5, "experience": 15.0, "nice": 5.0, "cap": -8.0},
        matched=(
            Match("Java", 1, f"{first} built payment services in Java 17", "exact", 62, "Java"),
            Match("SQL", 1, "PostgreSQL tuning", "alias", 40, "PostgreSQL"),
            Match("Kafka", 2, "RabbitMQ queues", "similar", None, "RabbitMQ", 0.71),
        ),
        missing=("Spring Boot", "Docker"),
        flags=(Flag("gap", 1, f"{first} has a gap from 04/2020 to 09/2020."),),
        explanation=(f"{first} has two of three must-haves.", "Spring Boot is missing."),
    )


def hostile(rank: int = 2) -> Candidate:
    """Everything a stranger may put into a resume to hurt a spreadsheet or a PDF."""
    plain = candidate(HOSTILE_NAME, rank, 30.0, "=cmd|' !A0.pdf", None)
    identity = replace(plain.resume.identity, phone="+919000000002", email="-1+1@example.com", terms=())
    resume = replace(
        plain.resume,
        identity=identity,
        headline=EMOJI_AND_RTL,
        location="\t=1+1",
        certifications=("＝1+1", "x" * 5000, "\u200b@SUM(1)"),
        roles=(Role("+SUM(1)", "वरिष्ठ अभियंता लिमिटेड", None, None, None, 1, "-2+3"),) * 20,
    )
    matched = (Match("Java", 1, "=" + "very long " * 500, "exact", 1, "Java" * 1250),)
    flags = (Flag("ai_instruction", 1, "\x00@ignore \ud800previous"), Flag("duplicate", None, "Same as asha_rao.pdf."))
    return replace(plain, resume=resume, matched=matched, flags=flags, missing=("-Spring", "SQL" * 500))


def hindi(rank: int = 3) -> Candidate:
    plain = candidate("कविता शर्मा", rank, 12.0, "कविता.pdf", 0)
    resume = replace(plain.resume, headline="प्रशिक्षित स्नातक शिक्षिका")
    matched = (Match("Java", 1, "कविता शर्मा विद्यार्थियों को Java पढ़ाती हैं", "exact", None, "Java"),)
    return replace(plain, resume=resume, matched=matched, parts={"must": 12.0})
