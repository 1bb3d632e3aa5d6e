import { describe, expect, it } from 'vitest';
import type { Operation, Take } from '@/api/types';
import { anItem, aProject, aTake } from '@/test/fixtures';
import { editForm, type TakeEdit } from './api';
import { letterOf, runOf, seamWords, stateOf, untouchedOf } from './candidates';
import { takeTree, type TakeNode } from './takeTree';
import { candidatesOf, coverWords, fieldsOf, missing, readWishes, USUAL_WISHES, withIntent } from './wishes';

const anEdit = (overrides: Partial<TakeEdit> = {}): TakeEdit => ({
  intent: 'replace',
  prompt: 'A red door',
  negative_prompt: '',
  mask: 'm',
  raw: 'r',
  box: { left: 0, top: 0, right: 512, bottom: 512 },
  sent: [1024, 1024],
  grow: 6,
  feather: 32,
  colour_match: 1,
  strength: 0.99,
  steps: null,
  guidance: null,
  model: 'rehearsal',
  margins: [0, 0, 0, 0],
  untouched: 841_500,
  again: '',
  changed: 0,
  seam: 1.1,
  ...overrides,
});

const aCandidate = (number: number, parent: number, minute: number, edit = anEdit()): Take =>
  aTake({
    number,
    parent,
    edit,
    origin: 'edit',
    created_at: `2026-11-20T11:${String(minute).padStart(2, '0')}:00Z`,
  });

const anOperation = (statuses: Operation['items'][number]['status'][]): Operation =>
  ({
    id: 'op_1',
    kind: 'edit',
    stage: 'storyboard',
    status: 'running',
    instruction: '',
    cost_usd: 0,
    created_at: '2026-11-20T11:00:00Z',
    finished_at: null,
    items: statuses.map((status) => ({
      item: 'frame_4a',
      status,
      message: status === 'failed' ? 'Refused. Not charged.' : '',
    })),
  }) as unknown as Operation;

describe('wishes', () => {
  it('leave the numbers to the intent, and take them again when the intent changes', () => {
    const own = { ...USUAL_WISHES, count: 2, strength: 0.5, prompt: 'door' };
    expect(candidatesOf(own)).toBe(2);
    const fix = withIntent(own, 'fix');
    expect([candidatesOf(fix), fix.strength, fix.prompt]).toEqual([2, null, 'door']);
    expect(candidatesOf(withIntent(own, 'remove'))).toBe(4);
  });

  it('say what is missing', () => {
    const words = { ...USUAL_WISHES, prompt: 'A red door' };
    expect(missing(words, 0)).toBe('Paint or select an area first.');
    expect(missing(words, 1)).toMatch(/Leave something/u);
    expect(missing(USUAL_WISHES, 0.1)).toBe('Say what should be there.');
    expect(missing(withIntent(USUAL_WISHES, 'remove'), 0.1)).toBeNull();
    expect(missing({ ...words, prompt: 'x'.repeat(5000) }, 0.1)).toBe(
      'That is 5,000 characters; the most is 2,000.',
    );
    expect(missing(withIntent(USUAL_WISHES, 'extend'), 0)).toMatch(/Drag the frame/u);
    expect(missing(words, 0.1)).toBeNull();
  });

  it('survive what another version stored', () => {
    expect(readWishes(null)).toEqual(USUAL_WISHES);
    expect(readWishes({ prompt: 'door' })).toEqual({ ...USUAL_WISHES, prompt: 'door' });
  });

  it('say how much is covered', () => {
    expect(coverWords(0, 0)).toBe('Nothing painted yet');
    expect(coverWords(0.0481, 1)).toBe('Mask covers 4.8 %, 1 region');
    expect(coverWords(0.123, 3)).toBe('Mask covers 12 %, 3 regions');
    expect(coverWords(0.0001, 1)).toBe('Mask covers under 0.1 %, 1 region');
  });
});

describe('the request', () => {
  it('has only what was chosen', () => {
    const box = { left: 10.4, top: 20, right: 300, bottom: 200 };
    const form = editForm(fieldsOf({ ...USUAL_WISHES, prompt: ' door ', seed: 7 }, 3, box), {
      mask: new Blob(['m'], { type: 'image/png' }),
      protect: null,
    });
    const sent = Object.fromEntries([...form].filter(([name]) => name !== 'mask'));
    expect(sent).toEqual({
      intent: 'replace',
      prompt: 'door',
      negative_prompt: '',
      take: '3',
      count: '4',
      seed: '7',
      edge: 'auto',
      context: 'auto',
      box: '10,20,300,200',
      again: 'true',
      fill_holes: 'true',
    });
    expect(form.get('mask')).toBeInstanceOf(File);
  });

  it('has margins and no frame to extend', () => {
    const wishes = {
      ...withIntent(USUAL_WISHES, 'extend'),
      margins: { left: 0, top: 0, right: 256, bottom: 0 },
    };
    const fields = fieldsOf(wishes, 1, { left: 0, top: 0, right: 9, bottom: 9 });
    const form = editForm({ ...fields, items: ['frame_4b', 'frame_5a'] }, { mask: null, protect: null });
    expect([form.get('margins'), form.get('box'), form.get('mask')]).toEqual(['0,0,256,0', null, null]);
    expect(form.get('items')).toBe('frame_4b,frame_5a');
  });
});

describe('candidates', () => {
  const item = anItem({ takes: [aTake(), aCandidate(2, 1, 0), aCandidate(3, 1, 4), aCandidate(4, 2, 5)] });
  const operation = anOperation(['succeeded', 'running', 'failed', 'failed']);
  const project = aProject({ items: [item], operations: [operation] });

  it('are the takes made from the edited one since the run began', () => {
    const run = runOf(project, 'frame_4a', 1);
    expect(run).toEqual({ operation: 'op_1', base: 1, startedAt: '2026-11-20T11:00:00Z' });
    if (!run) return;
    const state = stateOf(project, item, run);
    expect(state.takes.map(({ number }) => number)).toEqual([2, 3]);
    expect([state.waiting, state.over, state.problems]).toEqual([1, false, ['Refused. Not charged.']]);
    expect(runOf(project, 'frame_9z', 1)).toBeNull();
    expect([letterOf(0), letterOf(3)]).toEqual(['A', 'D']);
  });

  it('say how many pixels are the same, rounded down, and when some are not', () => {
    const clean = aCandidate(2, 1, 0);
    expect(untouchedOf(clean)).toEqual({
      same: 841_500,
      percent: '91.3',
      checked: true,
      changed: 0,
    });
    const all = aCandidate(2, 1, 0, anEdit({ untouched: 921_500 }));
    expect(untouchedOf(all)?.percent).toBe('99.9');
    expect(untouchedOf(aCandidate(2, 1, 0, anEdit({ changed: 12 })))?.checked).toBe(false);
    expect(untouchedOf(aTake())).toBeNull();
    expect([seamWords(1.08), seamWords(1.5), seamWords(2.4), seamWords(null)]).toEqual([
      'Seam 1.08, hidden',
      'Seam 1.50, faint',
      'Seam 2.40, visible',
      'Seam not measured',
    ]);
  });
});

describe('the tree of takes', () => {
  it('follows the parents and loses no take', () => {
    const takes = [
      aTake({ number: 1 }),
      aTake({ number: 4, parent: 2 }),
      aTake({ number: 2, parent: 1 }),
      aTake({ number: 3, parent: 1 }),
      aTake({ number: 5, parent: 99 }),
      aTake({ number: 6, parent: 6 }),
    ];
    const shape = (nodes: readonly TakeNode[]): unknown =>
      nodes.map(({ take, children }) => [take.number, shape(children)]);
    expect(shape(takeTree(takes))).toEqual([
      [
        1,
        [
          [2, [[4, []]]],
          [3, []],
        ],
      ],
      [5, []],
      [6, []],
    ]);
  });
});
