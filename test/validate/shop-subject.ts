import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { Files } from "../../generators/output.ts";
import { formatProblem } from "../../generators/problem.ts";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import type { ValidationSubject } from "../../generators/targets/validation/subject.ts";
import { nothingKnown } from "../../scripts/validate/known.ts";
import { lay } from "./lay.ts";
import { resultOf } from "./result-of.ts";
import { definitions } from "./shop/index.ts";

const { model } = resolve(definitions);
const compiled = compile(definitions);
if (compiled.problems.length > 0) throw new Error(compiled.problems.map(formatProblem).join("\n"));

/** The files of the shop, as the build would write them. */
export const shopFiles: Files = compiled.files;
export const shopModel = model;

/** Path under out/ to what becomes of its text. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** The shop's out/ in a folder of its own, with some of its files changed or added. */
export function shopSubject(changes: Changes = {}): ValidationSubject {
  const outFolder = mkdtempSync(join(tmpdir(), "signalbox-shop-"));
  onTestFinished(() => rmSync(outFolder, { recursive: true, force: true }));
  const files = filesAfter(changes);
  lay(files, outFolder);
  return { model, outFolder, files };
}

/** The files of the shop, some of them changed or added. */
export function filesAfter(changes: Changes = {}): Files {
  const changed = Object.entries(changes).map(([path, change]) => [path, change(shopFiles[path] ?? "")]);
  return { ...shopFiles, ...Object.fromEntries(changed) };
}

/** Puts one text in the place of another, which must be there: a test that changes nothing proves nothing. */
export function replace(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`there is no ${from}`);
    return text.replace(from, () => to);
  };
}

/**
 * For a file of tests: what tells the validator's problems with the shop after some changes, each as people read it. All tests have one
 * folder, so a tool is asked again only of what another test has not asked.
 */
export function problemsOfShop(): (validator: Validator, changes?: Changes) => Promise<string[]> {
  const outFolder = mkdtempSync(join(tmpdir(), "signalbox-shop-"));
  const known = nothingKnown();
  afterAll(async () => {
    await known.alertmanagers.stop();
    rmSync(outFolder, { recursive: true, force: true });
  });
  let before: Files = {};
  return async (validator, changes = {}) => {
    const files = filesAfter(changes);
    lay(files, outFolder, before);
    before = files;
    return (await resultOf(validator, { model, outFolder, files }, known)).problems.map(formatProblem);
  };
}

/** Where the line of the shop's definitions stands that holds this text: `test/validate/shop/rules.ts:12`. */
export function placeOf(file: string, text: string): string {
  const path = `test/validate/shop/${file}`;
  const lines = readFileSync(join(import.meta.dirname, "shop", file), "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`${path} has no line with ${text}`);
  return `${path}:${index + 1}`;
}

/**
 * What a problem is expected to look like: its place, then these words in this order. Not the whole text, because the words
 * between are the tool's own, and change with its version.
 */
export function problemAt(place: string, ...words: readonly string[]): unknown {
  const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return expect.stringMatching(new RegExp(`^${[`${place}: `, ...words].map(literal).join("[^]*")}`));
}
