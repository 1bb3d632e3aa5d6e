import clsx from 'clsx';
import { Ellipsis, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectCard } from '@/api/types';
import { formatAmount } from '@/shared/lib/money';
import { formatClock, formatMoment } from '@/shared/lib/time';
import { IconButton, Menu, MenuItem, Picture, Tag } from '@/shared/ui';
import { cardLine, stageMarks, type StageMark } from './cardWords';

const MARKS: Record<StageMark, string> = { done: 'bg-tx-2', now: 'bg-ac', later: 'bg-line-2' };

function Marks({ card }: { card: ProjectCard }) {
  return (
    <span aria-hidden className="flex shrink-0 gap-0.5">
      {stageMarks(card).map((mark, index) => (
        <span key={index} className={clsx('h-[3px] w-3.5 rounded-full', MARKS[mark])} />
      ))}
    </span>
  );
}

function Tags({ card }: { card: ProjectCard }) {
  const tags = [
    card.working && (
      <Tag key="making" tone="accent">
        making
      </Tag>
    ),
    card.stale > 0 && (
      <Tag key="stale" tone="stale">
        {card.stale} stale
      </Tag>
    ),
    card.failed > 0 && (
      <Tag key="failed" tone="fail">
        {card.failed} failed
      </Tag>
    ),
    card.delivered && (
      <Tag key="delivered" tone="ok">
        delivered
      </Tag>
    ),
  ].filter(Boolean);
  if (tags.length > 0) return <>{tags}</>;
  if (card.rehearsal) return <Tag>rehearsal</Tag>;
  return <span className="text-meta whitespace-nowrap text-tx-3">{formatMoment(card.updated_at)}</span>;
}

interface TileProps {
  card: ProjectCard;
  onDelete: (card: ProjectCard) => void;
}

function More({ card, onDelete }: TileProps) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={`More for ${card.title}`} className="-my-1 -mr-1.5 !text-tx-3 hover:!text-tx">
          <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <MenuItem
        danger
        icon={<Trash2 aria-hidden size={16} strokeWidth={1.75} />}
        onSelect={() => onDelete(card)}
      >
        Delete
      </MenuItem>
    </Menu>
  );
}

const spent = (card: ProjectCard) => (card.rehearsal ? 'free' : `${formatAmount(card.spent_usd)} spent`);

const Length = ({ card }: { card: ProjectCard }) => (
  <span className="code absolute right-1.5 bottom-1.5 rounded-tag bg-black/72 px-[5px] text-meta leading-[18px] text-white">
    {formatClock(card.duration_s)}
  </span>
);

/** A project in the grid. */
export function ProjectTile({ card, onDelete }: TileProps) {
  return (
    <article className="group min-w-0">
      <Link to={`/projects/${card.id}/${card.stage}`} tabIndex={-1} aria-hidden="true" className="block">
        <Picture
          sha256={card.poster}
          alt=""
          aspect="16 / 9"
          fit={card.aspect_ratio === '16:9' || card.aspect_ratio === '21:9' ? 'cover' : 'contain'}
          sizes="(min-width: 75rem) 20rem, (min-width: 37.5rem) 33vw, 100vw"
          className="!rounded-card outline-offset-2 outline-ac group-has-[a:focus-visible]:outline-2"
        >
          {card.poster === null && (
            <span className="absolute inset-0 grid place-items-center text-small text-tx-3">
              No pictures yet
            </span>
          )}
          <Length card={card} />
        </Picture>
      </Link>
      <div className="mt-[9px] flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">
          <Link to={`/projects/${card.id}/${card.stage}`} className="!outline-none hover:underline">
            {card.title}
          </Link>
        </h3>
        <span className="num text-small whitespace-nowrap text-tx-3">{spent(card)}</span>
        <More card={card} onDelete={onDelete} />
      </div>
      <div className="mt-0.5 flex items-center gap-2 text-small text-tx-3">
        <Marks card={card} />
        <span className="min-w-0 flex-1 truncate">{cardLine(card)}</span>
        <Tags card={card} />
      </div>
    </article>
  );
}

/** A project in the list. */
export function ProjectRow({ card, onDelete }: TileProps) {
  return (
    <article className="flex items-center gap-3 rounded-card bg-panel p-1.5 pr-3">
      <Picture sha256={card.poster} alt="" aspect="16 / 9" sizes="96px" className="w-24 shrink-0">
        <Length card={card} />
      </Picture>
      <div className="min-w-0 flex-1">
        <h3 className="truncate font-semibold">
          <Link to={`/projects/${card.id}/${card.stage}`} className="rounded-xs hover:underline">
            {card.title}
          </Link>
        </h3>
        <div className="flex items-center gap-2 text-small text-tx-3">
          <Marks card={card} />
          <span className="truncate">{cardLine(card)}</span>
        </div>
      </div>
      <span className="flex gap-1.5 max-sm:hidden">
        <Tags card={card} />
      </span>
      <span className="num w-24 text-right text-small whitespace-nowrap text-tx-3 max-sm:hidden">
        {spent(card)}
      </span>
      <More card={card} onDelete={onDelete} />
    </article>
  );
}
