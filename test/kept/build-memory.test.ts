import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { forgetful, keeperWith } from "../../generators/keep/keeper.ts";
import { model } from "../rule-tests/every-shape.ts";
import { openBuildMemory } from "../../scripts/kept/build-memory.ts";
import { builtFrom, noting } from "../keep/built-from.ts";

/** A cache of its own, and what is built with it by an engine in a checkout. */
function cache() {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-kept-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv("XDG_CACHE_HOME", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const build = (root: string, engine: string) => {
    const memory = openBuildMemory({ root }, engine);
    const made: string[] = [];
    const built = builtFrom(model, noting(keeperWith(memory), made));
    memory.save();
    return { built, made };
  };
  const shelves = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("build.json"))
      .map((path) => join(folder, path));
  return { build, shelves };
}

const plain = builtFrom(model, forgetful);

/** As the keeper names them: by their digests in this memory. */
function sameAsFirst({ built }: { readonly built: unknown }, first: { readonly built: unknown }): void {
  expect(built).toEqual(first.built);
}

test("the same engine in the same checkout finds its answers", () => {
  const { build } = cache();
  const first = build("/a", "1");
  const again = build("/a", "1");
  expect(Object.keys(first.built)).toEqual(Object.keys(plain));
  sameAsFirst(again, first);
  expect(again.made.length).toBeLessThan(first.made.length / 4);
});

test.each([
  ["another engine", "/a", "2"],
  ["another checkout", "/b", "1"],
])("%s finds none of them", (_what, root, engine) => {
  const { build } = cache();
  const first = build("/a", "1");
  const other = build(root, engine);
  sameAsFirst(other, first);
  expect(other.made).toEqual(first.made);
});

test.each([
  ["was cut off", (text: string) => text.slice(0, -20)],
  ["has a changed digit", (text: string) => text.replace(/[0-8](?=[^0-9]*$)/, "9")],
  ["is empty", () => ""],
  ["is no shelf", () => "null"],
])("a shelf that %s is as good as none", (_what, damaged) => {
  const { build, shelves } = cache();
  const first = build("/a", "1");
  const [shelf = ""] = shelves();
  const text = readFileSync(shelf, "utf8");
  expect(damaged(text)).not.toBe(text);
  writeFileSync(shelf, damaged(text));
  const other = build("/a", "1");
  sameAsFirst(other, first);
  expect(other.made).toEqual(first.made);
});
