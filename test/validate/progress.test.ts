import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { ToolName, ToolSearch } from "../../scripts/tools/find-tool.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import type { FileFindings } from "../../generators/targets/validation/subject.ts";
import type { OwnValidator, Validator } from "../../generators/targets/validation/validator.ts";
import { engine } from "../../scripts/engine.ts";
import { watchOn } from "../../scripts/validate/progress.ts";
import { runValidators, type Run } from "../../scripts/validate/run-validators.ts";
import { shopSubject } from "./shop-subject.ts";

function screenOf(isTTY: boolean) {
  const written: string[] = [];
  const screen = { isTTY, columns: 120, write: (text: string) => written.push(text) };
  return { written, line: statusLine(screen) };
}

function validator(what: string): OwnValidator {
  return { id: what, what, by: "signalbox", covers: (path) => path === "README.md", validate: fine };
}

const fine = (): FileFindings => ({ checked: "1 file", findings: [] });
const wrong = (): FileFindings => ({
  checked: "1 file",
  findings: [3, 4].map((line) => ({
    path: "README.md",
    line,
    message: "it is wrong\n  in two lines",
    fix: "correct it",
  })),
});
const nothing = () => new Map();

/** A validation of one that fails at once, and one that goes on until it is let go. */
async function failingWhileOneRuns(isTTY: boolean) {
  const { written, line } = screenOf(isTTY);
  let letGo = () => {};
  const slow = new Promise<FileFindings>((resolve) => (letGo = () => resolve(fine())));
  const run = ({ id }: Validator): Run => ({
    library: "ajv",
    start: () => (id === "slow" ? slow : Promise.resolve(wrong())),
  });
  const watch = watchOn(line);
  watch.begins(2);
  const both = [validator("slow"), validator("probes")];
  const validations = runValidators(both, shopSubject(), nothing, watch, run);
  while (!written.some((text) => text.includes("1 of 2"))) await nextTurn();
  const before = [...written];
  letGo();
  await validations;
  return { before, written };
}

const why = `failed: probes, by ajv ${engine.versionOf("ajv")}: 2 problems, the first: out/README.md:3: it is wrong`;

describe("why a validator failed is shown while another one still runs", () => {
  test("in a log, in plain lines", async () => {
    const { before, written } = await failingWhileOneRuns(false);
    expect(before).toEqual([`${why}\n`, "1 of 2 validators done\n"]);
    expect(written).toEqual([...before, "2 of 2 validators done\n"]);
  });

  test("on a terminal, above the line that changes", async () => {
    const { written } = await failingWhileOneRuns(true);
    const clear = "\r\u001b[2K";
    expect(written.slice(0, 3)).toEqual([
      `${clear}0 of 2 validators done; now: slow`,
      `${clear}0 of 2 validators done; now: slow, probes`,
      clear,
    ]);
    expect(written[3]).toBe(`${why}\n`);
    expect(written.slice(-2)).toEqual([
      `${clear}1 of 2 validators done; now: slow`,
      `${clear}2 of 2 validators done`,
    ]);
  });
});

test("a tool that is not available is reported at once, and once, while others still run", async () => {
  const { written, line } = screenOf(false);
  const missing = { name: "amtool" as const, reasons: ["AMTOOL is not set", "no host answers"], message: "" };
  const run = (): Run => ({ tool: "amtool", start: () => Promise.resolve(fine()) });
  const searches = new Map<ToolName, Promise<ToolSearch>>([
    ["amtool", Promise.resolve({ found: false, missing })],
  ]);
  const watch = watchOn(line);
  watch.begins(2);
  const both = [validator("one"), validator("two")];
  await runValidators(both, shopSubject(), () => searches, watch, run);
  expect(written).toEqual([
    "missing: amtool: AMTOOL is not set; no host answers\n",
    "1 of 2 validators done\n",
    "2 of 2 validators done\n",
  ]);
});
