import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, put } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";
import { end } from "../project/nothing-left.ts";
import { runner } from "./in-process.ts";

test.each([
  ["when-we-die.ts", "whenWeDie", 'whenWeDie("true", "word")();'],
  ["gone-with-us.ts", "ourFolder", "ourFolder();\nprocess.exit(0);"],
])("without a shell %s ends nobody", async (file, name, called) => {
  const folder = makeFolder();
  const path = JSON.stringify(join(root, "scripts/tools", file));
  put(folder, "program.ts", `import { ${name} } from ${path};\n${called}\n`);
  // In a group of its own: what is meant for one that could not be started must not reach all of it.
  const child = spawn(process.execPath, [runner, join(folder, "program.ts")], {
    env: { ...process.env, PATH: "/nowhere" },
    stdio: "inherit",
    detached: true,
  });
  await end(child);
  expect([child.exitCode, child.signalCode]).toEqual([0, null]);
});
