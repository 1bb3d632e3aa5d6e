import type {
  CutSettings,
  Example,
  Item,
  Media,
  Note,
  Operation,
  Plan,
  Project,
  ProjectCard,
  Scene,
  Setup,
  Shot,
  Stage,
  StageShape,
  Story,
  Take,
} from '@/api/types';

/** A day and a time on it, UTC. */
const at = (time: string) => `2026-11-20T${time}:00Z`;

/** A made-up but well-formed sha256 for a picture's name. */
export const shaOf = (name: string) =>
  Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')
    .slice(0, 64);

export const aPicture = (name: string): Media => ({
  sha256: shaOf(name),
  media_type: 'image/webp',
  width: 1280,
  height: 720,
  seconds: null,
  bytes: 84_210,
});

const usualCut: CutSettings = {
  transition: 'cut',
  captions: true,
  music: true,
  title: true,
  transition_s: 0.5,
  direction: 'left',
  joins: [],
  clips: [],
  order: [],
  left_out: [],
  caption_look: { scale: 1, place: 'bottom', ground: 'outline', upper: false, by_word: false },
  end_card: { on: true, text: '', call_to_action: '', logo: '', seconds: 2.2 },
  match_colour: false,
  mood: 'warm',
  music_file: '',
  duck_db: 11,
  loudness: -14,
  narration: { on: false, voice: '', speed: 1, stretch: true },
  fps: 24,
};

export const aTake = (overrides: Partial<Take> = {}): Take => ({
  id: `take_${String(overrides.number ?? 1)}`,
  number: 1,
  origin: 'generated',
  created_at: at('10:04'),
  note: '',
  parent: null,
  media: aPicture('4A'),
  story: null,
  cut: null,
  adjustment: null,
  edit: null,
  prompt: 'Wheelhouse, dawn, a ferry pilot at the wheel, gouache',
  model: 'rehearsal-painter',
  provider: 'rehearsal',
  seed: 41,
  made_from: [],
  cost_usd: 0,
  scores: [
    {
      name: 'Match',
      value: 82,
      scale: '0 to 100',
      method: 'Share of named things found in the picture',
      region: null,
    },
  ],
  overall: {
    name: 'Overall',
    value: 82,
    scale: '0 to 100',
    method: 'The weighted mean of what was measured: match 82 (100%).',
    region: null,
  },
  overall_parts: [{ name: 'Match', mark: 82, weight: 1 }],
  scoring: 'done',
  drawn: [],
  not_drawn: [],
  like: null,
  prompt_parts: [],
  warnings: [],
  copied: 0,
  ...overrides,
});

export const anItem = (overrides: Partial<Item> = {}): Item => ({
  id: 'frame_4a',
  locks: [],
  stage: 'storyboard',
  kind: 'frame',
  label: 'Frame 4A',
  code: '4A',
  number: 5,
  summary: 'Ingrid takes the wheel in the fog',
  shot: 'shot_4a',
  entity: null,
  start_s: 14,
  seconds: 3,
  line: '',
  caption: '',
  selected: 1,
  takes: [aTake()],
  stale: null,
  kept: [],
  candidates: [],
  failure: null,
  work: null,
  price_usd: 0.04,
  usual_seconds: 14,
  making: null,
  ...overrides,
});

const aShot = (id: string, seconds: number, action: string, overrides: Partial<Shot> = {}): Shot => ({
  id,
  seconds,
  action,
  size: 'wide',
  move: 'static',
  who: ['ingrid'],
  line: '',
  speaker: '',
  caption: '',
  ...overrides,
});

const aScene = (number: number, title: string, shots: Shot[], overrides: Partial<Scene> = {}): Scene => ({
  id: `scene_${String(number)}`,
  title,
  place: 'harbour',
  time: 'dawn',
  weather: 'fog',
  mood: 'quiet',
  shots,
  ...overrides,
});

const SCENES: Scene[] = [
  aScene(1, 'Harbour, blue hour', [
    aShot('shot_1a', 2.5, 'Harbour asleep, one window lit', { who: [] }),
    aShot('shot_1b', 2.5, 'Push in to the waiting ferry', { move: 'push in', who: [] }),
  ]),
  aScene(2, 'The pier', [
    aShot('shot_2a', 4, 'Ingrid walks down the pier in the snow, thermos under her arm', {
      line: 'Morning, Captain.',
      speaker: 'emil',
      caption: 'Morning, Captain.',
    }),
  ]),
  aScene(3, 'First pour', [aShot('shot_3a', 5, 'First pour, lamp light only', { size: 'close-up' })], {
    place: 'wheelhouse',
  }),
  aScene(
    4,
    'Wheelhouse',
    [
      aShot('shot_4a', 3, 'Ingrid takes the wheel in the fog', { size: 'medium' }),
      aShot('shot_4b', 3, 'Profile, first sip', { size: 'close-up' }),
    ],
    { place: 'wheelhouse' },
  ),
  aScene(5, 'Foredeck', [
    aShot('shot_5a', 4, 'Emil points from the foredeck', {
      who: ['emil'],
      line: 'There it is.',
      speaker: 'emil',
      caption: 'There it is.',
    }),
    aShot('shot_5b', 2, "Close on Emil's hands and the line", { who: ['emil'], size: 'close-up' }),
  ]),
  aScene(6, 'The fog lifts', [
    aShot('shot_6a', 3, 'The ferry sails into the sun, small on a wide fjord', { size: 'wide', who: [] }),
    aShot('shot_6b', 3, 'Title over water', { who: [], caption: 'Norrhavn. First up.' }),
  ]),
];

export const aStory: Story = {
  title: 'First Ferry',
  logline:
    "A ferry pilot's twenty-year ritual, one cup before the world wakes, told in the half hour before sunrise.",
  framework: 'Ritual, doubt, release',
  entities: [
    { id: 'ingrid', kind: 'character', name: 'Ingrid', description: 'Ferry pilot, fifties, red wool cap' },
    { id: 'emil', kind: 'character', name: 'Emil', description: 'Deckhand, yellow raincoat' },
    { id: 'harbour', kind: 'place', name: 'Harbour', description: 'A small Nordic harbour' },
    { id: 'wheelhouse', kind: 'place', name: 'Wheelhouse', description: 'Brass, wood, three windows' },
    { id: 'tin', kind: 'product', name: 'Norrhavn tin', description: 'Dark blue coffee tin' },
  ],
  scenes: SCENES,
  style: 'gouache',
  call_to_action: 'Norrhavn. First up.',
  language: 'en',
  remarks: [],
};

const THREE_TAKES = [1, 2, 3].map((number) =>
  aTake({ number, id: `take_${String(number)}`, media: aPicture(`4A${String(number)}`) }),
);

const FRAME_STATES: Record<string, Partial<Item>> = {
  '2A': {
    stale: { causes: ['Harbour is now take 3'], renew_usd: 0.04, renew_seconds: 14 },
  },
  '4A': { takes: THREE_TAKES, selected: 3 },
  '5B': {
    takes: [],
    selected: null,
    failure: {
      code: 'refused',
      message: 'Provider refused the prompt: "hands, knife".',
      charged: false,
      retryable: true,
      operation: 'op_board',
    },
  },
  '6B': {
    takes: [],
    selected: null,
    work: {
      operation: 'op_board',
      status: 'running',
      position: null,
      started_at: at('10:12'),
      progress: 0.62,
      usual_seconds: 14,
    },
  },
};

function framesOf(story: Story): Item[] {
  let start = 0;
  let number = 0;
  return story.scenes.flatMap((scene, index) =>
    scene.shots.map((shot, place) => {
      const code = `${String(index + 1)}${String.fromCharCode(65 + place)}`;
      number += 1;
      const item = anItem({
        id: `frame_${shot.id}`,
        label: `Frame ${code}`,
        code,
        number,
        summary: shot.action,
        shot: shot.id,
        start_s: start,
        seconds: shot.seconds,
        line: shot.line,
        caption: shot.caption,
        takes: [aTake({ id: `take_${code}`, media: aPicture(code) })],
        ...FRAME_STATES[code],
      });
      start += shot.seconds;
      return item;
    }),
  );
}

const storyItem: Item = anItem({
  id: 'story',
  stage: 'story',
  kind: 'story',
  label: 'Story',
  code: '',
  number: 1,
  summary: aStory.logline,
  shot: null,
  start_s: null,
  seconds: 32,
  selected: 2,
  takes: [
    aTake({ id: 'take_s1', number: 1, media: null, story: aStory, scores: [], created_at: at('09:41') }),
    aTake({
      id: 'take_s2',
      number: 2,
      origin: 'note',
      note: 'Less slogan, more silence',
      parent: 1,
      media: null,
      story: aStory,
      scores: [],
      created_at: at('09:44'),
    }),
  ],
  price_usd: 0,
});

const referenceItems: Item[] = aStory.entities.map((entity, index) =>
  anItem({
    id: `ref_${entity.id}`,
    stage: 'references',
    kind: entity.kind,
    label: entity.name,
    code: entity.name,
    number: index + 1,
    summary: entity.description,
    shot: null,
    entity: entity.id,
    start_s: null,
    seconds: null,
    takes: [aTake({ id: `take_${entity.id}`, media: aPicture(entity.id) })],
  }),
);

const aStage = (name: Stage, overrides: Partial<StageShape> = {}): StageShape => ({
  name,
  state: 'approved',
  approved_at: at('09:52'),
  total: 1,
  made: 1,
  stale: 0,
  failed: 0,
  blockers: [],
  lapsed_because: '',
  next: { items: 0, usd_min: 0, usd_max: 0, usd_likely: 0, seconds_min: 0, seconds_max: 0 },
  ...overrides,
});

export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  id: 'plan_1',
  note: 'note_1',
  stage: 'storyboard',
  state: 'proposed',
  summary: 'Light and colour: pre-dawn, colder',
  changes: ['4a', '4b', '5a'].map((shot) => ({
    item: `frame_shot_${shot}`,
    label: `Frame ${shot.toUpperCase()}`,
    instruction: 'Pre-dawn light, colder',
    take: null,
    kind: 'make' as const,
    adjustment: null,
    adjusts: '',
    locks: [],
    keeps: [],
  })),
  keep: 'Framing, poses, cast, the other 7 frames',
  price: { items: 3, usd_min: 0.12, usd_max: 0.12, usd_likely: 0.12, seconds_min: 35, seconds_max: 60 },
  stale: [],
  outdated_because: '',
  operation: null,
  created_at: at('10:14'),
  options: [],
  option: 0,
  undoes: null,
  can_undo: false,
  locked: '',
  ...overrides,
});

export const aNote = (overrides: Partial<Note> = {}): Note => ({
  id: 'note_1',
  text: 'These three feel like different mornings. One light, colder, sun not up yet.',
  stage: 'storyboard',
  items: ['frame_shot_4a', 'frame_shot_4b', 'frame_shot_5a'],
  created_at: at('10:14'),
  reply:
    'Agreed: 4A is dawn, 5A is flat fog. I would hold all three at ten minutes before sunrise. Poses and framing stay.',
  reply_state: 'done',
  replied_at: at('10:14'),
  plan: 'plan_1',
  kind: 'change',
  targets: [],
  choices: [],
  ...overrides,
});

export const anOperation = (overrides: Partial<Operation> = {}): Operation => ({
  id: 'op_board',
  kind: 'generate',
  stage: 'storyboard',
  status: 'running',
  instruction: '',
  items: [],
  created_at: at('10:11'),
  finished_at: null,
  cost_usd: 0,
  ...overrides,
});

/** A project whose storyboard is in review: a stale frame, a failed one, one being drawn, a plan waiting. */
export function aProject(overrides: Partial<Project> = {}): Project {
  const frames = framesOf(aStory);
  return {
    id: 'prj_ferry',
    title: 'First Ferry',
    brief: {
      prompt: 'A quiet 30 second film for Norrhavn Coffee.',
      duration_s: 30,
      aspect_ratio: '16:9',
      style: 'gouache',
      audience: '',
      tone: '',
      language: 'en',
    },
    mode: 'interactive',
    enhance_prompts: false,
    reply_usd: 0,
    auto_apply_free: false,
    revision: 12,
    last_seq: 40,
    created_at: at('09:40'),
    updated_at: at('10:14'),
    providers: {
      story: 'rehearsal',
      references: 'rehearsal',
      storyboard: 'rehearsal',
      video: 'rehearsal',
      director: 'rehearsal',
      editing: 'rehearsal',
      narration: 'rehearsal',
      scoring: 'rehearsal',
    },
    rehearsal: false,
    stages: [
      aStage('story'),
      aStage('references', { approved_at: at('10:03'), total: 5, made: 5 }),
      aStage('storyboard', {
        state: 'review',
        approved_at: null,
        total: frames.length,
        made: frames.length - 2,
        stale: 1,
        failed: 1,
        blockers: ['5B has no take. Retry it or remove it to approve.'],
        next: { items: 2, usd_min: 0.08, usd_max: 0.08, usd_likely: 0.08, seconds_min: 14, seconds_max: 30 },
      }),
      aStage('video', {
        state: 'locked',
        approved_at: null,
        total: 0,
        made: 0,
        next: { items: 10, usd_min: 2.4, usd_max: 3.1, usd_likely: 3.1, seconds_min: 180, seconds_max: 300 },
      }),
    ],
    items: [storyItem, ...referenceItems, ...frames],
    story: aStory,
    cut: usualCut,
    operations: [anOperation({ items: [{ item: 'frame_shot_6b', status: 'running', message: '' }] })],
    notes: [aNote()],
    plans: [aPlan()],
    tries: [],
    renewing: null,
    spend: { spent_usd: 1.86, held_usd: 0.04, unknown_usd: 0, near: false, budget_usd: 12 },
    rating: null,
    ...overrides,
  };
}

export const aCard = (overrides: Partial<ProjectCard> = {}): ProjectCard => ({
  id: 'prj_ferry',
  title: 'First Ferry',
  poster: shaOf('6A'),
  stage: 'storyboard',
  state: 'review',
  approved: ['story', 'references'],
  stale: 2,
  failed: 1,
  working: false,
  delivered: false,
  duration_s: 30,
  aspect_ratio: '16:9',
  spent_usd: 1.86,
  rehearsal: false,
  created_at: at('09:40'),
  updated_at: at('10:14'),
  ...overrides,
});

const anExample = (
  id: string,
  title: string,
  description: string,
  brief: Partial<Example['brief']>,
): Example => ({
  id,
  title,
  description,
  brief: { ...aProject().brief, prompt: `${title}. ${description}.`, ...brief },
});

export const aSetup = (overrides: Partial<Setup> = {}): Setup => ({
  registration_open: true,
  has_owner: true,
  rehearsal: true,
  version: '0.1.0',
  insights: true,
  plans: [],
  examples: [
    anExample('product', 'A product, quietly', '15 s ad, one object, morning light', { duration_s: 15 }),
    anExample('place', 'A day in one place', '45 s portrait, one person, five scenes', {
      duration_s: 45,
      style: 'ink',
    }),
    anExample('joke', 'A joke with a turn', '20 s social, 9:16, ends on a line', {
      duration_s: 20,
      aspect_ratio: '9:16',
      style: 'poster',
    }),
  ],
  ...overrides,
});
