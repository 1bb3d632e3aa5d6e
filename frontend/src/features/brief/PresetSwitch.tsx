import type { Model } from '@/api/types';
import { allRehearsed, presetArtists, presetOf, type Artists, type Preset } from '@/shared/lib/artists';
import { Segmented } from '@/shared/ui';

const LABELS: Readonly<Record<Preset, string>> = {
  rehearsal: 'Rehearse everything',
  draft: 'Draft',
  final: 'Final',
};

interface PresetSwitchProps {
  models: readonly Model[];
  artists: Artists;
  onChange: (artists: Artists) => void;
}

/** All four artists at once; none of the three where they were chosen one by one. */
export function PresetSwitch({ models, artists, onChange }: PresetSwitchProps) {
  const presets: Preset[] = ['rehearsal', 'draft', 'final'];
  const empty = (preset: Preset) =>
    preset !== 'rehearsal' && allRehearsed(presetArtists(models, preset))
      ? 'No model of this kind can be used yet. Enter a key under Providers.'
      : undefined;
  return (
    <Segmented<Preset>
      label="Artists for all stages"
      value={presetOf(models, artists)}
      onChange={(preset) => onChange(presetArtists(models, preset))}
      segments={presets.map((value) => ({
        value,
        label: LABELS[value],
        disabledBecause: empty(value),
      }))}
    />
  );
}
