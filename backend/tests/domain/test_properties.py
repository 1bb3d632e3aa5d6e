"""Random sequences of verbs hold the rules: no take is lost, an approval covers what it saw, staleness is
what a recomputation from scratch says, and only what was asked for is made again."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dailies.domain.approval import approval_holds, approve, gate_open, reopen, stage_view
from dailies.domain.edits import AddShot, ChangePart, Edit, MoveShot, RemoveShot, apply_edits
from dailies.domain.errors import DailiesError
from dailies.domain.items import all_items, find_item, items_of
from dailies.domain.operations import fail_work, finish_work, request_cancel, start_operation, start_work
from dailies.domain.project import STAGES, Change, CutSettings, Failure, Project, Take
from dailies.domain.staleness import is_stale
from dailies.domain.story import Story
from dailies.domain.takes import hand_edit, select_take, set_cut

from .builders import NOW, make_stage, new_project, take_for

Inputs = dict[str, object]


def inputs_of(project: Project, item_id: str) -> Inputs:
    """What an item is made from, read plainly off the project: the oracle for staleness."""
    item, story = find_item(project, item_id), project.story
    assert item is not None
    assert story is not None
    if item.kind == "style":
        return {"style": story.style, "logline": story.logline}
    if item.entity:
        entity = story.entity(item.entity)
        assert entity is not None
        return {"name": entity.name, "description": entity.description, "style": story.style}
    if item.kind == "cut":
        return {
            "clips": [(shot.id, project.selected.get(f"clip-{shot.id}")) for _, shot in story.shots()],
            "words": [(shot.line, shot.caption) for _, shot in story.shots()],
            "titles": (story.title, story.call_to_action),
            "settings": asdict(project.cut),
        }
    return _shot_inputs(project, story, item.shot or "", clip=item.kind == "clip")


def _shot_inputs(project: Project, story: Story, shot_id: str, *, clip: bool) -> Inputs:
    found = story.find_shot(shot_id)
    assert found is not None
    scene, shot = found
    picture = (shot.action, shot.size, sorted(shot.who))
    if clip:
        frame = project.selected.get(f"frame-{shot_id}")
        return {"frame": frame, "picture": picture, "motion": (shot.move, shot.seconds)}
    shown = [project.selected.get(f"ref-{entity}") for entity in (scene.place, *shot.who)]
    return {
        "picture": picture,
        "setting": (scene.place, scene.time, scene.weather, scene.mood),
        "shown": shown,
        "style": project.selected.get("ref-style"),
    }


class Studio(RuleBasedStateMachine):
    """A creator and the studio, at random."""

    def __init__(self) -> None:
        super().__init__()
        self.project = new_project()
        self.counter = 0
        self.seen: dict[str, Take] = {}
        self.inputs: dict[str, Inputs] = {}
        self.allowed: set[str] = set()

    @initialize(depth=st.sampled_from([4, 4, 3, 2, 1]))
    def begin(self, depth: int) -> None:
        """A film made and approved down to some stage."""
        for stage in STAGES[:depth]:
            self.project = make_stage(self.project, stage)
            for item in items_of(self.project, stage):
                if item.kind != "story":
                    self.inputs[self.project.selected[item.id]] = inputs_of(self.project, item.id)
            self.project, _ = approve(self.project, stage, by="u1", now=NOW, with_stale=False)

    def _name(self) -> str:
        self.counter += 1
        return f"n{self.counter}"

    def _try(self, change: object) -> None:
        try:
            result: Change = change()  # type: ignore[operator]
        except DailiesError:
            return
        self.project = result[0]

    @rule(data=st.data())
    def make(self, data: st.DataObject) -> None:
        stage = data.draw(st.sampled_from([each for each in STAGES if items_of(self.project, each)]))
        ids = [item.id for item in items_of(self.project, stage) if item.kind != "cut"]
        items = data.draw(st.lists(st.sampled_from(ids), unique=True, min_size=1))
        count = data.draw(st.integers(1, 2))
        name = self._name()
        self._try(lambda: start_operation(self.project, name, "regenerate", stage, items, now=NOW, count=count))

    @rule()
    def make_the_whole_stage(self) -> None:
        for stage in STAGES:
            if stage_view(self.project, stage).state == "ready":
                name = self._name()
                missing = [item.id for item in items_of(self.project, stage) if item.kind != "cut"]
                self._try(
                    lambda s=stage, m=missing, n=name: start_operation(self.project, n, "generate", s, m, now=NOW)
                )

    @rule()
    def cut(self) -> None:
        name = self._name()
        self._try(lambda: start_operation(self.project, name, "assemble", "video", ["cut"], now=NOW))

    def _works(self) -> list[str]:
        return [work.id for _, work in self.project.active_works()]

    @precondition(lambda self: self._works())
    @rule(data=st.data(), everything=st.booleans())
    def finish(self, data: st.DataObject, everything: bool) -> None:
        works = self._works() if everything else [data.draw(st.sampled_from(self._works()))]
        for work_id in works:
            self._finish(work_id)

    def _finish(self, work_id: str) -> None:
        self.project, _ = start_work(self.project, work_id, now=NOW)
        work = next(w for o in self.project.operations for w in o.works if w.id == work_id)
        item = work.item
        if item != "story" and find_item(self.project, item) is None:
            self.project, _ = fail_work(self.project, work_id, FAILED, now=NOW)
            return
        before = dict(self.project.selected)
        take = take_for(self.project, item, work_id, self.project.story if item == "story" else None)
        if item != "story":
            self.inputs[work_id] = inputs_of(self.project, item)
        self.project, _ = finish_work(self.project, work_id, take, now=NOW)
        changed = {each for each, chosen in self.project.selected.items() if before.get(each) != chosen}
        assert changed == (set() if work.candidate and item in before else {item})

    @precondition(lambda self: self._works())
    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        self.project, _ = fail_work(self.project, data.draw(st.sampled_from(self._works())), FAILED, now=NOW)

    @precondition(lambda self: self._works())
    @rule()
    def cancel(self) -> None:
        operation = next(self.project.active_works())[0]
        self._try(lambda: request_cancel(self.project, operation.id, now=NOW))

    @rule(data=st.data())
    def pick(self, data: st.DataObject) -> None:
        item = data.draw(st.sampled_from(sorted(self.project.takes)))
        number = data.draw(st.integers(1, len(self.project.takes_of(item))))
        self._try(lambda: select_take(self.project, item, number, now=NOW))

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        story = self.project.story
        assert story is not None
        shots = [shot.id for _, shot in story.shots()]
        shot, other = data.draw(st.sampled_from(shots)), data.draw(st.sampled_from(shots))
        name = self._name()
        edits: list[Edit] = [
            ChangePart("shot", shot, {"action": f"Something else, {name}."}),
            ChangePart("shot", shot, {"line": name}),
            ChangePart("story", "", {"logline": name}),
            ChangePart("shot", shot, {"seconds": data.draw(st.sampled_from([1.0, 2.5, 4.0]))}),
            ChangePart("scene", story.find_shot(shot)[0].id, {"time": data.draw(st.sampled_from(["dusk", "noon"]))}),  # type: ignore[index]
            ChangePart("entity", story.entities[0].id, {"description": f"someone new, {name}"}),
            AddShot(f"x{name}", shot, "A new shot."),
            RemoveShot(shot),
            MoveShot(shot, other),
        ]
        chosen = data.draw(st.sampled_from(edits))
        take = self._name()
        self._try(lambda: hand_edit(self.project, apply_edits(story, (chosen,)), take_id=take, now=NOW))

    @rule(captions=st.booleans())
    def choose_cut(self, captions: bool) -> None:
        self._try(lambda: set_cut(self.project, CutSettings(captions=captions)))

    @rule(stage=st.sampled_from(STAGES), with_stale=st.booleans())
    def approve(self, stage: str, with_stale: bool) -> None:
        self._try(lambda: approve(self.project, stage, by="u1", now=NOW, with_stale=with_stale))  # type: ignore[arg-type]

    @rule(stage=st.sampled_from(STAGES))
    def reopen(self, stage: str) -> None:
        self._try(lambda: reopen(self.project, stage))  # type: ignore[arg-type]

    @invariant()
    def no_take_is_lost_or_changed(self) -> None:
        now = {take.id: take for takes in self.project.takes.values() for take in takes}
        for take_id, take in self.seen.items():
            assert now[take_id] == take
        self.seen = now
        for takes in self.project.takes.values():
            assert [take.number for take in takes] == list(range(1, len(takes) + 1))

    @invariant()
    def an_approval_covers_only_what_it_saw(self) -> None:
        for stage in STAGES:
            if approval_holds(self.project, stage):
                seen = dict(self.project.approvals[stage].takes)
                assert seen == {item.id: self.project.selected[item.id] for item in items_of(self.project, stage)}

    @invariant()
    def staleness_is_what_a_recomputation_says(self) -> None:
        for item in all_items(self.project):
            take = self.project.selected_take(item.id)
            if take is None or take.id not in self.inputs:
                continue
            assert is_stale(self.project, item.id) == (self.inputs[take.id] != inputs_of(self.project, item.id)), (
                item.id
            )

    @invariant()
    def nothing_is_queued_below_a_closed_gate(self) -> None:
        active = {operation.id for operation, _ in self.project.active_works()}
        for operation in self.project.operations:
            fresh = operation.id in active and operation.id not in self.allowed
            if fresh:
                assert gate_open(self.project, operation.stage)
                self.allowed.add(operation.id)


FAILED = Failure("timeout", "Timed out after 90 s. Not charged.", False, True, "op")

TestStudio = Studio.TestCase
TestStudio.settings = settings(
    max_examples=250,
    stateful_step_count=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
