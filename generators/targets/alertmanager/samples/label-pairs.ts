import {
  routesUnder,
  type InhibitionModel,
  type LabelMatch,
  type PlatformModel,
} from "../../../model/routing-model.ts";
import { compareText } from "../../../text/order.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { seededRandom, type Choices } from "../../../seeded-random.ts";
import type { AlertPair, LabelSet } from "../../validation/program.ts";
import { sampleLabels } from "./sample-labels.ts";

/** Every two of the alerts. */
export function alertPairs(alerts: readonly AlertModel[], platform: PlatformModel): AlertPair[] {
  const samples = alerts.map((alert) => sampleLabels(alert, platform));
  return samples.flatMap((one, index) => samples.slice(index).map((other): AlertPair => [one, other]));
}

/** For each label that routing looks at: the values that are asked for, and those that alerts have. */
type Values = ReadonlyMap<string, readonly string[]>;

/**
 * Labels such as the routes and inhibitions ask for, some of them as asked for, some nearly so, some empty, missing or
 * something else. The same platform and alerts give the same pairs.
 */
export function generatedPairs(
  count: number,
  alerts: readonly AlertModel[],
  platform: PlatformModel,
): AlertPair[] {
  // Any number will do.
  const choices = seededRandom(1);
  const values = valuesOf(alerts, platform);
  const inhibitions = Object.values(platform.inhibitions);
  return Array.from({ length: count }, () => {
    const one = labelsFrom(values, choices);
    const other = labelsFrom(values, choices);
    const [first, ...more] = inhibitions;
    return first ? towards(choices.pick([first, ...more]), [one, other], choices) : [one, other];
  });
}

/** Pairs of which nothing but chance decides would hardly ever be two that one inhibition is about. */
function towards(
  { source, target, equal }: InhibitionModel,
  [one, other]: AlertPair,
  choices: Choices,
): AlertPair {
  const inhibiting = { ...one, ...wanted(source, choices) };
  const inhibited = { ...other, ...wanted(target, choices) };
  const copied = equal.flatMap((label): [string, string][] => {
    const value = inhibiting[label];
    return value !== undefined && choices.chance(mostly) ? [[label, value]] : [];
  });
  return [inhibiting, { ...inhibited, ...Object.fromEntries(copied) }];
}

/** Of five conditions that must all hold, each with this chance, two thirds do, and one third of the pairs just fails. */
const mostly = 0.92;

function wanted(match: LabelMatch, choices: Choices): LabelSet {
  return Object.fromEntries(
    valuesIn(match).flatMap(([label, [first, ...more]]): [string, string][] =>
      first !== undefined && choices.chance(mostly) ? [[label, choices.pick([first, ...more])]] : [],
    ),
  );
}

function labelsFrom(values: Values, choices: Choices): LabelSet {
  const chosen = [...values].flatMap(([label, asked]): [string, string][] => {
    const value = valueFrom(asked, choices);
    return value === undefined ? [] : [[label, value]];
  });
  return Object.fromEntries(chosen);
}

/** Undefined: the label is missing. */
function valueFrom([first = "", ...more]: readonly string[], choices: Choices): string | undefined {
  // As many that match as others: a route with two conditions is then taken by a quarter.
  const value = choices.pick([first, ...more]);
  if (choices.chance(0.5)) return value;
  // As often as each of the other seven.
  if (choices.chance(1 / 8)) return undefined;
  const nearly = [`${value}x`, `x${value}`, `${value}\n`, value.slice(0, -1), value.toUpperCase()];
  return choices.pick(["something else", "", ...nearly]);
}

function valuesOf(alerts: readonly AlertModel[], platform: PlatformModel): Values {
  const inhibitions = Object.values(platform.inhibitions);
  const matches = [
    ...routesUnder(platform.routing).map(({ match = {} }) => match),
    ...inhibitions.flatMap(({ source, target }) => [source, target]),
  ];
  const asked = matches.flatMap(valuesIn);
  const compared = inhibitions.flatMap(({ equal }) => equal);
  const labels = new Set([...asked.map(([label]) => label), ...compared]);
  const samples = alerts.map((alert) => sampleLabels(alert, platform));
  const found = [...labels].sort(compareText).map((label): [string, string[]] => {
    const askedHere = asked.flatMap(([name, texts]) => (name === label ? texts : []));
    const had = samples.flatMap((sample) => sample[label] ?? []);
    return [label, [...new Set([...askedHere, ...had])]];
  });
  return new Map(found);
}

/** The values that a match asks for; of a pattern its text, which it matches at least nearly. */
function valuesIn({ severity, alertname, service, labels = {} }: LabelMatch): [string, string[]][] {
  const all = Object.entries({ severity: names(severity), alertname, service, ...labels });
  return all.flatMap(([label, asked]): [string, string[]][] => {
    if (asked === undefined) return [];
    return [[label, asked instanceof RegExp ? [asked.source] : [asked].flat()]];
  });
}

function names(severity: LabelMatch["severity"]): string[] | undefined {
  return severity === undefined ? undefined : [severity].flat().map(({ name }) => name);
}
