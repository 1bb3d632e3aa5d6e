"""What a story promises and must pay: things wanted, lost, broken, asked for or waited for."""

from __future__ import annotations

from dataclasses import dataclass

from dailies.adapters.providers.rehearsal.writer.figures import Clause, Figure, Reading
from dailies.adapters.providers.rehearsal.writer.lexicon import table
from dailies.adapters.providers.rehearsal.writer.phrases import Binding, fill


@dataclass(frozen=True)
class Debt:
    """``kind``: its row in the table; ``clause``: the clause that promised."""

    kind: str
    clause: Clause


def debts_of(reading: Reading) -> list[Debt]:
    """Promises that no later clause keeps, in the order made."""
    rows = table("debts")
    found = []
    for index, clause in enumerate(reading.clauses):
        verb = clause.verb.split()[0] if clause.verb else ""
        later = reading.clauses[index + 1 :]
        kinds = [
            kind
            for kind, row in rows.items()
            if verb in row["verbs"] or (clause.wish and kind == "wish") or (clause.negated and kind == "never")
        ]
        if clause.wish:
            kinds = ["wish"]
        for kind in kinds[:1]:
            if not any(_pays(each, clause, rows[kind]["paid_by"]) for each in later):
                found.append(Debt(kind, clause))
    return found


def _pays(later: Clause, debt: Clause, verbs: list[str]) -> bool:
    first = later.verb.split()[0] if later.verb else ""
    about = not debt.object or not later.object or later.object == debt.object or later.subject == debt.object
    same = first == debt.verb.split()[0] and debt.wish and not later.wish
    return (first in verbs or later.verb in verbs or same) and (about or first in verbs)


def payoffs(debt: Debt, binding: Binding, subject: Figure | None) -> list[str]:
    """Finished last images that pay the debt."""
    rows = table("debts")[debt.kind]["payoff"]
    return [text for row in rows if (text := fill(row, binding))]
