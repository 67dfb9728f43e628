import { setTimeout as wait } from "node:timers/promises";
import { firstLook } from "./last-look.ts";
import type { Sources } from "./sources.ts";
import { watchSources, type WatchFolder } from "./watch-sources.ts";

// An editor saves in several steps (write, rename, set the time): one build for all of them.
const settleTime = 10;

// Where the system does not tell of each save: a look at a thousand files takes about ten milliseconds.
const lookEvery = 1000;

export interface WatchRequest {
  /** What a build reads, as far as that is known by now: it is asked again after each. */
  readonly sources: () => Sources;
  /** Builds once, and says itself how it went; it is told what was saved since it was called last. */
  readonly buildOnce: (saved: ReadonlySet<string>) => Promise<void>;
  readonly say: (line: string) => void;
  /** When to end: a build that runs is finished first. */
  readonly until: Promise<void>;
  /** Left out: as Node does. */
  readonly watchFolder?: WatchFolder;
}

/**
 * Builds now and after every save, one build at a time.
 *
 * The system tells when to build, and not what to believe: what was saved while it did not tell of it is found after each build, by
 * comparing all sources with what they were when it began.
 */
export async function watchAndBuild({
  sources,
  buildOnce,
  say,
  until,
  watchFolder,
}: WatchRequest): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isEnded = false;
  let saved = new Set<string>();
  const tell = (path: string) => {
    saved.add(path);
    clearTimeout(timer);
    timer = setTimeout(startIfSaved, settleTime);
  };
  let now = sources();
  const watching = watchSources(now, tell, watchFolder);
  if (!watching.isWhole())
    say("the system does not tell of what is saved in every folder: all are looked at each second");
  const last = firstLook(now);
  const buildUntilSame = async () => {
    for (let isFirst = true; isFirst || (saved.size > 0 && !isEnded); isFirst = false) {
      if (!isFirst) await wait(settleTime);
      const built = saved;
      saved = new Set();
      const startedAt = Date.now();
      last.lookAt(built, now);
      const failed = await buildOnce(built).then(
        () => undefined,
        (thrown: unknown) => ({ thrown }),
      );
      now = sources();
      watching.follow(now);
      for (const path of last.changedSince(now, startedAt)) saved.add(path);
      // What was deleted or replaced while it was read may bring a build down: the next one sees it whole.
      if (failed && saved.size === 0) throw failed.thrown;
    }
  };
  const start = () => {
    running ??= buildUntilSame().finally(() => (running = undefined));
  };
  const startIfSaved = () => {
    if (saved.size > 0 && !isEnded) start();
  };
  const looking = setInterval(() => {
    if (running || watching.isWhole()) return;
    for (const path of last.changedSince(now, Date.now())) saved.add(path);
    startIfSaved();
  }, lookEvery);
  start();
  await until;
  isEnded = true;
  // It follows what it has read.
  await running;
  clearTimeout(timer);
  clearInterval(looking);
  watching.close();
}
