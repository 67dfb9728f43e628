import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { classNames } from "../../generators/review/change-class.ts";
import { changeKinds } from "../../generators/review/kinds/index.ts";
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

  test("git has it compare as the page on plain files says", () => {
    const page = readFileSync(join(root, "docs/how-to/compare-plain-files.md"), "utf8");
    const [documented = ""] = page.match(/^git -c diff\.external=.*$/m) ?? [];
    const folder = makeFolder();
    put(folder, "out/prometheus/alerts.yml", rules);
    git(folder, "init", "--initial-branch=main");
    git(folder, "add", "out");
    git(folder, "commit", "--message=as it was");
    put(folder, "out/prometheus/alerts.yml", rules.replace("> 100", "> 200"));
    // What is installed in a project, and what npx would run.
    put(folder, "bin/npx", `#!/bin/sh\nshift\nexec node ${JSON.stringify(command)} "$@"\n`);
    chmodSync(join(folder, "bin/npx"), 0o755);
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
    const said = execFileSync("sh", ["-c", documented], {
      cwd: folder,
      encoding: "utf8",
      env,
      stdio: "pipe",
    });
    expect(said).toMatch(
      /above 200, was 100: it fires less: with queue at \d{3} it fired, and is silent now {3}\[order, random series\]\n/,
    );
  });

  test("each kind and class can be failed on, and those that are not there do not fail", async () => {
    const folder = folders();
    put(folder, "new/rules/shop.yml", rules.replace("> 100", "> 200").replace("for: 5m", "for: 7m"));
    const args = ["--base", "old", "new"];
    const { stdout } = await diff(folder, { args: [...args, "--format", "json"] });
    const changes: readonly { readonly kind: string; readonly class: string }[] = JSON.parse(stdout).changes;
    const found = [...new Set(changes.flatMap((change) => [change.kind, change.class]))];
    expect(found).toEqual(["threshold", "less", "for", "later", "notified-after"]);
    const all = [...changeKinds.map(({ id }) => id), ...classNames];
    for (const name of found) {
      const { exitCode } = await diff(folder, { args: [...args, "--fail-on", name] });
      expect([name, exitCode]).toEqual([name, 10]);
    }
    const others = all.filter((name) => !found.includes(name)).join(",");
    expect((await diff(folder, { args: [...args, "--fail-on", others] })).exitCode).toBe(0);
    expect((await diff(folder, { args: ["--kinds"] })).stdout.match(/^ {2}[a-z-]+/gm)).toHaveLength(
      all.length,
    );
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
