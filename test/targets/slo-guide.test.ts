import { expect, test } from "vitest";
import { sloGuide } from "../../generators/targets/docs/slo-guide.ts";
import { dashboard } from "./small-dashboard.ts";
import { smallModel } from "./small-model.ts";
import { sloModel } from "./small-slo.ts";

const path = "docs/slos.md";

test("no objective: no page", () => {
  expect(sloGuide(smallModel())).toEqual({});
});

test("an objective: what was promised, what is bad, and what fires at which pace", () => {
  const dashboards = [dashboard([], { uid: "shop-slos", title: "SLOs of the shop" })];
  expect(sloGuide(smallModel({ slos: [sloModel()], dashboards }))[path]).toBe(
    `<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# Service-level objectives

What users were promised, and how often the promise may be broken: the error budget. Alerts fire not because something is bad, but because at this rate the budget would be spent too soon.

| SLO | objective | window | error budget | owner |
| --- | --- | --- | --- | --- |
| Shop answers | 99.9% | 30d | 0.1%: as much as 43m12s of a total failure in 30d | Shop team |

## The shop

### Shop answers

Who cannot buy goes elsewhere.

- Bad: how much of the requests fail
- Needs more than 0.5 per second, on average over each window: below that it is not evaluated, and no alert fires
- Shown on: [SLOs of the shop](<http://localhost:3000/d/shop-slos>), row Shop answers: 99.9% over 30 days
- [Recorded](<metrics/shop.md#recordings>) as: \`job:shop_answers_bad:ratio_1h\`

| alert | budget of | fires above | burn rate | budget spent by then |
| --- | --- | --- | --- | --- |
| [ShopDown](<alerts/ShopDown.md>) | 30d | 1.44% over 1h and over 5m | 14.4 × the sustainable rate | 2% |
| [ShopDown](<alerts/ShopDown.md>) | 30d | 0.6% over 6h and over 30m | 6 × the sustainable rate | 5% |

[The monitoring guide](<MONITORING.md>)
`,
  );
});

test("of time, and over two windows, the budget is a time of each", () => {
  const page = sloGuide(smallModel({ slos: [sloModel({ counts: "time", windows: ["28d", "30d"] })] }))[path];
  expect(page).toContain("| 28d and 30d | 0.1%: 40m19s of 28d, or 43m12s of 30d |");
  expect(page).toContain("Needs more than 0.5 instances, on average over each window");
});
