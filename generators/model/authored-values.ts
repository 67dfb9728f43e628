import { isExpression, nodeOf } from "../language/expression/expression.ts";
import { metricGroupOf } from "../language/metric.ts";
import type { Place } from "../language/place.ts";
import type { Definitions } from "../language/platform.ts";
import { amountOf } from "../language/quantity.ts";
import { recordingOf } from "../language/recording.ts";
import { remembered } from "../remembered.ts";
import { partsOf, type Node } from "../promql/tree.ts";
import { alertsOf } from "./parts-of-service.ts";
import { definitionNoun } from "./definition-noun.ts";
import { jobTypes } from "../jobs/index.ts";
import type { Way } from "./way.ts";

/** A text or a number as its author wrote it, before anything is made of it. */
export interface AuthoredValue {
  readonly value: string | number;
  /** What it belongs to, as messages name it: `alert "ManyErrors"`. */
  readonly owner: string;
  /** From there to the value. */
  readonly way: Way | undefined;
  readonly place: Place;
}

type Within = Omit<AuthoredValue, "value">;

/** Something that is still to be looked into. */
interface Found extends Within {
  readonly value: unknown;
}

/** Every text and number of the definitions, each at the definition that is nearest to it: names, texts, addresses, and what expressions are made of. */
export const authoredValues: (definitions: Definitions) => readonly AuthoredValue[] = remembered(valuesIn);

function valuesIn({ platform, services }: Definitions): AuthoredValue[] {
  const alertNames = new Map<unknown, string>(
    services.flatMap(alertsOf).map(([name, alert]) => [alert, name] as const),
  );
  const top: Within = { owner: "the platform", way: undefined, place: platform.place };
  const all: AuthoredValue[] = [];
  const seen = new Set<unknown>();
  // A list and no recursion: an expression may be thousands of operators deep.
  const left: Found[] = [{ ...top, value: platform }, ...services.map((value) => ({ ...top, value }))];
  for (let found = left.pop(); found !== undefined; found = left.pop()) {
    const { value, owner, way, place } = found;
    if (typeof value === "string" || typeof value === "number") all.push({ value, owner, way, place });
    if (typeof value !== "object" || value === null) continue;
    const amount = amountOf(value);
    if (amount) {
      const product = amount.factors.reduce((product, n) => product * n, amount.value);
      all.push({ value: product, owner, way, place });
    }
    if (amount || seen.has(value)) continue;
    seen.add(value);
    const at = placed(value, { owner, way, place }, alertNames.get(value));
    const recording = recordingOf(value);
    const metrics = metricGroupOf(value)?.metrics;
    if (recording) {
      const { expression, ...rest } = recording;
      const within = { ...placed(rest, at, undefined), way: { key: "expr", before: undefined } };
      for (const one of valuesOfNode(expression, within)) all.push(one);
      left.push({ ...at, value: rest });
    } else if (metrics) left.push({ ...at, value: metrics });
    else if (isExpression(value)) for (const one of valuesOfNode(nodeOf(value), at)) all.push(one);
    else pushParts(value, at, left);
  }
  return all;
}

/** A definition within another is the owner of what it holds; what has only a place is found there. */
function placed(value: object, at: Within, alert: string | undefined): Within {
  if (!("place" in value) || !isPlace(value.place)) return at;
  const own = alert === undefined ? definitionNoun(value) : `alert "${alert}"`;
  return own === undefined
    ? { ...at, place: value.place }
    : { owner: own, way: undefined, place: value.place };
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "file" in value && "line" in value;
}

/** Where things stand, and labels of a job that it says elsewhere too. */
const notAuthored: ReadonlySet<string> = new Set(["place", "seriesLabels"]);

function pushParts(value: object, { owner, way, place }: Within, left: Found[]): void {
  // Of an SLO its author wrote the options, and all else is made of them.
  if ("kind" in value && value.kind === "slo" && "options" in value) {
    left.push({ owner, way: undefined, place, value: value.options });
    return;
  }
  // The metrics that a job has by itself are made of its name.
  const isJob = "kind" in value && typeof value.kind === "string" && Object.hasOwn(jobTypes, value.kind);
  const isList = Array.isArray(value);
  const parts: [string, unknown][] = Object.entries(value);
  for (const [key, part] of parts) {
    if (notAuthored.has(key) || (isJob && isExpression(part))) continue;
    const within = { owner, way: { key, before: way }, place };
    left.push({ ...within, value: part });
    // What an author can choose: the name of a label, the heading of a column. Of a list it is a number.
    if (!isList && !isPlainWord(key)) left.push({ ...within, value: key });
  }
}

function isPlainWord(key: string): boolean {
  return /^\w+$/.test(key);
}

/** The texts and numbers of an expression. How deep they lie in it says nothing to anybody. */
function* valuesOfNode(root: Node, at: Within): Iterable<AuthoredValue> {
  const left: Node[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const place = node.kind === "text" ? node.place : at.place;
    for (const value of ownValues(node)) yield { ...at, place, value };
    left.push(...partsOf(node));
  }
}

function ownValues(node: Node): readonly (string | number)[] {
  switch (node.kind) {
    case "number":
    case "string":
      return [node.value];
    case "selector":
      return [
        node.metric,
        ...node.matchers.flatMap(({ name, value }) => [name, value]),
        ...(node.offset === undefined ? [] : [node.offset]),
        ...(node.at === undefined ? [] : [node.at]),
      ];
    case "range":
      return [node.range];
    case "subquery":
      return [node.range, ...(node.step === undefined ? [] : [node.step])];
    case "aggregation":
      return [...(node.by ?? []), ...(node.without ?? [])];
    case "text":
      return node.parts.filter((part) => typeof part === "string");
    case "binary": {
      const { on = [], ignoring = [], groupLeft = [], groupRight = [] } = node.matching ?? {};
      return [...on, ...ignoring, ...groupLeft, ...groupRight];
    }
    case "call":
    case "negation":
      return [];
  }
}
