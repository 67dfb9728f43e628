import type { EventEmitter } from "node:events";
import { Script } from "node:vm";
import { leave } from "./our-end.ts";
import { callsMeanwhile, watched } from "./calls-of-main.ts";
import type { Amounts, Calls } from "./look-at-main.ts";

/** How many seconds of a processor whatever is done with definitions may take at a time. */
export const limitName = "SIGNALBOX_CPU_SECONDS";

// The longest step of a build with ten thousand rules takes 24 s of a processor, and of what never ends one wants to hear within minutes.
const usualLimitSeconds = 60;

/** What takes no time of a processor waits for something; whoever has waited for half an hour will wait for ever. */
const lastResortMs = 30 * 60_000;

// As soon as it is seen where it is, it is interrupted; only where nobody can look that takes so long.
const lookAtMostMs = 30_000;

// Whoever has a processor for himself still loses a little to others.
const shareOfLimit = 0.8;

export function limitSeconds(): number {
  const seconds = Number(process.env[limitName]);
  return seconds > 0 && Number.isFinite(seconds) ? seconds : usualLimitSeconds;
}

/** Something was ended because it did not end. */
export interface Hung {
  /** Where it was then; empty where that could not be seen. */
  readonly calls: Calls;
  readonly message: string;
}

const hungs = new WeakMap<object, Hung>();

/** What is thrown where something hung. */
export function hungError(hung: Hung): Error {
  const error = new Error(hung.message);
  hungs.set(error, hung);
  return error;
}

/** What hung, where that is why something was thrown. */
export function hungIn(thrown: unknown): Hung | undefined {
  return typeof thrown === "object" && thrown !== null ? hungs.get(thrown) : undefined;
}

/**
 * Does what runs an author's code, which may never end: then it is ended.
 *
 * Nothing looks at it meanwhile that would cost anything. Only when the time is over it is asked how much of a processor it took; if that is
 * less than the limit, because the machine was busy, it is done once more with twice the time. So it must be something that can be.
 *
 * @param again is called whenever it was broken off somewhere in the middle
 * @throws what `hungIn` knows, where it did not end
 */
export function limited<T>(work: () => T, again: () => void = () => {}): T {
  const limitMs = limitSeconds() * 1000;
  for (let wallMs = limitMs; ; wallMs *= 2) {
    const before = cpuMs();
    const done = within(Math.min(wallMs, lastResortMs), work);
    if (done) return done.result;
    again();
    if (cpuMs() - before >= limitMs * shareOfLimit) {
      const calls = callsMeanwhile((options) => within(lookAtMostMs, work, options));
      again();
      throw hungError({ calls, message: hungMessage() });
    }
    if (wallMs >= lastResortMs) {
      throw hungError({
        calls: [],
        message: `the definitions were still being worked out after ${lastResortMs / 60_000} minutes`,
      });
    }
  }
}

// V8 ends the process when a list of 8 bytes each becomes longer than 2 ** 27: for that a quiet machine takes more than a second.
const unwatchedMs = 500;

/**
 * The same for what an author's code does by itself, which may take so much memory that V8 ends the process before the time is over: what
 * ends early is not watched, and anything else is done once more and watched.
 */
export function briefly<T>(work: () => T, again: () => void, characters: number): T {
  const before = process.memoryUsage.rss();
  const done = within(unwatchedMs, work);
  if (done) return done.result;
  again();
  // What the first time has left behind is used again before there is more.
  return watchedWork(work, again, { characters, takenBefore: process.memoryUsage.rss() - before });
}

/** What definitions may take. */
export interface Room {
  /** How long all modules are together. Left out: not known, and nothing is added for them. */
  readonly characters?: number;
  /** Bytes that were taken for it already. Left out: none. */
  readonly takenBefore?: number;
}

/** The same, watched all the time. */
export function watchedWork<T>(work: () => T, again: () => void, room: Room): T {
  const { result: done, calls } = watched(mostTaken(room), (options) => within(lastResortMs, work, options));
  if (done) return done.result;
  again();
  // Somebody has pressed Ctrl-C.
  if (!calls) leave(interruptedCode);
  throw hungError({ calls, message: hungMessage(room) });
}

// As a shell says that a program was ended by SIGINT.
const interruptedCode = 130;

// Of what is never left out of a list V8 ends the process soon after.
const usualBytes = 1024 ** 3;

// All of a build with ten thousand rules takes 1.2 GiB, and their modules have 20 million characters: twice that, and what a small project may take.
const bytesPerCharacter = 64;

// V8 makes a list longer by half of it, beside the one before: what is to be ended at the limit must be noticed on the way there.
const noticedAt = 0.75;

function mostBytes({ characters = 0 }: Room): number {
  return usualBytes + characters * bytesPerCharacter;
}

export function mostTaken(room: Room = {}): Amounts {
  return { cpuMs: limitSeconds() * 1000, bytes: (mostBytes(room) - (room.takenBefore ?? 0)) * noticedAt };
}

export function hungMessage(room: Room = {}): string {
  const gibibytes = Math.round((10 * mostBytes(room)) / 1024 ** 3) / 10;
  const most = `${limitSeconds()} s of a processor's time or ${gibibytes} GiB`;
  return `the definitions were still being worked out here after ${most}, and were ended`;
}

/** The event of this process by which work gets into a script of its own: only of such a one Node can break something off. */
const doesWork = "signalbox:work";
const script = new Script(`process.emit(${JSON.stringify(doesWork)})`, { filename: "signalbox:work" });
const events: EventEmitter = process;

/** @returns undefined where it was broken off: neither "catch" nor "finally" of the work hear of that */
function within<T>(
  wallMs: number,
  work: () => T,
  options: { readonly breakOnSigint?: boolean } = {},
): { readonly result: T } | undefined {
  let done: { readonly result: T } | undefined;
  const { prepareStackTrace, stackTraceLimit } = Error;
  const doWork = () => void (done = { result: work() });
  events.once(doesWork, doWork);
  try {
    script.runInThisContext({ ...options, timeout: Math.ceil(wallMs), displayErrors: false });
  } catch (thrown) {
    if (!isBrokenOff(thrown)) throw thrown;
  } finally {
    events.off(doesWork, doWork);
    // Where it was broken off, they may be those of whoever looks for a place.
    Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  }
  return done;
}

function isBrokenOff(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    "code" in thrown &&
    (thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT" || thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED")
  );
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
