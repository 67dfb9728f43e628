import type { Misused } from "./word.ts";

/** Does something that must give the same on every day: whoever asks for the time, or for a random number, has misused it. */
export function timeless<T>(misused: Misused, work: () => T): T {
  const { Date: clock } = globalThis;
  const { random } = Math;
  globalThis.Date = withoutNow(clock, () =>
    misused(
      "asks what time it is, and would be another text with each build",
      "leave the time out: a notification says when the alert fired",
    ),
  );
  Math.random = () =>
    misused(
      "takes a random number, and would be another text with each build",
      "write what stays the same with each build",
    );
  try {
    return work();
  } finally {
    globalThis.Date = clock;
    Math.random = random;
  }
}

/** Dates that somebody has written are the same on every day. */
function withoutNow(clock: DateConstructor, now: () => never): DateConstructor {
  return new Proxy(clock, {
    construct: (_, args, target) => (args.length === 0 ? now() : Reflect.construct(clock, args, target)),
    apply: now,
    get: (_, key) => (key === "now" ? now : Reflect.get(clock, key)),
  });
}
