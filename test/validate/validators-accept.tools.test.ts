import { expect, test } from "vitest";
import { validators } from "../../generators/targets/index.ts";
import { coverage } from "../../scripts/validate/validate.ts";
import { resultOf } from "./result-of.ts";
import { shopFiles, shopSubject } from "./shop-subject.ts";

test.each(validators.map((validator) => [validator.id, validator] as const))(
  "%s accepts the shop",
  async (_id, validator) => {
    const { checked, problems } = await resultOf(validator, shopSubject());
    expect(problems).toEqual([]);
    // A validator that looked at nothing would accept everything.
    expect(checked).toMatch(/^[1-9]\d* /);
  },
);

test("every file of the shop has a validator", () => {
  expect(coverage(shopFiles, validators)).toEqual({
    checked: `${Object.keys(shopFiles).length} files`,
    problems: [],
  });
});

test("a file without a validator is a problem", () => {
  expect(coverage({ ...shopFiles, "loki/loki.yml": "" }, validators).problems).toEqual([
    {
      check: "every-file-is-validated",
      place: { file: "out/loki/loki.yml", line: 1 },
      message: "no validator covers this file",
      fix: "add a validator to the target in generators/targets/ that writes it",
    },
  ]);
});
