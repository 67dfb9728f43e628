import { expect, test } from "vitest";
import { engine } from "../../scripts/engine.ts";
import { noKeptCode } from "../../scripts/load/kept-code.ts";
import { moduleGraph } from "../../scripts/load/module-graph.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

test.each([
  ["is empty", ""],
  ["imports something", 'import { a } from "./a.ts";\na.push(2);\n'],
  ["imports a type", 'import type { A } from "./a.ts";\n'],
])("a module that %s, and exports nothing, has no names, as Node sees it", async (_what, text) => {
  const folder = makeFolder();
  put(folder, "a.ts", "export type A = number;\nexport const a = [1];\n");
  put(folder, "alerts.ts", text);
  put(
    folder,
    "index.ts",
    'import * as alerts from "./alerts.ts";\nexport const names = Object.keys(alerts);\n',
  );
  const graph = moduleGraph({ kept: noKeptCode, version: engine.versionOf("esbuild") });
  await graph.read(`${folder}/index.ts`);
  const result = graph.load(`${folder}/index.ts`);
  expect("exports" in result && result.exports["names"]).toEqual([]);
});
