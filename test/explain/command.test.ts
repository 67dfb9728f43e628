import { describe, expect, test } from "vitest";
import { explained } from "../../generators/checks/index.ts";
import { validators } from "../../generators/targets/index.ts";
import { sourceFiles } from "../layout/source-files.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { otherProblems } from "../../scripts/explain/other-problems.ts";

/** In a folder without a project: the engine alone answers. */
const explain = (...args: string[]) => {
  const folder = makeProject();
  return runSignalbox(["explain", ...args], { folder });
};
const hint = '"signalbox explain --help" lists the options.\n';

test("a check: why, both examples, what their names are, and how to suppress it", async () => {
  expect(await explain("repeat-intervals-are-effective")).toEqual({
    exitCode: 0,
    stderr: "",
    stdout: `repeat-intervals-are-effective

Alertmanager looks at a group only every group_interval, so it cannot repeat a notification more
often than that. A shorter repeat_interval has no effect.
https://prometheus.io/docs/alerting/latest/configuration/

Wrong:

  export const routing = route({ ...root, groupInterval: "10m", repeatInterval: "5m" });

Right:

  export const routing = route({ ...root, groupInterval: "10m", repeatInterval: "4h" });

In these examples:
  root  the root route: its receiver is unrouted, and bySeverity is below it

To suppress a finding, write the reason into the definition that it names: allow: { "repeat-intervals-are-effective": "…" }
`,
  });
});

test("a check that nothing can suppress", async () => {
  const { stdout } = await explain("names-are-unique");
  expect(stdout).toMatch(/\nIt cannot be suppressed: there is no good reason for it\.\n$/);
});

test("a validator, and a problem of the build", async () => {
  const validator = await explain("prometheus-rules");
  expect(validator).toMatchObject({ exitCode: 0, stderr: "" });
  expect(validator.stdout).toContain('A validator of "signalbox validate", about ');
  expect(await explain("out-is-fresh")).toEqual({
    exitCode: 0,
    stderr: "",
    stdout:
      "out-is-fresh\n\nout/ is what gets deployed, so it must match the current definitions.\n\nIt cannot be suppressed.\n",
  });
});

test("a word of the language", async () => {
  const { exitCode, stdout, stderr } = await explain("percent");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^percent\n\n`percent\(n\)`\n\nA percentage: /);
});

test("an id that there is not: the nearest, and all", async () => {
  const { exitCode, stdout, stderr } = await explain("name-are-unique");
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(
    /^There is no check 'name-are-unique' \(did you mean 'names-are-unique'\?\)\. These are all:\n\n/,
  );
  expect(
    stderr
      .split("\n  ")
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual(explained.map(({ id }) => id));
});

test("a word: the checks that have it in their name", async () => {
  const { exitCode, stderr } = await explain("inhibitions");
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: `There is no check 'inhibitions'. These have the word in their name:

  inhibitions-can-match
  inhibitions-compare-labels-that-exist
`,
  });
});

test("without an id: all, in a sentence each", async () => {
  const { exitCode, stdout } = await explain();
  expect(exitCode).toBe(0);
  for (const { id } of explained) expect(stdout).toMatch(new RegExp(`^${id}\n  [^ ].*[^.]`, "m"));
  expect(stdout).toMatch(/\n\n"signalbox explain <check>" says more, with an example\.\n$/);
});

describe("use", () => {
  test("--help", async () => {
    const { exitCode, stdout } = await explain("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Usage: signalbox explain [NAME] [options]\n\nNAME is the id in brackets");
  });
  test.each([
    [["--all"], "Unknown option '--all'."],
    [["names-are-unique", "texts-are-written"], "One NAME at a time."],
  ])("wrong: %j", async (args, message) => {
    expect(await explain(...args)).toEqual({ exitCode: 2, stdout: "", stderr: `${message}\n${hint}` });
  });
});

test("every id that stands behind a problem can be explained", () => {
  const sources = ["generators", "scripts"].flatMap(sourceFiles);
  const said = sources.flatMap(({ text }) =>
    [...text.matchAll(/\bcheck(?:: string)?(?: =|:) "([\w-]+)"|const allowancesApply = "([\w-]+)"/g)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  );
  const known = [...explained, ...validators].map(({ id }) => id).concat(Object.keys(otherProblems));
  expect(new Set(said).size).toBeGreaterThan(10);
  expect(said.filter((id) => !known.includes(id))).toEqual([]);
  expect(Object.keys(otherProblems).filter((id) => !said.includes(id))).toEqual([]);
});
