"""The nginx.conf of `deploy/` in front of two real portals: who serves whom, what is refused, what when one dies."""

from __future__ import annotations

import subprocess
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.deploy.house import LETTERS, House
from tests.deploy.running import NGINX, free_ports, nginx
from tests.deploy.visitor import Visitor

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def other(letter: str) -> str:
    return LETTERS.replace(letter, "")


def test_configuration_is_valid(tmp_path: Path, house: House) -> None:
    assert NGINX
    checked = subprocess.run(
        [NGINX, "-t", "-p", str(tmp_path), "-c", str(house.folder / "nginx" / "nginx.conf")], capture_output=True
    )
    assert checked.returncode == 0, checked.stderr
    assert b"warn" not in checked.stderr


def test_uploads_find_the_portal_of_their_session(house: House) -> None:
    """Several visitors at once are spread over both portals, and each one's files get to the right one."""
    with ExitStack() as stack:
        visitors = [stack.enter_context(Visitor(house.address)) for _ in range(4)]
        sessions = [visitor.open() for visitor in visitors]
        assert {visitor.replica for visitor in visitors} == {"a", "b"}
        for visitor, session in zip(visitors, sessions, strict=True):
            assert [visitor.upload(session, b"leaf" * 1000).status_code for _ in range(4)] == [204] * 4
            # and that it matters: the other portal does not know the session
            assert visitor.upload(session, b"leaf", address=house.direct(visitor.replica)).status_code == 204
            refused = visitor.upload(session, b"leaf", address=house.direct(other(visitor.replica)))
            assert refused.status_code == 400


def test_without_affinity_uploads_get_lost(house: House, tmp_path: Path) -> None:
    with nginx(tmp_path, house.ports, affinity=False) as address, Visitor(address) as visitor:
        session = visitor.open()
        answers = {visitor.upload(session, b"leaf").status_code for _ in range(4)}
        assert 400 in answers


def test_a_visitor_stays_over_pages_and_new_websockets(house: House) -> None:
    with Visitor(house.address) as visitor:
        visitor.open()
        first = visitor.replica
        for page in ("Resume_Screener", "Crop_Disease_Detector", ""):
            visitor.open(page)
            assert visitor.replica == first


def test_made_up_cookies_are_served_all_the_same(house: House) -> None:
    with Visitor(house.address) as visitor:
        visitor.http.cookies.set("portal_replica", "http://example.org", domain=visitor.http.base_url.host, path="/")
        session = visitor.open()
        visitor.http.cookies = httpx.Cookies(dict(visitor.http.cookies.items()))
        assert visitor.replica in ("a", "b")
        assert visitor.upload(session, b"leaf").status_code == 204


def test_answers_carry_the_headers_that_keep_a_browser_safe(house: House) -> None:
    for path in ("/", "/_stcore/health", "/_stcore/metrics", "/Legal_Summariser"):
        headers = httpx.get(house.address + path, trust_env=False).headers
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=(self)" in headers["permissions-policy"]
        assert "strict-transport-security" not in headers
        assert headers["server"] == "nginx"


def test_behind_encryption_cookies_are_secure(house: House) -> None:
    answer = httpx.get(house.address, headers={"X-Forwarded-Proto": "https"}, trust_env=False)
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    (cookie,) = [line for line in answer.headers.get_list("set-cookie") if line.startswith("portal_replica=")]
    assert cookie.endswith("Path=/; HttpOnly; SameSite=Lax; Secure")
    plain = httpx.get(house.address, trust_env=False).headers.get_list("set-cookie")
    assert not any("Secure" in line for line in plain)


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics", "/_stcore/metrics/", "//_stcore/metrics", "/_stcore/%6detrics", "/x/../_stcore/metrics",
        "/_stcore/script-health-check", "/_stcore/agent/openapi.json",
    ],
)  # fmt: skip
def test_inner_figures_are_hidden(house: House, path: str) -> None:
    port = int(house.address.rpartition(":")[2])
    # as it is written: a client library would tidy the path
    answer = subprocess.run(
        ["curl", "--noproxy", "*", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--path-as-is", f"http://127.0.0.1:{port}{path}"],
        capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert answer == "404"


def test_health_is_there_for_the_page_and_for_whoever_watches(house: House) -> None:
    answer = httpx.get(house.address + "/_stcore/health", trust_env=False)
    assert (answer.status_code, answer.text) == (200, "ok")


def test_scripts_are_compressed_once(house: House) -> None:
    page = httpx.get(house.address, trust_env=False).text
    script = page.partition('src="./static/js/')[2].partition('"')[0]
    answer = httpx.get(f"{house.address}/static/js/{script}", headers={"Accept-Encoding": "gzip"}, trust_env=False)
    assert answer.headers["content-encoding"] == "gzip"
    bare = httpx.get(f"{house.address}/static/js/{script}", headers={"Accept-Encoding": "identity"}, trust_env=False)
    assert bare.content == answer.content
    assert "content-encoding" not in bare.headers


def test_a_file_of_25_mb_passes_and_a_larger_one_is_refused_in_words(house: House) -> None:
    with Visitor(house.address) as visitor:
        session = visitor.open()
        nearly = bytes(25 * 1024 * 1024 - 4096)  # Streamlit counts what wraps the file
        assert visitor.upload(session, nearly).status_code == 204
        refused = visitor.upload(session, bytes(27 * 1024 * 1024))
        assert refused.status_code == 413
        assert "25 MB" in refused.text
        assert "फ़ाइल" in refused.text


def test_the_log_names_no_session_and_no_visitor(house: House) -> None:
    with Visitor(house.address) as visitor:
        session = visitor.open(query="code=secret-of-a-sign-in")
        visitor.upload(session, b"leaf")
    log = (house.folder / "nginx" / "access").read_text()
    assert "PUT /_stcore/upload_file/- 204" in log
    assert session not in log
    assert "secret-of-a-sign-in" not in log


def test_when_a_portal_dies_the_other_one_serves_and_keeps_the_visitor(house: House) -> None:
    with Visitor(house.address) as visitor:
        visitor.open()
        dead = visitor.replica
        house.stop(LETTERS.index(dead))
        try:
            session = visitor.open()  # the browser's websocket comes again
            assert visitor.replica == other(dead)
            assert [visitor.upload(session, b"leaf").status_code for _ in range(3)] == [204] * 3
        finally:
            house.start(LETTERS.index(dead))
        # the first portal is back; this session goes on where it is now
        assert [visitor.upload(session, b"leaf").status_code for _ in range(3)] == [204] * 3
        assert visitor.replica == other(dead)


def test_when_both_are_gone_a_sentence_says_so(tmp_path: Path) -> None:
    with nginx(tmp_path / "nginx", free_ports(2)) as address:
        answer = httpx.get(address, trust_env=False)
        assert answer.status_code == 503
        assert "try again in a minute" in answer.text
        assert "127.0.0.1" not in answer.text
