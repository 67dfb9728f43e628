// A watch goes on whatever is saved, and ends with what a build from nothing writes.
import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { projectWith, runSignalbox, startSignalbox } from "../project/make-project.ts";
import { makeFolder, put, readTree } from "./out-fixture.ts";

const edited = "definitions/services/ticket-shop/alerts.ts";

function startWatch(folder: string, cache: string) {
  const child = startSignalbox(["build", "--watch"], { folder, env: { XDG_CACHE_HOME: cache } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  let isEnded = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      isEnded = true;
      resolve(code);
    }),
  );
  /** What it prints until it has printed this. */
  const next = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(printed)) {
      if (isEnded) throw new Error(`the watch ended, having printed:\n${printed}`);
      await wait(20);
    }
    const text = printed;
    printed = "";
    return text;
  };
  return { child, next, ended };
}

/** What a build from nothing writes, that believes nothing of an earlier one. */
async function builtAnew(folder: string, cache: string) {
  rmSync(join(folder, "out"), { recursive: true });
  const { exitCode, stderr } = await runSignalbox(["build", "--fresh"], {
    folder,
    env: { XDG_CACHE_HOME: cache },
  });
  expect(exitCode, stderr).toBe(0);
  return readTree(join(folder, "out"));
}

test("each way to save something broken is said once, changes nothing, and is forgotten when it is mended", async () => {
  const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
  const text = readFileSync(join(folder, edited), "utf8");
  const { child, next, ended } = startWatch(folder, cache);
  await next(/ new, .* ms\n/);
  const before = readTree(join(folder, "out"));
  const broken: readonly [string, RegExp][] = [
    [text.slice(0, text.indexOf("from") + 1), /alerts\.ts:\d+: .* \[TS\d+\]/],
    [`${text}const wrong: number = "45";\n`, /alerts\.ts:\d+: .* \[TS2322\]/],
    [`${text}throw new Error("while it is loaded");\n`, /alerts\.ts:\d+: while it is loaded/],
    [text.replace(/for: "\w+"/, 'for: "5"'), /alerts\.ts:\d+: .* \[TS\d+\]/],
    [text.replace("export const", "const"), /\[TS\d+\]/],
  ];
  for (const [saved, problem] of broken) {
    expect(saved).not.toBe(text);
    put(folder, edited, saved);
    const said = await next(/problems?; out\/ is .*\n/);
    expect(said).toMatch(problem);
    expect(said.match(/problems?; out\/ is/g), said).toHaveLength(1);
    expect(readTree(join(folder, "out"))).toEqual(before);
    put(folder, edited, text);
    await next(/nothing changed/);
  }
  child.kill("SIGINT");
  expect(await ended).toBe(0);
}, 300_000);

test("many quick saves, whole and broken, end with what a build from nothing writes", async () => {
  const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
  const file = join(folder, edited);
  const text = readFileSync(file, "utf8");
  const waiting = (minutes: number) => text.replace(/for: "\d+m"/, `for: "${minutes}m"`);
  expect(waiting(17)).not.toBe(text);
  const { child, next, ended } = startWatch(folder, cache);
  await next(/ new, .* ms\n/);
  const saves: readonly (() => void | Promise<void>)[] = [
    () => put(folder, edited, waiting(3)),
    () => put(folder, edited, waiting(4)),
    () => {
      put(folder, `${edited}.tmp`, waiting(6));
      renameSync(`${file}.tmp`, file);
    },
    () => put(folder, edited, text.slice(0, text.length / 2)),
    () => put(folder, edited, `${text}const wrong: number = "45";\n`),
    () => put(folder, edited, `${text}throw new Error("while it is loaded");\n`),
    async () => {
      rmSync(file);
      await wait(30);
      put(folder, edited, waiting(7));
    },
    async () => {
      renameSync(file, `${file}.away`);
      await wait(30);
      renameSync(`${file}.away`, file);
    },
  ];
  // Some within the time that an editor takes, some while a build runs, some after it.
  const pauses = [0, 5, 15, 120, 2, 400];
  for (let turn = 0; turn < 32; turn += 1) {
    // 5 has no divisor in common with the number of saves: each one follows another one in time.
    await saves[(turn * 5) % saves.length]?.();
    await wait(pauses[turn % pauses.length]);
  }
  put(folder, edited, waiting(17));
  while (!readFileSync(join(folder, "out/prometheus/alerts.yml"), "utf8").includes("for: 17m")) {
    await wait(50);
    await next(/[^]?/);
  }
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(readTree(join(folder, "out"))).toEqual(await builtAnew(folder, cache));
}, 300_000);
