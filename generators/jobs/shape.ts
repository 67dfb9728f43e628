import * as z from "zod";
import { endpointOf, isAddress } from "./endpoint.ts";
import {
  allowing,
  fitsInterval,
  labelName,
  listOf,
  longerThanNothing,
  named,
  tooLong,
  written,
} from "../shape-values.ts";

const scraped = allowing.extend({
  job: named(/^[a-zA-Z][a-zA-Z0-9_-]*$/, "use letters, digits, _ and -, starting with a letter"),
  description: z.string(),
  every: longerThanNothing.optional(),
  timeout: longerThanNothing.optional(),
  targetLabels: z.record(labelName, written),
  absentWhileStopped: z.boolean().optional(),
});

/** What Docker knows a program of the stack by: no address, and no name of another network. */
const containerName = /^(?!localhost$)[a-z][a-z0-9_-]*$/;

interface Found {
  readonly targets: readonly string[];
  readonly absentWhileStopped?: boolean | undefined;
}

/** Each target is looked for by the name of its container, which is all that tells it from the others. */
function areFoundByName({ targets, absentWhileStopped }: Found): boolean {
  // What is no address at all is reported as that.
  const hosts = targets.filter(isAddress).map((target) => endpointOf(target).host);
  return (
    absentWhileStopped !== true ||
    (hosts.every((host) => containerName.test(host)) && new Set(hosts).size === hosts.length)
  );
}

/** What types cannot say of a job, given what each of its targets must be, and what its kind alone has. */
export function jobShape<S extends z.ZodRawShape>(target: z.ZodType<string>, own: S) {
  return scraped
    .extend({ targets: listOf(target, "name at least one target") })
    .refine(({ timeout, every }) => fitsInterval(timeout, every), tooLong("timeout", "every"))
    .refine(areFoundByName, {
      path: ["targets"],
      error: "are absent while stopped, and only containers of the stack can be, each once in a job",
      params: { fix: "name a container, such as filebeat:5066, or leave absentWhileStopped out" },
    })
    .and(z.object(own));
}
