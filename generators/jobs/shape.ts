import * as z from "zod";
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
});

/** What types cannot say of a job, given what each of its targets must be, and what its kind alone has. */
export function jobShape<S extends z.ZodRawShape>(target: z.ZodType<string>, own: S) {
  return scraped
    .extend({ targets: listOf(target, "name at least one target") })
    .refine(({ timeout, every }) => fitsInterval(timeout, every), tooLong("timeout", "every"))
    .and(z.object(own));
}
