// Whatever stands in definitions, compile() returns files or problems. With FUZZ_CPU_SECONDS it runs that long, from another seed
// each time. A failure prints the smallest definitions that it found, and its seed: FUZZ_SEED begins there.
import fc from "fast-check";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { strange } from "./hostile-values.ts";
import { pathsOfValues } from "./places-of-values.ts";
import { brokenPromises, compiledWith } from "./promise.ts";
import { replacements } from "./random-shops.ts";

/** As many as take some seconds; each is compiled twice. */
const runs = 40;
const cpuSeconds = Number(process.env["FUZZ_CPU_SECONDS"] ?? 0);
const firstSeed = Number(process.env["FUZZ_SEED"] ?? (cpuSeconds > 0 ? Date.now() % 2 ** 31 : 20_266));

test("nothing is wrong with the shop of every word", () => {
  expect(compiledWith([])?.problems).toEqual([]);
});

/** Each is refused before anything is made of it. */
const unreadable = ["a symbol", "a huge bigint", "a date", "a getter that throws", "a proxy that ended"];

/** One place in so many takes some seconds; with FUZZ_CPU_SECONDS it is each. */
const step = cpuSeconds > 0 ? 1 : 8;

test("what nobody can read is refused in each place", { timeout: 0 }, () => {
  for (const [index, path] of pathsOfValues().entries()) {
    if (index % step > 0) continue;
    const name = unreadable[index % unreadable.length] ?? "";
    const compiled = compiledWith([{ path, make: () => strange[name]?.() }]);
    const broken = compiled ? brokenPromises(compiled) : [];
    expect([path.join("."), name, broken]).toEqual([path.join("."), name, []]);
  }
});

test("hostile values anywhere end in problems or in files, which are the same again", { timeout: 0 }, () => {
  for (let seed = firstSeed; seed === firstSeed || usedCpuSeconds() < cpuSeconds; seed += 1) {
    fc.assert(
      fc.property(replacements, (changes) => {
        const compiled = compiledWith(changes);
        if (!compiled) return;
        expect(brokenPromises(compiled)).toEqual([]);
        const again = compiledWith(changes);
        expect([again?.problems, again?.files]).toEqual([compiled.problems, compiled.files]);
        expectOneReading(compiled.files);
      }),
      { seed, numRuns: runs },
    );
  }
});

/** What the library reads is what was meant: test/text/yaml-round-trip.test.ts. */
function expectOneReading(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith(".yml")) expect([path, load(text)]).toEqual([path, parse(text)]);
  }
}

function usedCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
