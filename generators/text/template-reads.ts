import { actionsIn } from "./render-template.ts";

/** What a template of an alert reads that changes while the alert fires, in words; undefined: nothing of the kind. */
export function templateReads(template: string): string | undefined {
  for (const inner of actionsIn(template)) {
    const bare = inner.replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, " ");
    if (/\$value\b|\.Value\b|^-?\s*\$?\.?\s*-?$|\$(?=\s|$)|(?:^|[\s(])\.(?=$|[\s)|])/.test(bare))
      return "the value";
    if (/(?:^|[\s(|])query\b/.test(bare)) return "the answer to a query";
    if (/(?:^|[\s(|])now\b/.test(bare)) return "the time";
  }
  return undefined;
}
