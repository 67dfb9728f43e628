import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { ToolName, ToolSearch } from "../../scripts/tools/find-tool.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import type { LibraryJudge, ToolJudge, Verdict } from "../../scripts/validate/judge.ts";
import { libraryVersion } from "../../scripts/validate/library.ts";
import { watchOn } from "../../scripts/validate/progress.ts";
import { judgeAll } from "../../scripts/validate/ruling.ts";
import { shopSubject } from "./shop-subject.ts";

function screenOf(isTTY: boolean) {
  const written: string[] = [];
  const screen = { isTTY, columns: 120, write: (text: string) => written.push(text) };
  return { written, line: statusLine(screen) };
}

function validator(what: string, work: () => Promise<Verdict>): LibraryJudge {
  return { id: what, what, library: "ajv", isAbout: (path) => path === "README.md", judge: work };
}

const fine: Verdict = { judged: "1 file", problems: [] };
const wrong: Verdict = {
  judged: "1 file",
  problems: [3, 4].map((line) => ({
    check: "probes",
    place: { file: "definitions/a.ts", line },
    message: "it is wrong\n  in two lines",
    fix: "correct it",
  })),
};
const nothing = () => new Map();

/** A validation of one that fails at once, and one that goes on until it is let go. */
async function failingWhileOneRuns(isTTY: boolean) {
  const { written, line } = screenOf(isTTY);
  let letGo = () => {};
  const slow = validator("slow", () => new Promise((resolve) => (letGo = () => resolve(fine))));
  const failing = validator("probes", () => Promise.resolve(wrong));
  const watch = watchOn(line);
  watch.begins(2);
  const rulings = judgeAll([slow, failing], shopSubject(), nothing, watch);
  while (!written.some((text) => text.includes("1 of 2"))) await nextTurn();
  const before = [...written];
  letGo();
  await rulings;
  return { before, written };
}

const why = `failed: probes, by ajv ${libraryVersion("ajv")}: 2 problems, the first: definitions/a.ts:3: it is wrong`;

describe("why a validator failed is told while another one still runs", () => {
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

test("a tool that cannot be had is told at once, and once, while others still run", async () => {
  const { written, line } = screenOf(false);
  const missing = { name: "amtool" as const, reasons: ["AMTOOL is not set", "no host answers"], message: "" };
  const byTool = (what: string): ToolJudge => ({
    ...validator(what, () => Promise.resolve(fine)),
    tool: "amtool",
  });
  const searches = new Map<ToolName, Promise<ToolSearch>>([
    ["amtool", Promise.resolve({ found: false, missing })],
  ]);
  const watch = watchOn(line);
  watch.begins(2);
  await judgeAll([byTool("one"), byTool("two")], shopSubject(), () => searches, watch);
  expect(written).toEqual([
    "missing: amtool: AMTOOL is not set; no host answers\n",
    "1 of 2 validators done\n",
    "2 of 2 validators done\n",
  ]);
});
