import { amountOf } from "../language/quantity.ts";

/**
 * All that is in a value, as one text: whatever can be read of two values that differ, their texts do.
 *
 * Undefined where that cannot be said, because it holds a function, or an object that is more than its properties.
 */
export function contentOf(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "boolean":
    case "undefined":
      return String(value);
    case "object":
      return value === null ? "null" : contentOfObject(value);
    default:
      return undefined;
  }
}

function contentOfObject(value: object): string | undefined {
  if (Array.isArray(value)) return contentOfList("", value);
  if (value instanceof Map) return contentOfList("map", [...value].flat());
  if (value instanceof Set) return contentOfList("set", [...value]);
  if (value instanceof RegExp) return `/${JSON.stringify(String(value))}`;
  // Its methods show nothing but its amount.
  const amount = amountOf(value);
  return amount ? contentOfList("amount", [amount]) : contentOfProperties(value);
}

function contentOfList(kind: string, list: readonly unknown[]): string | undefined {
  let text = `${kind}[`;
  for (const one of list) {
    const content = contentOf(one);
    if (content === undefined) return undefined;
    text += `${content},`;
  }
  return `${text}]`;
}

function contentOfProperties(value: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return undefined;
  let text = "{";
  // In their order, which shows where they are printed; those that are hidden can be read as well.
  for (const key of Reflect.ownKeys(value)) {
    const content = isReadable(key) ? contentOf(Reflect.get(value, key)) : undefined;
    if (content === undefined) return undefined;
    text += `${JSON.stringify(String(key))}:${content},`;
  }
  return `${text}}`;
}

/** What stands under a symbol is known to its module alone; this one every exported module has. */
function isReadable(key: string | symbol): boolean {
  return typeof key === "string" || key === Symbol.toStringTag;
}
