import clsx from 'clsx';
import { ArrowDown, ArrowUp, Ellipsis, Plus, Trash2, Video } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Entity, Shot, StoryEdit } from '@/api/types';
import {
  Chip,
  DiffText,
  EditableText,
  IconButton,
  Menu,
  MenuCheck,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  Picture,
  SecondsField,
  Select,
} from '@/shared/ui';
import type { PlacedShot } from './retime';
import { MOVES, optionsOf, SIZES } from './shotOptions';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

/** A choice that reads as text until it is pointed at or has the focus. */
const CHOICE = '!px-1 [&_svg]:opacity-40 hover:[&_svg]:opacity-100';

export interface ShotRowProps {
  placed: PlacedShot;
  /** The shot as it was; null where changes are not shown. */
  before: Shot | undefined | null;
  entities: readonly Entity[];
  pictureOf: (entityId: string) => string | null | undefined;
  /** Name of the shot in the menus: only shown where a scene has several. */
  showCode: boolean;
  disabled: boolean;
  onEdit: (edits: StoryEdit[]) => void;
  /** Moves it one place; null where it can't go. */
  onMove: (step: -1 | 1) => (() => void) | null;
  onAdd: () => void;
  onRemove: (() => void) | null;
}

/** One shot of a scene: what happens, what is said, camera, cast. */
export function ShotRow(props: ShotRowProps) {
  const { placed, before, showCode, disabled, onEdit, onMove } = props;
  const { shot, code } = placed;
  const change = (fields: Partial<Omit<Shot, 'id'>>) => {
    onEdit([{ op: 'shot', id: shot.id, ...fields }]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    const move = event.altKey && step && !disabled ? onMove(step) : null;
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    // Alt with Up and Down moves the shot from wherever the focus is in it; the menu does the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li data-shot={shot.id} onKeyDown={onKeyDown} className="group/shot flex flex-col gap-1">
      <div className="flex items-start gap-2">
        {showCode && <b className="code mt-0.5 w-6 shrink-0 text-small font-semibold text-tx-3">{code}</b>}
        <div className="min-w-0 flex-1 text-tx-2">
          <EditableText
            label={`What happens in ${code}`}
            value={shot.action}
            disabled={disabled}
            onSave={(action) => {
              change({ action });
            }}
          >
            {before === null ? shot.action : <DiffText before={before?.action ?? ''} after={shot.action} />}
          </EditableText>
          <ShotWords
            shot={shot}
            before={before}
            code={code}
            entities={props.entities}
            disabled={disabled}
            onChange={change}
          />
        </div>
        <div className="-mt-0.5 -mr-1.5 flex shrink-0 items-center">
          {showCode && (
            <SecondsField
              label={`Seconds of ${code}`}
              seconds={shot.seconds}
              disabled={disabled}
              onSave={(seconds) => {
                change({ seconds });
              }}
            />
          )}
          <ShotMenu {...props} />
        </div>
      </div>
      <div className={clsx('flex flex-wrap items-center gap-x-1 gap-y-1.5', showCode && 'pl-8')}>
        <Video {...ICON} className="shrink-0 text-tx-3" />
        <Select
          quiet
          className={CHOICE}
          label={`Shot size of ${code}`}
          value={shot.size}
          options={optionsOf(SIZES)}
          disabled={disabled}
          onChange={(size) => {
            change({ size });
          }}
        />
        <Select
          quiet
          className={CHOICE}
          label={`Camera of ${code}`}
          value={shot.move}
          options={optionsOf(MOVES)}
          disabled={disabled}
          onChange={(move) => {
            change({ move });
          }}
        />
        <span className="ml-auto flex flex-wrap gap-1.5">
          {shot.who.map((id) => {
            const entity = props.entities.find((each) => each.id === id);
            return entity ? (
              <EntityChip key={id} name={entity.name} sha256={props.pictureOf(id)} small />
            ) : null;
          })}
        </span>
      </div>
    </li>
  );
}

function ShotWords({
  shot,
  before,
  code,
  entities,
  disabled,
  onChange,
}: {
  shot: Shot;
  before: Shot | undefined | null;
  code: string;
  entities: readonly Entity[];
  disabled: boolean;
  onChange: (fields: Partial<Omit<Shot, 'id'>>) => void;
}) {
  const speaker = entities.find(({ id }) => id === shot.speaker)?.name;
  const shown = (now: string, was: string | undefined): ReactNode =>
    before === null ? now : <DiffText before={was ?? ''} after={now} />;
  return (
    <>
      {(shot.line || before?.line) && (
        <p className="mt-1 text-tx">
          {speaker && <span className="text-tx-3">{speaker}: </span>}
          <EditableText
            mayBeEmpty
            label={`Spoken line of ${code}`}
            value={shot.line}
            placeholder="Add a line"
            disabled={disabled}
            onSave={(line) => {
              onChange({ line });
            }}
          >
            {shot.line ? <>“{shown(shot.line, before?.line)}”</> : undefined}
          </EditableText>
        </p>
      )}
      {(shot.caption || before?.caption) && shot.caption !== shot.line && (
        <p className="mt-1 text-small text-tx-2">
          <span className="text-tx-3">Caption: </span>
          <EditableText
            mayBeEmpty
            label={`Caption of ${code}`}
            value={shot.caption}
            placeholder="Add a caption"
            disabled={disabled}
            onSave={(caption) => {
              onChange({ caption });
            }}
          >
            {shot.caption ? shown(shot.caption, before?.caption) : undefined}
          </EditableText>
        </p>
      )}
    </>
  );
}

function ShotMenu({ placed, entities, disabled, onEdit, onMove, onAdd, onRemove }: ShotRowProps) {
  const { shot, code } = placed;
  const [up, down] = [onMove(-1), onMove(1)];
  const cast = entities.filter(({ kind }) => kind !== 'place');
  if (disabled) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={`Change shot ${code}`}>
          <Ellipsis {...ICON} />
        </IconButton>
      }
    >
      <MenuItem icon={<ArrowUp {...ICON} />} keys="alt+arrowup" disabled={!up} onSelect={() => up?.()}>
        Move earlier
      </MenuItem>
      <MenuItem
        icon={<ArrowDown {...ICON} />}
        keys="alt+arrowdown"
        disabled={!down}
        onSelect={() => down?.()}
      >
        Move later
      </MenuItem>
      <MenuItem icon={<Plus {...ICON} />} onSelect={onAdd}>
        Add a shot after this
      </MenuItem>
      {!shot.line && (
        <MenuItem
          onSelect={() => {
            onEdit([{ op: 'shot', id: shot.id, line: 'New line', speaker: shot.who[0] ?? '' }]);
          }}
        >
          Add a spoken line
        </MenuItem>
      )}
      {!shot.caption && (
        <MenuItem
          onSelect={() => {
            onEdit([{ op: 'shot', id: shot.id, caption: 'New caption' }]);
          }}
        >
          Add a caption
        </MenuItem>
      )}
      {cast.length > 0 && <MenuLabel>In this shot</MenuLabel>}
      {cast.map(({ id, name }) => (
        <MenuCheck
          key={id}
          checked={shot.who.includes(id)}
          onChange={(on) => {
            const who = on ? [...shot.who, id] : shot.who.filter((other) => other !== id);
            onEdit([{ op: 'shot', id: shot.id, who }]);
          }}
        >
          {name}
        </MenuCheck>
      ))}
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 {...ICON} />} disabled={!onRemove} onSelect={() => onRemove?.()}>
        Remove shot
      </MenuItem>
    </Menu>
  );
}

/** Who or what is in it, with its reference where there is one. */
export function EntityChip({
  name,
  sha256,
  small = false,
  isNew = false,
}: {
  name: string;
  sha256: string | null | undefined;
  small?: boolean;
  isNew?: boolean;
}) {
  return (
    <Chip
      {...(sha256 && {
        thumb: <Picture sha256={sha256} alt="" className="size-full !rounded-xs" sizes="24px" />,
      })}
      {...(isNew && { tone: 'accent' as const, icon: <Plus aria-hidden size={12} strokeWidth={1.75} /> })}
      className={clsx(small && '!min-h-[22px] !text-meta')}
    >
      {name}
      {isNew && ', new'}
    </Chip>
  );
}
