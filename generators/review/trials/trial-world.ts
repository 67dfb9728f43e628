import { acceptedBy } from "../../promql/label-value.ts";
import type { Choices } from "../../seeded-random.ts";
import type { Asked, AskedSelector } from "./asked.ts";
import { mannerOf } from "../metric-manner.ts";
import { likelyGrowths, likelyLevels } from "./likely-numbers.ts";

/** What a series does from its first sample to its last. */
export type Course =
  | { readonly kind: "level"; readonly value: number }
  | { readonly kind: "grows"; readonly perMinute: number }
  /** In equal parts one after the other; undefined: it is not there for a while. */
  | { readonly kind: "varies"; readonly levels: readonly (number | undefined)[]; readonly grows: boolean };

export interface TrialSeries {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly course: Course;
}

/**
 * How random a world is: one series of each kind that stays as it is, several of them, several with numbers that meet no limit
 * exactly, or several that change and are missing for a while.
 */
export const worldKinds = ["single", "several", "odd", "changing"] as const;
export type WorldKind = (typeof worldKinds)[number];

export interface TrialOptions {
  readonly asked: Asked;
  readonly kind: WorldKind;
  readonly choices: Choices;
  /** When it is looked at. */
  readonly nowSeconds: number;
  /** Also below 0 what may be so by all that is known. */
  readonly withNegative: boolean;
}

/** Series that both expressions ask for: some that all of their matchers let through, and some that only some do. */
export function trialWorld(options: TrialOptions): TrialSeries[] {
  const { asked, choices } = options;
  const common = commonLabels(asked, choices);
  const numbers = worldNumbers(options);
  const series = asked.selectors.flatMap((selector) =>
    choices.chance(0.12)
      ? []
      : labelsOf(selector, common, options).flatMap((labels) =>
          withBuckets(selector, labels, options, numbers),
        ),
  );
  // The same series may be asked for by several selectors.
  const byName = new Map(
    series.map((one) => [JSON.stringify([one.metric, Object.entries(one.labels).sort()]), one]),
  );
  return [...byName.values()];
}

type Labels = Readonly<Record<string, string>>;

/** The labels that all series of a world have, as long as nothing is wanted otherwise: so they find each other. */
function commonLabels({ labels, selectors }: Asked, choices: Choices): Labels {
  const asked = pickOf(choices, selectors);
  return Object.fromEntries(
    [...labels].flatMap(([name, values]) => {
      const wanted = values.filter((value) => asked === undefined || isAccepted(asked, name, value));
      const value = pickOf(choices, wanted.length > 0 ? wanted : values);
      return value === undefined || value === "" || choices.chance(0.1) ? [] : [[name, value] as const];
    }),
  );
}

/** Of the series that a selector asks for: one, and where there are several another one that differs from it in one label. */
function labelsOf(selector: AskedSelector, common: Labels, { asked, kind, choices }: TrialOptions): Labels[] {
  const first = labelsFor(selector, common, asked, choices);
  if (!first || kind === "single") return first ? [first] : [];
  const name = pickOf(choices, [...asked.labels.keys()]);
  const others = (name === undefined ? [] : [...(asked.labels.get(name) ?? []), ""]).filter(
    (value) => name !== undefined && value !== (first[name] ?? "") && isAccepted(selector, name, value),
  );
  const other = pickOf(choices, others);
  if (name === undefined || other === undefined) return [first];
  const { [name]: _, ...rest } = first;
  return [first, other === "" ? rest : { ...rest, [name]: other }];
}

/** Undefined where no value of a label is known that its matchers let through. */
function labelsFor(
  selector: AskedSelector,
  common: Labels,
  asked: Asked,
  choices: Choices,
): Labels | undefined {
  const own: Record<string, string> = {};
  for (const [name, values] of asked.labels) {
    const before = common[name] ?? "";
    const isKept = isAccepted(selector, name, before) && !choices.chance(0.06);
    const fitting = [...values, ""].filter((value) => isAccepted(selector, name, value));
    const value = isKept ? before : pickOf(choices, fitting);
    if (value === undefined) return undefined;
    if (value !== "") own[name] = value;
  }
  return own;
}

function isAccepted({ node }: AskedSelector, label: string, value: string): boolean {
  return node.matchers.every((matcher) => matcher.name !== label || acceptedBy(matcher)(value));
}

interface WorldNumbers {
  readonly levels: readonly number[];
  readonly growths: readonly number[];
}

/** A few numbers for a world, so that some of its series are alike. */
function worldNumbers({ asked, kind, choices, nowSeconds }: TrialOptions): WorldNumbers {
  const few = (all: readonly number[]) => Array.from({ length: 4 }, () => pickOf(choices, all) ?? 0);
  const odd = (one: number) =>
    kind === "odd" ? Number((one * (1 + 0.1 * choices.number())).toPrecision(5)) : one;
  return {
    levels: few(likelyLevels(asked, nowSeconds)).map(odd),
    growths: few(likelyGrowths(asked)).map(odd),
  };
}

/** A histogram is as many series as it has buckets, each of which holds what those below hold. */
function withBuckets(
  selector: AskedSelector,
  labels: Labels,
  options: TrialOptions,
  numbers: WorldNumbers,
): TrialSeries[] {
  const { metric } = selector;
  const { asked, choices } = options;
  if (!metric.endsWith("_bucket") && !metric.includes("_bucket:"))
    return [{ metric, labels, course: courseFor(selector, options, numbers) }];
  const limits = [...new Set([0.1, 1, ...asked.numbers.flatMap((one) => [0.5 * one, 2 * one])])]
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  let perMinute = 0;
  return [...limits.map(String), "+Inf"].map((le) => {
    perMinute += choices.chance(0.5) ? 0 : (pickOf(choices, [1, 2, 10]) ?? 0);
    return { metric, labels: { ...labels, le }, course: { kind: "grows", perMinute } };
  });
}

/** So many parts tell apart what was before from what is now, in windows of several lengths. */
const parts = 8;

function courseFor(
  { metric, grows }: AskedSelector,
  { kind, choices, withNegative }: TrialOptions,
  { levels, growths }: WorldNumbers,
): Course {
  const isCounter = grows || metric.endsWith("_total");
  if (kind !== "changing" && isCounter)
    return { kind: "grows", perMinute: Math.abs(pickOf(choices, growths) ?? 0) };
  const level = () => levelOf(metric, pickOf(choices, levels) ?? 0, choices, withNegative);
  if (kind !== "changing") return { kind: "level", value: level() };
  const numbers = isCounter ? growths.map(Math.abs) : undefined;
  const changing = Array.from({ length: parts }, () => {
    if (choices.chance(0.1)) return undefined;
    return numbers ? (pickOf(choices, numbers) ?? 0) : level();
  });
  return { kind: "varies", levels: changing, grows: isCounter };
}

/** A value that such a metric can have. */
function levelOf(metric: string, value: number, choices: Choices, withNegative: boolean): number {
  switch (mannerOf(metric)) {
    case "1":
      return 1;
    case "0 or 1":
      return choices.chance(0.5) ? 1 : 0;
    case "never negative":
      return Math.abs(value);
    case "any":
      return withNegative && choices.chance(0.3) ? -value : value;
  }
}

function pickOf<T>({ number }: Choices, list: readonly T[]): T | undefined {
  return list[Math.floor(number() * list.length)];
}
