import { expect, test } from "vitest";
import { conditionWords } from "../../generators/targets/docs/alert-cards/condition-words.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { alertModel } from "./small-rules.ts";

const byAbsence = "No number decides: this holds when there is no such series.";
const bySeries = "No single number decides: this holds for every series that the expression gives.";

test.each([
  ["absent(up)", byAbsence],
  ["absent_over_time(up[5m])", byAbsence],
  ['(absent(up{job="a"}) or absent(up{job="b"}))', byAbsence],
  ["absent(up) and on () hour() > 8", byAbsence],
  ["absent(up) or errors > requests", bySeries],
  ["errors > requests unless on () absent(up)", bySeries],
  ["errors > requests", bySeries],
])("what decides of %s", (expr, sentence) => {
  const node = readPromql(expr);
  if (!node) throw new Error(`no PromQL: ${expr}`);
  expect(conditionWords(alertModel({ threshold: undefined, expr, node }))).toContain(sentence);
});
