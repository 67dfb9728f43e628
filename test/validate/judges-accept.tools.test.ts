import { expect, test } from "vitest";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { coverage } from "../../scripts/validate/coverage.ts";
import { judges } from "../../scripts/validate/judges/index.ts";
import { sourceFiles } from "../layout/source-files.ts";
import { shopFiles, shopSubject } from "./shop-subject.ts";

test.each(judges.map((judge) => [judge.id, judge] as const))("%s accepts the shop", async (_id, judge) => {
  const subject = shopSubject();
  const verdict =
    "tool" in judge ? await judge.judge(subject, await findTool(judge.tool)) : await judge.judge(subject);
  expect(verdict.problems).toEqual([]);
  // A judge that looked at nothing would accept everything.
  expect(verdict.judged).toMatch(/^[1-9]\d* /);
});

test("every file of the shop has a judge", () => {
  expect(coverage(shopFiles, judges)).toEqual({
    judged: `${Object.keys(shopFiles).length} files`,
    problems: [],
  });
});

test("a file without a judge is a problem", () => {
  expect(coverage({ ...shopFiles, "loki/loki.yml": "" }, judges).problems).toEqual([
    {
      check: "every-file-is-judged",
      place: { file: "out/loki/loki.yml", line: 1 },
      message: "nobody judges this file",
      fix: "give it a judge in scripts/validate/judges/",
    },
  ]);
});

test("an id is the name of a file in validators/ of its target", () => {
  const names = [...sourceFiles("generators/targets"), ...sourceFiles("scripts/validate/judges")].map(
    ({ path }) => /\/(?:validators|judges)\/([^/]+)\.ts$/.exec(path)?.[1],
  );
  for (const { id } of judges) expect(names).toContain(id);
});
