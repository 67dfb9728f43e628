import { z } from "zod";
import type { MutantResult, TriedMutant } from "../../generators/mutation/results.ts";
import { isOperatorName } from "../../generators/mutation/mutants.ts";
import { openShelf } from "../kept/shelf.ts";
import type { Project } from "../project/project.ts";
import { projectState } from "../validate/project-state.ts";
import type { Extent } from "./extent.ts";

/** All that is said of a run in which nothing was found wrong. */
export interface SoundRun {
  readonly results: readonly MutantResult<TriedMutant>[];
  /** Rules that their authors allowed to be without a test. */
  readonly untested: readonly string[];
}

/** Whether all is as it was when nothing was wrong, and a place to note that it is. */
export interface KeptReport {
  readonly run: SoundRun | undefined;
  readonly note: (run: SoundRun) => Promise<void>;
}

/** Compares by contents, of the sources and of the engine, and by which tools there are: then nothing has to be compiled. */
export async function keptReport(project: Project, extent: Extent): Promise<KeptReport> {
  const state = () => projectState(project, JSON.stringify(extent));
  const key = await state();
  if (key === undefined) return { run: undefined, note: async () => {} };
  const shelf = openShelf("mutated", project, isSoundRun);
  return {
    run: shelf.get(key),
    async note(run) {
      // While it ran, somebody may have saved a file: nobody knows then which of the two was tried.
      if ((await state()) === key) shelf.put(key, plain(run));
      shelf.save();
    },
  };
}

/** Without the rules themselves, which hold more than a report says. */
function plain({ results, untested }: SoundRun): SoundRun {
  return {
    untested,
    results: results.map(({ mutant: { rule, operator, id, what }, outcome, reason }) => {
      const { kind, name, service, place } = rule;
      return { mutant: { rule: { kind, name, service, place }, operator, id, what }, outcome, reason };
    }),
  };
}

const place = z.object({ file: z.string(), line: z.number() });
const rule = z.object({ kind: z.enum(["alert", "recording"]), name: z.string(), service: z.string(), place });
const mutant = z.object({
  rule,
  operator: z.string().refine((name) => isOperatorName(name)),
  id: z.string(),
  what: z.string(),
});
const soundRun = z.object({
  untested: z.array(z.string()),
  results: z.array(
    z.object({ mutant, outcome: z.enum(["killed", "survived", "waived"]), reason: z.string().optional() }),
  ),
});

function isSoundRun(value: unknown): value is SoundRun {
  return soundRun.safeParse(value).success;
}
