import { Archive, Captions, Download, FileText, Film, Scissors, type LucideIcon } from 'lucide-react';
import { exportUrl, type ExportKind } from '@/api/projects';
import type { CutSettings, Item, LiveProgress } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { Button, ProgressBar, Segmented, Switch, Tooltip } from '@/shared/ui';

interface CutPanelProps {
  projectId: string;
  /** The item of the cut; undefined before there are clips. */
  cut: Item | undefined;
  settings: CutSettings;
  live: LiveProgress | undefined;
  frames: number;
  /** Why the film can't be cut now; "" when it can. */
  blockedBecause: string;
  onSettings: (settings: CutSettings) => void;
  onCut: () => void;
}

/** How the clips are joined, and the files that can be taken away. */
export function CutPanel({
  projectId,
  cut,
  settings,
  live,
  frames,
  blockedBecause,
  onSettings,
  onCut,
}: CutPanelProps) {
  const change = (fields: Partial<CutSettings>) => {
    onSettings({ ...settings, ...fields });
  };
  return (
    <section
      aria-label="Cut and deliveries"
      className="w-full shrink-0 overflow-y-auto border-line bg-panel px-4 py-3 max-md:border-t md:w-[292px] md:border-l"
    >
      <CutHead cut={cut} live={live} blockedBecause={blockedBecause} onCut={onCut} />
      <div className="mt-1.5 flex flex-col [&>*]:min-h-[34px]">
        <div className="flex items-center justify-between text-small text-tx-2">
          Transitions
          <Segmented
            label="Transitions"
            value={
              settings.transition === 'cut' || settings.transition === 'dissolve'
                ? settings.transition
                : 'own'
            }
            onChange={(transition) => {
              change({ transition });
            }}
            segments={[
              { value: 'cut', label: 'Cut' },
              { value: 'dissolve', label: 'Dissolve' },
            ]}
          />
        </div>
        <Switch
          label="Captions in the picture"
          checked={settings.captions}
          onChange={(captions) => {
            change({ captions });
          }}
        />
        <Switch
          label="Music"
          checked={settings.music}
          onChange={(music) => {
            change({ music });
          }}
        />
        <Switch
          label="Title and end card"
          checked={settings.title}
          onChange={(title) => {
            change({ title });
          }}
        />
      </div>
      <h2 className="mt-4 font-semibold">Deliveries</h2>
      <Deliveries projectId={projectId} cut={cut} frames={frames} />
    </section>
  );
}

function CutHead({
  cut,
  live,
  blockedBecause,
  onCut,
}: Pick<CutPanelProps, 'cut' | 'live' | 'blockedBecause' | 'onCut'>) {
  const price = formatUsd(cut?.price_usd ?? 0);
  const share = Math.max(cut?.work?.progress ?? 0, live?.progress ?? 0);
  const made = cut?.selected ?? null;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{made === null ? 'Cut' : `Cut, take ${String(made)}`}</h2>
        {!cut?.work && (
          <Button size="compact" aria-disabled={blockedBecause !== ''} onClick={onCut}>
            {made === null ? 'Cut the film' : 'Cut again'}, {price}
          </Button>
        )}
      </div>
      {cut?.work && (
        <div className="mt-2">
          <p className="num text-small text-tx-2">
            {share > 0 ? `Cutting, ${String(Math.round(share * 100))} %` : 'Cutting'}
          </p>
          <ProgressBar label="Cutting the film" value={share > 0 ? share : null} className="mt-1" />
        </div>
      )}
      {!cut?.work && blockedBecause && <p className="mt-1 text-small text-tx-3">{blockedBecause}</p>}
      {!cut?.work && cut?.failure && <p className="mt-1 text-small text-fail">{cut.failure.message}</p>}
      {!cut?.work && cut?.stale && (
        <p className="mt-1 text-small text-stale">Stale: {cut.stale.causes.join(' ')}</p>
      )}
    </>
  );
}

interface Delivery {
  icon: LucideIcon;
  name: string;
  files: readonly { kind: ExportKind; label: string }[];
  size: string;
  needsCut: boolean;
}

function deliveriesOf(cut: Item | undefined, frames: number): Delivery[] {
  const media = cut?.takes.find((take) => take.number === cut.selected)?.media;
  const film = media ? `${String(media.width)} × ${String(media.height)}, ${megabytes(media.bytes)}` : '';
  return [
    { icon: Film, name: 'MP4', files: [{ kind: 'mp4', label: 'MP4' }], size: film, needsCut: true },
    {
      icon: Captions,
      name: 'SRT and VTT',
      files: [
        { kind: 'srt', label: 'SRT' },
        { kind: 'vtt', label: 'VTT' },
      ],
      size: '2 caption files',
      needsCut: false,
    },
    {
      icon: FileText,
      name: 'PDF storyboard',
      files: [{ kind: 'pdf', label: 'PDF' }],
      size: `${String(frames)} frames`,
      needsCut: false,
    },
    {
      icon: Scissors,
      name: 'Timelines',
      files: [
        { kind: 'otio', label: 'OTIO' },
        { kind: 'fcpxml', label: 'FCPXML' },
        { kind: 'edl', label: 'EDL' },
      ],
      size: 'For editors',
      needsCut: true,
    },
    {
      icon: Archive,
      name: 'ZIP of everything',
      files: [{ kind: 'zip', label: 'ZIP' }],
      size: 'Film, takes and documents',
      needsCut: true,
    },
  ];
}

function Deliveries({
  projectId,
  cut,
  frames,
}: {
  projectId: string;
  cut: Item | undefined;
  frames: number;
}) {
  const hasCut = cut !== undefined && cut.selected !== null;
  const older = hasCut && cut.stale !== null;
  return (
    <ul className="mt-1">
      {deliveriesOf(cut, frames).map(({ icon: Icon, name, files, size, needsCut }) => {
        const ready = hasCut || !needsCut;
        return (
          <li
            key={name}
            className="flex min-h-[43px] flex-wrap items-center gap-2.5 border-t border-line py-1 text-small first:border-0"
          >
            <Icon aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-tx-3" />
            <div className="min-w-0 flex-1">
              <p className="truncate">{name}</p>
              <p
                className={
                  older && needsCut ? 'truncate text-meta text-stale' : 'truncate text-meta text-tx-3'
                }
              >
                {!ready ? 'When the film is cut' : older && needsCut ? 'Older than the clips' : size}
              </p>
            </div>
            {ready && (
              <span className="flex gap-0.5">
                {files.map((file) => (
                  <DownloadLink key={file.kind} projectId={projectId} {...file} alone={files.length === 1} />
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DownloadLink({
  projectId,
  kind,
  label,
  alone,
}: {
  projectId: string;
  kind: ExportKind;
  label: string;
  alone: boolean;
}) {
  const link = (
    <a
      href={exportUrl(projectId, kind)}
      download
      aria-label={`Download ${label}`}
      className="touch inline-flex min-h-7 min-w-7 items-center justify-center rounded-btn px-1.5 text-meta font-medium text-tx-2 transition-colors duration-[80ms] hover:bg-hover hover:text-tx"
    >
      {alone ? <Download aria-hidden size={16} strokeWidth={1.75} /> : label}
    </a>
  );
  return alone ? <Tooltip text={`Download ${label}`}>{link}</Tooltip> : link;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
