import { describe, expect, test } from "vitest";
import {
  checkable,
  prometheusConfig,
} from "../../generators/targets/prometheus/validators/prometheus-config.ts";
import { prometheusRules } from "../../generators/targets/prometheus/validators/prometheus-rules.ts";
import { placeOf, problemAt, problemsOfShop, replace, type Changes } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const config = "prometheus/prometheus.yml";
const alerts = "prometheus/alerts.yml";
const stockTargets = "prometheus/targets/shop-stock.yml";

describe("scrape configuration: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "an unknown key",
      { [config]: replace("metrics_path: /probe", "metric_path: /probe") },
      problemAt(
        placeOf("jobs.ts", "export const stock"),
        "out/prometheus/prometheus.yml:24:",
        "metric_path",
        "(prometheus-config)",
      ),
    ],
    [
      "two jobs of one name",
      { [config]: replace("job_name: shop-health", "job_name: shop-api") },
      problemAt(
        placeOf("jobs.ts", "export const api"),
        "out/prometheus/prometheus.yml:",
        '"shop-api"',
        "(prometheus-config)",
      ),
    ],
    [
      "targets that are no list",
      { [stockTargets]: () => "- targets: localhost\n" },
      problemAt(
        placeOf("jobs.ts", "export const stock"),
        "out/prometheus/targets/shop-stock.yml:1:",
        "localhost",
        "(prometheus-config)",
      ),
    ],
    [
      "a target file that is not there",
      { [config]: replace("targets/shop-stock.yml", "targets/shop-stick.yml") },
      problemAt(
        placeOf("jobs.ts", "export const stock"),
        "out/prometheus/targets/shop-stick.yml:",
        "does not exist",
        "(prometheus-config)",
      ),
      problemAt(
        "out/prometheus/targets/shop-stock.yml:1",
        "prometheus/prometheus.yml does not name this file, so Prometheus never reads it",
        "(prometheus-config)",
      ),
    ],
    [
      "a rule file that is not named",
      { "prometheus/more.yml": () => "groups: []\n" },
      problemAt(
        "out/prometheus/more.yml:1",
        "prometheus/prometheus.yml does not name this file, so Prometheus never reads it",
        "(prometheus-config)",
      ),
    ],
    [
      "an interval that finds nothing any more",
      { [config]: replace("scrape_interval: 30s", "scrape_interval: 6m") },
      problemAt(
        placeOf("jobs.ts", "export const health"),
        "out/prometheus/prometheus.yml:",
        "too long scrape interval",
        "(prometheus-config)",
      ),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    const problems = await problemsOf(prometheusConfig, changes);
    expect(problems).toEqual(expected);
  });

  test("the copy that promtool sees has no secret path, and the same lines", () => {
    const files = { [config]: "a: 1\nfile: /run/secrets/shop_token\n", [alerts]: "groups: [x]\n" };
    expect(checkable(files, [config])).toEqual({
      [config]: "a: 1\nfile: secrets/shop_token\n",
      "prometheus/secrets/shop_token": "no secret\n",
      [alerts]: "groups: []\n",
    });
  });
});

describe("rules: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "broken PromQL",
      { [alerts]: replace('up{job="shop-api"} == 0', 'up{job="shop-api" == 0') },
      problemAt(
        placeOf("rules.ts", "export const ShopDown"),
        "out/prometheus/alerts.yml:7:",
        'rule "ShopDown": ',
        "parse error",
        'unexpected "="',
        "(prometheus-rules)",
      ),
    ],
    [
      "an unknown function in an annotation",
      { [alerts]: replace("The shop on {{ $labels.instance }} is down", "The shop on {{ foo }} is down") },
      problemAt(
        placeOf("rules.ts", "export const ShopDown"),
        "out/prometheus/alerts.yml:",
        'rule "ShopDown": ',
        '"summary"',
        '"foo" not defined',
        "(prometheus-rules)",
      ),
    ],
    [
      "an unknown key",
      { [alerts]: replace("keep_firing_for", "keep_firing") },
      problemAt(
        placeOf("rules.ts", "export const ShopUnhealthy"),
        "out/prometheus/alerts.yml:22:",
        "keep_firing",
        "(prometheus-rules)",
      ),
    ],
    [
      "a bad duration",
      { [alerts]: replace("for: 1m", "for: 1 minute") },
      problemAt(
        placeOf("rules.ts", "export const ShopDown"),
        "out/prometheus/alerts.yml:8:",
        '"1 minute"',
        "(prometheus-rules)",
      ),
    ],
    [
      "two rules that are the same",
      { [alerts]: replace("alert: ShopUnhealthy", "alert: ShopDown") },
      problemAt(
        placeOf("rules.ts", "export const ShopDown"),
        "out/prometheus/alerts.yml:",
        'rule "ShopDown": another rule has this name and the same labels',
        "(prometheus-rules)",
      ),
    ],
    [
      "a recording that is no rule",
      { "prometheus/recordings.yml": replace("expr: ", "expr: rate(") },
      problemAt(
        placeOf("rules.ts", "export const orderRate"),
        "out/prometheus/recordings.yml:7:",
        'rule "instance:shop_orders:rate5m": ',
        "unclosed left parenthesis",
        "(prometheus-rules)",
      ),
    ],
    [
      "a group that is there twice",
      { [alerts]: (text) => text + text.slice(text.indexOf("  - name:")) },
      problemAt(
        placeOf("rules.ts", "export const ShopDown"),
        "out/prometheus/alerts.yml:",
        '"shop_alerts" is repeated',
        "(prometheus-rules)",
      ),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    const problems = await problemsOf(prometheusRules, changes);
    expect(problems).toEqual(expected);
  });
});
