import clsx from 'clsx';
import { Diff } from 'lucide-react';
import type { Scene, Story, StoryEdit } from '@/api/types';
import { formatSeconds } from '@/shared/lib/time';
import { DiffText, EditableText, SecondsField, Tag } from '@/shared/ui';
import { moveBy, placedShots, sceneSeconds, type PlacedShot } from './retime';
import { EntityChip, ShotRow } from './ShotRow';
import { sceneChanged, type StoryBefore } from './storyDiff';

interface SceneCardProps {
  story: Story;
  scene: Scene;
  number: number;
  shots: readonly PlacedShot[];
  /** The story it is compared with; null where changes are not shown. */
  before: StoryBefore | null;
  pictureOf: (entityId: string) => string | null | undefined;
  current: boolean;
  disabled: boolean;
  onEdit: (edits: StoryEdit[]) => void;
  onFocus: () => void;
}

/** One scene: its heading and its shots, all editable in place. */
export function SceneCard(props: SceneCardProps) {
  const { story, scene, number, shots, before, pictureOf, current, disabled, onEdit, onFocus } = props;
  const place = story.entities.find(({ id }) => id === scene.place);
  const single = shots.length === 1 ? shots[0] : undefined;
  const changed = before !== null && sceneChanged(scene, before);
  const removable = placedShots(story).length > 1;
  return (
    // The focus of what is inside marks the scene on the strip; the card itself does nothing.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      id={`scene-${scene.id}`}
      aria-label={`Scene ${String(number)}, ${scene.title}`}
      onFocus={onFocus}
      className={clsx(
        'flex min-h-[148px] scroll-m-4 flex-col rounded-card bg-panel px-3.5 py-3',
        current && 'shadow-[inset_0_0_0_1.5px_var(--color-ac)]',
      )}
    >
      <header className="flex items-center gap-2">
        <b className="code text-body font-semibold">{number}</b>
        <h3 className="min-w-0 font-semibold">
          <EditableText
            label={`Title of scene ${String(number)}`}
            value={scene.title}
            disabled={disabled}
            onSave={(title) => {
              onEdit([{ op: 'scene', id: scene.id, title }]);
            }}
          >
            {before === null ? (
              scene.title
            ) : (
              <DiffText before={before.scene(scene.id)?.title ?? ''} after={scene.title} />
            )}
          </EditableText>
        </h3>
        {changed && (
          <Tag tone="bare" icon={<Diff aria-hidden size={13} strokeWidth={1.75} className="text-ok" />}>
            <span className="text-ok">changed</span>
          </Tag>
        )}
        <span className="ml-auto shrink-0">
          {single ? (
            <SecondsField
              label={`Seconds of scene ${String(number)}`}
              seconds={single.shot.seconds}
              disabled={disabled}
              onSave={(seconds) => {
                onEdit([{ op: 'shot', id: single.shot.id, seconds }]);
              }}
            />
          ) : (
            <span className="code px-1 text-small text-tx-2">{formatSeconds(sceneSeconds(scene))}</span>
          )}
        </span>
      </header>
      <ol className="mt-1.5 flex flex-1 flex-col gap-3">
        {shots.map((placed) => (
          <ShotRow
            key={placed.shot.id}
            placed={placed}
            before={before === null ? null : before.shot(placed.shot.id)}
            entities={story.entities}
            pictureOf={pictureOf}
            showCode={shots.length > 1}
            disabled={disabled}
            onEdit={onEdit}
            onMove={(step) => {
              const edit = moveBy(story, placed.shot.id, step);
              return (
                edit &&
                (() => {
                  onEdit([edit]);
                })
              );
            }}
            onAdd={() => {
              const { id, size, who } = placed.shot;
              onEdit([
                { op: 'add_shot', after: id, action: 'New shot', seconds: 2, size, move: 'static', who },
              ]);
            }}
            onRemove={
              removable
                ? () => {
                    onEdit([{ op: 'remove_shot', id: placed.shot.id }]);
                  }
                : null
            }
          />
        ))}
      </ol>
      <footer className="mt-2.5 flex flex-wrap items-center gap-1.5 text-small text-tx-3">
        {place && <EntityChip small name={place.name} sha256={pictureOf(place.id)} />}
        <span className="truncate">{[scene.time, scene.weather, scene.mood].filter(Boolean).join(', ')}</span>
      </footer>
    </article>
  );
}
