import { describe, expect, test } from "vitest";
import { headerLine } from "../../generators/text/header.ts";

describe("the header of a generated file", () => {
  const source = "definitions/services/ticket-shop/alerts.ts";

  test.each([
    ["yaml", `# Generated from ${source} by "signalbox build": edit there, not here.`],
    ["template", `{{- /* Generated from ${source} by "signalbox build": edit there, not here. */ -}}`],
    ["markdown", `<!-- Generated from ${source} by "signalbox build": edit there, not here. -->`],
  ] as const)("is one comment in %s", (syntax, line) => {
    expect(headerLine(syntax, source)).toBe(line);
  });

  test.each(["definitions/*/alerts.ts", "definitions/a--b.ts", "definitions/\nalerts.ts"])(
    "refuses %j, which would end the comment",
    (bad) => {
      expect(() => headerLine("template", bad)).toThrow(RangeError);
    },
  );
});
