import { expect, test } from "vitest";
import { proposalFor } from "../../generators/import/scenario/proposal.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { treeOf } from "./in-words.ts";

function proposed(expr: string): readonly string[] | undefined {
  return proposalFor(treeOf(expr))?.given.map(({ series, behaves, per = "", levels }) => {
    const { ok, limit, firing } = levels;
    return `${behaves} ${printPromql(series)} ${per}${ok} ${limit} ${firing}`;
  });
}

test.each([
  ["queue > 100", ["holds queue 50 100 105"]],
  ["100 < queue", ["holds queue 50 100 105"]],
  ["queue >= 100", ["holds queue 50 95 100"]],
  ["queue < 5", ["holds queue 10 5 4"]],
  ["queue <= 5", ["holds queue 10 6 5"]],
  ["up == 0", ["holds up 1 1 0"]],
  ["up != 1", ["holds up 1 1 2"]],
  ["errors > 0", ["holds errors 0 0 1"]],
  ["max by (job) (avg_over_time(queue[5m])) > 100", ["holds queue 50 100 105"]],
  ['rate(orders_total{result="lost"}[5m]) > 2', ['runs orders_total{result="lost"} 1 2 3']],
  ["increase(orders_total[10m]) > 20", ["grows orders_total 10m10 20 21"]],
  ["free / size < 0.1", ["holds free 20 10 9.5", "holds size 100 100 100"]],
  ["free / size * 100 < 10", ["holds free 20 10 9", "holds size 100 100 100"]],
  ["bytes / 1024 > 10", ["holds bytes 5120 10240 11264"]],
])("%s", (expr, given) => {
  expect(proposed(expr)).toEqual(given);
});

test.each([
  ["queue"],
  ["queue > limit"],
  ["queue > 1 and up == 1"],
  ["queue > bool 1"],
  ["topk(3, queue) > 1"],
  ["predict_linear(free[6h], 3600) < 0"],
  ['errors{code="500"} / errors > 0.1'],
  ["max_over_time(rate(x_total[5m])[1h:]) > 1"],
])("none for %s", (expr) => {
  expect(proposed(expr)).toBeUndefined();
});
