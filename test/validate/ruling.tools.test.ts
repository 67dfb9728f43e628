import { expect, test } from "vitest";
import { lookForTools, type ToolName, type ToolSearch } from "../../scripts/tools/find-tool.ts";
import type { Judge } from "../../scripts/validate/judge.ts";
import { judges } from "../../scripts/validate/judges/index.ts";
import { libraryVersion } from "../../scripts/validate/library.ts";
import { judgeAll } from "../../scripts/validate/ruling.ts";
import { shopSubject } from "./shop-subject.ts";

const missing = (name: ToolName): ToolSearch => ({
  found: false,
  missing: { name, reasons: [], message: `${name} cannot be had` },
});

test("every tool and library is named with its version, and each tool is looked for once", async () => {
  const asked: ToolName[] = [];
  const rulings = await judgeAll(judges, shopSubject(), (names) => {
    asked.push(...names);
    return lookForTools(names);
  });
  expect(asked.sort()).toEqual(["alertmanager", "amtool", "blackbox_exporter", "docker-compose", "promtool"]);
  expect(rulings.map(({ what }) => what)).toEqual(judges.map(({ what }) => what));
  for (const { by } of rulings) expect(by).toMatch(/^[a-z_-]+ \d+\.\d+\.\d+$/);
});

test("what a missing tool would have judged is not judged, and the rest is", async () => {
  const rulings = await judgeAll(judges, shopSubject(), (names) => {
    const others = lookForTools(names.filter((name) => name !== "amtool"));
    return new Map([...others, ["amtool", Promise.resolve(missing("amtool"))]]);
  });
  const unjudged = rulings.filter(({ result }) => "missing" in result);
  expect(unjudged.map(({ what, by }) => [what, by])).toEqual([
    ["alerting configuration", "amtool"],
    ["texts of notifications", "amtool"],
    ["routing of every alert", "amtool"],
  ]);
  const problems = rulings.flatMap(({ result }) => ("missing" in result ? [] : result.problems));
  expect(problems).toEqual([]);
});

const judge = (work: () => Promise<never>): Judge => ({
  id: "some-judge",
  what: "something",
  library: "ajv",
  isAbout: (path) => path === "README.md",
  judge: work,
});

test("a judge that breaks down is a problem of its own", async () => {
  const hanging = judge(() => Promise.reject(new Error("promtool did not end within 60 s")));
  expect(await judgeAll([hanging], shopSubject(), lookForTools)).toEqual([
    {
      what: "something",
      by: `ajv ${libraryVersion("ajv")}`,
      result: {
        judged: "nothing",
        problems: [
          {
            check: "some-judge",
            place: { file: "scripts/validate/judges/some-judge.ts", line: 1 },
            message: 'the judge of "something" broke down: promtool did not end within 60 s',
            fix: "run it again; if it stays, fix the judge",
          },
        ],
      },
    },
  ]);
});

test("a judge that has nothing to judge is not in the table", async () => {
  const idle = { ...judge(() => Promise.reject(new Error("called"))), isAbout: () => false };
  expect(await judgeAll([idle], shopSubject(), lookForTools)).toEqual([]);
});
