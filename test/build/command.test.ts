import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { put, readTree, treeOf } from "./out-fixture.ts";
import { indexOf, makeProject, runBuild } from "./project.ts";

const files = { "a.yml": "a\n", "b/c.yml": "c\n" };
const timeless = (text: string) => text.replace(/\d+ ms/, "N ms");

test("build, build again, edit, check, build: what is said, written and exited with", async () => {
  const folder = makeProject({ "index.ts": indexOf(files) });
  const say = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await runBuild(folder, args);
    return { exitCode, stdout: timeless(stdout), stderr: timeless(stderr) };
  };
  expect(await say()).toEqual({
    exitCode: 0,
    stdout:
      "  new      out/a.yml\n  new      out/b/c.yml\n  new      out/manifest.txt\nout/: 3 files, 3 new, N ms\n",
    stderr: "",
  });
  expect(readTree(join(folder, "out"))).toEqual(treeOf(files));
  expect(await say()).toEqual({ exitCode: 0, stdout: "out/: 3 files, nothing changed, N ms\n", stderr: "" });
  put(folder, "definitions/index.ts", indexOf({ "a.yml": "A\n" }));
  expect(await say("--check")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr:
      "  stale    out/a.yml\n  surplus  out/b/c.yml\n  stale    out/manifest.txt\n" +
      'out/ is stale: 2 stale, 1 surplus, N ms; "signalbox build" fixes it\n',
  });
  expect(readTree(join(folder, "out"))).toEqual(treeOf(files));
  expect((await say()).exitCode).toBe(0);
  expect(readTree(join(folder, "out"))).toEqual(treeOf({ "a.yml": "A\n" }));
  expect(await say("--check")).toEqual({
    exitCode: 0,
    stdout: "out/ is fresh: 2 files, N ms\n",
    stderr: "",
  });
});

describe("problems", () => {
  const problems = ["b", "a"].map((name) => ({
    check: "has-summary",
    place: { file: `definitions/services/${name}/alerts.ts`, line: 7 },
    message: `alert "${name}" has no summary`,
    fix: "write one",
  }));
  const index = `export const definitions = { problems: ${JSON.stringify(problems)}, files: { "a.yml": "" } };\n`;

  test("are all printed, sorted, and out/ is not even made", async () => {
    const folder = makeProject({ "index.ts": index });
    expect(await runBuild(folder)).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `definitions/services/a/alerts.ts:7: alert "a" has no summary (has-summary)
  fix: write one
definitions/services/b/alerts.ts:7: alert "b" has no summary (has-summary)
  fix: write one

2 problems; out/ is untouched
"signalbox explain has-summary" says why it matters, with an example
`,
    });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("are coloured when that is asked for, never when NO_COLOR is set", async () => {
    const folder = makeProject({ "index.ts": index });
    const escape = String.fromCharCode(27);
    expect((await runBuild(folder, [], { FORCE_COLOR: "1" })).stderr).toContain(`${escape}[31m2 problems`);
    expect((await runBuild(folder, [], { NO_COLOR: "1" })).stderr).not.toContain(escape);
  });
});

describe("use", () => {
  test("--help", async () => {
    const folder = makeProject({});
    const help = await runBuild(folder, ["--help"]);
    expect(help).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `Builds out/ from the definitions: writes what changed, deletes what is no longer generated.

Usage: signalbox build [options]

Options:
      --check       write nothing; exit 1 if out/ is not up to date with the definitions
  -w, --watch       build again after every save, until Ctrl-C
      --only PARTS  build only these of rules,routing,dashboards,tests,docs,pictures,contracts,stack; what else is in out/ stays as it is
      --fresh       work everything out anew, whatever earlier builds have kept
      --timings     print how long each phase took
      --json        say what came of it as JSON, for a program
      --plain       load the definitions by tsx, file by file: slower, and with the same result
  -h, --help        show this help

Exit codes: 0 done, 1 a problem to fix, 2 wrong use.
`,
    });
    expect(await runBuild(folder, ["-h"])).toEqual(help);
  });

  test.each([
    [["--chekc"], "Unknown option '--chekc' (did you mean '--check'?)."],
    [["--check=yes"], "Option '--check' does not take an argument."],
    [["out"], "Unexpected argument 'out'."],
    [["--check", "--watch"], "Options '--check' and '--watch' cannot be used together."],
    [["--check", "--only", "rules"], "Options '--check' and '--only' cannot be used together."],
    [["--watch", "--only", "rules"], "Options '--watch' and '--only' cannot be used together."],
  ])("wrong: %j", async (args, message) => {
    expect(await runBuild(makeProject({ "index.ts": indexOf(files) }), args)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `${message}\n"signalbox build --help" lists the options.\n`,
    });
  });
});
