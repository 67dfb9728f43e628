import { expect, test } from "vitest";
import { percent } from "../../generators/language/quantity.ts";
import { share } from "../../generators/language/plays.ts";
import type { ConcreteSeries } from "../../generators/rule-tests/concrete-series.ts";
import { motionOf } from "../../generators/rule-tests/motion.ts";
import { readsOf } from "../../generators/rule-tests/reads.ts";
import { analyse } from "../../generators/promql/analysis.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { app } from "../language/example-metrics.ts";
import { series } from "../promql/example-series.ts";
import { alertModel } from "../targets/small-rules.ts";

const requests = app.http_requests_total;
const [failed, served] = [requests.where({ status: "500" }), requests.where({ status: "200" })];
const played: ConcreteSeries = {
  metric: "http_requests_total",
  labels: { status: "500" },
  play: share(failed, served, { ok: percent(1), limit: percent(4), firing: percent(6) }, { perSecond: 10 }),
  part: "part",
  isCounter: true,
};
const catalogue = seriesCatalogue([series("http_requests_total", "counter", { status: ["200", "500"] })]);

/** What the series does that this function of its window is asked. */
function motionFor(name: string) {
  const expr = `${name}(http_requests_total[5m])`;
  const reads = readsOf([alertModel({ expr, analysis: analyse(expr, catalogue) })]);
  return motionOf(played, 150_000, reads);
}

test("growth by the second is the same whichever function says it", () => {
  expect(motionFor("irate")).toEqual(motionFor("rate"));
  // Of the same share, but not by the second, another growth has the quotient without an error in its last digit.
  expect(motionFor("increase")).not.toEqual(motionFor("rate"));
});
