import { dirname, join } from "node:path";
import { engine } from "../../engine.ts";
import { problemList } from "../../problem-list.ts";
import { findProject } from "../../project/find-project.ts";
import { forgetModules, needsProcess } from "../../project/load-module.ts";
import { nameIn, projectConfig, type Project } from "../../project/project.ts";
import { buildingAgain, type Builder, type Halves } from "./build-again.ts";
import { buildInNewProcess } from "./build-in-new-process.ts";
import { isOfEngine, sourcesOf } from "./sources.ts";
import { isBelow } from "./source-tree.ts";
import { watchAndBuild } from "./watch-and-build.ts";

/** Builds a project now and after every save, until Ctrl-C; and wherever it has moved to, where its configuration says so. */
export async function watchProject(first: Project, options: WatchOptions): Promise<void> {
  const ended = nextSignal();
  for (let project: Project | undefined = first; project;)
    project = await watchUntilMoved(project, options, ended);
}

export interface WatchOptions {
  readonly halves: Halves;
  /** The definitions are loaded by tsx, which loads a module once and for all: each build is a process of its own. */
  readonly isPlain: boolean;
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** @returns the project as it is configured by now; undefined where the watch has ended */
async function watchUntilMoved(
  project: Project,
  { halves, isPlain }: WatchOptions,
  ended: Promise<void>,
): Promise<Project | undefined> {
  const inNewProcess = () => buildInNewProcess(project.root, isPlain);
  const builder: Builder = engine.isSource
    ? { build: inNewProcess, read: () => [] }
    : buildingAgain(project, halves, inNewProcess);
  let moved: Project | undefined;
  let move = () => {};
  const isMoved = new Promise<void>((resolve) => (move = resolve));
  const sources = () => sourcesOf(project, builder.read());
  const folders = sources().folders.map((folder) => `${nameIn(project, folder)}/`);
  say(`watching ${folders.join(", ")} and what else a build reads; press Ctrl-C to stop`);
  await watchAndBuild({
    sources,
    say,
    until: Promise.race([ended, isMoved]),
    async buildOnce(saved) {
      sayWhatElse(saved, project);
      const found = saved.has(configOf(project)) ? await foundAgain(project) : project;
      if (found === undefined) return;
      if (isSameProject(found, project)) return builder.build(saved);
      moved = found;
      move();
    },
  });
  return moved;
}

const configOf = ({ root }: Project): string => join(root, projectConfig);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Whoever saves a definition knows what is built; of all else it is said why. */
function sayWhatElse(saved: ReadonlySet<string>, project: Project): void {
  const definitions = dirname(project.definitions);
  const elsewhere = [...saved].filter((path) => !isBelow(path, definitions));
  const [first, ...others] = elsewhere;
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const isOther = !engine.isSource && elsewhere.some((path) => isOfEngine(path, project));
  const consequence = isOther
    ? ": another engine may stand there, so each build is a process of its own now"
    : "";
  say(`${nameIn(project, first)}${more} changed${consequence}`);
}

/** The project as its configuration says now; undefined where that is wrong, which is said then. */
async function foundAgain(project: Project): Promise<Project | undefined> {
  // Under tsx a module is loaded once and for all.
  if (engine.isSource) return sameWithNotice(project);
  try {
    forgetModules([configOf(project)]);
    const search = await findProject(process.cwd());
    if ("project" in search) return search.project;
    const text =
      "complaint" in search
        ? `${search.complaint}\n`
        : problemList(search.problems, "nothing was done", process.stderr);
    process.stderr.write(text);
    return undefined;
  } catch (thrown) {
    if (thrown !== needsProcess) throw thrown;
    return sameWithNotice(project);
  }
}

function sameWithNotice(project: Project): Project {
  say("if it names another module of definitions by now, start the watch anew");
  return project;
}

function isSameProject(one: Project, other: Project): boolean {
  return one.root === other.root && one.definitions === other.definitions && one.out === other.out;
}
