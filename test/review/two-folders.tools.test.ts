import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, put } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";
import { diff, git } from "./changed-shop.ts";
import { before, rules, withRules } from "./plain-shop.ts";

const command = join(root, "scripts/signalbox.cjs");

describe("two folders need no project", () => {
  function folders(): string {
    const folder = makeFolder();
    for (const [path, text] of Object.entries(before)) put(folder, `old/${path}`, text);
    for (const [path, text] of Object.entries({ ...before, ...withRules("> 100", "> 200") }))
      put(folder, `new/${path}`, text);
    return folder;
  }

  test("they are compared, and what somebody said to fail on is an exit code of its own", async () => {
    const folder = folders();
    const args = ["--base", "old", "new"];
    const plain = await diff(folder, { args });
    expect(plain.stdout).toMatch(
      /above 200, was 100: it fires less: with queue at \d{3} it fired, and is silent now {3}\[order, random series\]\n/,
    );
    expect(plain.stderr).toBe("compared with the plain files of old and of new\n");
    expect(plain.exitCode).toBe(0);
    expect((await diff(folder, { args: [...args, "--fail-on", "less,woken"] })).exitCode).toBe(10);
    expect((await diff(folder, { args: [...args, "--fail-on", "more"] })).exitCode).toBe(0);
    expect((await diff(folder, { args: [...args, "--fail-on", "threshold"] })).exitCode).toBe(10);
  });

  test("git has it compare single files, of which one may not be there", async () => {
    const folder = folders();
    const external = `sh -c 'node ${JSON.stringify(command)} diff --base "$1" "$4"'`;
    const gitDiff = (...args: readonly string[]) => git(folder, "-c", `diff.external=${external}`, ...args);
    git(folder, "init", "--initial-branch=main");
    git(folder, "add", "new");
    git(folder, "commit", "--message=as it was");
    put(folder, "new/rules/shop.yml", rules);
    expect(gitDiff("diff")).toMatch(
      /above 100, was 200: it fires more: with queue at \d{3} it was silent, and fires now {3}\[order, random series\]\n/,
    );
    git(folder, "rm", "--force", "--quiet", "new/rules/shop.yml");
    expect(gitDiff("diff", "--cached")).toMatch(/^2 alerts are removed/);
  });

  test("what is accepted is said in a line, does not fail, and lapses with its sentence", async () => {
    const folder = folders();
    const args = ["--base", "old", "new", "--fail-on", "less"];
    const json = await diff(folder, { args: [...args, "--format", "json"] });
    const [change] = JSON.parse(json.stdout).changes;
    expect(change).toMatchObject({ kind: "threshold", class: "less", of: "QueueLong", place: { line: 12 } });
    put(
      folder,
      "new/signalbox.accepted",
      `# Agreed.\naccept: ${change.fingerprint} the queue may be longer now\n`,
    );
    const accepted = await diff(folder, { args });
    expect(accepted.stdout).toBe(
      `Accepted: QueueLong (${change.fingerprint}: the queue may be longer now)\n`,
    );
    expect(accepted.exitCode).toBe(0);
    put(folder, "new/rules/shop.yml", rules.replace("> 100", "> 300"));
    const lapsed = await diff(folder, { args });
    expect(lapsed.stdout).toContain("above 300, was 100");
    expect(lapsed.stdout).toContain(`No longer said, so accept: ${change.fingerprint} can go`);
    expect(lapsed.exitCode).toBe(10);
  });

  test("what an exposition says of a metric is no assumption", async () => {
    const folder = folders();
    const sum = "sum(rate(errors_total[5m]))";
    const withExpr = (expr: string) => rules.replace('queue{job="shop", zone="a"} > 100', expr);
    put(folder, "old/rules/shop.yml", withExpr(`${sum} > 1`));
    put(folder, "new/rules/shop.yml", withExpr(`${sum.replace("[", '{code="500"}[')} > 1`));
    put(folder, "metrics.txt", "# TYPE errors_total counter\nerrors_total 5\n");
    const args = ["--base", "old", "new"];
    expect((await diff(folder, { args })).stdout).toContain(
      "fires less, as long as errors_total is never below 0",
    );
    const known = await diff(folder, { args: [...args, "--exposition", "metrics.txt"] });
    expect(known.stdout).toMatch(/it fires less: with errors_total/);
  });

  test("a workflow of GitHub gets each sentence at its line", async () => {
    const { stdout } = await diff(folders(), { args: ["--base", "old", "new", "--format", "github"] });
    expect(stdout.split("\n")[0]).toMatch(
      /^::warning file=rules\/shop\.yml,line=12,title=QueueLong::above 200, was 100: it fires less: with queue at \d{3} it/,
    );
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      "a format that there is not",
      ["--base", "old", "new", "--format", "html"],
      /^There is no format 'html'\.\n/,
    ],
    [
      "a class that there is not",
      ["--base", "old", "new", "--fail-on", "wokn"],
      /^There is no kind or class 'wokn' \(did you mean 'woken'\?\)/,
    ],
    ["a folder that there is not", ["--base", "odl", "new"], /^There is no folder or file odl\.\n/],
    [
      "an exposition that there is not",
      ["--base", "old", "new", "--exposition", "m.txt"],
      /^There is no file m\.txt\.\n/,
    ],
    [
      "an exposition that is none",
      ["--base", "old", "new", "--exposition", "new/rules/shop.yml"],
      /^new\/rules\/shop\.yml:1 is no line of an exposition: /,
    ],
    ["nothing to compare with", ["new"], /^Say what new is compared with/],
  ])("%s is wrong use", async (_, args, message) => {
    const { exitCode, stderr, stdout } = await diff(folders(), { args });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("an acceptance that is none is a problem with its line", async () => {
    const folder = folders();
    put(folder, "new/signalbox.accepted", "accept: everything\n");
    const { exitCode, stderr } = await diff(folder, { args: ["--base", "old", "new"] });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^signalbox\.accepted:1: this is no acceptance/);
  });
});
