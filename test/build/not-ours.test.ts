import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { buildFiles, inTurn, makeFolder, manifestHeader, put, readTree } from "./out-fixture.ts";

const files = { "prometheus/alerts.yml": "a: 1\n" };
const fix = "\n  fix: move it out of out/ or delete it, then build again";

interface Case {
  readonly what: string;
  readonly arrange: (out: string) => void;
  readonly problem: string;
}

const cases: readonly Case[] = [
  {
    what: "a file that only lies there",
    arrange: (out) => put(out, "prometheus/notes.txt", "mine"),
    problem:
      "out/prometheus/notes.txt:1: the build did not create this file, and only generated files belong in out/",
  },
  {
    what: "a file where the build writes now",
    arrange: (out) => put(out, "prometheus/alerts.yml", "mine"),
    problem: "out/prometheus/alerts.yml:1: the build did not create this file, and would overwrite it",
  },
  {
    what: "a manifest that is no manifest",
    arrange: (out) => put(out, "manifest.txt", "prometheus/alerts.yml\n"),
    problem: "out/manifest.txt:1: the build did not create this file, and would overwrite it",
  },
  {
    what: "a symbolic link where the build writes",
    arrange: (out) => {
      mkdirSync(join(out, "prometheus"));
      symlinkSync("/etc/hostname", join(out, "prometheus/alerts.yml"));
    },
    problem: "out/prometheus/alerts.yml:1: this is a symbolic link, and the build does not follow links",
  },
  {
    what: "a symbolic link in the place of a folder, even one that an older manifest lists",
    arrange: (out) => {
      put(out, "manifest.txt", `${manifestHeader}\nprometheus\n`);
      symlinkSync("/etc", join(out, "prometheus"));
    },
    problem: "out/prometheus:1: this is a symbolic link, and the build does not follow links",
  },
  {
    what: "a folder in the place of a file",
    arrange: (out) => mkdirSync(join(out, "prometheus/alerts.yml"), { recursive: true }),
    problem: "out/prometheus/alerts.yml:1: there is a folder where the build writes a file",
  },
  {
    what: "a file in the place of a folder, even one that the build made",
    arrange: (out) => buildFiles(out, { prometheus: "once a file\n" }),
    problem: "out/prometheus:1: there is a file where the build needs a folder",
  },
];

describe("what the build did not make stops it before it writes anything", () => {
  test.each(cases)("$what", ({ arrange, problem }) => {
    const out = makeFolder();
    arrange(out);
    const before = readTree(out);
    const outcome = buildFiles(out, files);
    expect(outcome.kind).toBe("refused");
    expect("problems" in outcome && outcome.problems.map(formatProblem)).toEqual([
      `${problem} (out-is-generated)${fix}`,
    ]);
    expect(readTree(out)).toEqual(before);
  });

  test("all of it is named at once", () => {
    const out = makeFolder();
    put(out, "a.txt", "mine");
    put(out, "b/c.txt", "mine");
    const outcome = buildFiles(out, files);
    expect("problems" in outcome && outcome.problems.map(({ place }) => place.file)).toEqual([
      "out/a.txt",
      "out/b/c.txt",
    ]);
  });

  test.each([
    ["a file", (path: string) => writeFileSync(path, ""), "out is a file, but the build needs a folder here"],
    [
      "a symbolic link",
      (path: string) => symlinkSync(makeFolder(), path),
      "this is a symbolic link, and the build does not follow links",
    ],
  ])("out itself is %s", (_what, arrange, message) => {
    const out = join(makeFolder(), "out");
    arrange(out);
    expect(buildFiles(out, files)).toMatchObject({
      kind: "refused",
      problems: [{ place: { file: "out", line: 1 }, message }],
    });
  });
});

test("what a deployment keeps beside the generated files stays as it is", () => {
  const out = makeFolder();
  const kept = ["secrets/token", ".env", "targets/shop.yml", "backup/data.tar.gz"];
  for (const path of kept) put(out, path, "mine");
  expect(buildFiles(out, files)).not.toMatchObject({ kind: "refused" });
  expect(buildFiles(out, {})).not.toMatchObject({ kind: "refused" });
  expect(readTree(out)).toMatchObject(Object.fromEntries(kept.map((path) => [path, "mine"])));
});

test("git ignores it", () => {
  const ignored = readFileSync(new URL("../../.gitignore", import.meta.url), "utf8").split("\n");
  expect(ignored).toEqual(
    expect.arrayContaining(["out/secrets/", "out/.env", "out/targets/", "out/backup/"]),
  );
});

test("a problem in the definitions leaves out/ as it is, though it is stale", () => {
  const out = makeFolder();
  buildFiles(out, files);
  const before = readTree(out);
  const problem = {
    check: "has-summary",
    place: { file: "definitions/services/x/alerts.ts", line: 3 },
    message: 'alert "X" has no summary',
    fix: "write one",
  };
  expect(
    buildFiles(out, {}, { compiled: { problems: [problem], files: inTurn({ "new.yml": "" }) } }),
  ).toEqual({
    kind: "refused",
    problems: [problem],
  });
  expect(readTree(out)).toEqual(before);
});

test.each([
  ["was deleted", (out: string) => rmSync(join(out, "manifest.txt"))],
  ["is no manifest any more", (out: string) => put(out, "manifest.txt", "<<<<<<< HEAD\n")],
])("a manifest that %s is one problem, and not one of each file", (_what, arrange) => {
  const out = makeFolder();
  const all = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`rules/${i}.yml`, "a: 1\n"]));
  buildFiles(out, all);
  arrange(out);
  const before = readTree(out);
  const outcome = buildFiles(out, { ...all, "rules/0.yml": "a: 2\n", "rules/1.yml": "a: 2\n" });
  expect("problems" in outcome && outcome.problems.map(formatProblem)).toEqual([
    "out/manifest.txt:1: without its list, manifest.txt, the build cannot tell which of the 20 files in out/ it made (out-is-generated)\n  fix: bring it back: git checkout HEAD -- out/manifest.txt; if it was never committed, move out/ away, build again, and move back what is yours, such as secrets/ and .env",
  ]);
  expect(readTree(out)).toEqual(before);
});
