import { buildsInTurn } from "./builds-in-turn.ts";
import { firstLook } from "./last-look.ts";
import type { Sources } from "./sources.ts";
import { watchSources, type WatchFolder } from "./watch-sources.ts";

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
  let now = sources();
  const builds = buildsInTurn(async (saved) => {
    const startedAt = Date.now();
    last.lookAt(saved, now);
    const failed = await buildOnce(saved).then(
      () => undefined,
      (thrown: unknown) => ({ thrown }),
    );
    now = sources();
    watching.follow(now);
    return { missed: last.changedSince(now, startedAt), failed };
  });
  const watching = watchSources(now, builds.tell, watchFolder);
  if (!watching.isWhole())
    say("the system does not tell of what is saved in every folder: all are looked at each second");
  const last = firstLook(now);
  const looking = setInterval(() => {
    if (builds.isRunning() || watching.isWhole()) return;
    builds.tellLate(last.changedSince(now, Date.now()));
  }, lookEvery);
  builds.start();
  await until;
  // It follows what it has read.
  await builds.end();
  clearInterval(looking);
  watching.close();
}
