import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../generators/problem.ts";
import { narrowPlace } from "../../scripts/build/narrow-place.ts";
import { makeFolder, put } from "./out-fixture.ts";

const file = "definitions/receivers.ts";
const source = `// who is open?
export const team = receiver("team", {
  description: "Who is \\"open\\"?",
  notifiers: [

    slack({ channel: "#who" }),
  ],
});

export const other = receiver("other", { description: "who?" });
  export const last = receiver("last", {
    description: "later",
`;

function lineOf(line: number, texts?: readonly string[], of = file): number {
  const folder = makeFolder();
  put(folder, file, source);
  const problem: Problem = {
    check: "c",
    place: { file: of, line },
    message: "m",
    fix: "f",
    ...(texts && { texts }),
  };
  return narrowPlace(problem, folder).place.line;
}

describe("a problem with a text is at the line of the text", () => {
  test.each([
    ["in the definition, and not above it", 2, ["who"], 6],
    ["in quotes", 2, ['Who is "open"?'], 3],
    ["the first text that is there", 2, ["nowhere", "#who", "Who"], 6],
    ["on the line of the definition", 10, ["who?"], 10],
    ["in the last one of the file", 11, ["later"], 12],
  ])("%s", (_where, line, texts, expected) => {
    expect(lineOf(line, texts)).toBe(expected);
  });

  test.each([
    ["it is not there", 2, ["nowhere"], file],
    ["it is in another definition", 2, ["later"], file],
    ["the file cannot be read", 2, ["who"], "definitions/none.ts"],
    ["no text is meant", 2, undefined, file],
  ])("or stays where %s", (_why, line, texts, of) => {
    expect(lineOf(line, texts, of)).toBe(line);
  });

  test("by an absolute path too", () => {
    const elsewhere = join(makeFolder(), "receivers.ts");
    put(dirname(elsewhere), "receivers.ts", source);
    expect(lineOf(2, ["#who"], elsewhere)).toBe(6);
  });
});
