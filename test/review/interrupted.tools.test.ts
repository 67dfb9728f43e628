// Whoever ends a comparison finds nothing of it afterwards, in the repository neither.
import type { ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { endlessOnes, endlessTool } from "../project/endless-tool.ts";
import { startSignalbox } from "../project/make-project.ts";
import { end, nothingIsLeft, temporaries } from "../project/nothing-left.ts";
import { changedShop, git, type Edit } from "./changed-shop.ts";

// A machine that is busy with other things takes its time to come so far.
const patienceMs = 300_000;
const signals = ["SIGINT", "SIGTERM", "SIGKILL"] as const;

const threshold: readonly Edit[] = [
  ["alerts/orders.ts", "expr: failedShare.gt(percent(20))", "expr: failedShare.gt(percent(25))"],
];
const severity: readonly Edit[] = [["alerts/waiting-room.ts", "severity: medium", "severity: low"]];

/** What git knows of a repository, and what lies in it. */
function stateOf(folder: string) {
  const asked = [
    ["status", "--porcelain"],
    ["worktree", "list"],
    ["stash", "list"],
  ];
  return [...asked.map((args) => git(folder, ...args)), readdirSync(folder), readdirSync(`${folder}/.git`)];
}

async function endedBy(
  signal: NodeJS.Signals,
  folder: string,
  {
    env = {},
    hasBegun,
  }: { readonly env?: NodeJS.ProcessEnv; readonly hasBegun: (temporary: string) => Promise<void> | void },
) {
  const temporary = temporaries();
  const before = stateOf(folder);
  const child: ChildProcess = startSignalbox(["diff"], {
    folder,
    env: { NO_COLOR: "1", TMPDIR: temporary, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await vi.waitFor(() => hasBegun(temporary), { timeout: patienceMs, interval: 10 });
  child.kill(signal);
  await end(child);
  await nothingIsLeft(temporary);
  expect(stateOf(folder)).toEqual(before);
}

describe("nothing is left of diff", { timeout: patienceMs }, () => {
  test.each(signals)("while the base is written, by %s", async (signal) => {
    // What makes the command of these sources makes a folder too, and is none of its business.
    const hasBegun = (temporary: string) =>
      expect(
        readdirSync(temporary, { recursive: true }).filter((path) => /\/diff-\w+$/.test(String(path))),
      ).not.toEqual([]);
    await endedBy(signal, changedShop(threshold), { hasBegun });
  });

  test.each([
    ["promtool plays", "promtool", "PROMTOOL", threshold],
    ["an Alertmanager starts", "alertmanager", "ALERTMANAGER", severity],
  ] as const)("while %s, by any signal", async (_, name, variable, edits) => {
    const tools = temporaries();
    const env = { [variable]: await endlessTool(name, tools) };
    const folder = changedShop(edits);
    for (const signal of signals) {
      const hasBegun = async () => {
        expect(await endlessOnes(tools)).not.toEqual([]);
        // Of what it starts it tells right afterwards.
        await wait(500);
      };
      await endedBy(signal, folder, { env, hasBegun });
      await vi.waitFor(async () => expect(await endlessOnes(tools)).toEqual([]), { timeout: 60_000 });
    }
  });
});
