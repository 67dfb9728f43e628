import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { makeProject, runSignalbox, startSignalbox } from "../project/make-project.ts";
import { put, readTree } from "./out-fixture.ts";

const exported = "export const definitions = {};\n";

const projectOf = (text: string, name?: string) =>
  makeProject(
    { "definitions/index.ts": 'export * from "./alerts.ts";\n', "definitions/alerts.ts": text },
    name,
  );

const problemAt = (line: number, message: string) =>
  `definitions/alerts.ts:${line}: ${message} (definitions-load)\n`;
const wouldEnd = (call: string) =>
  `a definition calls process.${call}(), which would end the command before it is done`;

const endings: readonly (readonly [string, string])[] = [
  ["process.exit(0);", wouldEnd("exit")],
  ["process.abort();", wouldEnd("abort")],
  ['process.kill(process.pid, "SIGKILL");', wouldEnd("kill")],
  ["(process as never as { reallyExit(code: number): void }).reallyExit(0);", wouldEnd("reallyExit")],
  [
    "process.exitCode = 0;",
    "a definition sets process.exitCode, by which the command says whether all is well",
  ],
];

describe("what would end the command is a problem at its line", () => {
  test.each(endings)("%s", async (call, message) => {
    const folder = projectOf(`const one = 1;\n\n${call}\n${exported}export const all = [one];\n`);
    put(folder, "out/alerts.yml", "as somebody else left it\n");
    for (const args of [["build"], ["build", "--check"]]) {
      const { exitCode, stdout, stderr } = await runSignalbox(args, { folder });
      expect(stderr.startsWith(problemAt(3, message)), stderr).toBe(true);
      expect(stderr).toMatch(/\n1 problem; out\/ is untouched\n$/);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    }
    expect(readTree(join(folder, "out"))).toEqual({ "alerts.yml": "as somebody else left it\n" });
  });

  test.each(["validate", "mutate", "simulate"])("%s says so too", async (name) => {
    const { exitCode, stderr } = await runSignalbox([name], {
      folder: projectOf(`process.exit(0);\n${exported}`),
    });
    expect(stderr).toContain(problemAt(1, wouldEnd("exit")));
    expect(exitCode).toBe(1);
  });
});

const throwing: readonly (readonly [string, number, string])[] = [
  ["throw 1n;", 1, "a definition threw 1n"],
  ["throw null;", 1, "a definition threw null"],
  ["throw undefined;", 1, "a definition threw undefined"],
  ['throw Symbol("no");', 1, "a definition threw Symbol(no)"],
  ["throw { why: [1, 2] };", 1, "a definition threw { why: [ 1, 2 ] }"],
  [
    "function limit(): never {\n  throw 2;\n}\ntry {\n  throw 1;\n} catch {}\nlimit();",
    2,
    "a definition threw 2",
  ],
  [
    "throw new Proxy({}, {\n  get() {\n    throw 3;\n  },\n});",
    1,
    "a definition threw Proxy [ {}, { get: [Function: get] } ]",
  ],
  [
    'const silent = new Error();\nObject.defineProperty(silent, "message", { get: () => limits.low });\n' +
      "throw silent;\nconst limits = { low: 1 };",
    3,
    "a definition threw an error whose message cannot be read",
  ],
  ['setTimeout(() => {\n  throw new Error("late");\n});', 2, "late"],
  ['void Promise.reject(\n  new Error("nobody waits"),\n);', 2, "nobody waits"],
];

describe("whatever is thrown is a problem at its line, without a stack", () => {
  test.each(throwing)("%j", async (text, line, message) => {
    const folder = projectOf(`${text}\n${exported}`);
    const { exitCode, stdout, stderr } = await runSignalbox(["build"], { folder });
    expect(stderr.startsWith(problemAt(line, message)), stderr).toBe(true);
    expect(stderr).not.toMatch(/\n +at /);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  });
});

describe("an await that never settles is a problem at its line", () => {
  const waits = `const one = await 1;\n${exported}await new Promise(() => {});\nexport const two = [one];\n`;

  test.each([[["build"]], [["build", "--check"]], [["build", "--plain"]]])("%j", async (args) => {
    const { exitCode, stdout, stderr } = await runSignalbox(args, { folder: projectOf(waits) });
    const message = "an await at the top of this module never settles: nothing is left that could settle it";
    expect(stderr).toContain(problemAt(1, message));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  });
});

// A second of a processor may take a minute of a machine that has much to do.
describe("what never ends is ended, and a problem where it was", { timeout: 300_000 }, () => {
  const endless = `function* numbers(): Generator<number> {
  for (;;) yield 1;
}
export const none = [...below(0)];
function* below(limit: number): Generator<number> {
  for (const one of numbers()) if (one < limit) yield one;
}
${exported}`;
  const ended =
    /^definitions\/alerts\.ts:[26]: the definitions were still being worked out here after 1 s of a processor's time or 1 GiB, and were ended \(definitions-load\)\n/;

  test.each([[["build"]], [["build", "--check"]], [["build", "--plain"]], [["validate"]]])(
    "%j",
    async (args) => {
      const env = { SIGNALBOX_CPU_SECONDS: "1" };
      const { exitCode, stdout, stderr } = await runSignalbox(args, { folder: projectOf(endless), env });
      expect(stderr).toMatch(ended);
      expect(stderr).toContain("SIGNALBOX_CPU_SECONDS=10 gives it ten times as long\n");
      expect(stderr).not.toContain("debugger");
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    },
  );

  test.each([
    [
      "a set that grows while it is gone through",
      "const set = new Set([0]);\nfor (const one of set) {\n  set.delete(one);\n  set.add(one);\n}\n",
    ],
    ["promises", "export const one = 1;\nvoid (async () => {\n  for (;;) await null;\n})();\n"],
    ["an await at the top", "const one = await 1;\n\nfor (;;) await one;\n"],
  ])("%s", async (_what, text) => {
    const env = { SIGNALBOX_CPU_SECONDS: "1" };
    const { exitCode, stderr } = await runSignalbox(["build"], {
      folder: projectOf(`${text}${exported}`),
      env,
    });
    expect(stderr).toMatch(
      /^definitions\/alerts\.ts:[2-5]: the definitions were still being worked out here after 1 s /,
    );
    expect(exitCode).toBe(1);
  });

  test("what takes more and more memory, before V8 ends the process", async () => {
    const text = `function* numbers(): Generator<number> {\n  for (;;) yield 1;\n}\nexport const all = [...numbers()];\n`;
    const { exitCode, stderr } = await runSignalbox(["build"], { folder: projectOf(`${text}${exported}`) });
    expect(stderr).toMatch(/^definitions\/alerts\.ts:[24]: the definitions .* or 1 GiB, and were ended /);
    expect(stderr).not.toContain("FATAL");
    expect(exitCode).toBe(1);
  });

  test("what is left running, and whoever else says how it ends, changes nothing", async () => {
    const text = 'setInterval(() => {}, 10);\nprocess.on("exit", () => (process.exitCode = 0));\n';
    const { exitCode, stderr } = await runSignalbox(["build", "--check"], {
      folder: projectOf(`${text}${exported}`),
    });
    expect(stderr).toContain("1 problem; out/ is untouched\n");
    expect(exitCode).toBe(1);
  });

  test("a watch goes on, and builds what is saved next", async () => {
    const folder = projectOf(endless);
    const child = startSignalbox(["build", "--watch"], { folder, env: { SIGNALBOX_CPU_SECONDS: "1" } });
    onTestFinished(() => void child.kill("SIGKILL"));
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
    const seen = (text: string) =>
      vi.waitFor(() => expect(printed).toContain(text), { timeout: 240_000, interval: 100 });
    await seen("were ended (definitions-load)");
    put(folder, "definitions/alerts.ts", `${exported}throw new Error("saved next");\n`);
    await seen("definitions/alerts.ts:2: saved next (definitions-load)");
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });

  test("what takes no time of a processor until the limit goes on", async () => {
    // As long as twice the limit nothing happens, and then it is there.
    const waits = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);\n";
    const folder = projectOf(`${waits}throw new Error("there");\n${exported}`);
    const { stderr } = await runSignalbox(["build"], { folder, env: { SIGNALBOX_CPU_SECONDS: "1.5" } });
    expect(stderr).toContain(problemAt(2, "there"));
  });
});
