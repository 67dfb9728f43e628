import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ciKinds } from "../../scripts/init/answers.ts";
import { ciFiles } from "../../scripts/init/ci-files.ts";
import { root } from "../layout/source-files.ts";

const own = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");

function textFor(kind: "github" | "gitlab", subfolder?: string): string {
  return Object.values(ciFiles(kind, subfolder))[0] ?? "";
}

const step = z.object({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const job = z.object({
  if: z.string().optional(),
  needs: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  defaults: z.unknown().optional(),
  steps: z.array(step),
});
const workflow = z.object({
  on: z.unknown(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.object({ check: job, review: job, comment: job }),
});
const jobsOfGitlab = z.object({
  monitoring: z.object({ script: z.array(z.string()) }),
  "monitoring-review": z.object({ script: z.array(z.string()), variables: z.unknown() }),
});

const github = (subfolder?: string) => workflow.parse(parse(textFor("github", subfolder)));
const gitlab = (subfolder?: string) => jobsOfGitlab.parse(parse(textFor("gitlab", subfolder)));

test.each(ciKinds.filter((kind) => kind !== "none"))("%s: one file, which installs and tests", (kind) => {
  const [[path, text] = ["", ""], ...others] = Object.entries(ciFiles(kind));
  expect(others).toEqual([]);
  expect(path).toMatch(kind === "github" ? /^\.github\/workflows\// : /^\.gitlab-ci\.yml$/);
  expect(text.match(/(?<=- (?:run: )?)npm .*/g)).toEqual(["npm ci", "npm test", "npm ci"]);
});

describe("on GitHub", () => {
  test("the actions and the comment are those of this repository's own workflow, and so is the cache", () => {
    const [written, ours] = [github(), workflow.parse(parse(own))];
    const usesOf = ({ steps }: z.infer<typeof job>) => steps.flatMap(({ uses }) => uses ?? []);
    for (const name of ["check", "review", "comment"] as const)
      expect(usesOf(written.jobs[name])).toEqual(usesOf(ours.jobs[name]));
    expect(written.jobs.comment).toEqual(ours.jobs.comment);
    expect(textFor("github").match(/path: .*/)?.[0]).toBe(own.match(/path: .*/)?.[0]);
    const scriptOf = ({ steps }: z.infer<typeof job>) => steps.flatMap(({ run }) => run ?? []).at(-1);
    expect(scriptOf(ours.jobs.review)?.replace("npm run --silent diff --", "npx signalbox diff")).toBe(
      scriptOf(written.jobs.review),
    );
  });

  test("it runs on the default branch, whatever its name", () => {
    const { on, jobs } = github();
    expect(on).toEqual({ push: null, pull_request: null });
    expect(jobs.check.if).toContain("github.ref_name == github.event.repository.default_branch");
    expect(textFor("github")).not.toMatch(/\b(?:main|master)\b/);
  });

  test.each([
    ["written", textFor("github")],
    ["ours", own],
  ])("what runs the change may not write, and what may write does not run it: %s", (_, text) => {
    const { permissions, jobs } = workflow.parse(parse(text));
    expect(permissions).toEqual({ contents: "read" });
    expect([jobs.check.permissions, jobs.review.permissions]).toEqual([undefined, undefined]);
    expect(jobs.comment.permissions).toEqual({ "pull-requests": "write" });
    expect(jobs.comment.steps.flatMap(({ uses }) => uses ?? [])).toEqual(["actions/download-artifact@v4"]);
    expect(jobs.comment.if).toContain("head.repo.full_name == github.repository");
    // Nothing of an event becomes a part of a script, and only one step has a token.
    const steps = Object.values(jobs).flatMap((one) => one.steps);
    expect(steps.flatMap(({ run = "" }) => run).join("\n")).not.toContain("${{");
    expect(steps.flatMap(({ env }) => Object.keys(env ?? {}))).toEqual(["GH_TOKEN", "NUMBER"]);
    expect(jobs.review.steps[0]?.with).toEqual({ "fetch-depth": 0, "persist-credentials": false });
    expect(text).not.toContain("secrets.");
  });
});

describe("of a project below the top of its repository, steps run there", () => {
  const folder = "our ops/monitoring";
  const lock = `${folder}/package-lock.json`;

  test("on GitHub, but for the comment, which has no files", () => {
    const { check, review, comment } = github(folder).jobs;
    const there = { run: { "working-directory": folder } };
    expect([check.defaults, review.defaults, comment.defaults]).toEqual([there, there, undefined]);
    expect(textFor("github", folder).split(lock)).toHaveLength(5);
  });

  test("on GitLab", () => {
    const { monitoring, ...others } = gitlab(folder);
    const entered = 'cd "$CI_PROJECT_DIR/our ops/monitoring"';
    expect(monitoring.script).toEqual([entered, "npm ci", "npm test"]);
    expect(others["monitoring-review"].script[0]).toBe(entered);
    expect(others["monitoring-review"].variables).toEqual({ GIT_DEPTH: 0 });
    expect(textFor("gitlab", folder).split(lock)).toHaveLength(2);
  });
});
