// What a project is compared with where its base is no such project.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../build/out-fixture.ts";
import { builtExample } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";
import { diff, git } from "./changed-shop.ts";

const orders = "definitions/services/ticket-shop/alerts/orders.ts";

function edit(folder: string, path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, path), "utf8");
  if (text.replace(from, to) === text) throw new Error(`${path} has no ${String(from)}`);
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** The ticket shop with its out/, in a repository. */
async function shopWithOut(): Promise<string> {
  const folder = await builtExample();
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  git(folder, "init", "--initial-branch=main");
  return folder;
}

function commit(folder: string): void {
  git(folder, "add", ".");
  git(folder, "commit", "--message=a state");
}

test("definitions that do not load with this version are left alone: out/ of both is compared, and a line says why", async () => {
  const folder = await shopWithOut();
  edit(
    folder,
    orders,
    "export const TicketShopFailing = alert({",
    "export const TicketShopFailing = alarm({",
  );
  commit(folder);
  git(folder, "switch", "--create=change");
  edit(
    folder,
    orders,
    "export const TicketShopFailing = alarm({",
    "export const TicketShopFailing = alert({",
  );
  edit(
    folder,
    "out/prometheus/alerts.yml",
    "instance:shop_failed_orders:ratio_rate5m > 0.02",
    "instance:shop_failed_orders:ratio_rate5m > 0.03",
  );
  const { stdout, stderr, exitCode } = await diff(folder);
  expect(stderr.split("\n")[0]).toMatch(
    /^compared with the definitions of main \([\da-f]{8}\) do not load with this version: definitions\/services\/ticket-shop\/alerts\/orders\.ts:9: .*alarm.*, so out\/ is compared$/,
  );
  expect(stdout).toMatch(/^1 alert fires less\.\n/);
  expect(stdout).toMatch(
    / {2}when {3}above 0\.03, was 0\.02: it fires less: with .* it fired, and is silent now {3}\[order, random series\]\n/,
  );
  expect(exitCode).toBe(0);
});

test("where neither has an out/ to compare it is wrong use, and nothing is said of the project", async () => {
  const folder = await shopWithOut();
  rmSync(join(folder, "out"), { recursive: true });
  edit(
    folder,
    orders,
    "export const TicketShopFailing = alert({",
    "export const TicketShopFailing = alarm({",
  );
  commit(folder);
  edit(
    folder,
    orders,
    "export const TicketShopFailing = alarm({",
    "export const TicketShopFailing = alert({",
  );
  const { stdout, stderr, exitCode } = await diff(folder);
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  expect(stderr).toMatch(/do not load with this version: .*, and there is no out\/ to compare\.\n/);
});

test("of the branch that brings the project all is new", async () => {
  const folder = await shopWithOut();
  const apart = join(makeFolder(), "apart");
  mkdirSync(apart);
  const parts = ["definitions", "out", "tsconfig.json", "package.json"];
  for (const part of parts) renameSync(join(folder, part), join(apart, part));
  writeFileSync(join(folder, "README.md"), "# Operations\n");
  commit(folder);
  git(folder, "switch", "--create=change");
  for (const part of parts) renameSync(join(apart, part), join(folder, part));
  const { stdout, stderr, exitCode } = await diff(folder, { args: ["--format", "markdown"] });
  expect(stderr.split("\n")[0]).toMatch(
    /^compared with main \([\da-f]{8}\) has no definitions, so out\/ is compared$/,
  );
  expect(stdout).toMatch(/\*\*\d+ alerts are new, /);
  expect(exitCode).toBe(0);
});

test.each<[string, readonly string[], RegExp]>([
  [
    "a commit that git does not know",
    ["--base", "origin/nothing"],
    /^git does not know the commit "origin\/nothing"\.\n/,
  ],
  ["a folder with nothing to compare", ["--base", "definitions"], /^definitions has no definitions/],
])("%s is wrong use", async (_, args, message) => {
  const folder = await shopWithOut();
  commit(folder);
  rmSync(join(folder, "out"), { recursive: true });
  const { stdout, stderr, exitCode } = await diff(folder, { args });
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  expect(stderr).toMatch(message);
});

test("without a repository there is nothing to compare with, and without a project nothing to compare", async () => {
  const folder = await builtExample();
  const alone = await diff(folder);
  expect(alone).toMatchObject({ stdout: "", exitCode: 2 });
  expect(alone.stderr).toMatch(/^There is no commit to compare with/);
  const outside = await runSignalbox(["diff"], { folder: makeFolder() });
  expect(outside).toMatchObject({ stdout: "", exitCode: 1 });
  expect(outside.stderr).toContain("is a signalbox project");
  expect(existsSync(join(folder, "out"))).toBe(true);
});
