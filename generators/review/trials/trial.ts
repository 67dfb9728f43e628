import { formatDuration } from "../../language/duration.ts";
import { nameHash } from "../../text/name-hash.ts";
import type { Files } from "../../output.ts";
import { printPromql } from "../../promql/print.ts";
import { occurrencesIn, ofKind } from "../../promql/rewrite.ts";
import type { LabelMatcher, Node } from "../../promql/tree.ts";
import { seededRandom } from "../../seeded-random.ts";
import { seriesText } from "../../series/promtool.ts";
import { gotSamples } from "../got-samples.ts";
import type { BothSides } from "../played.ts";
import { askedOf, type Asked } from "./asked.ts";
import { type Course, type TrialSeries, trialWorld, worldKinds, type WorldKind } from "./trial-world.ts";

/** Two expressions on random series, as many of them as there are worlds. */
export interface Trial {
  readonly texts: BothSides<string>;
  readonly strideMs: number;
  readonly steps: number;
  readonly worlds: readonly World[];
}

export interface World {
  readonly kind: WorldKind;
  readonly series: readonly TrialSeries[];
  /** The labels that the versions ask for otherwise. */
  readonly telling: readonly string[];
  /** In steps. */
  readonly moments: readonly number[];
  /** Values below 0 are among them, of which nobody knows whether they ever are. */
  readonly isUnlikely: boolean;
}

/** What each expression gives at one moment of a world: the labels of its series, as texts; undefined: Prometheus refused to say. */
export interface Answer {
  readonly world: World;
  readonly firing: BothSides<readonly string[] | undefined>;
}

/** Names the file of a trial in its folder. */
export const trialFile = "trial.test.yml";

/** With more samples a trial takes promtool seconds. */
const mostSteps = 12_000;
/** As Prometheus is mostly configured; with less, what is looked at in a moment might be gone. */
const longestStrideMs = 60_000;

/** How many worlds there are of each kind. */
export interface WorldCounts {
  readonly likely: number;
  /** For what is claimed whatever the series are: they are no cases that anybody should be shown first. */
  readonly unlikely: number;
}

/** Random series for two expressions, the same in each run; undefined where none can be made for them. */
export function trialOf(nodes: BothSides<Node>, { likely, unlikely }: WorldCounts): Trial | undefined {
  const asked = askedOf([nodes.base, nodes.head]);
  if (!asked || asked.selectors.length === 0) return undefined;
  const texts = { base: printPromql(nodes.base), head: printPromql(nodes.head) };
  // Four samples are in the shortest window.
  const strideMs = Math.min(
    longestStrideMs,
    Math.max(1000, floorTo((asked.windowsMs[0] ?? 60_000) / 4, 1000)),
  );
  const steps = Math.ceil((1.3 * asked.reachMs) / strideMs) + 8;
  if (steps > mostSteps) return undefined;
  const telling = labelsAskedOtherwise(nodes);
  const seed = `${texts.base}\n${texts.head}`;
  const worlds = Array.from({ length: likely + unlikely }, (_, index) =>
    worldOf({ asked, steps, strideMs, index, seed, telling, isUnlikely: index >= likely }),
  );
  return { texts, strideMs, steps, worlds };
}

/** When a world that changes is looked at, of its length: after most of the windows are full. */
const changingAt = [0.6, 0.7, 0.78, 0.86, 0.93, 1];

interface WorldOptions {
  readonly asked: Asked;
  readonly steps: number;
  readonly strideMs: number;
  readonly index: number;
  readonly seed: string;
  readonly telling: readonly string[];
  readonly isUnlikely: boolean;
}

function worldOf({ asked, steps, strideMs, index, seed, telling, isUnlikely }: WorldOptions): World {
  const kind = worldKinds[index % worldKinds.length] ?? "single";
  const choices = seededRandom(nameHash(`${index}\n${seed}`));
  const nowSeconds = (steps * strideMs) / 1000;
  const series = trialWorld({ asked, kind, choices, nowSeconds, withNegative: isUnlikely });
  const moments = kind === "changing" ? changingAt.map((part) => Math.floor(steps * part)) : [steps];
  return { kind, series, telling, moments, isUnlikely };
}

function labelsAskedOtherwise({ base, head }: BothSides<Node>): string[] {
  const matchersIn = (node: Node) =>
    ofKind("selector", occurrencesIn(node)).flatMap((one) => one.node.matchers);
  const [before, after] = [matchersIn(base), matchersIn(head)];
  const isIn = (all: readonly LabelMatcher[], { name, op, value }: LabelMatcher) =>
    all.some((one) => one.name === name && one.op === op && one.value === value);
  const others = [...before.filter((one) => !isIn(after, one)), ...after.filter((one) => !isIn(before, one))];
  return [...new Set(others.map(({ name }) => name))];
}

/** What promtool reads of each world: it is asked for nothing, and says what it found instead. */
export function filesOfTrial({ texts, strideMs, steps, worlds }: Trial): Files[] {
  return worlds.map(({ series, moments }) => {
    const test = {
      interval: formatDuration(strideMs),
      input_series: series.map(({ metric, labels, course }) => ({
        series: seriesText(metric, labels),
        values: valuesOf(course, steps, strideMs),
      })),
      promql_expr_test: moments.flatMap((moment) =>
        [texts.base, texts.head].map((expr) => ({
          expr,
          eval_time: formatDuration(moment * strideMs),
          exp_samples: [],
        })),
      ),
    };
    const file = { rule_files: [], evaluation_interval: formatDuration(strideMs), tests: [test] };
    return { [trialFile]: JSON.stringify(file) };
  });
}

/** In promtool's notation: `0+2x10`. */
function valuesOf(course: Course, steps: number, strideMs: number): string {
  const perStep = (perMinute: number) => (perMinute * strideMs) / 60_000;
  switch (course.kind) {
    case "level":
      return `${course.value}x${steps}`;
    case "grows":
      return `0+${perStep(course.perMinute)}x${steps}`;
    case "varies": {
      const each = Math.ceil((steps + 1) / course.levels.length);
      let count = 0;
      const texts = course.levels.map((level) => {
        if (level === undefined) return each === 1 ? "stale" : `stale _x${each - 1}`;
        if (!course.grows) return `${level}x${each - 1}`;
        const from = count;
        count += perStep(level) * (each - 1);
        return `${from}+${perStep(level)}x${each - 1}`;
      });
      return texts.join(" ");
    }
  }
}

/** What promtool found, in its own words for each world; undefined: it did not come to that. */
export function answersIn(trial: Trial, failures: readonly (readonly string[] | undefined)[]): Answer[] {
  const { texts, worlds, strideMs } = trial;
  return worlds.flatMap((world, index) => {
    const said = failures[index];
    if (said === undefined) return [];
    return world.moments.map((moment) => {
      const at = formatDuration(moment * strideMs);
      const of = (expr: string) => firingIn(said.find((text) => isAbout(text, expr, at)));
      return { world, firing: { base: of(texts.base), head: of(texts.head) } };
    });
  });
}

/** `    expr: "up > 0", time: 5m,` */
function isAbout(text: string, expr: string, at: string): boolean {
  const said = /expr: ("(?:[^"\\]|\\.)*"), time: (\w+),/.exec(text);
  return said?.[1] === JSON.stringify(expr) && said[2] === at;
}

/** Nothing was found where nothing is said. */
function firingIn(failure: string | undefined): readonly string[] | undefined {
  if (failure === undefined) return [];
  if (!failure.includes("got:")) return undefined;
  return gotSamples(failure).map(({ labels: { __name__: _, ...labels } }) =>
    JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

function floorTo(value: number, step: number): number {
  return Math.floor(value / step) * step;
}
