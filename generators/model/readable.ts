import { isExpression } from "../language/expression/expression.ts";
import { metricGroupOf, metricOf } from "../language/metric.ts";
import type { Place } from "../language/place.ts";
import type { Definitions } from "../language/platform.ts";
import { amountOf } from "../language/quantity.ts";
import { recordingOf } from "../language/recording.ts";
import { definitionNoun } from "./definition-noun.ts";
import type { Way } from "./way.ts";

/** An object of the definitions, or a value that is nothing that definitions are made of. */
export interface FoundValue {
  readonly value: unknown;
  /** What it belongs to, as messages name it. */
  readonly owner: string;
  /** From there to the value; undefined where it is the value itself. */
  readonly way: Way | undefined;
  readonly place: Place;
  /** Why nothing can be made of it. Undefined: it can be read. */
  readonly unreadable?: string;
}

interface Walk {
  /** All that is around what is looked at. */
  readonly within: Set<unknown>;
  readonly seen: Set<unknown>;
  readonly found: FoundValue[];
}

/** A hundred lists within lists: nobody writes as many, and whoever follows them needs room for each. */
const deepest = 100;

/**
 * Every object of the definitions, each once, and every value that cannot be read, without a promise of what they are: the types may
 * have been got around.
 */
export function foundValues({ platform, services }: Definitions): readonly FoundValue[] {
  const top = { owner: "the platform", way: undefined, place: platform.place };
  const walk: Walk = { within: new Set(), seen: new Set(), found: [] };
  for (const value of [platform, ...services]) find({ ...top, value }, walk);
  return walk.found;
}

function find(at: FoundValue, walk: Walk): void {
  const { value } = at;
  const { within, seen, found } = walk;
  if (within.has(value)) return void found.push({ ...at, unreadable: "holds itself" });
  if (!isOfInterest(value) || seen.has(value)) return;
  const read = readable(value);
  if (typeof read === "string") return void found.push({ ...at, unreadable: read });
  if (within.size >= deepest)
    return void found.push({ ...at, unreadable: `is more than ${deepest} lists deep` });
  seen.add(value);
  const inside = owned(at, read);
  found.push({ ...inside, value: read.value });
  within.add(value);
  for (const [key, part] of read.parts) {
    if (isOfInterest(part)) find({ ...inside, way: { key, before: inside.way }, value: part }, walk);
  }
  within.delete(value);
}

/** An object, or what definitions are never made of: most parts are texts and numbers. */
function isOfInterest(value: unknown): boolean {
  if (typeof value === "object") return value !== null;
  return typeof value === "bigint" || typeof value === "symbol";
}

/** An object whose parts were read once. */
interface Read {
  readonly value: object;
  readonly parts: readonly (readonly [key: string, value: unknown])[];
}

/** What stands in it; as text, why it cannot be read. */
function readable(value: unknown): Read | string {
  if (typeof value !== "object" || value === null) return `is a ${typeof value}`;
  try {
    return partsOf(value);
  } catch {
    return "cannot be read";
  }
}

function partsOf(value: object): Read | string {
  const recording = recordingOf(value);
  if (recording) {
    const { expression, ...rest } = recording;
    return { value: rest, parts: Object.entries(rest) };
  }
  const metrics = metricGroupOf(value)?.metrics;
  if (metrics) {
    const named = metrics.map((metric): [string, unknown] => [metric.name, metric]);
    return { value, parts: named };
  }
  // What the language made cannot be changed.
  if (metricOf(value) || isExpression(value) || amountOf(value) || value instanceof RegExp)
    return { value, parts: [] };
  const isList = Array.isArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!isList && prototype !== null && prototype !== Object.prototype) {
    return "is neither text nor a number nor plain data";
  }
  const parts = Object.entries(value);
  if (isList && parts.length !== value.length) return "has holes";
  return Object.hasOwn(value, "__proto__")
    ? "has a key that JavaScript keeps for itself: __proto__"
    : { value, parts };
}

/** A definition within another is the owner of what it holds; what has only a place is found there. */
function owned(at: FoundValue, { value }: Read): FoundValue {
  if (!("place" in value) || !isPlace(value.place)) return at;
  const owner = nounOf(value);
  return owner === undefined
    ? { ...at, place: value.place }
    : { ...at, owner, way: undefined, place: value.place };
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "file" in value && "line" in value;
}

/** A route is named after its receiver, which may be what cannot be read. */
function nounOf(value: object): string | undefined {
  try {
    return definitionNoun(value);
  } catch {
    return undefined;
  }
}
