import { expect, test } from "vitest";
import { alertOf, mutants } from "./mutant-rules.ts";

const part = 'sum by (instance) (rate(bad{result="failed"}[5m]))';
const whole = "sum by (instance) (rate(asked[5m]))";
const idsOf = (text: string) => mutants(alertOf(text)).map(({ id }) => id);
const ratio = `(${part} or ${whole} * 0) / (${whole} > 0)`;

test("where a rule asks for more than nothing, no mistake in what is nothing is tried", () => {
  const withoutZero = idsOf(`${part} / (${whole} > 0) > 0.1`);
  const tried = idsOf(`${ratio} > 0.1`);
  expect(tried.filter((id) => !withoutZero.includes(id))).toEqual(["left of or dropped"]);
  expect(tried).toContain("window 5m doubled (2)");
  expect(tried).not.toContain("window 5m doubled (3)");
});

test.each([`${ratio} < 0.1`, `${ratio} > -1`, `${ratio} > 0`, `${ratio} > bool 0.1`, `${ratio} != 0.1`])(
  "where nothing may be enough it is tried: %s",
  (text) => {
    expect(idsOf(text)).toContain("right of or dropped");
  },
);

test("and so is what is not nothing", () => {
  expect(idsOf(`(${part} or ${whole} * 0.5) / (${whole} > 0) > 0.1`)).toContain("right of or dropped");
  expect(idsOf(`(${part} or ${whole} * 0) > 0.1`)).toContain("right of or dropped");
});
