import type { Service } from "../../../generators/language/service.ts";
import { call } from "../../code/code.ts";
import { exportOf, type Exported, type KnownProject, type Refused } from "../known-project.ts";
import type { Condition } from "./condition.ts";

export interface JobDown {
  readonly condition: Condition;
  readonly about: string;
  readonly metric: undefined;
  readonly downOf: string;
}

/** An alert for when a job of the service is down: what an alert without a metric is about. */
export async function downCondition(
  name: string | undefined,
  service: Service,
  known: KnownProject,
): Promise<JobDown | Refused> {
  const jobs = Object.values(service.jobs);
  const names = jobs.map(({ job }) => job).join(", ");
  const [only] = jobs;
  const job = name === undefined && jobs.length === 1 ? only : jobs.find((one) => one.job === name);
  if (!job) {
    const which =
      name === undefined
        ? `Say what it is about: --metric <name>, or for when a job is down --job`
        : `The service ${service.name} has no job ${name}. There is`;
    return { refused: `${which} ${names}.` };
  }
  const other = alertThatSays(job, service);
  if (other !== undefined)
    return {
      refused: `${other} says that the job ${job.job} is down. For another alert, name a metric: --metric <name>.`,
    };
  const exported = await exportOf(job, job.place.file, known);
  if (!exported) return { refused: `${job.place.file} does not export the job ${job.job}.` };
  return jobDown(job.job, exported);
}

function jobDown(job: string, exported: Exported): JobDown {
  const up = `${exported.name}.up`;
  return {
    condition: {
      expr: `${up}.eq(0)`,
      scenario: call("holds", [up, "{ ok: 1, firing: 0 }"]),
      hold: "2m",
      words: ["holds"],
      exports: [exported],
      shown: up,
      badState: 0,
      labels: [],
      sentence: undefined,
      guessed: undefined,
    },
    about: `Prometheus has not been able to scrape ${job}.`,
    metric: undefined,
    downOf: exported.name,
  };
}

/** The alert of the service that says that the job is down. */
function alertThatSays(job: unknown, { alerts = {} }: Service): string | undefined {
  const isOfJob = (one: unknown) => one === job || (Array.isArray(one) && one.includes(job));
  return Object.entries(alerts).find(([, { downOf }]) => isOfJob(downOf))?.[0];
}
