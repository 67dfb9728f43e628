import { describe, expect, test } from "vitest";
import {
  counter,
  gauge,
  histogram,
  jsonEndpoint,
  jsonFields,
  leftOut,
  metrics,
  probe,
  probeModule,
  question,
  runbook,
  secretFile,
  summary,
  timeSeries,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { filesOfEach } from "../../generators/output.ts";
import { metricReference } from "../../generators/targets/docs/metric-reference.ts";
import { definitionsWith, type Parts, withoutGuards } from "../checks/small-definitions.ts";
import { deployWith } from "../checks/small-platform.ts";
import { runbookWords } from "../checks/small-runbook.ts";
import { api, dashboardWith, sales } from "../checks/small-shop.ts";
import { smallModel } from "./small-model.ts";

const platform = deployWith("blackbox-exporter", "json-exporter");
const page = (parts: Parts = {}) =>
  filesOfEach(metricReference, resolve(withoutGuards(definitionsWith({ platform, ...parts }))).model)[
    "docs/metrics/shop.md"
  ] ?? "";
const words = { title: "Waiting", description: "How long people wait." };

test("a service of nothing has no page", () => {
  expect(filesOfEach(metricReference, smallModel())).toEqual({});
});

test("a job, a metric, a recording, an alert and a panel: the whole page", () => {
  expect(page())
    .toBe(`<!-- Generated from test/checks/small-shop.ts by "signalbox build": edit there, not here. -->

# Metrics of Shop

What is measured, how, and who uses it. Anything that reads a metric through a recording counts as a user of both.

## Job shop-api

The shop's program.

- Scraped every 15s with a timeout of 10s: \`localhost:8080\`
- At \`http://…/metrics\`
- All series have the labels \`job="shop-api"\`, \`service="shop"\`, \`instance\`

What it returns now, as the stack sees it:

\`\`\`sh
docker compose exec blackbox-exporter wget -qO- 'http://host.docker.internal:8080/metrics'
\`\`\`

| metric | type | unit | meaning |
| --- | --- | --- | --- |
| [shop_orders_total](<#shop_orders_total>) | counter | orders | Orders that were placed. |

### shop_orders_total

**counter**, orders. Orders that were placed.

- Labels: \`channel\` (\`web\`, \`phone\`)
- Alerts: [FewOrders](<../alerts/FewOrders.md>)
- Recordings: [instance:shop_orders:rate5m](<shop.md#instanceshop_ordersrate5m>)
- Panels: [Shop overview](<../dashboards.md#shop-overview>) · Orders

## Recordings

Prometheus computes these in advance, so rules and panels do not have to.

### instance:shop_orders:rate5m

orders/s. Orders per second, over 5 minutes. Evaluated in the group \`shop_recordings\`, every 30s:

\`\`\`promql
sum by (instance) (rate(shop_orders_total{job="shop-api"}[5m]))
\`\`\`

- From: [shop_orders_total of job shop-api](<shop.md#shop_orders_total>)
- Alerts: [FewOrders](<../alerts/FewOrders.md>)
- Panels: [Shop overview](<../dashboards.md#shop-overview>) · Orders

[The monitoring guide](<../MONITORING.md>)
`);
});

describe("a metric says", () => {
  const more = metrics(api, {
    shop_wait_seconds: histogram({ help: "Time.", unit: "seconds", buckets: [0.5, 1, 90] }),
    shop_size_bytes: summary({ help: "Size.", unit: "bytes", quantiles: [0.5, 0.99] }),
    shop_open: gauge({ help: "1 when open.", unit: "bool", labels: { door: "*" }, unused: "asked by hand" }),
    shop_next_total: counter({ help: "Later.", allow: { "metrics-are-used": "the next version uses it" } }),
  });
  const text = page({ metrics: { more } });
  test.each([
    ["its buckets as le has them", "**histogram**, seconds. Time.\n\n- Buckets up to: `0.5`, `1`, `90`\n"],
    ["its quantiles", "**summary**, bytes. Size.\n\n- Quantiles: 0.5, 0.99\n"],
    [
      "labels of any value, and why it is kept",
      "**gauge**, 1 or 0. 1 when open.\n\n- Labels: `door` (any value)\n- Unused, but kept: asked by hand\n",
    ],
    ["why it is allowed to be unused", "- Unused, but kept: the next version uses it\n"],
  ])("%s", (_, expected) => {
    expect(text).toContain(expected);
  });
});

test("what reads it through a recording is reported with it, each title of a panel once", () => {
  const wait = metrics(api, { shop_wait_ratio: gauge({ help: "Waiting.", unit: "ratio" }) });
  const waiting = recording("instance:shop_wait:max", wait.shop_wait_ratio.maxBy("instance"));
  const panel = timeSeries({ ...words, queries: [waiting] });
  const parts = { metrics: { wait }, recordings: { waiting } };
  expect(page({ ...parts, dashboards: { more: dashboardWith(panel, panel) } })).toContain(
    "- Recordings: [instance:shop_wait:max](<shop.md#instanceshop_waitmax>)\n" +
      "- Panels: [More of the shop](<../dashboards.md#more-of-the-shop>) · Waiting\n",
  );
});

test("the labels that a recording sets are said", () => {
  const wait = metrics(api, { shop_wait_ratio: gauge({ help: "Waiting.", unit: "ratio" }) });
  const expr = wait.shop_wait_ratio.maxBy("instance");
  const waiting = recording("instance:shop_wait:max", expr, { labels: { tier: "web" } });
  expect(page({ metrics: { wait }, recordings: { waiting } })).toContain(
    '- Labels of its own: `tier="web"`\n- From: [shop_wait_ratio',
  );
});

test("the runbooks that ask for it are reported", () => {
  const wait = metrics(api, { shop_wait_ratio: gauge({ help: "Waiting.", unit: "ratio" }) });
  const asked = question(wait.shop_wait_ratio, { asks: "Do many wait?", means: "Above 0.5: many." });
  const crowded = runbook({ ...runbookWords, title: "Crowded", questions: [asked] });
  expect(page({ metrics: { wait }, runbooks: { crowded } })).toContain(
    "**gauge**, ratio. Waiting.\n\n- Runbooks: [Crowded](<../runbooks/shop/crowded.md>)\n",
  );
});

describe("a job says how it is asked", () => {
  const bearerToken = secretFile("shop_token", "The token.");
  const till = jsonEndpoint("shop-till", {
    description: "The till.",
    targets: ["http://localhost:82/till?a=b&c"],
    sample: { open: 1, name: "x" },
    bearerToken,
  });
  const tillMetrics = metrics(till, { shop_till_open: gauge({ help: "1 when open.", unit: "bool" }) });
  const open = jsonFields(till, {
    open: tillMetrics.shop_till_open,
    name: leftOut("a | name"),
  });
  const door = probe("shop-door", {
    description: "The door.",
    targets: ["https://shop.example.org/"],
    module: probeModule("http_ok", { description: "Any 2xx.", timeout: "5s", bearerToken }),
  });

  test("a JSON endpoint: its fields, its token, and the exporter between", () => {
    const text = page({ jobs: { till }, metrics: { tillMetrics }, jsonFields: { open } });
    expect(text).toContain(`- Scraped every 15s with a timeout of 10s: \`http://localhost:82/till?a=b&c\`
- Through the JSON exporter, which turns fields of the response into metrics
- With the token in \`secrets/shop_token\`
- The field \`name\` is not a metric: a | name
- All series have the labels \`job="shop-till"\`, \`instance\`
`);
    expect(text).toContain("- From the field: `open`\n");
    expect(text).toContain(
      "wget -qO- 'http://127.0.0.1:7979/probe?module=shop-till&target=http%3A%2F%2Fhost.docker.internal%3A82%2Ftill%3Fa%3Db%26c'\n",
    );
  });

  test("a probe: its module; what it measures is listed when something uses it", () => {
    expect(page({ jobs: { door } })).toContain("Whether it is up is still recorded in `up`.");
    const queries = [door.probe_duration_seconds];
    const text = page({
      jobs: { door },
      dashboards: { more: dashboardWith(timeSeries({ ...words, queries })) },
    });
    expect(text).toContain("module `http_ok`: Any 2xx.\n- With the token in `secrets/shop_token`\n");
    expect(text).toContain(
      "| [probe_duration_seconds](<#probe_duration_seconds>) | gauge | seconds | How long the whole probe took. |",
    );
  });
});

test("the same name of two jobs of a service is told apart", () => {
  const till = probe("shop-till", {
    description: "The till.",
    targets: ["https://shop.example.org/"],
    module: probeModule("http_ok", { description: "Any 2xx.", timeout: "5s" }),
  });
  const queries = [till.up, api.up];
  const text = page({
    jobs: { till },
    dashboards: { more: dashboardWith(timeSeries({ ...words, queries })) },
  });
  expect(text).toContain("| [up](<#up-of-job-shop-till>) |");
  expect(text).toContain("\n### up of job shop-api\n");
  expect(text).not.toContain(`\n### ${Object.keys(sales)[0] ?? ""} of job`);
});
