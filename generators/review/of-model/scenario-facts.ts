import type { Given, Level, Levels } from "../../language/given.ts";
import type { Example, Scenario } from "../../language/scenario.ts";
import { printPromql } from "../../promql/print.ts";
import { formatQuantity } from "../../text/quantity.ts";
import type { Facts } from "../version.ts";

/** What the scenarios of an alert say, each by its name: `firing of http_errors`. */
export function scenarioFacts(scenarios: readonly Scenario[]): Facts {
  return numbered(
    scenarios.map((scenario) => [
      ...timing(scenario),
      ...givenFacts(scenario.given),
      ...givenFacts(scenario.ending ?? []).map(([name, says]): Fact => [`at its end ${name}`, says]),
    ]),
  );
}

/** What the examples of a recording say. */
export function exampleFacts(examples: readonly Example[], unit: string): Facts {
  return numbered(
    examples.map(({ given, expect, labels = {} }) => [
      ...givenFacts(given),
      ["the result", expect === "missing" ? expect : amount(expect, unit)],
      ...labelled(labels),
    ]),
  );
}

type Fact = readonly [name: string, says: string];

/** Of several, each fact says of which it is. */
function numbered(all: readonly (readonly Fact[])[]): Facts {
  const named = all.flatMap((facts, index) =>
    facts.map(([name, says]) => [all.length > 1 ? `${name} (${index + 1})` : name, says] as const),
  );
  return Object.fromEntries(named);
}

function timing({ after, within, value, labels = {}, whenMissing }: Scenario): Fact[] {
  const said: readonly (readonly [string, unknown])[] = [
    ["holds after", after],
    ["fires within", within],
    ["the value when it fires", value],
    ["without any series it is", whenMissing],
  ];
  return [
    ...said.flatMap(([name, says]): Fact[] => (says === undefined ? [] : [[name, amount(says, "none")]])),
    ...labelled(labels),
  ];
}

function labelled(labels: Readonly<Record<string, string>>): Fact[] {
  return Object.entries(labels).map(([label, value]) => [`the label ${label}`, value]);
}

function givenFacts(given: readonly Given[]): Fact[] {
  return given.flatMap((one) => {
    const of = seriesOf(one);
    return levelsOf(one).map(([situation, says]): Fact => [`${situation} of ${of}`, says]);
  });
}

function seriesOf(given: Given): string {
  switch (given.kind) {
    case "share":
      return `the share of ${printPromql(given.part)}`;
    case "quantile":
      return `the ${given.quantile} quantile of ${printPromql(given.buckets)}`;
    default:
      return printPromql(given.series);
  }
}

/** What it is in each situation, and what else is said of how it goes there. */
function levelsOf(given: Given): Fact[] {
  switch (given.kind) {
    case "holds":
      return levels(given.levels, (level) => leveled(level, given.unit));
    case "grows":
      return [
        ...levels(given.levels, (level) => `${leveled(level, given.unit)} each ${given.per}`),
        ...(given.from ? levels(given.from, (level) => leveled(level, given.unit), "start while ") : []),
      ];
    case "runs":
      return levels(given.levels, (level) => `${level}/s`);
    case "share":
      return [
        ...levels(given.levels, (level) => leveled(level, "ratio")),
        ["traffic", `${given.perSecond}/s`],
      ];
    case "quantile":
      return [
        ...levels(given.levels, (level) => leveled(level, given.unit)),
        ["traffic", `${given.perSecond}/s`],
      ];
    case "time left":
      return levels(given.levels, (level) => leveled(level, "seconds"));
    case "restarts":
      return [["firing", "changes with every scrape"]];
    case "follows":
      return levels(given.samples, (samples) => `${samples.join(", ")} each ${given.every}`);
  }
}

function levels<V>({ ok, limit, firing }: Required<Levels<V>>, say: (one: V) => string, before = ""): Fact[] {
  return [
    [`${before}ok`, say(ok)],
    [`${before}limit`, say(limit)],
    [`${before}firing`, say(firing)],
  ];
}

function leveled(level: Level, unit: string): string {
  return level === "missing" ? level : formatQuantity(level, unit);
}

/** A number, or a quantity of the language, which says itself how it is written. */
function amount(value: unknown, unit: string): string {
  return typeof value === "number" ? formatQuantity(value, unit) : String(value);
}
