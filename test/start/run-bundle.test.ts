import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readKept, writeKept } from "../../scripts/start/kept-file.cjs";
import { makeFolder } from "../build/out-fixture.ts";

const starter = join(import.meta.dirname, "../../scripts/start/run-bundle.cjs");

/** Runs a bundle in a process of its own, and gives what it printed. */
function run(keptIn: string): string {
  const bundle = { code: 'process.stdout.write("it ran");', identity: "bundle", keptIn };
  const start = { at: join(keptIn, "bundle.cjs"), args: ["build"] };
  const script = `require(${JSON.stringify(starter)}).runBundle(${JSON.stringify(bundle)}, ${JSON.stringify(start)})`;
  return execFileSync(process.execPath, ["--eval", script], { encoding: "utf8" });
}

/** The one file that is kept. */
function keptAt(folder: string): string {
  const [name, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(name).toContain(`${process.version}-${process.arch}`);
  return join(folder, name ?? "");
}

test("what V8 made of a bundle is kept, and made anew where another V8 has left it", () => {
  const folder = makeFolder();
  expect(run(folder)).toBe("it ran");
  const path = keptAt(folder);
  const before = statSync(path);
  expect(run(folder)).toBe("it ran");
  expect(statSync(path)).toEqual({ ...before, atimeMs: expect.anything(), atime: expect.anything() });

  const compiled = Buffer.from(readKept(path) ?? expect.fail("nothing was kept"));
  // V8 writes its version behind the first four bytes.
  compiled.writeUInt32LE(compiled.readUInt32LE(4) ^ 1, 4);
  writeKept(path, compiled);
  const ofAnother = readFileSync(path);
  expect(run(folder)).toBe("it ran");
  expect(readFileSync(keptAt(folder))).not.toEqual(ofAnother);
});

test("where nothing can be kept, it runs all the same", () => {
  const folder = makeFolder();
  // A file stands where the folder would be: so nobody, not even root, can write there.
  const inTheWay = join(folder, "file");
  writeKept(inTheWay, Buffer.from(""));
  expect(run(inTheWay)).toBe("it ran");
  expect(readdirSync(folder)).toEqual(["file"]);
});
