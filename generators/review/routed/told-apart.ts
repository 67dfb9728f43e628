import { alternatives } from "../../promql/label-value.ts";
import { entriesAt, itemsAt } from "../../targets/validation/untyped-data.ts";
import { matchersIn, type PlainMatcher } from "../plain/matchers.ts";

/** A value that no configuration names. */
export const otherValue = "any other";

/** By which labels configurations tell alerts apart, with a value for each answer that can be had. */
export function toldApart(configs: readonly unknown[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const matcher of configs.flatMap(matchersOfConfig)) {
    const { label } = matcher;
    const known = values.get(label) ?? [otherValue];
    values.set(label, [...new Set([...known, ...valuesNamed(matcher)])]);
  }
  return values;
}

/** The labels that inhibitions compare. */
export function compared(configs: readonly unknown[]): ReadonlySet<string> {
  const rules = configs.flatMap((config) => itemsAt(config, "inhibit_rules"));
  return new Set(rules.flatMap((rule) => itemsAt(rule, "equal").map(String)));
}

/** The time intervals that routes name. */
export function intervalsNamed(config: unknown): string[] {
  const named = routesIn(config).flatMap((route) =>
    ["active_time_intervals", "mute_time_intervals"].flatMap((key) => itemsAt(route, key).map(String)),
  );
  return [...new Set(named)].sort();
}

function matchersOfConfig(config: unknown): PlainMatcher[] {
  const rules = itemsAt(config, "inhibit_rules");
  return [
    ...routesIn(config).flatMap((route) => matchersIn(route)),
    ...rules.flatMap((rule) => [...matchersIn(rule, "source"), ...matchersIn(rule, "target")]),
  ];
}

function routesIn(config: unknown): unknown[] {
  const below = (route: unknown): unknown[] => [route, ...itemsAt(route, "routes").flatMap(below)];
  return entriesAt(config).flatMap(([key, route]) => (key === "route" ? below(route) : []));
}

/** Of a pattern that is no list nobody says what it matches; its text is a value like any other. */
function valuesNamed({ op, value }: PlainMatcher): readonly string[] {
  if (op === "=" || op === "!=") return value === "" ? [] : [value];
  return alternatives(value) ?? samplesOf(value);
}

/** What patterns that people write are often for: the text itself, where all of it but a beginning or an end is free. */
function samplesOf(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\^|\$$/g, "");
  const parts = /^\(?[\w.*+|-]+\)?$/.test(bare) ? bare.replace(/^\(|\)$/g, "").split("|") : [];
  return parts
    .map((part) => part.replace(/\.[*+]/g, "x").replace(/[.*+]/g, ""))
    .filter((text) => text !== "");
}
