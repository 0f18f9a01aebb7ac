"""Which act "the Act", "the Code" or "the Sanhita" points back to: the last of its kind that the text named."""

from __future__ import annotations

from dataclasses import dataclass

from tools.legal.law.acts import CALLED_CODES, base_act


@dataclass
class LastActs:
    """The acts that were named last: a code, a new "Sanhita", another act."""

    code: str = ""
    sanhita: str = ""
    act: str = ""

    def note(self, code: str) -> None:
        """Remember that `code` was named."""
        act = base_act(code)
        if act is None or act.kind == "constitution":
            return
        if act.kind in CALLED_CODES:
            self.code = code
        if act.kind == "sanhita":
            self.sanhita = code
        elif act.kind != "code":
            self.act = code

    def of(self, what: str) -> str:
        """The act that "the Act", "the Code"… points back to; empty when none was named."""
        if what in ("code", "संहिता"):
            return self.code
        if what == "sanhita":
            return self.sanhita
        return "Constitution" if what in ("constitution", "संविधान") else self.act
