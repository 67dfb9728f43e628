import { expect, test } from "vitest";
import { sourceFiles } from "../layout/source-files.ts";

const call = /\bmaking\(\s*`[^`]*`,\s*(?:\{[^;]*?\}|\w+),\s*(\w+),?\s*\)/gs;

/** What makes something must read nothing around it, or a change there would not be noticed. */
test("what makes something that is kept is a function on its own", () => {
  const files = sourceFiles("generators").filter(({ text }) => /\bmaking\(/.test(text));
  const others = files.filter(({ path }) => path !== "generators/keep/keeper.ts");
  expect(others.length).toBeGreaterThan(4);
  for (const { path, text } of others) {
    const makers = [...text.matchAll(call)].map((found) => found[1] ?? "");
    expect([path, makers.length]).toEqual([path, [...text.matchAll(/\bmaking\(/g)].length]);
    // Declared at the left edge, so that nothing but its module is around it; and modules have no variables that change.
    const standing = makers.filter((name) => new RegExp(`^(?:export )?function ${name}\\b`, "m").test(text));
    expect([path, standing]).toEqual([path, makers]);
    expect([path, /^(?:export )?let /m.test(text)]).toEqual([path, false]);
  }
});
