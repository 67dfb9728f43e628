import { differenceKinds } from "../generators/contract/kinds/index.ts";
import type { Difference } from "../generators/contract/difference.ts";
import type { Model } from "../generators/model/model.ts";
import { suggestion } from "../generators/text/suggestion.ts";
import { loadedProject } from "./ask/loaded-project.ts";
import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { askedJobs, theOnlyJob } from "./drift/asked-jobs.ts";
import { driftOf } from "./drift/drift-of.ts";
import { exposedAt, type Reading } from "./drift/exposed.ts";
import { fromPrometheus } from "./drift/from-prometheus.ts";
import { fromTargets } from "./drift/from-targets.ts";
import { prometheusAt } from "./drift/prometheus-api.ts";
import { driftJson, type DriftReport, driftSummary, driftText } from "./drift/report.ts";
import { silentRules } from "./drift/silent-rules.ts";
import { unusedMetrics } from "./drift/unused-metrics.ts";
import { textTable } from "./simulate/text-table.ts";

interface DriftValues {
  readonly service?: string;
  readonly job?: string;
  readonly exposition?: string;
  readonly url?: string;
  readonly prometheus?: string;
  readonly "token-file"?: string;
  readonly "fail-on"?: string;
  readonly kinds?: boolean;
  readonly json?: boolean;
}

/** Says how what programs expose differs from the catalogue, and who rests on what is gone. */
export const driftCommand = command({
  name: "drift",
  summary:
    "Says how what programs expose differs from what is declared, and which alerts, panels and SLOs that blinds.",
  options: {
    service: { type: "string", value: "NAME", help: "only the jobs of this service" },
    job: { type: "string", value: "NAME", help: "only this job" },
    exposition: { type: "string", value: "FILE", help: "a saved answer of /metrics" },
    url: { type: "string", value: "URL", help: "where a program answers its metrics" },
    prometheus: {
      type: "string",
      value: "URL",
      help: "a Prometheus, which is asked for all jobs, and for rules that return nothing and metrics that nobody reads",
    },
    "token-file": {
      type: "string",
      value: "FILE",
      help: "a file with the token that --url or --prometheus wants; default: the targets of all scrape jobs that need no secret are asked",
    },
    "fail-on": {
      type: "string",
      value: "NAMES",
      help: "exit with 10 where there are differences of these kinds; victim stands for those that harm somebody",
    },
    kinds: { type: "boolean", help: "list the kinds of differences" },
    json: { type: "boolean", help: "the same as JSON, for a program" },
  },
  complaint,
  run,
});

const known: readonly string[] = ["victim", ...differenceKinds.map(({ id }) => id)];

function complaint(values: DriftValues): string | undefined {
  const sources = (["exposition", "url", "prometheus"] as const).filter((name) => values[name] !== undefined);
  const [first, second] = sources;
  if (second !== undefined) return `Options '--${first}' and '--${second}' cannot be used together.`;
  if (values["token-file"] !== undefined && values.url === undefined && values.prometheus === undefined)
    return "--token-file goes with --url or --prometheus.";
  const wrong = namesIn(values).find((name) => !known.includes(name));
  return wrong === undefined ? undefined : `There is no kind '${wrong}'${suggestion(wrong, known)}.`;
}

function namesIn({ "fail-on": names = "" }: DriftValues): readonly string[] {
  return names.split(",").filter((name) => name !== "");
}

async function run(values: DriftValues): Promise<ExitCode> {
  if (values.kinds) {
    process.stdout.write(`${textTable(differenceKinds.map(({ id, says }) => [id, says]))}\n`);
    return exitCodes.success;
  }
  const loaded = await loadedProject({ json: values.json ?? false });
  if ("exitCode" in loaded) return loaded.exitCode;
  const asked = askedJobs(loaded.model, values);
  if ("complaint" in asked) return refuseUse("drift", asked.complaint);
  if (values.exposition === undefined && values.url === undefined)
    return said(
      values.prometheus === undefined
        ? await ofTargets(loaded.model, asked)
        : await ofPrometheus(loaded.model, asked, values),
      values,
    );
  const only = theOnlyJob(asked.jobs);
  if ("complaint" in only) return refuseUse("drift", only.complaint);
  return said(await ofExposition(loaded.model, only.job, values), values);
}

type Jobs = Model["jobs"];

/** A report, and the jobs that were read for it. */
interface Answered {
  readonly report: DriftReport;
  readonly jobs: readonly string[];
}

function answered(model: Model, { exposed, complaints }: Reading, more: Partial<DriftReport> = {}): Answered {
  const report = { differences: driftOf(model, exposed), complaints, ...more };
  return { report, jobs: exposed.map(({ job }) => job.name) };
}

async function ofTargets(model: Model, { jobs }: { readonly jobs: Jobs }): Promise<Answered> {
  return answered(model, await fromTargets(jobs.filter(({ kind }) => kind === "scrape")));
}

async function ofExposition(model: Model, job: Jobs[number], values: DriftValues): Promise<Answered> {
  const address = values.exposition ?? values.url ?? "";
  const answer = await exposedAt(address, { tokenFile: values["token-file"] });
  if ("complaint" in answer) return answered(model, { exposed: [], complaints: [answer.complaint] });
  return answered(model, { exposed: [{ job, sources: [{ at: address, ...answer }] }], complaints: [] });
}

async function ofPrometheus(
  model: Model,
  { jobs }: { readonly jobs: Jobs },
  values: DriftValues,
): Promise<Answered> {
  const ask = prometheusAt(values.prometheus ?? "", values["token-file"]);
  const reading = await fromPrometheus(jobs, model, ask);
  if (reading.exposed.length === 0) return answered(model, reading);
  const rules = await silentRules(model, [...new Set(jobs.map(({ service }) => service))], ask);
  const complaints = [...reading.complaints, ...("complaint" in rules ? [rules.complaint] : [])];
  return answered(model, reading, {
    complaints,
    silent: "silent" in rules ? rules.silent : [],
    unused: unusedMetrics(model, reading.exposed),
  });
}

function said({ report, jobs }: Answered, values: DriftValues): ExitCode {
  process.stdout.write(values.json ? driftJson(report) : driftText(report));
  if (!values.json) {
    process.stderr.write(report.complaints.map((line) => `${line}\n`).join(""));
    process.stderr.write(driftSummary(report, jobs));
  }
  const names = namesIn(values);
  if (report.differences.some((one) => isFailing(one, names))) return exitCodes.failOn;
  return report.complaints.length > 0 ? exitCodes.problem : exitCodes.success;
}

function isFailing({ kind, victims }: Difference, names: readonly string[]): boolean {
  return names.includes(kind) || (names.includes("victim") && victims.length > 0);
}
