import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printManifest } from "../../scripts/build/manifest.ts";
import { contentKey } from "../../scripts/kept/content-key.ts";
import { outState } from "../../scripts/validate/unchanged.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const manifest = printManifest(["a/one.yml", "two.yml"]);

async function outFolder() {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a/one.yml"), "one");
  writeFileSync(join(folder, "two.yml"), "two");
  writeFileSync(join(folder, "manifest.txt"), manifest);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  return { folder, write, state: () => contentKey(...(outState(folder) ?? [])) };
}

test("whatever happens to a generated file is another state of out/", async () => {
  const { write, state } = await outFolder();
  const before = state();
  expect(state()).toBe(before);
  write("two.yml", "too");
  expect(state()).not.toBe(before);
  write("two.yml", "two");
  expect(state()).toBe(before);
  write("manifest.txt", `${manifest}# said beside it\n`);
  expect(state()).not.toBe(before);
});

test("so is a file that nobody made, but not what is in it", async () => {
  const { write, state } = await outFolder();
  const before = state();
  write("secret", "a");
  const beside = state();
  expect(beside).not.toBe(before);
  write("secret", "b");
  expect(state()).toBe(beside);
});

test("and a link in place of a file, though it leads to the same text", async () => {
  const { folder, state } = await outFolder();
  const elsewhere = await temporaryFolder();
  const before = state();
  renameSync(join(folder, "two.yml"), join(elsewhere, "two.yml"));
  symlinkSync(join(elsewhere, "two.yml"), join(folder, "two.yml"));
  expect(state()).not.toBe(before);
});

test("where a generated file is missing, nothing is known", async () => {
  const { folder } = await outFolder();
  renameSync(join(folder, "two.yml"), join(folder, "three.yml"));
  expect(outState(folder)).toBeUndefined();
});
