import { expect, test } from "vitest";
import { percent } from "../../generators/language/quantity.ts";
import { share } from "../../generators/language/given.ts";
import type { ConcreteSeries } from "../../generators/rule-tests/concrete-series.ts";
import { behavioursOf } from "../../generators/rule-tests/test-series.ts";
import { readsOf } from "../../generators/rule-tests/reads.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { app } from "../language/example-metrics.ts";
import { series } from "../promql/example-series.ts";
import { alertModel } from "../targets/small-rules.ts";
import { analyseText } from "../promql/of-text.ts";

const requests = app.http_requests_total;
const [failed, served] = [requests.where({ status: "500" }), requests.where({ status: "200" })];
const given: ConcreteSeries = {
  metric: "http_requests_total",
  labels: { status: "500" },
  given: share(failed, served, { ok: percent(1), limit: percent(4), firing: percent(6) }, { perSecond: 10 }),
  part: "part",
  isCounter: true,
  everyMs: 15_000,
};
const catalogue = seriesCatalogue([series("http_requests_total", "counter", { status: ["200", "500"] })]);

/** What the series does that this function of its window is asked. */
function behavioursFor(name: string) {
  const expr = `${name}(http_requests_total[5m])`;
  const reads = readsOf([alertModel({ expr, analysis: analyseText(expr, catalogue) })]);
  return behavioursOf(given, 150_000, reads);
}

test("growth by the second is the same whichever function says it", () => {
  expect(behavioursFor("irate")).toEqual(behavioursFor("rate"));
  // Of the same share, but not by the second, another growth has the quotient without an error in its last digit.
  expect(behavioursFor("increase")).not.toEqual(behavioursFor("rate"));
});
