import { syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";
import { asked, isOfThePresent, time, type Asked, type Chance } from "./chances.ts";
import { readIn, textOf } from "./thrown.ts";
import { isLongList, longList, sized } from "./too-much.ts";

/** Told of what is called, before it is. */
type Ask = (called: string, chance: Chance) => void;

/**
 * Does something with definitions, of which the same ones must give the same bytes: a line of the author's that asks for the time, for
 * a random number, or how the machine is, is refused. What is installed may ask, as libraries do while they are loaded. So is a line that
 * makes more in one call than can be.
 *
 * @param isAuthors whether a file is one of the author's
 */
export async function withoutChance<T>(
  isAuthors: (path: string) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  let isOver = false;
  const ask: Ask = (called, { message, fix }) => {
    const caller = isOver ? undefined : callerOf(ask);
    if (caller !== undefined && isAuthors(caller))
      throw new Error(`${called} ${message}`, { cause: { fix } });
  };
  const putBack = [
    replaced(globalThis, "Date", (clock) => asking(clock, ask)),
    formatHeard(ask),
    replaced(globalThis, "Array", (list) => sizedBy(list, ask)),
    ...[...asked, ...sized].map((one) => heard(one, ask)),
  ];
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    // What somebody has kept of these goes on as the real ones would.
    isOver = true;
    for (const one of putBack.reverse()) one();
    syncBuiltinESMExports();
  }
}

/** The fix that an error has with it, if it was thrown here. */
export function fixOf(thrown: unknown): string | undefined {
  return textOf(readIn(thrown, "cause"), "fix");
}

/** Dates that somebody has written are the same on every day. */
function asking(clock: unknown, ask: Ask): unknown {
  if (typeof clock !== "function") return clock;
  return new Proxy(clock, {
    construct(target, args, made): object {
      if (args.length === 0) ask("new Date()", time);
      return Reflect.construct(target, args, made);
    },
    apply(target, self, args) {
      ask("Date()", time);
      return Reflect.apply(target, self, args);
    },
  });
}

/** A list of the length that it is told. */
function sizedBy(list: unknown, ask: Ask): unknown {
  if (typeof list !== "function") return list;
  return new Proxy(list, {
    construct(target, args, made): object {
      if (isLongList(args)) ask("Array()", longList);
      return Reflect.construct(target, args, made);
    },
    apply(target, self, args) {
      if (isLongList(args)) ask("Array()", longList);
      return Reflect.apply(target, self, args);
    },
  });
}

/** Has a function say when it is called. */
function heard(one: Asked, ask: Ask): () => void {
  return replaced(one.of, one.name, (there) => saying(there, one, ask));
}

/** Whoever calls it is one call away: so the caller is found. */
function saying(there: unknown, { called, chance, when = () => true }: Omit<Asked, "of" | "name">, ask: Ask) {
  if (typeof there !== "function") return there;
  return new Proxy(there, {
    apply(target, self, args: readonly unknown[]): unknown {
      if (when(args, self)) ask(called, chance);
      return Reflect.apply(target, self, args);
    },
  });
}

/** Each formatter makes its own function, so what makes it is replaced. */
function formatHeard(ask: Ask): () => void {
  const { prototype } = Intl.DateTimeFormat;
  const own = Object.getOwnPropertyDescriptor(prototype, "format");
  if (!own?.get) return () => {};
  const { get } = own;
  const said = { called: "Intl.DateTimeFormat().format()", chance: time, when: isOfThePresent };
  Object.defineProperty(prototype, "format", {
    ...own,
    get(this: unknown): unknown {
      return saying(Reflect.apply(get, this, []), said, ask);
    },
  });
  return () => void Object.defineProperty(prototype, "format", own);
}

/**
 * Puts something else in a place, where there is something.
 *
 * @returns puts back what was there
 */
function replaced(of: object, name: string, by: (there: unknown) => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(of, name);
  const there: unknown = Reflect.get(of, name);
  if (there === undefined || own?.configurable === false) return () => {};
  Object.defineProperty(of, name, {
    value: by(there),
    configurable: true,
    enumerable: own?.enumerable ?? false,
    writable: true,
  });
  return () => void (own ? Object.defineProperty(of, name, own) : Reflect.deleteProperty(of, name));
}

/** The file that called what asks; undefined where Node itself did. */
function callerOf(ask: Ask): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  let sites: readonly NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_, found) => {
    sites = found;
    return "";
  };
  // The one that asks, some of Node's own such as `map`, and the caller.
  Error.stackTraceLimit = 8;
  const called = { stack: "" };
  Error.captureStackTrace(called, ask);
  // It is prepared when somebody reads it.
  void called.stack;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  const files = sites.slice(1).flatMap((site) => site.getFileName() ?? []);
  const caller = files.find((file) => !file.startsWith("node:"));
  return caller?.replace(/\?.*$/, "").replace(/^file:.*/, (url) => fileURLToPath(url));
}
