import { groupBy } from "../../group-by.ts";
import type { AlertDefinition } from "../../language/alert.ts";
import type { JobModel } from "../../jobs/index.ts";
import { exporterOf, tokenOf, urlOf } from "../../jobs/of-jobs.ts";
import { listed } from "../../text/listed.ts";
import type { Blindness } from "./blindness.ts";

/** The label that says what is missing. */
export const missingLabel = "missing";

/** What a guard says: what is missing, which alerts are blind, and where to look. */
export function guardText(
  job: JobModel,
  parts: readonly Blindness[],
  wait: string,
): Pick<AlertDefinition, "summary" | "description" | "impact" | "actions"> {
  return {
    summary: ({ labels }) => `${job.name} at ${labels["instance"]} answers without ${labels[missingLabel]}`,
    description: `The target has been up for ${wait}, and what alerts rest on was not there. ${blindParts(parts)}`,
    impact: "A fault that these alerts are for goes unnoticed.",
    actions: [askYourself(job), ...causes(job)],
  };
}

/** Which alerts are blind without what; what leaves the same ones blind is said together. */
function blindParts(parts: readonly Blindness[]): string {
  const alike = groupBy(parts, ({ alerts }) => alerts.join());
  return [...alike.values()]
    .map((some) => {
      const missing = listed(
        some.map(({ missing: { name } }) => name),
        "or",
      );
      return `Blind without ${missing}: ${listed(some[0]?.alerts ?? [])}.`;
    })
    .join(" ");
}
/** At its first target: where there are several, the address shows where the others are. */
function askYourself(job: JobModel): string {
  const [target] = job.targets;
  const how = signedIn(job);
  const url = target ? urlOf(job, target.written) : "";
  return `Look whether it is in the answer${how}:\n\`curl -si ${url}\``;
}

/** What the request needs that nobody may put on a command line. */
function signedIn(job: JobModel): string {
  const token = tokenOf(job);
  if (token) return `, with the token that is in the secret ${token.name}`;
  const { basicAuth } = job.kind === "scrape" ? job.request : {};
  return basicAuth
    ? `, as the user ${basicAuth.user} with the password that is in the secret ${basicAuth.password.name}`
    : "";
}

/** Where it gets lost, as it is asked. */
function causes(job: JobModel): readonly [string, ...string[]] {
  const gone =
    "It is not in the answer: the program was changed, or is not done with its start. Take the change back, or follow it in the definitions.";
  const legitimate =
    "It comes and goes as it should: say so in the definitions, with comesAndGoes at the metric or unguarded at the job.";
  const exporter = exporterOf(job);
  return exporter
    ? [
        `It is in the answer: the exporter says why it does not take it.\n\`docker compose logs ${exporter}\``,
        gone,
        legitimate,
      ]
    : [gone, legitimate];
}
