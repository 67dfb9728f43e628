import { describe, expect, test } from "vitest";
import { compareText } from "../../generators/text/order.ts";
import { performStep, type Step } from "../../scripts/build/steps.ts";
import { buildFiles, makeFolder, put, readTree, treeOf } from "./out-fixture.ts";

const before = { "a.yml": "a1\n", "old/gone.yml": "gone\n", "same.yml": "same\n" };
const after = { "a.yml": "a2\n", "new/made.yml": "made\n", "same.yml": "same\n" };
const later = { "a.yml": "a3\n", "new/made.yml": "made otherwise\n", "new/third.yml": "third\n" };

/** Performs so many steps, then throws: the state is that of a build killed there. */
function failAfter(count: number, error: Error, done: Step[] = []) {
  return (folder: string, step: Step) => {
    if (done.length === count) throw error;
    done.push(step);
    performStep(folder, step);
  };
}

/** Every number of steps after which the build of `after` upon `before` can be broken off. */
function points(): number[] {
  const out = makeFolder();
  const done: Step[] = [];
  buildFiles(out, before);
  buildFiles(out, after, { perform: failAfter(Infinity, new Error(), done) });
  return done.map((_step, index) => index);
}

describe("a build that was killed after any of its steps", () => {
  const killed = new Error("killed");
  test("is repaired by the next build, of the same definitions and of others", () => {
    expect(points().length).toBeGreaterThan(8);
    for (const next of [before, after, later]) {
      for (const count of points()) {
        const out = makeFolder();
        buildFiles(out, before);
        expect(() => buildFiles(out, after, { perform: failAfter(count, killed) })).toThrow(killed);
        expect(buildFiles(out, next).kind).toBe("written");
        expect(readTree(out)).toEqual(treeOf(next));
      }
    }
  });

  test("never leaves half of a file behind under its own name", () => {
    for (const count of points()) {
      const out = makeFolder();
      buildFiles(out, before);
      expect(() => buildFiles(out, after, { perform: failAfter(count, killed) })).toThrow(killed);
      const { "manifest.txt": _manifest, ...tree } = readTree(out);
      const whole = new Set([...Object.values(before), ...Object.values(after), "(empty)"]);
      const named = Object.entries(tree).filter(([path]) => !path.includes("signalbox-new"));
      expect(named.filter(([, text]) => !whole.has(text))).toEqual([]);
    }
  });

  test("is named by --check as long as out/ is not what the definitions say", () => {
    for (const count of points()) {
      const out = makeFolder();
      buildFiles(out, before);
      expect(() => buildFiles(out, after, { perform: failAfter(count, killed) })).toThrow(killed);
      const outcome = buildFiles(out, after, { mode: "check" });
      const { "old/": _emptyFolder, ...tree } = readTree(out);
      const fresh = outcome.kind === "checked" && outcome.changes.length + outcome.leftovers.length === 0;
      expect(fresh).toBe(JSON.stringify(tree) === JSON.stringify(sorted(treeOf(after))));
    }
  });
});

function sorted(tree: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).sort(([a], [b]) => compareText(a, b)));
}

// No system numbers its processes so high.
test("leftovers of temporary files are cleaned, a file of one's own with a like name is not", () => {
  const out = makeFolder();
  put(out, ".a.yml.4194305.signalbox-new", "half of");
  put(out, "x/.b.yml.4194305.signalbox-new", "half of");
  buildFiles(out, after);
  expect(readTree(out)).toEqual(treeOf(after));
  put(out, "a.yml.signalbox-new", "mine");
  expect(buildFiles(out, after)).toMatchObject({
    kind: "refused",
    problems: [{ check: "out-is-generated" }],
  });
});

describe("the disk refuses", () => {
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
    code: "ENOSPC",
    syscall: "write",
  });

  test("while the new texts are written: nothing changed, nothing is left behind", () => {
    const out = makeFolder();
    buildFiles(out, before);
    expect(buildFiles(out, after, { perform: failAfter(1, full) })).toEqual({
      kind: "refused",
      problems: [
        {
          check: "out-can-be-written",
          place: { file: "out/new/made.yml", line: 1 },
          message: "the file system refused: ENOSPC: no space left on device",
          fix: "free some disk space, then build again",
        },
      ],
    });
    expect(readTree(out)).toEqual(treeOf(before));
  });

  test("later: it is said that out/ is half written, and the next build repairs it", () => {
    const out = makeFolder();
    buildFiles(out, before);
    expect(buildFiles(out, after, { perform: failAfter(5, full) })).toMatchObject({ kind: "half-written" });
    expect(Object.keys(readTree(out)).filter((path) => path.includes("signalbox-new"))).toEqual([]);
    expect(buildFiles(out, after).kind).toBe("written");
    expect(readTree(out)).toEqual(treeOf(after));
  });

  test("a name that is too long for it: a problem at that path", () => {
    const out = makeFolder();
    const path = `${"x".repeat(300)}.json`;
    expect(buildFiles(out, { [path]: "{}\n" })).toMatchObject({
      kind: "refused",
      problems: [
        { place: { file: `out/${path}` }, message: "the file system refused: ENAMETOOLONG: name too long" },
      ],
    });
    expect(readTree(out)).toEqual({ "/": "(empty)" });
  });
});

test("a second build at the same time is noticed: what was written is read back", () => {
  const out = makeFolder();
  buildFiles(out, before);
  const perform = (folder: string, step: Step) => {
    performStep(folder, step);
    if (step.kind === "rename" && step.path === "a.yml") put(folder, "a.yml", "from the other build\n");
  };
  expect(buildFiles(out, after, { perform })).toEqual({
    kind: "half-written",
    problems: [
      {
        check: "out-is-generated",
        place: { file: "out/a.yml", line: 1 },
        message: "another program changed this file while the build wrote it",
        fix: "build again",
      },
    ],
  });
});
