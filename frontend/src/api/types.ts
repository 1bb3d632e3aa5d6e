import type { components } from './schema.gen';

type Schemas = components['schemas'];

/** What the server sends: fields with a default are optional in a request but always there in an answer. */
type Sent<T> = T extends (infer Part)[]
  ? Sent<Part>[]
  : T extends object
    ? { [Name in keyof T]-?: Sent<Exclude<T[Name], undefined>> }
    : T;

export type Project = Sent<Schemas['ProjectShape']>;
export type ProjectRequest = Schemas['ProjectRequest'];
export type ProjectPatch = Schemas['ProjectPatch'];
export type ProjectCard = Sent<Schemas['ProjectCard']>;
export type ProjectPage = Sent<Schemas['ProjectPage']>;
export type Brief = Project['brief'];
export type BriefRequest = ProjectRequest['brief'];
export type AspectRatio = Brief['aspect_ratio'];
export type Style = Brief['style'];
export type Mode = Project['mode'];

export type StageShape = Sent<Schemas['StageShape']>;
export type Stage = StageShape['name'];
export type StageState = StageShape['state'];
export type Estimate = Sent<Schemas['EstimateShape']>;
/** Which model does each part of the work: ids of the registry. */
export type Crew = Sent<Project['providers']>;

export type Item = Sent<Schemas['ItemShape']>;
/** A part of a picture that every later plan keeps. */
export type Lock = Item['locks'][number];
export type Take = Sent<Schemas['TakeShape']>;
export type Media = Sent<Schemas['MediaShape']>;
export type Score = Sent<Schemas['ScoreShape']>;
export type Adjustment = NonNullable<Take['adjustment']>;
export type Failure = Sent<Schemas['FailureShape']>;

export type Story = NonNullable<Project['story']>;
export type Scene = Story['scenes'][number];
export type Shot = Scene['shots'][number];
export type Entity = Story['entities'][number];
export type ItemPatch = Schemas['ItemPatch'];
export type StoryEdit = NonNullable<ItemPatch['edits']>[number];
export type CutSettings = Project['cut'];

export type Operation = Sent<Schemas['OperationShape']>;
export type Plan = Sent<Schemas['PlanShape']>;
export type PlanChange = Sent<Schemas['PlanChangeShape']>;
export type PlanPatch = Schemas['PlanPatch'];
export type Note = Sent<Schemas['NoteShape']>;
export type NoteRequest = Schemas['NoteRequest'];
export type NoteAnswer = Sent<Schemas['NoteAnswer']>;

export type RegenerateRequest = Schemas['RegenerateRequest'];
export type ApproveRequest = Schemas['ApproveRequest'];

export type Renewal = Sent<Schemas['RenewalShape']>;
export type RenewRequest = Schemas['RenewRequest'];
export type KeepRequest = Schemas['KeepRequest'];
export type Reopening = Sent<Schemas['ReopeningShape']>;
export type TriesRequest = Schemas['TriesRequest'];
export type Tries = Sent<Schemas['TriesShape']>;
export type MergeRequest = Schemas['MergeRequest'];
export type LikeRequest = Schemas['LikeRequest'];

export type Credentials = Schemas['Credentials'];
export type Registration = Schemas['Registration'];
export type Me = Sent<Schemas['Me']>;
export type MePatch = Schemas['MePatch'];
export type ApiToken = Sent<Schemas['TokenShape']>;
export type Setup = Sent<Schemas['Setup']>;
export type Example = Sent<Schemas['ExampleShape']>;

export type EventPage = Sent<Schemas['EventPage']>;
export type ProjectEvent = EventPage['events'][number];
export type LiveProgress = Sent<Schemas['LiveProgress']>;
export type LiveReply = Sent<Schemas['LiveReply']>;
export type LiveWaiting = Sent<Schemas['LiveWaiting']>;
export type LiveSpend = Sent<Schemas['LiveSpend']>;
export type LiveStudio = Sent<Schemas['LiveStudio']>;

export type ProvidersPage = Sent<Schemas['ProvidersPage']>;
export type Vendor = Sent<Schemas['VendorShape']>;
export type Model = Sent<Schemas['ModelShape']>;
export type ModelKind = Model['kind'];
export type KeyTest = Sent<Schemas['KeyTest']>;
export type FilmRequest = Schemas['FilmRequest'];
export type FilmEstimate = Sent<Schemas['FilmEstimate']>;
/** What each stage of a film would cost, by model. */
export type ModelEstimates = Record<Stage, Record<string, Estimate>>;

export type Ledger = Sent<Schemas['LedgerShape']>;
export type Call = Sent<Schemas['CallShape']>;
export type CallState = Call['state'];
export type SpendLine = Sent<Schemas['SpendLineShape']>;
export type Month = Sent<Schemas['MonthShape']>;

/** The four stages in the order they are worked through. */
export const STAGES: readonly Stage[] = ['story', 'references', 'storyboard', 'video'];

export type Insights = Sent<Schemas['InsightsShape']>;
export type Sampled = Sent<Schemas['SampledShape']>;
export type Person = Sent<Schemas['PersonShape']>;
export type RatingRequest = Schemas['RatingRequest'];
