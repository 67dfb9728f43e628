import type * as z from "zod";
import type { Problem } from "../problem.ts";

/** What a shape found wrong, as people read it. */
export function worded(what: string, issue: z.core.$ZodIssue): Pick<Problem, "message" | "fix"> {
  const part = [issue.path.join("."), wrong(issue)].filter((word) => word !== "");
  return { message: `${what}: ${part.join(" ")}`, fix: fixOf(issue) ?? "write a value of its type" };
}

function wrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_key":
      return "is not a valid name";
    case "invalid_type":
      return `is not ${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    default:
      return "does not fit its type";
  }
}

/** What shapes.ts says to write instead; of a key it is said by the issue within. */
function fixOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "invalid_key") return issue.issues.map(fixOf).find((fix) => fix !== undefined);
  const fix: unknown = issue.code === "custom" ? issue.params?.["fix"] : undefined;
  return typeof fix === "string" ? fix : undefined;
}
