import { expect, test } from "vitest";
import { parse } from "yaml";
import { jsonExporter } from "../../generators/targets/json-exporter/config.ts";
import { jsonJob, probeJob } from "./small-jobs.ts";
import { secret, smallModel } from "./small-model.ts";

const path = "json-exporter/json-exporter.yml";
const header = (source: string) => `# Generated from ${source} by "signalbox build": edit there, not here.\n`;

test("no JSON endpoint, no module", () => {
  expect(jsonExporter(smallModel({ jobs: [probeJob()] }))).toEqual({
    [path]: `${header("definitions/")}modules: {}\n`,
  });
});

test("one field: the whole file", () => {
  expect(jsonExporter(smallModel({ jobs: [jsonJob()] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}modules:
  shop-stock:
    http_client_config:
      follow_redirects: false
    valid_status_codes:
      - 200
    metrics:
      - name: shop_stock_items
        path: "{.stock.items}"
        help: Items in stock.
        valuetype: gauge
`);
});

test("a token, and a metric of two fields told apart by a label", () => {
  const help = "Bytes in use: by kind.";
  const job = jsonJob({
    bearerToken: secret("shop_token"),
    fields: [
      { path: "memory.static", metric: "shop_memory_bytes", type: "gauge", help, labels: { type: "static" } },
      {
        path: "memory.dynamic",
        metric: "shop_memory_bytes",
        type: "gauge",
        help,
        labels: { type: "dynamic" },
      },
      { path: "orders", metric: "shop_orders_total", type: "counter", help: "Orders – all.", labels: {} },
    ],
  });
  expect(jsonExporter(smallModel({ jobs: [job] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}modules:
  shop-stock:
    http_client_config:
      follow_redirects: false
      authorization:
        credentials_file: /run/secrets/shop_token
    valid_status_codes:
      - 200
    metrics:
      - name: shop_memory_bytes
        path: "{.memory.static}"
        help: "Bytes in use: by kind."
        valuetype: gauge
        labels:
          type: static
      - name: shop_memory_bytes
        path: "{.memory.dynamic}"
        help: "Bytes in use: by kind."
        valuetype: gauge
        labels:
          type: dynamic
      - name: shop_orders_total
        path: "{.orders}"
        help: Orders – all.
        valuetype: counter
`);
});

test("a text: the object whose only value is 1, with the text as a label", () => {
  const text = { type: "gauge", help: "State.", textLabel: "state" } as const;
  const job = jsonJob({
    fields: [
      { path: "state", metric: "shop_till_state", labels: {}, ...text },
      { path: "left.state", metric: "shop_drawer_state", labels: { drawer: "left" }, ...text },
    ],
  });
  expect(jsonExporter(smallModel({ jobs: [job] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}modules:
  shop-stock:
    http_client_config:
      follow_redirects: false
    valid_status_codes:
      - 200
    metrics:
      - name: shop_till
        path: "{.state}"
        help: State.
        type: object
        valuetype: gauge
        values:
          state: "1"
        labels:
          state: "{@}"
      - name: shop_drawer
        path: "{.left.state}"
        help: State.
        type: object
        valuetype: gauge
        values:
          state: "1"
        labels:
          drawer: left
          state: "{@}"
`);
});

test.each([
  ["engine.fps", "{.engine.fps}"],
  ["cache-hits", "{.cache-hits}"],
  ["used space", String.raw`{.used\ space}`],
  ["list[0]", String.raw`{.list\[0\]}`],
  ["$a,@b{c}", String.raw`{.\$a\,\@b\{c\}}`],
])("the field %s is asked for as %s", (field, jsonPath) => {
  const fields = [{ path: field, metric: "m", type: "gauge", help: "A number.", labels: {} }] as const;
  const text = jsonExporter(smallModel({ jobs: [jsonJob({ fields })] }))[path] ?? "";
  expect(parse(text)).toMatchObject({ modules: { "shop-stock": { metrics: [{ path: jsonPath }] } } });
});
