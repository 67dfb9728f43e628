import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import type { Definitions } from "../../generators/language/platform.ts";
import type { Files } from "../../generators/output.ts";
import type { Answers } from "../../scripts/init/answers.ts";
import { definitionFiles, starterAnswers } from "../../scripts/init/definition-files.ts";
import { openAnswer } from "../../scripts/code/open-answer.ts";
import { put } from "../build/out-fixture.ts";
import { engine } from "../../scripts/engine.ts";
import { root } from "../layout/source-files.ts";
import { everyKind, example, kinds, nothingSaid, starter } from "./sample-answers.ts";

test("with the starter's answers they are the starter, byte for byte", () => {
  expect(definitionFiles(starterAnswers, starter)).toEqual(starter);
});

test("the same answers give the same bytes", () => {
  expect(definitionFiles(everyKind, starter)).toEqual(definitionFiles({ ...everyKind }, starter));
});

const withoutMail = { smarthost: undefined, mailFrom: undefined };
const alone = (kind: (typeof kinds)[number]): Answers => ({
  ...starterAnswers,
  ...(kind === "email" ? {} : withoutMail),
  onCall: [example(kind)],
  team: [example(kind)],
  // Of the platform alone: it is quicker.
  withSample: false,
});

/** Every kind once, two a project: to compile eight of them costs twice as much, and each has its own words and secrets here too. */
const pairs: readonly (readonly [string, Answers])[] = kinds.flatMap((kind, index) => {
  const next = kinds[index + 1] ?? "pagerduty";
  const mail = [kind, next].includes("email") ? alone("email") : alone(kind);
  return index % 2 === 0
    ? [[`${kind} and ${next}`, { ...mail, onCall: [example(kind)], team: [example(next)] }] as const]
    : [];
});

/** Projects that somebody may start, with all answers given. */
const projects: Readonly<Record<string, Answers>> = {
  ...Object.fromEntries(pairs),
  everyKind,
  empty: { ...everyKind, withSample: false },
  unwatched: { ...starterAnswers, deadMansSwitch: false },
  nothingSaid,
  nothingSaidOfTheChat: { ...starterAnswers, team: [{ kind: "telegram" }], withSample: false },
  emptyAndNothingSaid: { ...nothingSaid, withSample: false },
};

/** A project whose team was left open, after a person has done what the comment there says, to the letter. */
function asTheCommentSays(): Files {
  const files = definitionFiles({ ...alone("pagerduty"), team: undefined }, starter);
  const [receivers, secrets] = [
    "definitions/platform/receivers.ts",
    "definitions/platform/secrets.ts",
  ] as const;
  const text = files[receivers] ?? "";
  const [imports = [], secret = []] = text
    .split("// And in secrets.ts:")
    .map((part) => part.match(/(?<=^\/\/ {3}).*/gm) ?? []);
  const notifiers = imports.pop() ?? "";
  const body = text
    .slice(text.indexOf("\nexport const") + 1)
    .replace("  notifiers: [],", notifiers)
    .replace(`${openAnswer("how are they notified?")} `, "");
  return {
    ...files,
    [receivers]: `${imports.join("\n")}\n\n${body}`,
    [secrets]: `${files[secrets]}${secret.join("\n")}\n`,
  };
}

const written = [
  ...Object.entries(projects).map(([name, answers]) => ({ name, files: definitionFiles(answers, starter) })),
  { name: "asTheCommentSays", files: asTheCommentSays() },
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-init-"));
  for (const { name, files } of written)
    for (const [path, text] of Object.entries(files)) put(join(folder, name), path, text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compiled(name: string) {
  const path = pathToFileURL(join(folder, name, "definitions/index.ts")).href;
  const { definitions } = (await import(/* @vite-ignore */ path)) as { readonly definitions: Definitions };
  return compile(definitions);
}

test("every project that can be started compiles: the types accept even what is left open", () => {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/signalbox"), "junction");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
    include: ["*/definitions"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout, status } = spawnSync(engine.compiler(), ["--project", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

describe("a project in which everything is answered has no problem", () => {
  const answered = written.map(({ name }) => name).filter((name) => !/nothingSaid/i.test(name));

  test("with every kind in one of them", () => {
    const named = pairs.flatMap(([name]) => name.split(" and "));
    expect(new Set(named)).toEqual(new Set(kinds));
  });

  test.each(answered)("%s", async (name) => {
    const { problems, files } = await compiled(name);
    expect(problems).toEqual([]);
    expect(Object.keys(files)).toContain("alertmanager/alertmanager.yml");
  });
});

test("a chat that is left open is asked for, which no text can be", async () => {
  const { problems } = await compiled("nothingSaidOfTheChat");
  expect(problems).toMatchObject([{ fix: "write the number of the chat; that of a group is negative" }]);
});

test("the answers arrive in what is deployed, as they were given", async () => {
  const { files } = await compiled("everyKind");
  expect(files["alertmanager/alertmanager.yml"]).toContain("America/Argentina/Buenos_Aires");
  expect(files["alertmanager/alertmanager.yml"]).toContain("smtp.harbour-tickets.internal:587");
  expect(files["docker-compose.yml"]).toMatch(/^name: acme-monitoring$/m);
  expect(files["docs/MONITORING.md"]).toContain("Söhne ${1}");
  for (const kind of kinds) {
    const address = example(kind).address;
    if (address !== undefined) expect(files["alertmanager/alertmanager.yml"]).toContain(address);
  }
});

describe("as prettier would write it", () => {
  // The files of the starter itself are formatted with the repository. What a person writes by hand is theirs.
  const asStarted = written.filter(({ name }) => name !== "asTheCommentSays");
  const texts = new Set(asStarted.flatMap(({ files }) => Object.values(files)));
  for (const text of Object.values(starter)) texts.delete(text);

  test("every file of every project that is not the starter's", async () => {
    expect(texts.size).toBeGreaterThan(10);
    for (const text of texts)
      expect(await format(text, { parser: "typescript", printWidth: 110 })).toBe(text);
  });
});

describe("what is not answered is not there", () => {
  const textsOf = (files: Files) => Object.values(files).join("\n");

  test("no mail server where nobody is notified by e-mail, no secret that nothing reads", () => {
    const pagerDutyAlone = definitionFiles(alone("pagerduty"), starter);
    expect(textsOf(pagerDutyAlone)).not.toMatch(/smtp|slack/i);
    expect(pagerDutyAlone["definitions/platform/secrets.ts"]?.match(/^export const \w+/gm)).toEqual([
      "export const grafanaAdminPassword",
      "export const deadMansSwitchUrl",
      "export const pagerDutyKey",
    ]);
  });

  test("no secret where a service outside does not watch, and the reason beside the Watchdog", () => {
    const files = definitionFiles({ ...starterAnswers, deadMansSwitch: false }, starter);
    expect(files["definitions/platform/secrets.ts"]).not.toContain("deadMansSwitchUrl");
    expect(textsOf(files).match(/"alerts-reach-a-receiver": "[^"]+"/g)).toHaveLength(1);
  });

  test("nothing of the sample service", () => {
    const files = definitionFiles({ ...starterAnswers, withSample: false }, starter);
    expect(textsOf(files)).not.toMatch(/ticket-?shop/i);
    expect(files["definitions/services/index.ts"]).toBe(`import type { Service } from "signalbox";

export const services: readonly Service[] = [
  // One line a service.
];
`);
  });
});
