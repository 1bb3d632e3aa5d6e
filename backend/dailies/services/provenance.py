"""How each take of a project came into being, as records that go with its file."""

from __future__ import annotations

from dailies.domain.items import all_items, find_item, voice_id
from dailies.domain.project import Project, Take
from dailies.domain.registry import REHEARSAL
from dailies.media.provenance import Licence, Making, TakeRecord

LICENCES = (
    Licence("Typeface Inter", "SIL Open Font License 1.1", "https://openfontlicense.org"),
    Licence("Composed music", "Made for this film by this studio; free of royalties"),
)
"""What holds for parts that the studio itself puts into a film."""


def record_of(project: Project, take: Take, file: str) -> TakeRecord:
    """The record of one take. ``file``: its name where it is handed over."""
    item = find_item(project, take.item)
    media = take.media
    making = project.clip_making.get(item.shot or "") if item and item.kind == "clip" else None
    sources = [source.key.removeprefix("item:") for source in take.made_from if source.key.startswith("item:")]
    approval = project.approvals.get(item.stage) if item else None
    approved = approval is not None and (take.item, take.id) in approval.takes
    return TakeRecord(
        take.id,
        take.item,
        item.label if item else take.item,
        take.number,
        file,
        media.sha256 if media else "",
        media.media_type if media else "application/json",
        media.size if media else 0,
        making_of(take),
        take.model,
        take.provider,
        take.created_at,
        take.seed,
        take.cost,
        take.prompt,
        making.negative if making else "",
        tuple(sources),
        take.parent or "",
        take.changes,
        project.selected.get(take.item) == take.id,
        approval.by if approval is not None and approved else "",
        take.provider in (REHEARSAL, "built-in editor"),
    )


def making_of(take: Take) -> Making:
    """How a take was made, in the words of the record."""
    if take.origin == "upload":
        return "uploaded"
    if take.item == "cut" or take.item.startswith("delivery-"):
        return "assembled here"
    if take.origin in ("adjust", "edit", "hand"):
        return "edited here"
    if take.provider == REHEARSAL:
        return "drawn here"
    return "generated from media" if take.item.startswith(("clip-", "frame-")) else "generated"


def licences_of(project: Project) -> tuple[Licence, ...]:
    """The terms of everything in a project: of the studio's own parts, and of every model that was used."""
    models = {take.model: take.provider for takes in project.takes.values() for take in takes if take.cost}
    terms = "The terms of its vendor hold for what it made"
    return (*LICENCES, *(Licence(f"Model {model}", f"{terms}: {vendor}") for model, vendor in sorted(models.items())))


def takes_to_hand_over(project: Project) -> list[tuple[str, str, Take]]:
    """Every take with a file: folder, stem of its name, take; of items in their order, then spoken lines."""
    listed: list[tuple[str, str, Take]] = []
    for item in all_items(project):
        stem = f"{item.kind}-{item.number:02}" if item.shot else item.id.removeprefix("ref-")
        listed += [(item.stage, stem, take) for take in project.takes_of(item.id) if take.media is not None]
    story = project.story
    for number, (_, shot) in enumerate(story.shots() if story else (), 1):
        listed += [("voice", f"line-{number:02}", take) for take in project.takes_of(voice_id(shot.id)) if take.media]
    return listed
