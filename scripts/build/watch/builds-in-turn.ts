import { setTimeout as wait } from "node:timers/promises";

// An editor saves in several steps (write, rename, set the time): one build for all of them.
const settleTime = 10;

/** What came of one build. */
export interface Built {
  /** What was saved while it ran, and nobody told of. */
  readonly missed: readonly string[];
  /** What brought it down, if something did. */
  readonly failed: { readonly thrown: unknown } | undefined;
}

/** Builds that follow each other, as long as something is saved. */
export interface BuildsInTurn {
  readonly start: () => void;
  readonly isRunning: () => boolean;
  /** This was saved: there is a build of it as soon as it is quiet, and the one that runs is over. */
  readonly tell: (path: string) => void;
  /** These were saved some time ago. */
  readonly tellLate: (paths: readonly string[]) => void;
  /** The build that runs is finished, and none begins any more. */
  readonly end: () => Promise<void>;
}

type Build = (saved: ReadonlySet<string>) => Promise<Built>;

/** @param build of what was saved since it was called last */
export function buildsInTurn(build: Build): BuildsInTurn {
  const saved = savedFiles(build);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isEnded = false;
  const untilSame = async () => {
    await saved.build();
    while (saved.isSome() && !isEnded) {
      await wait(settleTime);
      await saved.build();
    }
  };
  const start = () => void (running ??= untilSame().finally(() => (running = undefined)));
  const startIfSaved = () => {
    if (saved.isSome() && !isEnded) start();
  };
  return {
    start,
    isRunning: () => running !== undefined,
    tell(path) {
      saved.add([path]);
      clearTimeout(timer);
      timer = setTimeout(startIfSaved, settleTime);
    },
    tellLate(paths) {
      saved.add(paths);
      startIfSaved();
    },
    async end() {
      isEnded = true;
      await running;
      clearTimeout(timer);
    },
  };
}

/** What was saved, and is not built yet. */
function savedFiles(build: Build) {
  let saved = new Set<string>();
  const add = (paths: readonly string[]) => paths.forEach((path) => saved.add(path));
  return {
    add,
    isSome: () => saved.size > 0,
    async build() {
      const built = saved;
      saved = new Set();
      const { missed, failed } = await build(built);
      add(missed);
      // What was deleted or replaced while it was read may bring a build down: the next one sees it whole.
      if (failed && saved.size === 0) throw failed.thrown;
    },
  };
}
