import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import { runTool, type ToolResult } from "../tools/run-tool.ts";
import { aFewAtATime } from "../validate/a-few-at-a-time.ts";
import { inTemporaryFolder } from "../validate/temporary-folder.ts";

/** A test file with the rules that it tests, to be run by promtool. */
export interface Trial {
  /** By their paths in a folder of their own. */
  readonly files: Files;
  /** Path of the test file in that folder. */
  readonly testFile: string;
}

export interface TrialOptions {
  readonly promtool: { readonly path: string };
  /** Receives the results of each call as it ends, and the index of the first of these trials. */
  readonly onDone?: (results: readonly TestResult[], from: number) => void;
}

/** A start of promtool costs as much as five trials; and so few that progress shows and both processors have work to the end. */
const trialsPerCall = 16;
/** Of a processor's time. A trial takes 20 ms to half a second; a busy machine makes that a few times as much. */
const cpuLimitOfTrialMs = 20_000;

/** Runs all trials, several in one call of promtool, several calls at a time; the results keep the trials' order. */
export async function runTrials(
  trials: readonly Trial[],
  { promtool, onDone = () => {} }: TrialOptions,
): Promise<TestResult[]> {
  const starts = Array.from(
    { length: Math.ceil(trials.length / trialsPerCall) },
    (_, n) => n * trialsPerCall,
  );
  const results = await aFewAtATime(starts, async (from) => {
    const resultsOfBatch = await runBatch(trials.slice(from, from + trialsPerCall), promtool);
    onDone(resultsOfBatch, from);
    return resultsOfBatch;
  });
  return results.flat();
}

function runBatch(batch: readonly Trial[], promtool: { readonly path: string }): Promise<TestResult[]> {
  const folders = batch.map(({ files }, index) =>
    Object.entries(files).map(([path, text]) => [`${index}/${path}`, text] as const),
  );
  const paths = batch.map(({ testFile }, index) => `${index}/${testFile}`);
  return inTemporaryFolder(Object.fromEntries(folders.flat()), async (folder) => {
    // promtool makes a small database for every test: collecting garbage less often saves a third of its time.
    const env = { ...process.env, GOGC: "400" };
    const args = ["test", "rules", "--junit=results.xml", ...paths];
    const call = await runTool(promtool, args, {
      cwd: folder,
      env,
      cpuLimitMs: batch.length * cpuLimitOfTrialMs,
    });
    const results = junitResults(readResults(folder, call));
    return paths.map((path) => {
      const result = results.get(path);
      if (!result) throw new Error(`promtool printed no result for ${path}:\n${call.stderr}`);
      return result;
    });
  });
}

function readResults(folder: string, { stderr }: ToolResult): string {
  try {
    return readFileSync(join(folder, "results.xml"), "utf8");
  } catch (error) {
    throw new Error(`promtool wrote no results:\n${stderr}`, { cause: error });
  }
}

/** What became of the tests of one file. */
export interface TestResult {
  readonly hasPassed: boolean;
  /** What promtool says of the first test that failed. */
  readonly failure: string;
}

/** Reads what `promtool test rules --junit=FILE` wrote: the results by the test files' paths, as promtool was given them. */
export function junitResults(xml: string): ReadonlyMap<string, TestResult> {
  const suites = xml.matchAll(/<testsuite name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testsuite>)/gs);
  return new Map(
    [...suites].map(([, name = "", content = ""]) => {
      const failure = /<(?:failure|error)\b[^>]*>(.*?)<\/(?:failure|error)>/s.exec(content);
      const hasPassed = !/<(?:failure|error)\b/.test(content) && content.includes("<testcase");
      return [unescaped(name), { hasPassed, failure: unescaped(failure?.[1] ?? "") }];
    }),
  );
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}
