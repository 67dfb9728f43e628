import { describe, expect, test } from "vitest";
import type { Validator } from "../../generators/targets/validation/validator.ts";
import { blackboxConfig } from "../../generators/targets/blackbox/validators/blackbox-config.ts";
import { dashboardProviderShape } from "../../generators/targets/grafana/validators/dashboard-provider-shape.ts";
import { dataSourcesShape } from "../../generators/targets/grafana/validators/data-sources-shape.ts";
import { filebeatShape } from "../../generators/targets/filebeat/validators/filebeat-shape.ts";
import { indexPolicyShape } from "../../generators/targets/filebeat/validators/index-policy-shape.ts";
import { jsonExporterShape } from "../../generators/targets/json-exporter/validators/json-exporter-shape.ts";
import { probesShape } from "../../generators/targets/blackbox/validators/probes-shape.ts";
import { placeOf, problemAt, problemsOfShop, replace } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const stack = placeOf("platform.ts", "deploy: compose(");
const platform = placeOf("platform.ts", "= platform(");
const access = placeOf("logs.ts", "export const access");
const errors = placeOf("logs.ts", "export const errors");
const stock = placeOf("jobs.ts", "export const stock");
const module = placeOf("jobs.ts", "module: probeModule(");

type Change = (text: string) => string;

function refuses(validator: Validator, path: string, cases: readonly [string, Change, ...unknown[]][]): void {
  describe(`${path}: what is refused, and where`, () => {
    test.each(cases)("%s", async (_what, change, ...expected) => {
      expect(await problemsOf(validator, { [path]: change })).toEqual(expected);
    });
  });
}

const second = `      - name: shop_stock_items
        path: "{.more}"
        help: HELP
        valuetype: gauge
LABELS      - name: shop_orders_total`;

refuses(jsonExporterShape, "json-exporter/json-exporter.yml", [
  [
    "a key in camel case, which the exporter would ignore",
    replace("valuetype: gauge", "valueType: gauge"),
    problemAt(stock, "out/json-exporter/json-exporter.yml:", 'metrics[0] lacks the key "valuetype"'),
    problemAt(stock, 'modules.shop-stock.metrics[0] has the unknown key "valueType" (json-exporter-shape)'),
  ],
  [
    "an unknown type of value",
    replace("valuetype: gauge", "valuetype: gouge"),
    problemAt(stock, 'must be "gauge" or "counter"'),
  ],
  [
    "a path without braces",
    replace('"{.items}"', ".items"),
    problemAt(stock, "metrics[0].path must match pattern"),
  ],
  [
    "a metric that is there twice",
    replace(
      "      - name: shop_orders_total",
      second.replace("HELP", "Items in stock.").replace("LABELS", ""),
    ),
    problemAt(stock, "modules.shop-stock.metrics[1] appears twice"),
  ],
  [
    "namesakes with another help",
    replace(
      "      - name: shop_orders_total",
      second.replace("LABELS", "        labels:\n          type: b\n"),
    ),
    problemAt(stock, "metrics[1] has a different help than another metric of the same name"),
  ],
  [
    "namesakes with other labels",
    replace(
      "      - name: shop_orders_total",
      second.replace("HELP", "Items in stock.").replace("LABELS", "        labels:\n          type: b\n"),
    ),
    problemAt(stock, "metrics[1] has other labels than another metric of the same name"),
  ],
  [
    "an object whose value has the name of another metric",
    replace(
      "      - name: shop_orders_total",
      second
        .replace("shop_stock_items", "shop_stock")
        .replace("HELP", "Items in stock.")
        .replace("LABELS", '        type: object\n        values:\n          items: "1"\n'),
    ),
    problemAt(stock, "modules.shop-stock.metrics[1] appears twice"),
  ],
  [
    "no YAML",
    () => "modules: [",
    problemAt("out/json-exporter/json-exporter.yml:1", "(json-exporter-shape)"),
  ],
]);

refuses(probesShape, "blackbox/blackbox.yml", [
  [
    "an unknown prober",
    replace("prober: http", "prober: htttp"),
    problemAt(module, 'modules.shop_health.prober must be "http"'),
  ],
  [
    "no prober",
    replace("    prober: http\n", ""),
    problemAt(module, 'modules.shop_health lacks the key "prober"'),
  ],
]);

refuses(blackboxConfig, "blackbox/blackbox.yml", [
  [
    "an unknown key",
    replace("prober: http", "prober: http\n    retries: 1"),
    problemAt(module, "out/blackbox/blackbox.yml:5: ", "retries"),
  ],
  ["a pattern that is none", replace('"ok"', '("ok"'), problemAt("out/blackbox/blackbox.yml:1", "ok")],
]);

refuses(filebeatShape, "filebeat/filebeat.yml", [
  [
    "an unknown key of an input",
    replace("    tags:", "    taggs:"),
    problemAt(access, "out/filebeat/filebeat.yml:", 'filebeat.inputs[0] has the unknown key "taggs"'),
  ],
  [
    "an input that Filebeat 9 no longer starts",
    replace("type: filestream", "type: log"),
    problemAt(access, 'filebeat.inputs[0].type must be "filestream"'),
  ],
  [
    "two inputs of one id",
    replace("id: shop.shop-errors", "id: shop.shop-access"),
    problemAt(access, 'filebeat.inputs[1].id is "shop.shop-access", which another input has too'),
  ],
  [
    "an unknown key of a multiline pattern",
    replace("negate: true", "negated: true"),
    problemAt(errors, 'lacks the key "negate"'),
    problemAt(errors, 'has the unknown key "negated"'),
  ],
  [
    "two outputs",
    (text) => `${text}output.logstash:\n  hosts:\n    - logstash:5044\n`,
    problemAt(platform, 'the file has the unknown key "output.logstash"'),
  ],
  [
    "an index without its template",
    (text) => text.replace(/setup\.template:\n(?: .*\n)+/, ""),
    problemAt(platform, 'the file lacks the key "setup.template"'),
  ],
  [
    "a template for another index",
    replace("pattern: shop-logs-*", "pattern: shop-log_*"),
    problemAt(platform, "setup.template.pattern does not cover the index shop-logs-%{[agent.version]}"),
  ],
  [
    "a password that is no variable",
    replace("password: ${ES_PASSWORD}", "password: secret"),
    problemAt(platform, "output.elasticsearch.password must match pattern"),
  ],
  [
    "a processor with two names",
    replace("  - add_cloud_metadata: null", "  - add_cloud_metadata: null\n    add_locale: null"),
    problemAt(platform, "must NOT have more than 1 properties"),
    problemAt(platform, 'has the unknown key "add_locale"'),
  ],
  [
    "a script that is no JavaScript",
    replace("function process(event) {", "function process(event {"),
    problemAt(platform, "processors[0].script.source is not JavaScript: "),
  ],
  [
    "a script with what Filebeat takes for a variable",
    replace("// Nanoseconds.", "// ${nanoseconds}"),
    problemAt(platform, "processors[0].script.source has ${, which Filebeat would take for a variable"),
  ],
]);

refuses(indexPolicyShape, "filebeat/ilm-policy.json", [
  [
    "a time without a unit",
    replace('"30d"', '"30"'),
    problemAt(platform, "policy.phases.delete.min_age must match pattern"),
  ],
  [
    "an unknown phase",
    replace('"delete": {\n        "min_age"', '"deleted": {\n        "min_age"'),
    problemAt(platform, 'lacks the key "delete"'),
    problemAt(platform, 'unknown key "deleted"'),
  ],
]);

refuses(dataSourcesShape, "grafana/provisioning/datasources/prometheus.yml", [
  [
    "an unknown key",
    replace("isDefault:", "default:"),
    problemAt(stack, 'datasources[0] has the unknown key "default"'),
  ],
  ["no uid", replace("    uid: prometheus\n", ""), problemAt(stack, 'datasources[0] lacks the key "uid"')],
  [
    "one uid for two",
    replace("uid: alertmanager", "uid: prometheus"),
    problemAt(stack, 'datasources[1].uid is "prometheus", which another data source has too'),
    problemAt(stack, 'datasources[0].jsonData.alertmanagerUid is "alertmanager", which no data source has'),
  ],
  [
    "two defaults",
    replace("    url: http://alertmanager:9093", "    url: http://alertmanager:9093\n    isDefault: true"),
    problemAt(stack, "datasources has several defaults"),
  ],
  [
    "an unknown type",
    replace("type: prometheus", "type: loki"),
    problemAt(stack, 'datasources[0] has an unknown type: "loki"'),
  ],
]);

refuses(dashboardProviderShape, "grafana/provisioning/dashboards/signalbox.yml", [
  [
    "a folder beside the folders of the files",
    replace("    type: file", "    type: file\n    folder: Shop"),
    problemAt(stack, 'providers[0] has the unknown key "folder"'),
  ],
]);
