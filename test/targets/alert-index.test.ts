import { expect, test } from "vitest";
import { alertIndex } from "../../generators/targets/docs/alert-index.ts";
import { low, shop, smallModel } from "./small-model.ts";
import { alertModel } from "./small-rules.ts";

const path = "docs/alerts/README.md";

test("no alert: the page says so", () => {
  expect(alertIndex(smallModel())).toEqual({
    [path]: `<!-- Generated from definitions/ by "signalbox build": edit there, not here. -->

# Alerts

No alerts are defined.
`,
  });
});

test("alerts of two services: a table for each, the worst first, and the order of the model among equals", () => {
  const alerts = [
    alertModel({
      name: "StockLow",
      severity: low,
      for: "0m",
      forMs: 0,
      annotations: { summary: "{{ $value }} left" },
    }),
    alertModel(),
    alertModel({ name: "ShopSlow", annotations: { summary: "slow | very slow" } }),
    alertModel({ name: "HostDown", service: "host" }),
  ];
  expect(alertIndex(smallModel({ services: [shop], alerts }))[path])
    .toBe(`<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# Alerts

Each alert has a page that says what it means and what to do first. The most severe come first. [Notification routing](<../routing.md>) says who is notified of each, and how soon.

## The shop

| alert | severity | fires after | summary |
| --- | --- | --- | --- |
| [ShopDown](<ShopDown.md>) | critical | 1m | The shop on *instance* is down |
| [ShopSlow](<ShopSlow.md>) | critical | 1m | slow \\| very slow |
| [StockLow](<StockLow.md>) | low | immediately | *value* left |

## host

| alert | severity | fires after | summary |
| --- | --- | --- | --- |
| [HostDown](<HostDown.md>) | critical | 1m | The shop on *instance* is down |
`);
});
