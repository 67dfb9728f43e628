import { fileURLToPath } from "node:url";
import { readIn, textOf } from "./thrown.ts";

/** What changes from one build to the next, and what to write instead. */
interface Chance {
  readonly message: string;
  readonly fix: string;
}

const time: Chance = {
  message: "asks what time it is, and would be something else with each build",
  fix: 'write a moment that stays, such as new Date("2026-01-31"); a rule asks for its own by time()',
};
const random: Chance = {
  message: "is random, and would be something else with each build",
  fix: "write what stays the same with each build",
};

/** Told of what is called, before it is. */
type Ask = (called: string, chance: Chance) => void;

/**
 * Does something with definitions, of which the same ones must give the same bytes: a line of the author's that asks for the time, or
 * for a random number, is refused. What is installed may ask, as libraries do while they are loaded.
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
  const { Date: clock } = globalThis;
  const { random: dice } = Math;
  const { now } = performance;
  const { hrtime } = process;
  globalThis.Date = asking(clock, ask);
  Math.random = calling(dice, ask, "Math.random()", random);
  performance.now = calling(now, ask, "performance.now()", time);
  process.hrtime = Object.assign(calling(hrtime, ask, "process.hrtime()", time), {
    bigint: calling(hrtime.bigint, ask, "process.hrtime.bigint()", time),
  });
  try {
    return await work();
  } finally {
    // What somebody has kept of these goes on as the real ones would.
    isOver = true;
    globalThis.Date = clock;
    Math.random = dice;
    performance.now = now;
    process.hrtime = hrtime;
  }
}

/** The fix that an error has with it, if it was thrown here. */
export function fixOf(thrown: unknown): string | undefined {
  return textOf(readIn(thrown, "cause"), "fix");
}

/** Dates that somebody has written are the same on every day. */
function asking(clock: DateConstructor, ask: Ask): DateConstructor {
  const now = calling(clock.now, ask, "Date.now()", time);
  return new Proxy(clock, {
    construct(target, args, made) {
      if (args.length === 0) ask("new Date()", time);
      return Reflect.construct(target, args, made);
    },
    apply(target, self, args) {
      ask("Date()", time);
      return Reflect.apply(target, self, args);
    },
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}

function calling<F extends (...args: never) => unknown>(
  called: F,
  ask: Ask,
  name: string,
  chance: Chance,
): F {
  return new Proxy(called, {
    apply(target, self, args) {
      ask(name, chance);
      return Reflect.apply(target, self, args);
    },
  });
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
