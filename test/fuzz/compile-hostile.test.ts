// Whatever stands in definitions, compile() returns files or problems. With FUZZ_CPU_SECONDS it runs that long, from another seed
// each time. A failure prints the smallest definitions that it found, and its seed: FUZZ_SEED begins there.
import fc from "fast-check";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { strange } from "./hostile-values.ts";
import { pathsOfValues } from "./places-of-values.ts";
import { replacements, shopsWithOtherWords } from "./random-shops.ts";
import { originOf, watchedCompiler } from "./watched-compiler.ts";

const { brokenPromises, compiledWith, printedSince } = await watchedCompiler();

/** As many as take some seconds. */
const runs = 40;
const runsWithOtherWords = 15;
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
  inEach(replacements, runs, (changes) => {
    const compiled = compiledWith(changes);
    if (!compiled) return;
    expect(brokenPromises(compiled)).toEqual([]);
    expectReadAsMeant(compiled.files);
    const again = compiledWith(changes);
    expect([again?.problems, again?.files]).toEqual([compiled.problems, compiled.files]);
  });
});

test("any words are read as they were written", { timeout: 0 }, () => {
  let made = 0;
  const tried = inEach(shopsWithOtherWords, runsWithOtherWords, (changes) => {
    const compiled = compiledWith(changes);
    if (!compiled) return;
    expect(brokenPromises(compiled)).toEqual([]);
    expectReadAsMeant(compiled.files);
    if (compiled.problems.length === 0) made += 1;
  });
  // Words that mean something, such as the name of an alert that is not there, are refused.
  expect(made).toBeGreaterThan(tried / 2);
});

/**
 * Tries so many shops, and with FUZZ_CPU_SECONDS more of them until its half of these is used.
 *
 * @returns how many
 */
function inEach<T>(shops: fc.Arbitrary<T>, numRuns: number, look: (shop: T) => void): number {
  let tried = 0;
  const property = fc.property(shops, (shop) => {
    tried += 1;
    look(shop);
  });
  const end = usedCpuSeconds() + cpuSeconds / 2;
  for (let seed = firstSeed; seed === firstSeed || usedCpuSeconds() < end; seed += 1) {
    fc.assert(property, { seed, numRuns });
  }
  return tried;
}

/** The third reader is Go's, which is a program: compile-hostile.tools.test.ts. */
function expectReadAsMeant(files: Readonly<Record<string, string>>): void {
  const printed = printedSince();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith(".yml")) continue;
    const origin = originOf(text, printed);
    expect([path, origin]).toEqual([path, expect.anything()]);
    expect([path, parse(text)]).toEqual([path, origin?.meant]);
    expect([path, load(text)]).toEqual([path, origin?.meant]);
  }
}

function usedCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
