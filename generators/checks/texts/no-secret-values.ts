import type { Explained } from "../../check.ts";
import { placeOfText } from "../../model/place-of-text.ts";
import type { Model } from "../../model/model.ts";
import { notifierTypes } from "../../notifiers/index.ts";
import type { Leak } from "../../notifiers/notifier.ts";
import type { Problem } from "../../problem.ts";

/** How secrets look that people paste by mistake; each is worth money, or a night, to whoever finds it. */
const shapes: readonly Leak[] = [
  ...Object.values(notifierTypes).flatMap(({ leaks }) => leaks),
  ["a JSON web token", /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/],
  // A token has a digit somewhere, a word of a sentence has none; a path starts with a slash.
  ["a bearer token", /\bBearer\s+(?=[A-Za-z._~+/-]*\d)([A-Za-z0-9][A-Za-z0-9._~+/-]{15,})/i],
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/],
  ["a GitLab token", /\bglpat-[\w-]{20,}/],
  ["a Grafana token", /\bgl(?:sa|c)_[\w=+/]{20,}/],
  // Neither ${VARIABLE}, {{ template }} nor <placeholder>.
  ["a password in an address", /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:([^\s/@"'${<][^\s/@"']*)@/],
];

export const noSecretValues: Explained = {
  id: "no-secret-values",
  why: "Generated files are committed and copied around, and a secret in a repository's history is no longer secret. Keep it in a file that is read where it is needed.",
  source: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  actions: ["Open https://shop:password@shop.internal/admin."],
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  actions: ["Open https://shop.internal/admin."],
});
`,
  suppressible: false,
};

/** Something like a secret in a file. */
interface Found {
  readonly what: string;
  /** Never printed: messages end up in logs. */
  readonly value: string;
  /** `out/prometheus/alerts.yml:12` */
  readonly where: string;
}

/** Says what is wrong with the text of a file. */
export type TextCheck = (path: string, text: string) => Problem[];

/**
 * Outputs are committed and mailed around: none of them holds anything that looks like a secret.
 *
 * It is reported once for each definition that holds one, however many files it would reach.
 */
export function secretsCheck(model: Model): TextCheck {
  const reported = new Set<string>();
  return (path, text) =>
    leaksIn(path, text).flatMap(({ what, value, where }) => {
      const place = placeOfText(value, model) ?? model.platform.place;
      const key = [what, place.file, place.line].join("\n");
      if (reported.has(key)) return [];
      reported.add(key);
      return {
        check: noSecretValues.id,
        place,
        message: `${where} would contain ${what}`,
        fix: "move it from the definitions into a file, and refer to that with secretFile(…)",
      };
    });
}

const everyShape = shapes.map(([what, shape]) => [what, new RegExp(shape, `${shape.flags}g`)] as const);

function leaksIn(path: string, text: string): Found[] {
  return everyShape.flatMap(([what, shape]) =>
    [...text.matchAll(shape)].map((found) => ({
      what,
      value: found[1] ?? found[0],
      where: `out/${path}:${text.slice(0, found.index).split("\n").length}`,
    })),
  );
}
