import * as z from "zod";
import { patternText } from "../language/expression/selector.ts";
import { compileRe2 } from "../promql/re2.ts";
import { labelName, such, written } from "../shape-values.ts";
import { nameLabel } from "./metric-relabelling.ts";

/** A pattern as Prometheus has it, or why it is none. */
const pattern = z.instanceof(RegExp).superRefine((value, context) => {
  const complaint = complaintOf(value);
  if (complaint !== undefined) {
    context.addIssue({
      code: "custom",
      message: `is ${complaint}`,
      params: { fix: "write a pattern of RE2, as in matchers" },
    });
  }
});

function complaintOf(value: RegExp): string | undefined {
  if (/[^i]/.test(value.flags)) return `${String(value)}, and a pattern of Prometheus has only the flag i`;
  return compileRe2(patternText(value, "a pattern")).complaint;
}

/** Prometheus needs it to know which target a sample came from. */
const ofTarget: ReadonlySet<string> = new Set(["job", "instance", nameLabel]);
const ownLabel = such(
  labelName,
  (name) => !ofTarget.has(name),
  "take another label: by this one rules and panels find the series",
);

const several = z.array(z.string()).min(1);
const name = z.union([written, several, pattern]);
// A label that is not there is empty.
const value = z.union([z.string(), several, pattern]);
const series = z
  .object({ metric: name.optional(), labels: z.record(labelName, value).optional() })
  .refine(({ metric, labels = {} }) => metric !== undefined || Object.keys(labels).length > 0, {
    error: "chooses nothing",
    params: { fix: "say which series it is about: metric, labels, or both" },
  });

/** Go takes `$1a` for a name, of which there is none. */
const replacement = such(
  z.string(),
  (text) => /^(?:[^$]|\$\$|\$\d+(?!\w)|\$\{\d+\})*$/.test(text),
  "write ${1} where a letter, a digit or _ follows, and $$ for a dollar sign",
);
const from = z.union([z.string(), pattern]);
const replaceLabel = z.object({ label: ownLabel, from, to: replacement });
const replaceName = z.object({ metric: from, to: such(replacement, (text) => text !== "", "write a name") });

/** What the types of a step cannot say. */
export const relabellingShape = z.union([
  z.strictObject({ keep: series }),
  z.strictObject({ drop: series }),
  z.strictObject({ dropLabel: ownLabel }),
  z.strictObject({ replace: z.union([replaceLabel, replaceName]) }),
]);
