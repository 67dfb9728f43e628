import type { Model } from "../model/model.ts";
import type { Files } from "../output.ts";
import type { Problem } from "../problem.ts";

/** How secrets look that people paste by mistake; each is worth money, or a night, to whoever finds it. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a Slack webhook address", /hooks\.slack\.com\/services\/[A-Za-z0-9/_-]+/],
  ["a Discord webhook address", /discord(?:app)?\.com\/api\/webhooks\/\d+\/[A-Za-z0-9_-]+/],
  ["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ["a JSON web token", /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/],
  ["a bearer token", /\bBearer\s+(?!\$|\{\{|<)[A-Za-z0-9._~+/-]{16,}/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["an AWS access key", /\bAKIA[0-9A-Z]{16}\b/],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{30,}/],
  ["a password in an address", /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@$"']+:[^\s/@$"']+@/],
  ["a PagerDuty key", /\brouting_key:\s*["']?[0-9a-fA-F]{32}\b/],
];

/** Outputs are committed and mailed around: none of them holds anything that looks like a secret. */
export function fileProblems(files: Files, { platform }: Pick<Model, "platform">): Problem[] {
  return Object.entries(files).flatMap(([path, text]) =>
    shapes.flatMap(([what, shape]) => {
      const found = shape.exec(text);
      if (!found) return [];
      const line = text.slice(0, found.index).split("\n").length;
      // The value itself stays out of the message: messages end up in logs.
      return {
        check: "no-secret-values",
        place: platform.place,
        message: `out/${path}:${line} would hold ${what}`,
        mend: "take it out of the definitions, put it into a file, and say secretFile(…)",
      };
    }),
  );
}
