import { describe, expect, test } from "vitest";
import { dependsOnMore } from "../../scripts/project/depends-on-more.ts";

describe("code that gets at something that is no file of the project", () => {
  test.each([
    'const size = process.env["SIZE"];',
    'const size = process?.env["SIZE"];',
    "const size = process!.env.SIZE;",
    // Without semicolons.
    "const { env } = process\nexport const size = env.SIZE\n",
    "export const [day, p] = [Date, process]\n",
    "const read = (from = process) => from.env;",
    "const size = sizeIn(process, 1);",
    "const size = isOpen ? process : undefined;",
    "const all = { ...process };",
    "const now = new (Date)();",
    "const now = Reflect.construct(Date, []);",
    'const { env } = global["process"];',
    "const { env } = global.process;",
    "const { random } = Math;",
    'const limit = Math["random"]();',
    "const { now } = performance;",
    "const text = limit.toLocaleString();",
    "const sorted = names.sort((a, b) => a.localeCompare(b));",
    'const read = eval("1 + 1");',
    'const read = new Function("return 1");',
  ])("%s", (text) => {
    expect(dependsOnMore(text)).toBe(true);
  });
});

describe("what only sounds like it", () => {
  test.each([
    'description: "HttpApiServer inside of the game: requests, scenes, headset, process."',
    "`The process of ${labels.instance} takes ${value} of memory`",
    '"They run and do nothing: take the stack of one (py-spy dump --pid and its process id)."',
    '"or the configuration that the new process has read. 0: something that the process depends on"',
    '"One endpoint: the process itself stands still. Date and time are in UTC."',
    'help: "Time that the last frame took to process.",',
    'const metric = gauge("process_resident_memory_bytes");',
    'import { row } from "./process.ts";',
    'import { row } from "./performance.ts";',
    "const limit = Math.round(3.7);",
    'const labels = { process: "api", crypto: "aes" };',
    'title: "Global: the function of each process"',
  ])("%s", (text) => {
    expect(dependsOnMore(text)).toBe(false);
  });
});
