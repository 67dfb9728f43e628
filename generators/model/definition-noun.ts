import { jobTypes } from "../jobs/index.ts";
import { nounOfSecret } from "../secrets/name-of-secret.ts";
import { ownPart } from "./way.ts";

/** What a kind of definition is called, and the option that names one. */
type Naming = readonly [noun: string, option: string];

const namedBy: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  ...Object.keys(jobTypes).map((kind): [string, Naming] => [kind, ["job", "job"]]),
  ["service", ["service", "name"]],
  ["recording", ["recording", "name"]],
  ["rule group", ["rule group", "name"]],
  ["probe module", ["probe module", "name"]],
  ["slo", ["SLO", "id"]],
  ["log source", ["log source", "id"]],
  ["dashboard", ["dashboard", "uid"]],
  ["row", ["row", "title"]],
  ["panel", ["panel", "title"]],
  ["variable", ["variable", "name"]],
  ["annotation", ["annotation", "name"]],
  ["runbook", ["runbook", "title"]],
  ["severity", ["severity", "name"]],
  ["receiver", ["receiver", "name"]],
  ["time interval", ["time interval", "name"]],
  ["inhibition", ["inhibition", "name"]],
]);
const nameless: ReadonlyMap<string, string> = new Map([
  ["platform", "the platform"],
  ["compose", "the deployment"],
]);

/** What a definition is called by in messages: `dashboard "shop"`. Undefined: by what it is a part of. */
export function definitionNoun(definition: object): string | undefined {
  const kind = ownPart(definition, "kind");
  if (kind === "secret file") return secretNoun(ownPart(definition, "name"));
  if (kind === "route" || kind === "copy route") return routeNoun(ownPart(definition, "receiver"));
  // A metric has no kind of its own, but is a counter or a gauge.
  const [noun, option] =
    typeof kind === "string"
      ? (namedBy.get(kind) ?? [])
      : Object.hasOwn(definition, "help")
        ? ["metric", "name"]
        : [];
  const name = option === undefined ? undefined : ownPart(definition, option);
  if (noun !== undefined && typeof name === "string") return `${noun} "${name}"`;
  return typeof kind === "string" ? nameless.get(kind) : undefined;
}

function secretNoun(name: unknown): string {
  return typeof name === "string" ? nounOfSecret(name) : "a secret";
}

function routeNoun(receiver: unknown): string | undefined {
  const name = typeof receiver === "object" && receiver !== null && "name" in receiver && receiver.name;
  return typeof name === "string" ? `the route to "${name}"` : undefined;
}
