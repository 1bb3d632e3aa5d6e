import { useState } from 'react';
import type { Item, LiveWaiting, Story, Take } from '@/api/types';
import { ByHand } from '@/features/story/ByHand';
import { ChangesSwitch } from '@/features/story/ChangesSwitch';
import { Rewriting } from '@/features/story/Rewriting';
import { comparedTake, storyBefore, storyChange, storyWords } from '@/features/story/storyDiff';
import { storySeconds } from '@/features/story/retime';
import { storyTrouble, StoryWays } from '@/features/story/StoryTrouble';
import { StoryView } from '@/features/story/StoryView';
import { StoryFailed, StoryWriting } from '@/features/story/StoryWriting';
import { TakesStrip } from '@/features/takes/TakesStrip';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { lineWords, turnWords } from '@/shared/lib/failures';
import { nextTake, shownTake } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { countOf } from '@/shared/lib/words';
import { Banner } from '@/shared/ui';
import { ConfirmLine } from '../ConfirmLine';
import { approveQuestion } from '../Verdict';
import { entityPicture } from './pictures';
import type { StageProps } from './stageProps';
import { StageTop } from './StageTop';

/** The story: read, changed by hand, compared with its earlier takes, approved. */
export function StoryStage(props: StageProps) {
  const { project, live, shape, actions } = props;
  const [asking, setAsking] = useState<'approve' | 'again' | null>(null);
  const [showing, setShowing] = useState(false);
  const [since, setSince] = useState<number | null>(null);
  const item = project.items.find(({ kind }) => kind === 'story');
  const take = item && shownTake(item);
  const others = item?.takes.filter(({ number, story }) => story && number !== take?.number) ?? [];
  const compared =
    take && (others.find(({ number }) => number === since) ?? comparedTake(others, take) ?? others[0]);
  const story = project.story;
  const canShow = compared?.story !== undefined && compared.story !== null;
  useShortcuts(
    [
      {
        keys: 'd',
        label: 'Show or hide changes',
        group: 'Story',
        run: () => {
          setShowing(!showing);
        },
      },
      {
        keys: 'r',
        label: 'Write again, asks first',
        group: 'Story',
        run: () => {
          setAsking('again');
        },
      },
    ],
    canShow || take !== undefined,
  );
  if (!item) return null;
  const close = () => {
    setAsking(null);
  };
  const ask = () => {
    setAsking('approve');
  };
  if (!story) {
    return (
      <>
        <StageTop {...props} counts="" asking={false} onAskApprove={ask} />
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          {item.work ? (
            <StoryWriting
              item={item}
              live={live.progressOf(item.id)}
              waiting={live.waitingOf(item.id)}
              vendor={props.vendor}
              onCancel={() => {
                actions.cancel(item);
              }}
            />
          ) : (
            <StoryFailed
              item={item}
              vendor={props.vendor}
              onCheck={() => {
                actions.check(item);
              }}
              onBudget={() => {
                actions.askBudget(item);
              }}
              onRetry={() => {
                if (item.failure) actions.retry(item);
                else actions.generate('story');
              }}
            />
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <StageTop {...props} counts={storyCounts(story)} asking={asking !== null} onAskApprove={ask}>
        {canShow && compared.story && take && (
          <ChangesSwitch
            story={story}
            take={take.number}
            compared={compared}
            others={others}
            showing={showing}
            onSince={setSince}
            onShowing={setShowing}
            onMerge={(source, scenes) => {
              actions.merge({ into: take.number, source, scenes });
            }}
          />
        )}
      </StageTop>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {item.work && (
          <Rewriting
            item={item}
            line={waitLine(live.waitingOf(item.id), props.vendor)}
            share={Math.max(item.work.progress, live.progressOf(item.id)?.progress ?? 0)}
            onCancel={() => {
              actions.cancel(item);
            }}
          />
        )}
        {item.failure && !item.work && (
          <Banner
            tone="fail"
            icon={null}
            className="mx-3 mt-3 rounded-card sm:mx-5"
            action={
              <StoryWays
                item={item}
                onRetry={() => {
                  actions.retry(item);
                }}
                onCheck={() => {
                  actions.check(item);
                }}
                onBudget={() => {
                  actions.askBudget(item);
                }}
              />
            }
          >
            Take {nextTake(item)} was not made. {storyTrouble({ item, vendor: props.vendor }).words}
          </Banner>
        )}
        <StoryView
          story={story}
          before={showing && canShow && compared.story ? storyBefore(compared.story) : null}
          pictureOf={(id) => entityPicture(project, id)}
          disabled={item.work !== null}
          onEdit={actions.editStory}
        />
      </div>
      {asking === 'approve' && (
        <ConfirmLine
          quiet={props.planWaits}
          verb="Approve story"
          onClose={close}
          onConfirm={() => {
            actions.approve('story', false);
          }}
        >
          {approveQuestion(project, shape)}
        </ConfirmLine>
      )}
      {asking === 'again' && (
        <ConfirmLine
          quiet={props.planWaits}
          verb={`Write take ${String(nextTake(item))}, ${formatUsd(item.price_usd)}`}
          onClose={close}
          onConfirm={() => {
            actions.regenerate('story', ['story']);
          }}
        >
          Writes the story anew from the brief. The takes there are stay.
        </ConfirmLine>
      )}
      <TakesStrip
        item={item}
        ratio={1}
        changeOf={(each) => changeWords(item, each)}
        onPick={(number) => {
          actions.pick(item, number);
        }}
        onAnother={undefined}
        onCompare={undefined}
        onUpload={undefined}
        trailing={<ByHand take={nextTake(item)} selected={item.selected} />}
      />
    </>
  );
}

function waitLine(waiting: LiveWaiting | undefined, vendor: string): string {
  return waiting ? `, ${lineWords(waiting.place, vendor)}, ${turnWords(waiting.seconds_left)}` : '';
}

function storyCounts(story: Story): string {
  const words = storyWords(story);
  return `${countOf(story.scenes.length, 'scene')}, ${storySeconds(story).toFixed(1)} s, ${countOf(words, 'word')}`;
}

/** "28 words added, 5 cut" against the take it came from. */
function changeWords(item: Item, take: Take): string {
  const before = comparedTake(item.takes, take);
  if (!before?.story || !take.story)
    return take.model ? `${take.model}, ${formatUsd(take.cost_usd)}` : formatUsd(take.cost_usd);
  const { added, removed } = storyChange(before.story, take.story);
  if (added === 0 && removed === 0) return 'Times, order or cast';
  return `${countOf(added, 'word')} added, ${String(removed)} cut`;
}
