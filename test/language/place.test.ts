// Every definition knows its author's line: those that defined-places.ts has.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { callerPlace, countPlacesFrom } from "../../generators/language/place.ts";
import { pathOfFile } from "../../generators/language/stack.ts";
import { placesOfDefinitions } from "./defined-places.ts";

const file = "test/language/defined-places.ts";
const expected = {
  counter: { file, line: 11 },
  gauge: { file, line: 12 },
  group: { file, line: 18 },
  recording: { file, line: 21 },
  scrapeMetric: { file, line: 22 },
  text: { file, line: 23 },
};

test("under vitest", () => {
  expect(placesOfDefinitions).toEqual(expected);
});

test("under tsx, which runs the commands", () => {
  const [places, definitions] = ["../places.ts", "./defined-places.ts"].map((path) =>
    JSON.stringify(fileURLToPath(new URL(path, import.meta.url))),
  );
  const print = `import(${places}).then(() => import(${definitions})).then((file) => console.log(JSON.stringify(file.placesOfDefinitions)))`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--eval", print], {
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual(expected);
});

describe("the author's line", () => {
  const here = import.meta.filename;
  afterEach(() => countPlacesFrom(fileURLToPath(new URL("../../", import.meta.url))));

  test("is named from the folder of the project", () => {
    countPlacesFrom(dirname(here));
    expect(callerPlace().file).toBe("place.test.ts");
  });

  test("in a file outside of the project has its whole path", () => {
    countPlacesFrom("/somewhere/else");
    expect(callerPlace().file).toBe(here.replaceAll("\\", "/"));
  });
});

describe("the path of a file in the stack", () => {
  test.each(["/a b/c.ts", "/ü/%23 # ?/[c] (d)/e%.ts", "/日本/'\"`.ts"])(
    "is that of its address: %s",
    (path) => {
      const { href } = pathToFileURL(path);
      expect([pathOfFile(href), pathOfFile(`${href}?t=123`)]).toEqual(Array(2).fill(fileURLToPath(href)));
    },
  );

  test.each([
    ["file:///C:/a%20b/c.ts", "C:\\a b\\c.ts"],
    ["file://computer/a%20b/c.ts", "\\\\computer\\a b\\c.ts"],
  ])("is one of Windows where the address is: %s", (address, path) => {
    expect(pathOfFile(address)).toBe(path);
  });

  test.each(["/a%20b/c.ts", "C:\\a\\c.ts", "node:internal/modules"])("stays as it is: %s", (path) => {
    expect(pathOfFile(path)).toBe(path);
  });
});
