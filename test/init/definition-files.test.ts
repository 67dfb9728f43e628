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
import { put } from "../build/out-fixture.ts";
import { tsc } from "../language/compile.ts";
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

/** Projects that somebody may start, with all answers given. */
const projects: Readonly<Record<string, Answers>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, alone(kind)])),
  everyKind,
  empty: { ...everyKind, withSample: false },
  unwatched: { ...starterAnswers, deadMansSwitch: false },
  nothingSaid,
  nothingSaidOfTheChat: { ...starterAnswers, team: [{ kind: "telegram" }], withSample: false },
  emptyAndNothingSaid: { ...nothingSaid, withSample: false },
};
const written = Object.entries(projects).map(([name, answers]) => ({
  name,
  files: definitionFiles(answers, starter),
}));

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
  const { stdout, status } = spawnSync(process.execPath, [tsc, "--project", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

describe("a project in which everything is answered has no problem", () => {
  const answered = Object.keys(projects).filter((name) => !/nothingSaid/i.test(name));

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
  const texts = new Map(written.flatMap(({ files }) => Object.values(files)).map((text) => [text, text]));

  test("every file of every project", async () => {
    for (const text of texts.keys())
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
