import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { put } from "../build/out-fixture.ts";
import { exampleCompiled } from "../example-model.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { blocksOf, projectAfter } from "./built-docs.ts";
import { problemsIn } from "./problems-in.ts";

/** In a project whose last commit has what the ticket shop deploys, so that only rules that the pages have changed are tried. */
function projectOnBranch(files: Readonly<Record<string, string>>): string {
  const folder = makeProject(files);
  for (const [path, text] of Object.entries(exampleCompiled().files)) {
    // Each file says which file of definitions it is made from; here they stand at the top of the project.
    put(folder, `out/${path}`, text.replaceAll("examples/ticket-shop/definitions/", "definitions/"));
  }
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  git("init", "--quiet");
  git("add", "out");
  const author = ["-c", "user.name=A reader", "-c", "user.email=reader@example.com"];
  git(...author, "commit", "--quiet", "--no-gpg-sign", "--message", "The ticket shop");
  return folder;
}

// One process compiles all pages and tries all their rules: on a busy machine that takes minutes.
test("rules of the pages pass their tests, and mutate finds what a page shows, and nothing else", async () => {
  const shown = blocksOf("survivor");
  const folder = projectOnBranch(projectAfter(shown.map(({ promised }) => promised)));
  const { stdout, stderr } = await runSignalbox(["mutate", "--changed"], { folder });
  expect(problemsIn(stderr)).toEqual(shown.flatMap(({ block }) => problemsIn(block.text.trimEnd())));
  const [, tried = ""] = /^the rules that differ from HEAD: (\d+) rules/m.exec(stdout) ?? [];
  expect(Number(tried)).toBeGreaterThan(shown.length);
  expect(Number(tried), "rules that the pages have not changed are not tried").toBeLessThan(30);
}, 300_000);
