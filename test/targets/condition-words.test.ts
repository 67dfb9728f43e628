import { expect, test } from "vitest";
import { conditionWords } from "../../generators/targets/docs/alert-cards/condition-words.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { alertModel } from "./small-rules.ts";

const byAbsence = "This has no threshold: it holds when there is no such series.";
const bySeries = "This has no single threshold: it holds for every series that the expression returns.";

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
