import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { validators } from "../../generators/targets/index.ts";
import type { ProgramValidator } from "../../generators/targets/validation/program.ts";
import type { Shelf } from "../../scripts/kept/shelf.ts";
import { findTool, type Tool } from "../../scripts/tools/find-tool.ts";
import { nothingKnown } from "../../scripts/validate/known.ts";
import { callTogether } from "../../scripts/validate/runners/call-program.ts";
import { askProgram } from "../../scripts/validate/runners/program.ts";
import { acceptsWrongFiles } from "../../scripts/validate/runners/refuses-wrong-files.ts";
import { resultOf, runOf } from "../../scripts/validate/run-validators.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { writeFakeTool } from "../tools/write-fake-tool.ts";
import { shopSubject } from "./shop-subject.ts";

const programs = validators.flatMap((validator): ProgramValidator[] =>
  validator.by === "program" ? [validator] : [],
);

function inMemory<Value>(): Shelf<Value> {
  const kept = new Map<string, Value>();
  return { get: (key) => kept.get(key), put: (key, value) => void kept.set(key, value), save: () => {} };
}

/** What each program names when it refuses: not that it was called wrongly, but what is wrong with the file. */
const reasons: Readonly<Record<string, RegExp>> = {
  "prometheus-config": /"often"/,
  "prometheus-rules": /unexpected "="/,
  "rule-tests": /alertname: Wrong[^]*got:\[\]/,
  "alertmanager-config": /undefined receiver "nobody"/,
  "notification-texts": /template "nothing" not defined/,
  "dashboard-queries": /unexpected "="/,
  "blackbox-config": /`often`/,
  "compose-config": /undefined service "another"/,
};

test("every program that is asked is one of these", () => {
  expect(programs.map(({ id }) => id).sort()).toEqual(Object.keys(reasons).sort());
});

test.each(programs.map((validator) => [validator.id, validator] as const))(
  "%s: the real program refuses each file that is wrong, and says why",
  async (id, validator) => {
    const tool = await findTool(validator.program);
    for (const { code, stdout, stderr } of await callTogether(validator.mustRefuse, "/", tool)) {
      expect(code).not.toBe(0);
      expect(stdout + stderr).toMatch(reasons[id] ?? "a reason");
    }
    expect(await acceptsWrongFiles(validator, "/", tool, nothingKnown())).toBeUndefined();
  },
);

test.each(programs.map((validator) => [validator.id, validator] as const))(
  "%s: nothing is believed of a program that prints the right version and always succeeds",
  async (_id, validator) => {
    const path = await writeFakeTool(await temporaryFolder(), validator.program, "9.9.9");
    const tool: Tool = { name: validator.program, path, version: "9.9.9", origin: "path", passedOver: [] };
    const known = nothingKnown();
    const { checked, problems } = await resultOf(validator, shopSubject(), (own) =>
      askProgram(validator, own, tool, known),
    );
    expect(checked).toBe("nothing");
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(
        new RegExp(
          `${path} does not refuse a file that is wrong .*\\(${validator.id}\\)\n {2}fix: put the real`,
        ),
      ),
    ]);
  },
);

test.each(
  validators
    .filter(({ by }) => by === "alertmanager" || by === "messages")
    .map((one) => [one.id, one] as const),
)(
  "%s: an Alertmanager that ends at once and says that all is well is believed nothing",
  async (id, validator) => {
    const path = await writeFakeTool(await temporaryFolder(), "alertmanager", "9.9.9");
    const tool: Tool = { name: "alertmanager", path, version: "9.9.9", origin: "path", passedOver: [] };
    const run = runOf(validator);
    if (!("tool" in run)) throw new Error("it is asked a program");
    const { checked, problems } = await resultOf(validator, shopSubject(), (own) => run.start(own, tool));
    expect(checked).toBe("nothing");
    expect(problems.map(({ check, message }) => `${message} (${check})`)).toEqual([
      expect.stringMatching(new RegExp(`^the validator of ".*" crashed: alertmanager .*\\(${id}\\)$`, "s")),
    ]);
  },
);

test("a program is asked once, and again when it is another one under the same name", async () => {
  const [validator] = programs;
  if (validator === undefined) throw new Error("there is no program");
  const path = await writeFakeTool(await temporaryFolder(), validator.program, "9.9.9");
  const started = join(await temporaryFolder(), "started");
  await appendFile(path, `echo x >> ${started}\nexit 1\n`);
  const tool: Tool = { name: validator.program, path, version: "9.9.9", origin: "path", passedOver: [] };
  const answers = inMemory<{ readonly stdout: string; readonly stderr: string }>();
  const ask = () => acceptsWrongFiles(validator, "/", tool, { ...nothingKnown(), answers });
  const starts = async () => (await readFile(started, "utf8")).split("x").length - 1;
  expect(await ask()).toBeUndefined();
  const once = await starts();
  expect(await ask()).toBeUndefined();
  expect(await starts()).toBe(once);
  await appendFile(path, "# another one\n");
  expect(await ask()).toBeUndefined();
  expect(await starts()).toBe(2 * once);
});
