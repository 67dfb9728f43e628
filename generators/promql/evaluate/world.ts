import { type CallNode, metricNameOf, type Moved, type Node, type SelectorNode } from "../tree.ts";
import { acceptedBy } from "../label-value.ts";
import { signedDurationInMs } from "../literal.ts";
import type { Level } from "../../language/given.ts";
import type { Notice } from "./combine.ts";
import type { ExpressionValue, VectorElement } from "./value.ts";

/** A series as evaluation sees it: what it is now, and how it has been growing for long enough. */
export interface EvaluatedSeries {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined: not known. */
  readonly level: Level | undefined;
  /** Per second; undefined: not known. */
  readonly growth: Level | undefined;
  /** From one sample to the next. */
  readonly everyMs: number;
  /** True: each sample differs from the one before. */
  readonly isRestless?: boolean;
  /** Of one that goes through some samples again and again: what it was so many seconds ago. */
  readonly levelAgo?: (seconds: number) => Level;
  /** Of one whose samples are all known: those of the last so many seconds, the oldest first. */
  readonly samplesIn?: (seconds: number) => readonly TimedSample[];
}

/** A sample, and how long ago it was. */
export interface TimedSample {
  readonly secondsAgo: number;
  readonly value: number;
}

/** The series and recordings that an expression is evaluated on. */
export interface EvaluationWorld {
  readonly seriesOf: (metric: string) => readonly EvaluatedSeries[];
  /** The expression of a recording of that name. */
  readonly recorded: (name: string) => Node | undefined;
  /** What `time()` gives; 0 where timestamps are relative to now. */
  readonly nowSeconds: number;
  /** How much faster the time of rules goes than that of the series. */
  readonly speed: number;
  /** What was long ago is known too: all has always been as it is. */
  readonly isAlways: boolean;
  /** How far back this is from where the evaluation started; left out: not at all. */
  readonly secondsAgo?: number;
  /** Told of each value that is exactly at its threshold. */
  readonly notice?: Notice | undefined;
  /** Where all samples are known: the world so many seconds ago, and how often rules are evaluated in it. */
  readonly history?: {
    readonly ago: (seconds: number) => EvaluationWorld;
    readonly everySeconds: number;
  };
  /** Keeps what a recording gave, so that what many rules read is evaluated once; a key begins with its name. */
  readonly remember?: <Value>(key: string, work: () => Value) => Value;
}

/** A call of a function, and where it is evaluated. */
export interface EvaluatedCall {
  readonly node: CallNode;
  readonly world: EvaluationWorld;
  readonly evaluate: (node: Node, world: EvaluationWorld) => ExpressionValue | undefined;
}

/** The series that a selector of a metric takes. */
export function selected(node: SelectorNode, { seriesOf }: EvaluationWorld): EvaluatedSeries[] {
  const takes = taking(node);
  return seriesOf(metricNameOf(node) ?? "").filter(({ labels }) => takes(labels));
}

type Labels = VectorElement["labels"];

// Patterns take long to compile, and the same expression is worked out for one world after the other.
const known = new WeakMap<SelectorNode, (labels: Labels) => boolean>();

/** Tells whether the matchers of a selector let labels through. */
export function taking(node: SelectorNode): (labels: Labels) => boolean {
  const before = known.get(node);
  if (before) return before;
  // What names the metric chose its series already.
  const others = node.matchers.filter(({ name }) => name !== "__name__");
  const tests = others.map((matcher) => [matcher.name, acceptedBy(matcher)] as const);
  const takes = (labels: Labels): boolean => tests.every(([name, accepts]) => accepts(labels[name] ?? ""));
  known.set(node, takes);
  return takes;
}

/** The world at the time that `offset` and `@` name; undefined where it is not known how it was then. */
export function worldAt({ offset, at }: Moved, world: EvaluationWorld): EvaluationWorld | undefined {
  if (offset === undefined && at === undefined) return world;
  const ms = signedDurationInMs(offset ?? "0s");
  if (world.history) return at === undefined && ms !== undefined ? world.history.ago(ms / 1000) : undefined;
  if (!world.isAlways || typeof at === "number" || ms === undefined) return undefined;
  // The start and the end are those of the whole query: inside of a subquery, not the moment that is looked at.
  if (at !== undefined && world.secondsAgo !== undefined) return undefined;
  return worldAgo(world, ms / 1000 / world.speed);
}

/** Where all samples are known: the world at the last moment at which rules were evaluated. */
export function whenEvaluated(world: EvaluationWorld): EvaluationWorld {
  const seconds = secondsSinceEvaluation(world);
  return seconds === 0 ? world : (world.history?.ago(seconds) ?? world);
}

/** How long ago rules were evaluated; 0 where that is not known. */
export function secondsSinceEvaluation({ nowSeconds, history }: EvaluationWorld): number {
  return history === undefined ? 0 : secondsSince(nowSeconds, history.everySeconds);
}

/** How long ago the last moment was that is a multiple of a step. */
export function secondsSince(nowSeconds: number, stepSeconds: number): number {
  const [now, step] = [nowSeconds, stepSeconds].map((seconds) => Math.round(seconds * 1000));
  return now === undefined || !step ? 0 : (((now % step) + step) % step) / 1000;
}

/** The same world so many seconds ago. */
export function worldAgo(world: EvaluationWorld, seconds: number): EvaluationWorld {
  if (seconds === 0) return world;
  const { remember } = world;
  return {
    ...world,
    ...(remember ? { remember: (key, work) => remember(`${key} ${seconds}s ago`, work) } : {}),
    nowSeconds: world.nowSeconds - seconds,
    secondsAgo: (world.secondsAgo ?? 0) + seconds,
    seriesOf: (metric) => {
      const earlier = () => world.seriesOf(metric).map((one) => seriesAgo(one, seconds));
      return remember ? remember(`${metric} series ${seconds}s ago`, earlier) : earlier();
    },
  };
}

function seriesAgo(series: EvaluatedSeries, seconds: number): EvaluatedSeries {
  const { level, growth, levelAgo } = series;
  if (levelAgo) {
    return { ...series, level: levelAgo(seconds), levelAgo: (more) => levelAgo(seconds + more) };
  }
  if (typeof level !== "number" || typeof growth !== "number") return series;
  return { ...series, level: level - growth * seconds };
}

/** An element for each series that is there; undefined where one of them is not known. */
export function elementsOf(
  series: readonly EvaluatedSeries[],
  valueOf: (series: EvaluatedSeries) => Level | undefined,
): readonly VectorElement[] | undefined {
  const elements: VectorElement[] = [];
  for (const one of series) {
    const value = valueOf(one);
    if (value === undefined) return undefined;
    if (value !== "missing") elements.push({ labels: one.labels, value });
  }
  return elements;
}
