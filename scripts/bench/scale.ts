import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "../engine.ts";
import type { Tool } from "../tools/find-tool.ts";
import { measureInTurn, type Trial } from "./in-turn.ts";
import { layOutProject, readSources } from "./lay-out.ts";
import { mixinTrials, rulesOfMixin, type Mixin } from "./mixin.ts";
import { measure } from "./measure.ts";
import { phasesIn } from "./phases.ts";
import { forgetAll, npmRun, projectPlace, type Place, type ProjectPlace } from "./place.ts";
import { shopDefinitions } from "./shops.ts";
import { scaleTables, trialNames, type SizeResult } from "./scale-tables.ts";
import { buildTrials, onlyRulesTrials } from "./states.ts";

export interface ScaleRequest {
  /** How many services, from few to many. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly folder: string;
  readonly promtool: Tool;
  /** What Jsonnet renders beside it. */
  readonly mixin: Mixin | undefined;
  readonly say: (line: string) => void;
}

/** Above this a round takes many minutes, and what else the machine does is little beside: one is enough. */
const largestOfAllRounds = 100;

/** Measures the build of projects with more and more services of one shape. */
export async function measureScale({
  sizes,
  rounds,
  folder,
  promtool,
  mixin,
  say,
}: ScaleRequest): Promise<string> {
  const sources = readSources(engine.packageFolder);
  const results: SizeResult[] = [];
  for (const services of sizes) {
    const parent = join(folder, `services-${services}`);
    const project = join(parent, "project");
    layOutProject(project, shopDefinitions(services, sources), engine.packageFolder);
    const place = projectPlace(project, parent);
    const medians = await measureInTurn(
      [...trialsOf(place, promtool), ...(mixin ? mixinTrials(mixin) : [])],
      services > largestOfAllRounds ? 1 : rounds,
      (line) => say(`${services} services, ${line}`),
    );
    results.push({ services, rules: rulesIn(place), medians, phases: await phasesOf(place) });
  }
  return scaleTables(results, mixin && rulesOfMixin(mixin));
}

function trialsOf(place: ProjectPlace, promtool: Tool): Trial[] {
  const files = ["alerts.yml", "recordings.yml"].map((name) => join(place.folder, "out/prometheus", name));
  return [
    ...buildTrials(place, [], trialNames.everything),
    {
      name: trialNames.check,
      start: { program: promtool.path, args: ["check", "rules", ...files], folder: place.folder },
    },
    {
      name: trialNames.types,
      start: { program: engine.compiler(), args: ["--project", "."], folder: place.folder },
    },
    ...onlyRulesTrials(place),
  ];
}

/** How long each step of a build from nothing takes, as it says itself. */
async function phasesOf(place: ProjectPlace): Promise<ReadonlyMap<string, number>> {
  forgetAll(place);
  return phasesIn((await measure(npmRun(place, "build", ["--timings"]))).printed);
}

/** Every rule has one line with its name. */
function rulesIn({ folder }: Place): number {
  const texts = ["alerts.yml", "recordings.yml"].map((name) =>
    readFileSync(join(folder, "out/prometheus", name), "utf8"),
  );
  return texts.join("").match(/^ +- (?:alert|record): /gm)?.length ?? 0;
}
