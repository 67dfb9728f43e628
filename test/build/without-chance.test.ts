import { describe, expect, test } from "vitest";
import { put } from "./out-fixture.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";

const moment = 'write a moment that stays, such as new Date("2026-01-31"); a rule asks for its own by time()';
const stays = "write what stays the same with each build";
/** What tsx loads is found in the same way; each of these is of another form. */
const alsoPlainly: readonly string[] = [
  "new Date().getFullYear()",
  "[1].map(Math.random)",
  "new Intl.DateTimeFormat().format()",
];
const isTime = "asks what time it is, and would be something else with each build";
const isMachine = "asks about this machine, and would be something else on another";
const elsewhere = "write what is the same on each machine";
const isRandom = "is random, and would be something else with each build";

describe("what would be something else with each build is a problem at its line", () => {
  test.each([
    ["new Date()", "new Date().getFullYear()", isTime, moment],
    ["Date.now()", "Date.now() / 1000", isTime, moment],
    ["Date()", "Date()", isTime, moment],
    ["Math.random()", "Math.random()", isRandom, stays],
    ["Math.random()", "[1].map(Math.random)", isRandom, stays],
    ["process.hrtime()", "process.hrtime()", isTime, moment],
    ["process.hrtime.bigint()", "process.hrtime.bigint()", isTime, moment],
    ["performance.now()", "performance.now()", isTime, moment],
    ["Intl.DateTimeFormat().format()", "new Intl.DateTimeFormat().format()", isTime, moment],
    ["Intl.DateTimeFormat().formatToParts()", 'Intl.DateTimeFormat("en").formatToParts()', isTime, moment],
    ["new Date()", 'new Date().toLocaleDateString("en")', isTime, moment],
    ["crypto.randomUUID()", "crypto.randomUUID()", isRandom, stays],
    ["crypto.getRandomValues()", "crypto.getRandomValues(new Uint8Array(4))", isRandom, stays],
    ["crypto.randomBytes()", 'process.getBuiltinModule("node:crypto").randomBytes(4)', isRandom, stays],
    ["os.hostname()", 'process.getBuiltinModule("node:os").hostname()', isMachine, elsewhere],
    ["process.uptime()", "process.uptime()", isMachine, elsewhere],
  ])("%s in %s", async (called, text, message, fix) => {
    const folder = makeProject({
      "definitions/index.ts": 'export * as limits from "./limits.ts";\n',
      "definitions/limits.ts": `interface Limits {\n  a: number;\n}\nexport const all: Limits[] = [];\nexport const other =\n  ${text};\n`,
    });
    const said = `definitions/limits.ts:6: ${called} ${message} (definitions-load)\n  fix: ${fix}\n`;
    const { exitCode, stderr } = await runSignalbox(["build"], { folder });
    expect(stderr).toContain(said);
    expect(exitCode).toBe(1);
    if (!alsoPlainly.includes(text)) return;
    expect((await runSignalbox(["build", "--plain"], { folder })).stderr).toContain(said);
  });
});

test.each([["build"], ["build --plain"]])("what is imported by name is heard too: %s", async (command) => {
  const folder = makeProject({
    "definitions/index.ts": 'import { hostname } from "node:os";\nexport const all =\n  hostname();\n',
  });
  const { stderr } = await runSignalbox(command.split(" "), { folder });
  expect(stderr).toContain(`definitions/index.ts:3: os.hostname() ${isMachine}`);
});

test("neither a date that is written, nor what an installed library asks for itself", async () => {
  const library =
    "const started = Date.now();\nconst Clock = Date;\nexports.id = () => `${new Clock().getTime() < started}${Math.random() > 2}`;\n";
  const folder = makeProject({
    "definitions/index.ts":
      'import { id } from "library";\nexport const all = [id(), new Date("2026-01-31").getTime(), new Date(0) instanceof Date, new Intl.DateTimeFormat("en").format(0)];\n',
    "definitions/library.d.ts": 'declare module "library" {\n  export const id: () => string;\n}\n',
  });
  put(folder, "node_modules/library/package.json", '{ "name": "library", "main": "index.js" }');
  put(folder, "node_modules/library/index.js", library);
  const { stderr } = await runSignalbox(["build"], { folder });
  expect(stderr).toContain("this module exports no definitions");
});
