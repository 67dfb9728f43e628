// Every definition knows its author's line: those that defined-places.ts has.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { placesOfDefinitions } from "./defined-places.ts";

const file = "test/language/defined-places.ts";
const expected = {
  counter: { file, line: 9 },
  gauge: { file, line: 10 },
  group: { file, line: 16 },
  recording: { file, line: 19 },
  scrapeMetric: { file, line: 20 },
  text: { file, line: 21 },
};

test("under vitest", () => {
  expect(placesOfDefinitions).toEqual(expected);
});

test("under tsx, which runs the commands", () => {
  const path = fileURLToPath(new URL("./defined-places.ts", import.meta.url));
  const print = `import(${JSON.stringify(path)}).then((file) => console.log(JSON.stringify(file.placesOfDefinitions)))`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--eval", print], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual(expected);
});
