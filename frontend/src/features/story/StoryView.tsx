import clsx from 'clsx';
import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import type { Story, StoryEdit } from '@/api/types';
import { useReducedMotion } from '@/shared/hooks/useMediaQuery';
import { formatClock } from '@/shared/lib/time';
import { DiffText, EditableText } from '@/shared/ui';
import { placedShots, sceneSeconds, sceneStarts, storySeconds } from './retime';
import { SceneCard } from './SceneCard';
import { EntityChip } from './ShotRow';
import type { StoryBefore } from './storyDiff';

interface StoryViewProps {
  story: Story;
  before: StoryBefore | null;
  pictureOf: (entityId: string) => string | null | undefined;
  /** Editing waits while the writer writes. */
  disabled: boolean;
  onEdit: (edits: StoryEdit[]) => void;
}

/** The story as a document: heading, film strip of scenes, scene cards. */
export function StoryView({ story, before, pictureOf, disabled, onEdit }: StoryViewProps) {
  const [current, setCurrent] = useState<string | null>(null);
  const shots = placedShots(story);
  const changeStory = (fields: { title?: string; logline?: string; call_to_action?: string }) => {
    onEdit([{ op: 'story', ...fields }]);
  };
  return (
    <div className="px-3 py-5 sm:px-5">
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        <div className="min-w-64 flex-1">
          <h2 className="text-title font-semibold tracking-[-0.02em]">
            <EditableText
              label="Title"
              value={story.title}
              disabled={disabled}
              onSave={(title) => {
                changeStory({ title });
              }}
            >
              {before && <DiffText before={before.title} after={story.title} />}
            </EditableText>
          </h2>
          <p className="mt-1 max-w-[620px] text-section/[21px] text-tx-2">
            <EditableText
              label="Logline"
              value={story.logline}
              disabled={disabled}
              onSave={(logline) => {
                changeStory({ logline });
              }}
            >
              {before && <DiffText before={before.logline} after={story.logline} />}
            </EditableText>
          </p>
        </div>
        <div className="w-full max-w-[300px]">
          {story.framework && <p className="mb-1.5 text-small text-tx-3">Arc: {story.framework}</p>}
          <ul aria-label="Cast and places" className="flex flex-wrap gap-1.5">
            {story.entities.map(({ id, name, description }) => (
              <li key={id} title={description}>
                <EntityChip
                  name={name}
                  sha256={pictureOf(id)}
                  isNew={before !== null && !before.hasEntity(id)}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Remarks remarks={story.remarks} />
      <SceneStrip story={story} current={current} onGo={setCurrent} />
      <div className="grid gap-x-3 gap-y-2.5 md:grid-cols-2">
        {story.scenes.map((scene, index) => (
          <SceneCard
            key={scene.id}
            story={story}
            scene={scene}
            number={index + 1}
            shots={shots.filter((placed) => placed.scene.id === scene.id)}
            before={before}
            pictureOf={pictureOf}
            current={current === scene.id}
            disabled={disabled}
            onEdit={onEdit}
            onFocus={() => {
              setCurrent(scene.id);
            }}
          />
        ))}
      </div>
      {story.call_to_action && (
        <p className="mt-4 text-tx-2">
          <span className="text-tx-3">End card: </span>
          <EditableText
            label="End card"
            value={story.call_to_action}
            mayBeEmpty
            disabled={disabled}
            onSave={(words) => {
              changeStory({ call_to_action: words });
            }}
          />
        </p>
      )}
    </div>
  );
}

function Remarks({ remarks }: { remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <aside
      aria-label="Remarks of the writer"
      className="mt-4 flex gap-2.5 rounded-card bg-panel px-3.5 py-2.5 text-small text-tx-2"
    >
      <MessageSquareText aria-hidden size={15} strokeWidth={1.75} className="mt-0.5 shrink-0 text-tx-3" />
      <ul className="flex flex-col gap-1">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </aside>
  );
}

/** The scenes side by side, as wide as they are long. */
function SceneStrip({
  story,
  current,
  onGo,
}: {
  story: Story;
  current: string | null;
  onGo: (id: string) => void;
}) {
  const calm = useReducedMotion();
  const total = storySeconds(story);
  const starts = sceneStarts(story);
  return (
    <ol
      aria-label={`Scenes, ${total.toFixed(1)} seconds`}
      className="mt-[18px] mb-3.5 flex gap-[3px] overflow-x-auto"
    >
      {story.scenes.map((scene, index) => {
        const seconds = sceneSeconds(scene);
        const from = starts[index] ?? 0;
        return (
          <li key={scene.id} className="min-w-11" style={{ flex: `${String(seconds)} 1 0` }}>
            <button
              type="button"
              onClick={() => {
                onGo(scene.id);
                document
                  .getElementById(`scene-${scene.id}`)
                  ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
              }}
              className={clsx(
                'code flex h-[26px] w-full items-center gap-2 rounded-pic px-2 text-meta transition-colors duration-[80ms]',
                current === scene.id
                  ? 'bg-ac-tint shadow-[inset_0_0_0_1px_var(--color-ac)]'
                  : 'bg-panel hover:bg-hover',
              )}
            >
              <span className="sr-only">{`Scene ${String(index + 1)}, ${scene.title}, from ${formatClock(from)}`}</span>
              <span aria-hidden="true">{index + 1}</span>
              <span aria-hidden="true" className="ml-auto text-tx-3">
                {formatClock(from)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
