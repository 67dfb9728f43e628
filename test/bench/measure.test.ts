import { describe, expect, test } from "vitest";
import { measureInTurn } from "../../scripts/bench/in-turn.ts";
import { measure } from "../../scripts/bench/measure.ts";
import { makeFolder } from "../build/out-fixture.ts";

/** Works until so much of the processor's time was taken. */
const busy = (milliseconds: number) =>
  `while (Object.values(process.cpuUsage()).reduce((a, b) => a + b) < ${milliseconds}e3);`;

function node(script: string) {
  return { program: process.execPath, args: ["-e", script], folder: makeFolder() };
}

describe("what a command took", () => {
  test("is its own time and that of what it started, and theirs", async () => {
    const inner = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy(300))}])`;
    const middle = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(inner)}])`;
    const { cpuSeconds } = await measure(node(`${middle}; ${busy(200)}`));
    expect(cpuSeconds).toBeGreaterThan(0.5);
  });

  test("counts work and not waiting", async () => {
    const { cpuSeconds, wallSeconds } = await measure({
      program: "sleep",
      args: ["0.3"],
      folder: makeFolder(),
    });
    expect(wallSeconds).toBeGreaterThan(0.3);
    expect(cpuSeconds).toBeLessThan(wallSeconds / 2);
  });

  test.runIf(process.platform === "linux")(
    "is the memory of the largest process, also of one below",
    async () => {
      const large = `const held = Buffer.alloc(300 * 2 ** 20, 1); ${busy(150)} if (held[0] !== 1) throw 1;`;
      const outer = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(large)}])`;
      const { peakMiB } = await measure(node(outer));
      expect(peakMiB).toBeGreaterThan(300);
      expect(peakMiB).toBeLessThan(600);
    },
  );

  test("says nothing where the command fails, but what it printed", async () => {
    await expect(measure(node('console.error("no such rule"); process.exit(3)'))).rejects.toThrow(
      "no such rule",
    );
  });

  test("what it prints is not taken for its time", async () => {
    const { cpuSeconds } = await measure(node('console.error("1000 1000"); console.log("2000 2000")'));
    expect(cpuSeconds).toBeLessThan(100);
  });
});

describe("several commands", () => {
  test("are measured in turn, each after it was prepared", async () => {
    const order: string[] = [];
    const trial = (name: string) => ({
      name,
      prepare: () => void order.push(name),
      start: { program: "true", args: [], folder: makeFolder() },
    });
    const medians = await measureInTurn([trial("a"), trial("b")], 3, () => {});
    expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
    expect([...medians.keys()]).toEqual(["a", "b"]);
  });
});
