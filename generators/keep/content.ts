import { amountOf } from "../language/quantity.ts";

/**
 * All that is in a value, as one text: whatever can be read of two values that differ, their texts do. It is not meant to be read.
 *
 * Undefined where that cannot be said, because it holds a function, or an object that is more than its properties.
 */
export function contentOf(value: unknown): string | undefined {
  const written: Written = { text: "", places: new Map() };
  return write(value, written) ? written.text : undefined;
}

interface Written {
  /** How long each part is stands before it, so that no text can be taken for several. */
  text: string;
  /** What was written already: the same object again is only named. A rule has what it reads in a dozen places. */
  readonly places: Map<object, number>;
}

/** False where it cannot be said. */
function write(value: unknown, written: Written): boolean {
  switch (typeof value) {
    case "string":
      written.text += `'${value.length}:${value}`;
      return true;
    case "number":
      written.text += Object.is(value, -0) ? "-0," : `${value},`;
      return true;
    case "boolean":
    case "undefined":
      written.text += `${value},`;
      return true;
    case "object":
      if (value !== null) return writeObject(value, written);
      written.text += "null,";
      return true;
    default:
      return false;
  }
}

function writeObject(value: object, written: Written): boolean {
  const place = written.places.get(value);
  if (place !== undefined) {
    written.text += `#${place},`;
    return true;
  }
  written.places.set(value, written.places.size);
  if (Array.isArray(value)) return writeAll("[", value, written);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return writeProperties(value, written);
  if (value instanceof Map) return writeAll("map", [...value].flat(), written);
  if (value instanceof Set) return writeAll("set", [...value], written);
  return value instanceof RegExp && writeAll("/", [value.source, value.flags], written);
}

function writeAll(kind: string, all: readonly unknown[], written: Written): boolean {
  written.text += `${kind}${all.length},`;
  // A gap in a list is as good as undefined: nobody can see it who goes through the list.
  for (const one of all) if (!write(one, written)) return false;
  return true;
}

function writeProperties(value: object, written: Written): boolean {
  // In their order, which shows where they are printed; those that are hidden can be read as well. Symbols come last.
  const keys = Reflect.ownKeys(value);
  if (typeof keys.at(-1) === "symbol") {
    // The methods of a quantity show nothing but its amount.
    const amount = amountOf(value);
    if (amount) return writeAll("amount", [amount], written);
  }
  written.text += `{${keys.length},`;
  for (const key of keys) {
    if (!isReadable(key)) return false;
    const name = String(key);
    written.text += `${name.length}:${name}`;
    if (!write(Reflect.get(value, key), written)) return false;
  }
  return true;
}

/** What stands under a symbol is known to its module alone; this one every exported module has. */
function isReadable(key: string | symbol): boolean {
  return typeof key === "string" || key === Symbol.toStringTag;
}
