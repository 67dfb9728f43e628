import type { JobModel, JobModelOf } from "../../generators/jobs/index.ts";
import { secretsOfJob, urlOf } from "../../generators/jobs/of-jobs.ts";
import { exposedAt, type Exposed, type Reading, type Source } from "./exposed.ts";

/** Asks every target of these jobs itself, as Prometheus would, at the addresses that their author wrote. */
export async function fromTargets(jobs: readonly JobModel[]): Promise<Reading> {
  const complaints: string[] = [];
  const exposed: Exposed[] = [];
  for (const job of jobs) {
    const needed = job.kind === "scrape" ? neededFor(job) : "an exporter that asks it";
    if (needed !== undefined) {
      complaints.push(`Job ${job.name} was not asked: it needs ${needed}.`);
      continue;
    }
    const sources = await Promise.all(job.targets.map((target) => answerOf(job, target)));
    complaints.push(...sources.flatMap((one) => ("complaint" in one ? [one.complaint] : [])));
    const answers = sources.flatMap((one) => ("families" in one ? [one] : []));
    if (answers.length > 0) exposed.push({ job, sources: answers });
  }
  return { exposed, complaints };
}

/** What this command does not send to a target by itself: a secret stays in the stack that it belongs to. */
function neededFor(job: JobModelOf<"scrape">): string | undefined {
  const { headers = {}, parameters = {} } = job.request;
  if (secretsOfJob(job).length > 0)
    return `a secret or a certificate: take --job ${job.name} --url, and --token-file`;
  const isPlain = Object.keys(headers).length + Object.keys(parameters).length === 0;
  return isPlain
    ? undefined
    : `headers or parameters: save its answer, and take --job ${job.name} --exposition`;
}

async function answerOf(
  job: JobModel,
  { written, instance }: JobModel["targets"][number],
): Promise<Source | { readonly complaint: string }> {
  const answer = await exposedAt(urlOf(job, written), { timeoutMs: job.timeoutMs });
  return "complaint" in answer ? answer : { at: instance, ...answer };
}
