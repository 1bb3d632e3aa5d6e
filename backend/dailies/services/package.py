"""Everything of a project in one archive, with a manifest of how each file was made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from dailies.domain.errors import Conflict
from dailies.domain.project import Project
from dailies.media.archive import Entry, write_archive
from dailies.media.provenance import TakeRecord, manifest, provenance_json
from dailies.ports import Blobs, Progress
from dailies.services.documents import DocumentKind, document, story_of, take_file
from dailies.services.naming import slug
from dailies.services.provenance import licences_of, record_of, takes_to_hand_over

ALWAYS: tuple[DocumentKind, ...] = ("pdf", "sheet", "srt", "vtt")
TIMELINES: tuple[DocumentKind, ...] = ("otio", "fcpxml", "edl")


def project_archive(project: Project, blobs: Blobs, output: Path, progress: Progress) -> None:
    """Write every take of every item with a record of how it was made, the documents, and a manifest.

    Raises Conflict ``nothing_to_export`` without a story, and whatever ``progress`` raises; then no file is left.
    """
    story = story_of(project)
    takes = takes_to_hand_over(project)
    records: list[TakeRecord] = []
    name = slug(project.title)

    def entries() -> Iterator[Entry]:
        yield Entry("story.json", data=json.dumps(asdict(story), indent=2).encode())
        for kind in ALWAYS:
            extension = "png" if kind == "sheet" else kind
            yield Entry(f"{name}.{extension}", data=document(project, blobs, kind))
        for kind in TIMELINES:
            try:
                yield Entry(f"{name}.{kind}", data=document(project, blobs, kind))
            except Conflict:
                # A film that is not joined yet has no timeline; the rest is of use.
                break
        for index, (folder, stem, take) in enumerate(takes):
            progress(index / max(1, len(takes)))
            assert take.media is not None
            file = f"{folder}/{take_file(stem, take.number, take.media)}"
            record = record_of(project, take, file)
            records.append(record)
            yield Entry(file, path=blobs.path(take.media.sha256))
            yield Entry(f"{file}.provenance.json", data=provenance_json(record))

    about = {"id": project.id, "title": project.title, "rehearsal": project.casting.rehearsal}
    write_archive(output, entries(), lambda: manifest(about, records, licences_of(project)))
