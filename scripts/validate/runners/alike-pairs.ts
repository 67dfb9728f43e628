import type { AlertPair, LabelSet } from "../../../generators/targets/validation/program.ts";
import { dataAt, entriesAt, itemsAt } from "../../../generators/targets/validation/untyped-data.ts";

/** Pairs of alerts of which Alertmanager cannot tell one from another, so that it is asked about one of them. */
export interface AlikePairs {
  /** One of each kind. */
  readonly distinct: readonly AlertPair[];
  /** For each of all pairs the place of the one that is asked about in its stead. */
  readonly places: readonly number[];
}

/**
 * Which of these pairs are alike to Alertmanager: it looks at no label but those that its routes and inhibitions name, it knows only the
 * values that stand in its configuration, and of all others whether two are the same.
 *
 * @param config as it was read; where it says anything in a way that is not understood here, no two pairs are alike
 */
export function alikePairs(config: unknown, pairs: readonly AlertPair[]): AlikePairs {
  const named = namedLabels(config);
  if (named === undefined) return { distinct: pairs, places: pairs.map((_, index) => index) };
  const labels = [...named].sort(([one], [other]) => (one < other ? -1 : 1));
  const known = new Map<string, number>();
  const distinct: AlertPair[] = [];
  const places = pairs.map((pair) => {
    const key = JSON.stringify(labels.map(([label, asked]) => whatIsSeen(label, asked, pair)));
    const place = known.get(key) ?? distinct.push(pair) - 1;
    known.set(key, place);
    return place;
  });
  return { distinct, places };
}

/** What a configuration asks of a label. */
interface Asked {
  /** The values that stand in it; undefined: any two may be different, as they may for a pattern. */
  readonly values: ReadonlySet<string> | undefined;
  /** Whether two alerts must have the same. */
  readonly isCompared: boolean;
}

function whatIsSeen(label: string, { values, isCompared }: Asked, [one, other]: AlertPair): unknown {
  const seen = ({ [label]: value }: LabelSet) => {
    const isTold = values === undefined || value === undefined || value === "" || values.has(value);
    return isTold ? ["this", value] : ["another"];
  };
  return [seen(one), seen(other), isCompared && (one[label] ?? "") === (other[label] ?? "")];
}

/** The labels that the configuration names; undefined where it says something that is not understood here. */
function namedLabels(config: unknown): ReadonlyMap<string, Asked> | undefined {
  const inhibitions = itemsAt(config, "inhibit_rules");
  const conditions = [...routesIn(dataAt(config, "route")), ...inhibitions].flatMap((one) => entriesAt(one));
  if (!conditions.every(([key, value]) => isUnderstood(key, value))) return undefined;
  const texts = conditions.flatMap(([key, value]) => (matcherLists.has(key) ? itemsAt(value) : []));
  const matchers = texts.flatMap((text) => readMatcher(text) ?? []);
  if (matchers.length < texts.length) return undefined;
  const compared = new Set(inhibitions.flatMap((one) => itemsAt(one, "equal")).map(String));
  const labels = new Set([...compared, ...matchers.map(({ label }) => label)]);
  return new Map(
    [...labels].map((label): [string, Asked] => {
      const own = matchers.filter((matcher) => matcher.label === label).map(({ values }) => values);
      const values = own.includes(undefined) ? undefined : new Set(own.flatMap((some) => some ?? []));
      return [label, { values, isCompared: compared.has(label) }];
    }),
  );
}

function routesIn(route: unknown): unknown[] {
  return [route, ...itemsAt(route, "routes").flatMap(routesIn)];
}

const matcherLists = new Set(["matchers", "source_matchers", "target_matchers"]);
/** What decides nothing about which labels are looked at, or is looked at by itself. */
const otherKeys = new Set([
  ...["receiver", "continue", "routes", "group_by", "group_wait", "group_interval", "repeat_interval"],
  ...["active_time_intervals", "mute_time_intervals", "name", "equal"],
]);

/** Not, for one, "match", as matchers were called once. */
function isUnderstood(key: string, value: unknown): boolean {
  return otherKeys.has(key) || (matcherLists.has(key) && Array.isArray(value));
}

/** A matcher as the build writes it; without values: it asks by a pattern, or for what must be escaped. Undefined: it is written in another way. */
function readMatcher(
  text: unknown,
): { readonly label: string; readonly values: readonly string[] | undefined } | undefined {
  const [, label, operator = "", value] = /^(\w+)(=~|!~|!=|=)"((?:[^"\\]|\\.)*)"$/.exec(String(text)) ?? [];
  if (label === undefined || value === undefined) return undefined;
  if (!operator.endsWith("~")) return { label, values: value.includes("\\") ? undefined : [value] };
  // A pattern that is a list of words takes those and no others.
  return { label, values: /^[\w-]+(?:\|[\w-]+)*$/.test(value) ? value.split("|") : undefined };
}
