import { differenceKinds } from "../generators/contract/kinds/index.ts";
import type { Difference } from "../generators/contract/difference.ts";
import type { Model } from "../generators/model/model.ts";
import { printable } from "../generators/text/printable.ts";
import { suggestion } from "../generators/text/suggestion.ts";
import { loadedProject } from "./ask/loaded-project.ts";
import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { askedJobs, theOnlyJob } from "./drift/asked-jobs.ts";
import { driftOf } from "./drift/drift-of.ts";
import type { Exposed } from "./drift/exposed.ts";
import { readFrom } from "./drift/read-from.ts";
import { driftJson, type DriftReport, driftSummary, driftText } from "./drift/report.ts";
import { writeCatalogue } from "./drift/write/write-catalogue.ts";
import type { Project } from "./project/project.ts";
import { textTable } from "./simulate/text-table.ts";

interface DriftValues {
  readonly service?: string;
  readonly job?: string;
  readonly exposition?: string;
  readonly url?: string;
  readonly prometheus?: string;
  readonly "token-file"?: string;
  readonly "fail-on"?: string;
  readonly write?: boolean;
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
    exposition: {
      type: "string",
      value: "FILE",
      help: "a saved answer of /metrics; default: all targets of scrape jobs that need no secret are asked",
    },
    url: { type: "string", value: "URL", help: "where a program answers its metrics" },
    prometheus: {
      type: "string",
      value: "URL",
      help: "a Prometheus, which is asked for all jobs, and for rules that return nothing and metrics that nobody reads",
    },
    "token-file": {
      type: "string",
      value: "FILE",
      help: "a file with the token that --url or --prometheus wants",
    },
    "fail-on": {
      type: "string",
      value: "NAMES",
      help: "exit with 10 where there are differences of these kinds; victim stands for those that harm somebody",
    },
    write: {
      type: "boolean",
      help: "change the declarations of metrics in their files, so that they say what is exposed",
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

async function run(values: DriftValues, { root }: Project): Promise<ExitCode> {
  if (values.kinds) {
    process.stdout.write(`${textTable(differenceKinds.map(({ id, says }) => [id, says]))}\n`);
    return exitCodes.success;
  }
  const loaded = await loadedProject({ json: values.json ?? false });
  if ("exitCode" in loaded) return loaded.exitCode;
  const { model } = loaded;
  const asked = askedJobs(model, values);
  if ("complaint" in asked) return refuseUse("drift", asked.complaint);
  const wantsOne = values.exposition !== undefined || values.url !== undefined;
  const only = wantsOne ? theOnlyJob(asked.jobs) : undefined;
  if (only && "complaint" in only) return refuseUse("drift", only.complaint);
  const { exposed, ...more } = await readFrom(model, only ? [only.job] : asked.jobs, {
    ...values,
    tokenFile: values["token-file"],
  });
  const code = said({ differences: driftOf(model, exposed), ...more }, exposed, values);
  return values.write && written(root, model, exposed) === "incomplete" && code === exitCodes.success
    ? exitCodes.problem
    : code;
}

function said(report: DriftReport, exposed: readonly Exposed[], values: DriftValues): ExitCode {
  process.stdout.write(values.json ? driftJson(report) : driftText(report));
  if (!values.json) {
    const jobs = exposed.map(({ job }) => job.name);
    process.stderr.write(report.complaints.map((line) => `${line}\n`).join(""));
    process.stderr.write(driftSummary(report, jobs));
  }
  const names = namesIn(values);
  if (report.differences.some((one) => isFailing(one, names))) return exitCodes.failOn;
  return report.complaints.length > 0 ? exitCodes.problem : exitCodes.success;
}

/** Says what became of the declarations, beside what is said of the differences. */
function written(root: string, model: Model, exposed: readonly Exposed[]): "whole" | "incomplete" {
  const result = writeCatalogue(root, model, exposed);
  if ("failure" in result) {
    process.stderr.write(`${result.failure}\nNothing was written.\n`);
    return "incomplete";
  }
  const { files, byHand } = result;
  const lines = [...files.map((path) => `  changed  ${path}`), ...byHand.map((one) => `not written: ${one}`)];
  process.stderr.write(lines.map((line) => `${printable(line)}\n`).join(""));
  return byHand.length > 0 ? "incomplete" : "whole";
}

function isFailing({ kind, victims }: Difference, names: readonly string[]): boolean {
  return names.includes(kind) || (names.includes("victim") && victims.length > 0);
}
