import { sizeGoals } from "./goals.ts";
import type { Medians } from "./in-turn.ts";
import { renderers } from "./mixin.ts";
import { nameOf, onlyRulesName, states } from "./states.ts";
import { exponent, type Point } from "./statistics.ts";
import { markdownTable } from "./table.ts";

/** What one size took, by the name of the trial. */
export interface SizeResult {
  readonly services: number;
  readonly rules: number;
  readonly medians: ReadonlyMap<string, Medians>;
  /** The steps of a build from nothing, in CPU seconds. */
  readonly phases: ReadonlyMap<string, number>;
}

export const trialNames = {
  everything: "build",
  onlyRules: onlyRulesName,
  types: "tsc",
  check: "promtool check rules",
} as const;

const rows: readonly string[] = [
  ...[trialNames.everything, trialNames.onlyRules].flatMap((build) =>
    states.map((state) => nameOf(build, state)),
  ),
  trialNames.types,
  trialNames.check,
];

type Quantity = "cpuSeconds" | "peakMiB";

/**
 * Time and memory by size, how they grow, and what the largest size is against what is wanted.
 *
 * @param mixinRules how many rules Jsonnet rendered beside it; undefined where it rendered none
 */
export function scaleTables(results: readonly SizeResult[], mixinRules?: number): string {
  return [
    "CPU seconds of whole processes:",
    sizesTable(results, "cpuSeconds", 2),
    "Memory of the largest process, in MiB:",
    sizesTable(results, "peakMiB", 0),
    "The steps of one build from nothing, in CPU seconds of its process:",
    phasesTable(results),
    ...againstPromtool(results),
    ...(mixinRules === undefined ? [] : againstJsonnet(results, mixinRules)),
  ].join("\n\n");
}

function sizesTable(results: readonly SizeResult[], quantity: Quantity, digits: number): string {
  const lines = rows.map((row) => {
    const values = results.map(({ medians }) => medians.get(row)?.[quantity]);
    return [
      row,
      ...values.map((value) => value?.toFixed(digits) ?? "–"),
      exponentOf(results, (size) => size.medians.get(row)?.[quantity])?.toFixed(2) ?? "–",
    ];
  });
  return markdownTable(headsOf(results), lines);
}

/** A step that takes less at the largest size has no growth that could be told from noise. */
const leastToGrow = 0.1;

function phasesTable(results: readonly SizeResult[]): string {
  const names = [...new Set(results.flatMap(({ phases }) => [...phases.keys()]))];
  const lines = names.map((name) => {
    const values = results.map(({ phases }) => phases.get(name));
    const grows = (values.at(-1) ?? 0) >= leastToGrow;
    return [
      name,
      ...values.map((value) => value?.toFixed(2) ?? "–"),
      (grows ? exponentOf(results, ({ phases }) => phases.get(name)) : undefined)?.toFixed(2) ?? "–",
    ];
  });
  return markdownTable(headsOf(results), lines);
}

function headsOf(results: readonly SizeResult[]): string[] {
  return ["what", ...results.map(({ services, rules }) => `${services} (${rules} rules)`), "exponent"];
}

/** From the second size to the last, of what comes on top of the first. */
function exponentOf(
  results: readonly SizeResult[],
  valueOf: (size: SizeResult) => number | undefined,
): number | undefined {
  const points = results.flatMap((size): Point[] => {
    const value = valueOf(size);
    return value === undefined ? [] : [{ size: size.services, value }];
  });
  const [base, from, ...further] = points;
  const to = further.at(-1);
  return base && from && to ? exponent(base, from, to) : undefined;
}

function againstPromtool(results: readonly SizeResult[]): string[] {
  const largest = results.at(-1);
  const check = largest?.medians.get(trialNames.check)?.cpuSeconds;
  if (largest === undefined || check === undefined) return [];
  const lines = [
    { build: trialNames.onlyRules, wanted: sizeGoals.onlyRules },
    { build: trialNames.everything, wanted: sizeGoals.everything },
  ].map(({ build, wanted }) => {
    const { cpuSeconds, peakMiB } = largest.medians.get(nameOf(build, "from nothing")) ?? {};
    const times = cpuSeconds === undefined ? undefined : cpuSeconds / check;
    return [
      nameOf(build, "from nothing"),
      times?.toFixed(1) ?? "–",
      `≤ ${wanted}`,
      times === undefined ? "" : reached(times / wanted),
      peakMiB?.toFixed(0) ?? "–",
      `≤ ${sizeGoals.peakMiB}`,
      peakMiB === undefined ? "" : reached(peakMiB / sizeGoals.peakMiB),
    ];
  });
  const heads = ["what", "× promtool", "wanted", "", "MiB", "wanted", ""];
  return [
    `${largest.rules} rules, against \`promtool check rules\` on them:`,
    markdownTable(heads, lines, [0, 2, 3, 5, 6]),
  ];
}

/** Per rule, at the size that is nearest to the mixin's. */
function againstJsonnet(results: readonly SizeResult[], mixinRules: number): string[] {
  const [nearest] = [...results].sort(
    (a, b) => Math.abs(a.rules - mixinRules) - Math.abs(b.rules - mixinRules),
  );
  const took = renderers.flatMap((name) => {
    const cpuSeconds = nearest?.medians.get(name)?.cpuSeconds;
    return cpuSeconds === undefined ? [] : [{ name, perRule: cpuSeconds / mixinRules }];
  });
  if (nearest === undefined || took.length === 0) return [];
  const lines = states.flatMap((state) => {
    const name = nameOf(trialNames.onlyRules, state);
    const cpuSeconds = nearest.medians.get(name)?.cpuSeconds;
    if (cpuSeconds === undefined) return [];
    const perRule = cpuSeconds / nearest.rules;
    return [[name, milliseconds(perRule), ...took.map((other) => (perRule / other.perRule).toFixed(2))]];
  });
  return [
    `Per rule, at ${nearest.rules} rules, against Jsonnet on a mixin of ${mixinRules} (${took
      .map(({ name, perRule }) => `${name}: ${milliseconds(perRule)} ms`)
      .join(", ")}):`,
    markdownTable(["what", "ms a rule", ...took.map(({ name }) => `× ${name}`)], lines),
  ];
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(2);
}

function reached(exceeded: number): string {
  return exceeded <= 1 ? "reached" : `missed by ${exceeded.toFixed(1)} ×`;
}
