import { expect, test } from "vitest";
import { readPromql } from "../../../generators/promql/read.ts";
import { askedOf } from "../../../generators/review/trials/asked.ts";

function asked(...texts: readonly string[]) {
  return askedOf(texts.flatMap((text) => readPromql(text) ?? []));
}

test("both versions say which series, labels, numbers and windows matter", () => {
  const all = asked(
    'sum by (job) (rate(errors_total{code=~"5.."}[5m])) > 3',
    'sum by (job) (rate(errors_total{code!=""}[1h] offset 1h)) / queue > 7',
  );
  expect(all?.selectors.map(({ metric, grows }) => [metric, grows])).toEqual([
    ["errors_total", true],
    ["errors_total", true],
    ["queue", false],
  ]);
  expect(Object.fromEntries(all?.labels ?? [])).toEqual({
    code: ["500", "", "a", "b"],
    job: ["a", "b"],
    instance: ["a", "b"],
  });
  expect(all?.numbers).toEqual([3, 7]);
  expect(all?.windowsMs).toEqual([300_000, 3_600_000]);
  expect(all?.reachMs).toBe(2 * 3_600_000 + 300_000);
  expect(all?.asksForTime).toBe(false);
});

test("for a selector without a metric no series can be made", () => {
  expect(asked('{job="a"} > 1')).toBeUndefined();
  expect(asked('{__name__="up"} > 1')?.selectors.map(({ metric }) => metric)).toEqual(["up"]);
});

test("what asks for the time gets series that hold one", () => {
  expect(asked("time() - started > 60")?.asksForTime).toBe(true);
});
