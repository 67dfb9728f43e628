import { expect, test } from "vitest";
import { makeFolder, put } from "../build/out-fixture.ts";
import { diff } from "./changed-shop.ts";
import { before, rules } from "./plain-shop.ts";

// No program can be had here: what is worked out is said all the same, and that nobody was asked.

function compared(after: string) {
  const folder = makeFolder();
  for (const [path, text] of Object.entries(before)) {
    put(folder, `old/${path}`, text);
    put(folder, `new/${path}`, text);
  }
  put(folder, "new/rules/shop.yml", after);
  return diff(folder, { args: ["--base", "old", "new"] });
}

test("without any Alertmanager it is said that none was asked who is notified", async () => {
  const { stdout, stderr } = await compared(rules.replace("severity: critical", "severity: warning"));
  expect(stdout).toContain("on-call (pagerduty) → team (slack)   [routing tables, no Alertmanager asked]\n");
  expect(stderr).toMatch(
    /^no Alertmanager was asked who is notified: alertmanager \S+ or newer is not available:\n/,
  );
});

test("without any promtool it is said that nothing was tried on random series", async () => {
  const { stdout, stderr } = await compared(rules.replace("> 100", "> 200"));
  expect(stdout).toContain("above 200, was 100: it fires less   [order]\n");
  expect(stderr).toMatch(/^nothing was tried: promtool \S+ or newer is not available:\n/);
});
