"""Words in a document that talk to a machine ("ignore previous instructions"): found and shown, never followed.

Knows patterns, not intentions: whoever writes to a program in words that nobody wrote before is not found here, which
is why nothing in the portal relies on this alone.
"""

from tools.instructions.find import (
    Instruction,
    instructions_in,
    instructions_of,
    is_instruction,
    without_instructions,
    without_instructions_of,
    without_sentences,
)
from tools.instructions.invisible import without_invisible

__all__ = [
    "Instruction", "instructions_in", "instructions_of", "is_instruction", "without_instructions",
    "without_instructions_of", "without_invisible", "without_sentences",
]  # fmt: skip
