import { expect, test } from "vitest";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { smallModel } from "./small-model.ts";
import { alertModel, group } from "./small-rules.ts";

const path = "prometheus/alerts.yml";
const header = (source: string) => `# Generated from ${source} by "signalbox build": edit there, not here.\n`;

/** The file of alerts that are all in one group, below the line `rules:`. */
function rules(...alerts: ReturnType<typeof alertModel>[]): string {
  const text = prometheusAlerts(smallModel({ groups: [group("alerts")], alerts }))[path] ?? "";
  return text.split("    rules:\n")[1] ?? "";
}

test("no alert, no group", () => {
  expect(prometheusAlerts(smallModel())).toEqual({ [path]: `${header("definitions/")}groups: []\n` });
});

test("one alert: the whole file", () => {
  expect(prometheusAlerts(smallModel({ groups: [group("alerts")], alerts: [alertModel()] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}groups:
  - name: shop_alerts
    interval: 30s
    rules:
      - alert: ShopDown
        expr: up{job="shop"} == 0
        for: 1m
        labels:
          severity: critical
          service: shop
          component: api
        annotations:
          summary: The shop on {{ $labels.instance }} is down
          description: It has not answered for 1m.
`);
});

test("an alert that fires at once has no for; one that goes on firing says how long", () => {
  const atOnce = alertModel({ for: "0m", forMs: 0, keepFiringFor: "5m", labels: {}, annotations: {} });
  expect(rules(atOnce)).toBe(`      - alert: ShopDown
        expr: up{job="shop"} == 0
        keep_firing_for: 5m
        labels: {}
        annotations: {}
`);
});

test("texts that YAML or a template would read otherwise arrive as they are", () => {
  const alert = alertModel({
    expr: 'up{job="shop",path=~"a\\\\.b: #c"} == 0',
    labels: { quote: 'say "no"', single: "it's", power: "off", number: "22:00", colon: "a: b # c" },
    annotations: {
      summary: "{{ $value | humanizePercentage }} in Zürich – ✓",
      description: 'First line: "a"\n{{ range query "up" }}{{ .Labels.job }}{{ end }}\nlast',
    },
  });
  expect(rules(alert)).toBe(String.raw`      - alert: ShopDown
        expr: 'up{job="shop",path=~"a\\.b: #c"} == 0'
        for: 1m
        labels:
          quote: say "no"
          single: it's
          power: "off"
          number: "22:00"
          colon: "a: b # c"
        annotations:
          summary: "{{ $value | humanizePercentage }} in Zürich – ✓"
          description: |-
            First line: "a"
            {{ range query "up" }}{{ .Labels.job }}{{ end }}
            last
`);
});

test("a long expression is a block of several lines", () => {
  const errors = 'sum by (job, endpoint, method) (rate(http_request_errors_total{job="shop"}[5m]))';
  const all = errors.replace("_errors", "s");
  expect(rules(alertModel({ expr: `${errors} / ${all} > 0.05` }))).toContain(`      - alert: ShopDown
        expr: |2-
              sum by (job, endpoint, method) (rate(http_request_errors_total{job="shop"}[5m]))
            /
              sum by (job, endpoint, method) (rate(http_requests_total{job="shop"}[5m]))
          >
            0.05
        for: 1m
`);
});

test("groups stand in the order of the model, each with its own alerts in theirs", () => {
  const groups = [
    group("alerts", { name: "late" }),
    group("recordings"),
    group("alerts", { name: "early", every: "1m" }),
  ];
  const alerts = [
    alertModel({ name: "B", group: "early" }),
    alertModel({ name: "A", group: "late" }),
    alertModel({ name: "C", group: "early" }),
  ];
  const text = prometheusAlerts(smallModel({ groups, alerts }))[path] ?? "";
  const outline = text.match(/(?:name|interval|alert): .*/g);
  expect(outline).toEqual([
    ...["name: late", "interval: 30s", "alert: A"],
    ...["name: early", "interval: 1m", "alert: B", "alert: C"],
  ]);
});

test("the header names the folder that the files of several services share", () => {
  const services = ["shop", "stock"].map((name) => ({
    file: `definitions/services/${name}/alerts.ts`,
    line: 3,
  }));
  const alerts = services.map((place) => alertModel({ place }));
  expect(prometheusAlerts(smallModel({ alerts }))[path]).toContain(header("definitions/services/"));
});
