import { useCallback, useMemo, useState } from 'react';
import type { ProjectLive } from '@/api/live';
import { patchProject, selectTake } from '@/api/projects';
import type { Item, Project, Take } from '@/api/types';
import { useProviders } from '@/api/useProviders';
import { modelTitle, REHEARSAL } from '@/shared/lib/artists';
import { itemName } from '@/shared/lib/items';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { Button, useToast } from '@/shared/ui';
import { ApplyDialog } from './ApplyDialog';
import { selectRegion } from './api';
import { Candidates } from './Candidates';
import { letterOf, type Run } from './candidates';
import { CanvasArea } from './CanvasArea';
import { EditPanel } from './EditPanel';
import type { Rect } from './engine/geometry';
import type { CompareMode } from './engine/MaskEngine';
import { maskValues, type Bitmap } from './engine/pictures';
import { HistoryDialog } from './HistoryDialog';
import { Identity } from './Identity';
import { useBitmap } from './MaskEditor';
import { OptionsBar } from './OptionsBar';
import { Regions } from './Regions';
import { ToolRail } from './ToolRail';
import { TopBar } from './TopBar';
import { Trouble } from './Trouble';
import { useDraftMask } from './useDraftMask';
import { useEditLook } from './useEditLook';
import { useEditorKeys } from './useEditorKeys';
import { useEditRun } from './useEditRun';
import { useMaskEngine } from './useMaskEngine';
import { useCandidateOnPicture, useFrameOnPicture } from './useShownPictures';
import { WordSelect } from './WordSelect';
import { coverWords, marginWords, missing, readWishes, USUAL_WISHES, type Wishes } from './wishes';

interface EditorRoomProps {
  project: Project;
  item: Item;
  live: ProjectLive;
  /** The take that is edited, and its picture. */
  take: Take;
  bitmap: Bitmap;
  onBase: (take: number) => void;
  onClose: () => void;
}

interface Kept {
  wishes: Wishes;
  run: Run | null;
}

/** The editor of a picture of one size: its tools, its candidates, its words. */
export function EditorRoom({ project, item, live, take, bitmap, onBase, onClose }: EditorRoomProps) {
  const toast = useToast();
  const [wishes, setWishes] = useState<Wishes>(USUAL_WISHES);
  const [mode, setMode] = useState<CompareMode>('single');
  const [wipeAt, setWipeAt] = useState(0.5);
  const [open, setOpen] = useState<'history' | 'apply' | 'panel' | null>(null);
  const [canvas, setCanvas] = useState<HTMLElement | null>(null);
  const narrow = useMediaQuery('(max-width: 56.24rem)');
  const base = take.number;

  const goTo = useCallback(
    (number: number, said: string) => {
      const other = item.takes.find((one) => one.number === number);
      if (!other) return;
      onBase(number);
      toast(said);
    },
    [item.takes, onBase, toast],
  );
  const { attach, engine, state } = useMaskEngine({
    projectId: project.id,
    itemId: item.id,
    take: base,
    bitmap,
    onTake: (number) => {
      run.mutate(() => selectTake(project.id, item.id, number));
      goTo(number, `Take ${number} is in use again.`);
    },
  });
  const run = useEditRun({ project, item, base, engine });
  const kept = useMemo<Kept>(() => ({ wishes, run: run.run }), [wishes, run.run]);
  const edition = state?.edition ?? 0;
  const draft = useDraftMask(engine, `${project.id}/${item.id}/${base}`, edition, kept, (stored) => {
    const found = stored as Partial<Kept> | null;
    setWishes(readWishes(found?.wishes));
    run.setRun(found?.run ?? null);
    if (found?.run) run.look('first');
  });
  const { look } = useEditLook({
    engine,
    projectId: project.id,
    itemId: item.id,
    take: base,
    wishes,
    edition,
  });
  const candidate = useBitmap(run.shown?.media?.sha256);

  const extends_ = wishes.intent === 'extend';
  const painted = (state?.covers ?? 0) > 0;
  const frame = framed(extends_, painted, state?.frame ?? null, look?.box ?? null);
  useFrameOnPicture({ engine, bitmap, wishes, painted, look, onWishes: setWishes });
  useCandidateOnPicture({
    engine,
    shown: run.shown,
    picture: run.shown ? (candidate.data ?? null) : null,
    mode,
    wipeAt,
  });

  const accept = (chosen: Take) => {
    run.mutate(() => selectTake(project.id, item.id, chosen.number), {
      onSuccess: () => {
        engine?.modify('clear');
        engine?.tookTake(base, `Use take ${chosen.number}`);
        run.setRun(null);
        run.look(null);
        goTo(chosen.number, `Take ${chosen.number} is in use. Edit on, or close.`);
      },
      onError: run.setProblem,
    });
  };
  const revert = (chosen: Take) => {
    setOpen(null);
    run.mutate(() => selectTake(project.id, item.id, chosen.number), {
      onSuccess: () => {
        engine?.tookTake(base, `Back to take ${chosen.number}`);
        run.look(null);
        goTo(chosen.number, `Take ${chosen.number} is in use.`);
      },
      onError: run.setProblem,
    });
  };
  const keepOriginal = () => {
    run.setRun(null);
    run.look(null);
    run.setProblem(null);
  };
  const generate = () => {
    if (missing(wishes, state?.covers ?? 0) === null && run.current.waiting === 0 && !run.busy) {
      run.generate(wishes);
    }
  };
  const hasCandidates = run.current.takes.length > 0 || run.current.waiting > 0;
  useEditorKeys({
    engine,
    canvas,
    looking: run.shown !== null,
    hasCandidates,
    step: run.step,
    pick: run.pick,
    accept: () => {
      if (run.shown) accept(run.shown);
    },
    leave: () => {
      if (run.shown) run.look(null);
      else onClose();
    },
    generate,
    compare: (wanted) => {
      if (!run.shown) run.look('first');
      setMode(mode === wanted ? 'single' : wanted);
    },
  });

  const artist = project.providers.editing;
  const rehearses = artist === REHEARSAL;
  const models = useProviders().data?.models ?? [];
  const finder = models.find(({ kind, usable }) => kind === 'segment' && usable);
  const findByWords = async (words: string, signal: AbortSignal) => {
    if (!engine || !finder) return;
    const body = { words, model: finder.id, take: base };
    const found = await maskValues(await selectRegion(project.id, item.id, body, signal), bitmap);
    if (!signal.aborted) engine.layFound(found);
  };
  const price = rehearses ? 0 : (look?.price_usd ?? null);
  const problem = run.problem ?? state?.problem ?? null;
  const panel = engine && state && (
    <EditPanel
      engine={engine}
      state={state}
      wishes={wishes}
      onWishes={setWishes}
      look={look}
      frame={frame}
      model={rehearses ? 'Rehearsal, made of code' : modelTitle(models, artist)}
      price={price}
      busy={run.busy}
      waiting={run.current.waiting}
      onGenerate={generate}
      onCancel={run.cancel}
      onApply={() => setOpen('apply')}
      trouble={
        <Trouble
          problem={problem}
          failed={run.current.problems}
          onRetry={generate}
          onRehearse={
            rehearses
              ? null
              : () => {
                  run.setProblem(null);
                  run.mutate(() => patchProject(project.id, { providers: { editing: REHEARSAL } }));
                }
          }
          onDismiss={keepOriginal}
        />
      }
    />
  );

  return (
    <div className="flex h-dvh flex-col bg-well text-tx">
      <TopBar
        engine={engine}
        state={state}
        name={itemName(item)}
        take={base}
        kept={draft.kept}
        onHistory={() => setOpen('history')}
        onClose={onClose}
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        {state && <ToolRail tool={state.settings.tool} onTool={(tool) => engine?.configure({ tool })} />}
        <main className="flex min-h-0 min-w-0 flex-1 flex-col">
          {engine && state && (
            <OptionsBar
              engine={engine}
              state={state}
              words={finder && <WordSelect key={base} model={finder} onFind={findByWords} />}
            />
          )}
          <CanvasArea
            attach={attach}
            onCanvas={setCanvas}
            state={state}
            label={`Picture of ${itemName(item)}, take ${base}, ${bitmap.width} by ${bitmap.height}`}
            bitmap={bitmap}
            compared={run.shown && { letter: letterOf(run.current.takes.indexOf(run.shown)), mode }}
            wipe={run.shown && mode === 'wipe' ? wipeAt : null}
            onWipe={setWipeAt}
          />
          <div className="flex min-h-9 shrink-0 items-center gap-3 bg-well px-4 text-small text-tx-2">
            <span className="num">
              {extends_
                ? marginWords(wishes.margins)
                : coverWords(state?.covers ?? 0, state?.regions.length ?? 0)}
            </span>
            {engine && state && !extends_ && <Regions engine={engine} state={state} />}
            {state?.protects && <span className="text-ok">A part is protected</span>}
            <span className="ml-auto max-md:hidden">
              {run.shown ? (
                <Identity take={run.shown} />
              ) : (
                <span className="num text-tx-3">
                  {look ? `Edge ${look.feather} px. ` : ''}Pixels outside stay as they are, checked after
                  every run
                </span>
              )}
            </span>
            {narrow && (
              <Button
                size="compact"
                className="ml-auto"
                onClick={() => setOpen(open === 'panel' ? null : 'panel')}
              >
                {open === 'panel' ? 'Back to painting' : 'What to make'}
              </Button>
            )}
          </div>
          {hasCandidates && (
            <Candidates
              item={item}
              base={base}
              state={run.current}
              shown={run.shown}
              words={wishes.prompt}
              progress={live.progressOf(item.id)?.progress ?? null}
              mode={mode}
              busy={run.busy}
              onMode={(wanted) => {
                if (!run.shown) run.look('first');
                setMode(wanted);
              }}
              onShow={run.look}
              onUse={accept}
              onKeep={keepOriginal}
              onBlend={run.blendAgain}
            />
          )}
        </main>
        {(!narrow || open === 'panel') && (
          <aside
            aria-label="What to make"
            className="flex w-full min-h-0 shrink-0 flex-col border-line bg-panel max-md:max-h-[60dvh] max-md:border-t md:w-[340px] md:border-l"
          >
            {panel}
          </aside>
        )}
      </div>
      <HistoryDialog
        item={item}
        base={base}
        open={open === 'history'}
        onOpenChange={(on) => setOpen(on ? 'history' : null)}
        onRevert={revert}
      />
      {engine && (
        <ApplyDialog
          project={project}
          item={item}
          base={take}
          engine={engine}
          covers={state?.covers ?? 0}
          wishes={wishes}
          price={price}
          priceAgain={look?.price_again_usd ?? 0}
          mutate={run.mutate}
          open={open === 'apply'}
          onOpenChange={(on) => setOpen(on ? 'apply' : null)}
        />
      )}
    </div>
  );
}

/** The context frame that is drawn: where it was dragged to, else where the server would cut. */
function framed(
  extends_: boolean,
  painted: boolean,
  dragged: Rect | null,
  planned: Rect | null,
): Rect | null {
  return extends_ || !painted ? null : (dragged ?? planned);
}
