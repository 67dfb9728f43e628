import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as language from "../../generators/language/index.ts";
import { jobTypes } from "../../generators/jobs/index.ts";
import { compilerOutput, fromRoot } from "../language/compile.ts";
import { root } from "../layout/source-files.ts";

const parts = Object.keys(jobTypes.scrape);

/** A kind of job that there is none of. */
const pigeon = `
import type { JobOf, JobOptions, TargetLabels } from ${fromRoot("generators/language/job.ts")};
import type { LabelSpecs } from ${fromRoot("generators/language/label.ts")};
interface PigeonOptions extends JobOptions<TargetLabels> {
  readonly targets: readonly string[];
  readonly loft: string;
}
type PigeonJob = JobOf<"pigeon", PigeonOptions, LabelSpecs>;
declare module ${fromRoot("generators/language/jobs.ts")} {
  interface JobDefinitions {
    readonly pigeon: PigeonJob;
  }
}
import { jobTypes } from ${fromRoot("generators/jobs/index.ts")};
import { jobRoute } from ${fromRoot("scripts/simulate/job-server.ts")};
import type { JobType } from ${fromRoot("generators/jobs/job.ts")};
import { anySample } from ${fromRoot("generators/jobs/presence.ts")};
export { jobTypes, jobRoute };

type Pigeon = JobType<PigeonJob, { readonly loft: string }>;
const { word, noun, shape, target } = jobTypes.scrape;
const whole: Pigeon = {
  word,
  noun,
  shape,
  target,
  anything: anySample,
  alwaysThere: () => [],
  resolve: ({ loft }) => ({ loft }),
  ownMetrics: () => [],
  sample: () => undefined,
  asked: { by: "prometheus", request: ({ loft }) => ({ metrics_path: loft }) },
  url: ({ loft }, address) => address + loft,
  token: () => undefined,
  secrets: () => [],
  parts: () => [],
  texts: () => [],
  docs: { reached: ({ loft }) => loft, notes: () => [], fields: () => [], noData: [] },
  atRest: () => undefined,
};
${parts
  .map(
    (part) => `
const { ${part}: dropped_${part}, ...without_${part} } = whole;
export const lacking_${part}: Pigeon = without_${part};
export { dropped_${part} };`,
  )
  .join("\n")}
`;

describe("a made-up kind of job, of which something is missing", () => {
  const output = compilerOutput({ pigeon });
  const ours = output.split("\n").filter((line) => /^\S+\(\d+,\d+\): /.test(line));

  test("the compiler names the record of the kinds, and the one of what the simulator serves", () => {
    const foreign = ours.filter((line) => !line.startsWith("pigeon.ts("));
    const files = foreign.map((line) =>
      /([\w/-]+\.ts)\(/.exec(line)?.[1]?.replace(/^.*\/(generators|scripts)\//, "$1/"),
    );
    expect([...new Set(files)]).toEqual(["generators/jobs/index.ts", "scripts/simulate/job-server.ts"]);
    expect(foreign.join("\n")).toMatch(/jobs\/index\.ts\(.*Property 'pigeon' is missing/);
    expect(foreign.join("\n")).toMatch(/job-server\.ts\(.*Property 'pigeon' is missing/);
  });

  test("the compiler names each part that its file lacks", () => {
    const own = ours.filter((line) => line.startsWith("pigeon.ts("));
    expect(own).toHaveLength(parts.length);
    // It stands in the line below: the type before it is a long one.
    const lacking = [...output.matchAll(/^  Property '(\w+)' is missing in type/gm)].map(([, part]) => part);
    expect(lacking).toEqual(parts);
  });
});

describe("every kind of job", () => {
  test.each(Object.entries(jobTypes))("%s has a file of its name and a word", (kind, { word }) => {
    expect(readdirSync(join(root, "generators/jobs"))).toContain(`${kind}.ts`);
    expect(Object.keys(language)).toContain(word);
  });
});
