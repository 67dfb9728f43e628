import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleOptions } from "../../scripts/start/bundle-options.cjs";
import { stackInSources } from "../../scripts/start/crash.cjs";
import { runEsbuild } from "../../scripts/start/esbuild.cjs";
import { makeFolder, put } from "../build/out-fixture.ts";

test("the stack of a mistake names the file as it lies on the disk, and its line", () => {
  const folder = makeFolder();
  put(folder, "scripts/program.ts", 'import { broken } from "./inner/broken.ts";\nbroken();\n');
  put(
    folder,
    "scripts/inner/broken.ts",
    '\n\nexport function broken(): void {\n  throw new Error("here");\n}\n',
  );
  const made = join(folder, "made.cjs");
  const { ok, errors } = runEsbuild(folder, ["scripts/program.ts", `--outfile=${made}`, ...bundleOptions]);
  expect(ok, errors).toBe(true);
  const code = readFileSync(made, "utf8");
  const line = code.split("\n").findIndex((text) => text.includes('throw new Error("here")')) + 1;
  const at = join(folder, "scripts/bundle.cjs");
  const stack = `Error: here\n    at broken (${at}:${line}:9)\n    at node:internal:1:1`;
  expect(stackInSources(stack, folder, "scripts/program.ts", { at, code })).toBe(
    `Error: here\n    at broken (${join(folder, "scripts/inner/broken.ts")}:4:9)\n    at node:internal:1:1`,
  );
});
