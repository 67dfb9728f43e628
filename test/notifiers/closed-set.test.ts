import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as language from "../../generators/language/index.ts";
import { notifierTypes } from "../../generators/notifiers/index.ts";
import { transports } from "../../scripts/up/receiver/transports.ts";
import { compilerOutput, fromRoot } from "../language/compile.ts";
import { root } from "../layout/source-files.ts";

const kinds = Object.keys(notifierTypes);
const parts = Object.keys(notifierTypes.slack);

/** A kind of notifier that there is none of. */
const pigeon = `
import type { SecretFile } from ${fromRoot("generators/language/secret.ts")};
declare module ${fromRoot("generators/language/notifier.ts")} {
  interface NotifierOptions {
    readonly pigeon: { readonly loft: SecretFile };
  }
}
import { notifierTypes } from ${fromRoot("generators/notifiers/index.ts")};
import { notifierQuestions } from ${fromRoot("scripts/init/notifier-questions.ts")};
import { transports } from ${fromRoot("scripts/up/receiver/transports.ts")};
import type { NotifierType } from ${fromRoot("generators/notifiers/notifier.ts")};
export { notifierQuestions, notifierTypes, transports };

const whole: NotifierType<{ readonly loft: SecretFile }> = {
  ...notifierTypes.webhook,
  config: ({ loft }) => ({ loft_file: loft.path }),
  label: () => "pigeon",
  secrets: ({ loft }) => [loft],
  message: { body: ({ loft }) => ({ loft: loft.name }), read: [], unsaid: [] },
};
${parts
  .map(
    (part) => `
const { ${part}: dropped_${part}, ...without_${part} } = whole;
export const lacking_${part}: NotifierType<{ readonly loft: SecretFile }> = without_${part};
export { dropped_${part} };`,
  )
  .join("\n")}
`;

describe("a made-up notifier, of which something is missing", () => {
  const output = compilerOutput({ pigeon });
  const ours = output.split("\n").filter((line) => /^\S+\(\d+,\d+\): /.test(line));

  test("the compiler names each record that lacks it", () => {
    const foreign = ours.filter((line) => !line.startsWith("pigeon.ts("));
    expect(foreign).toEqual([
      expect.stringMatching(/generators\/notifiers\/index\.ts\(.*Property 'pigeon' is missing/),
      expect.stringMatching(/scripts\/init\/notifier-questions\.ts\(.*Property 'pigeon' is missing/),
      expect.stringMatching(/scripts\/up\/receiver\/transports\.ts\(.*Property 'pigeon' is missing/),
    ]);
  });

  test("the compiler names each part that its file lacks", () => {
    const own = ours.filter((line) => line.startsWith("pigeon.ts("));
    expect(own.map((line) => /Property '(\w+)' is missing/.exec(line)?.[1])).toEqual(parts);
  });
});

test("init must ask for each option that a kind needs, and keep what is secret out of the question", () => {
  const question = `
import type { NotifierQuestion } from ${fromRoot("scripts/init/notifier-questions.ts")};
import type { SecretFile } from ${fromRoot("generators/language/secret.ts")};
interface Pigeon { readonly loft: SecretFile; readonly ring: string; readonly colour?: string }
const title = "Pigeon";
const loft = { constant: "loft", file: "loft", purpose: "Of the loft." };
const ring = { what: "the ring", example: "A1", read: (text: string) => text, open: "?" };
export const whole: NotifierQuestion<Pigeon> = { title, secrets: { loft }, address: { ring } };
export const withoutRing: NotifierQuestion<Pigeon> = { title, secrets: { loft }, address: {} };
export const withoutLoft: NotifierQuestion<Pigeon> = { title, secrets: {}, address: { ring } };
export const asked: NotifierQuestion<Pigeon> = { title, secrets: { loft }, address: { ring, loft: ring } };
`;
  const lines = compilerOutput({ question }).match(/^question\.ts\(\d+,\d+\): .*/gm) ?? [];
  expect(lines).toEqual([
    expect.stringMatching(/Property 'ring' is missing/),
    expect.stringMatching(/Property 'loft' is missing/),
    expect.stringMatching(/'loft' does not exist/),
  ]);
});

describe("every kind of notifier", () => {
  test.each(Object.entries(notifierTypes))(
    "%s has a file of its name and a word",
    (kind, { word, section }) => {
      expect(readdirSync(join(root, "generators/notifiers"))).toContain(`${kind}.ts`);
      expect(Object.keys(language)).toContain(word);
      expect(section).toMatch(new RegExp(`^${kind}`));
    },
  );

  test("is taken by the receiver of up", () => {
    expect(Object.keys(transports).sort()).toEqual([...kinds].sort());
  });
});
