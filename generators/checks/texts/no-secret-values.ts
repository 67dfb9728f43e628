import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Allowing } from "../../definition.ts";
import type { Model } from "../../model/model.ts";
import type { Problem } from "../../problem.ts";
import { secretsAmong, secretsInText, type FoundSecret } from "../../secrets/secrets-in-text.ts";
import { deployedStrings, type DeployedString } from "../reading/deployed-strings.ts";

const id = "no-secret-values";

const fix = "move it from the definitions into a file, and refer to that with secretFile(…)";

/** Definitions are committed, and what is made of them is mailed around: no text of them holds anything that looks like a secret. */
export const noSecretValues: Check = {
  id,
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
  *find(model: Model): Iterable<Finding> {
    const reported = new Map<Allowing, Set<string>>();
    for (const { definition, path, text, secrets } of authoredSecrets(model)) {
      const known = reported.get(definition) ?? new Set();
      reported.set(definition, known);
      for (const { what, value } of secrets) {
        // What is made of an SLO repeats its words.
        if (known.has(value)) continue;
        known.add(value);
        yield {
          definition,
          message: `${what} stands in "${partOf(path)}"`,
          fix: `${fix}; where it opens nothing, ${suppressing(id)}`,
          texts: [text, ...text.split("\n").filter((line) => line.includes(value)), value],
        };
      }
    }
  },
};

/** As the author calls it: the annotations of an alert are its words, and the options of a panel are its own. */
function partOf([first = "", second]: readonly string[]): string {
  return ["annotations", "own"].includes(first) ? (second ?? first) : first;
}

interface AuthoredSecrets extends DeployedString {
  readonly secrets: readonly FoundSecret[];
}

/** The texts of definitions that hold one. */
function authoredSecrets(model: Model): AuthoredSecrets[] {
  const strings = [...deployedStrings(model)];
  const secretsIn = secretsAmong(new Set(strings.flatMap(searchedTexts)));
  return strings.flatMap((string) => {
    const secrets = searchedTexts(string).flatMap(secretsIn);
    return secrets.length === 0 ? [] : [{ ...string, secrets }];
  });
}

/** The text, and where its name may say what it is, such as that of a label, both. */
function searchedTexts({ path, text }: DeployedString): string[] {
  const name = path.at(-1) ?? "";
  return tellingName.test(name) ? [text, `${name}="${text}"`] : [text];
}

const tellingName = /token|secret|key|passw|passphrase|pwd/i;

/** Says what is wrong with the text of a file. */
export type TextCheck = (path: string, text: string) => Problem[];

/**
 * Outputs hold nothing that looks like a secret, even where it was put together from texts none of which does.
 *
 * It is reported once for each definition that holds one, however many files it would reach.
 */
export function secretsCheck(model: Model): TextCheck {
  const reported = new Set<string>();
  return (path, text) =>
    secretsInText(text).flatMap((found) => {
      if (allowedSecrets(model).some((value) => value.includes(found.value))) return [];
      const place = placeOf(found, model);
      const key = [found.what, place.file, place.line].join("\n");
      if (reported.has(key)) return [];
      reported.add(key);
      const where = `out/${path}:${text.slice(0, found.index).split("\n").length}`;
      return [{ check: id, place, message: `${where} would contain ${found.what}`, fix }];
    });
}

/** What looks like a secret in a text whose author gave a reason for it. */
export function allowedSecrets(model: Model): string[] {
  return authoredSecrets(model)
    .filter(({ definition }) => definition.allow?.[id] !== undefined)
    .flatMap(({ secrets }) => secrets.map(({ value }) => value));
}

// Shorter ones are words of a sentence as well.
const tellingLength = 8;

/** The definition that it comes from, where that is sure: another one may have the same letters, in a word or as one. */
function placeOf({ whole, value }: FoundSecret, model: Model): Problem["place"] {
  const texts = [...deployedStrings(model)];
  const byItself = new RegExp(`(?<!\\w)${value.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&")}(?!\\w)`);
  const isIn = (text: string) => (value.length < tellingLength ? text === value : byItself.test(text));
  const found = texts.find(({ text }) => text.includes(whole)) ?? texts.find(({ text }) => isIn(text));
  return found?.definition.place ?? model.platform.place;
}
