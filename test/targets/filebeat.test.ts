import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Model } from "../../generators/model/model.ts";
import { filebeat } from "../../generators/targets/filebeat/config.ts";
import { parseLine } from "../../generators/targets/filebeat/processors.ts";
import { redactSecrets } from "../../generators/targets/filebeat/redact-secrets.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallModel, toLogstash } from "./small-model.ts";

const path = "filebeat/filebeat.yml";
const logging = (parts: Partial<Model> = {}) =>
  filebeat(smallModel({ services: [loggingShop], logs: [log()], ...parts }));
const config = (parts: Partial<Model> = {}): Record<string, unknown> =>
  // A cast: YAML of ours, whose top is a map.
  parse(logging(parts)[path] ?? "") as Record<string, unknown>;

test("no log source: no file, because Filebeat would not start", () => {
  expect(filebeat(smallModel())).toEqual({});
});

test("one source: the whole files", () => {
  const [script, redaction] = [parseLine, redactSecrets].map((text) => text.replace(/^(?=.)/gm, "        "));
  expect(logging()).toEqual({
    [path]: `# Generated from definitions/ by "signalbox build": edit there, not here.
filebeat.inputs:
  - type: filestream
    id: shop.console
    paths:
      - /var/log/signalbox/shop/shop.log
      - /var/log/signalbox/shop/shop.log.[0-9]*
    prospector:
      scanner:
        exclude_files:
          - \\.gz$
        fingerprint:
          length: 128
    file_identity:
      fingerprint: null
    fields_under_root: true
    fields:
      service:
        name: shop
      event:
        dataset: shop.console
      signalbox:
        format: level lines
processors:
  - script:
      lang: javascript
      tag: parse-line
      source: |
${script}  - script:
      lang: javascript
      tag: redact-secrets
      source: |
${redaction}  - timestamp:
      field: signalbox.time
      layouts:
        - "2006-01-02 15:04:05"
        - "2006-01-02 15:04:05.999"
      timezone: Europe/Berlin
      ignore_missing: true
      test:
        - "2025-12-04 12:34:56"
        - "2025-12-04 12:34:56.789"
  - convert:
      fields:
        - from: client.address
          to: client.ip
          type: ip
        - from: client.address
          to: source.ip
          type: ip
      ignore_missing: true
      fail_on_error: false
  - drop_fields:
      fields:
        - signalbox
      ignore_missing: true
  - add_host_metadata: null
  - add_cloud_metadata: null
  - add_docker_metadata:
      match_source: false
  - add_kubernetes_metadata: null
setup.ilm:
  enabled: true
  policy_name: shop-logs
  policy_file: /etc/filebeat/ilm-policy.json
  overwrite: true
setup.template:
  name: shop-logs
  pattern: shop-logs-*
  overwrite: true
  settings:
    index:
      number_of_shards: 1
      number_of_replicas: 0
output.elasticsearch:
  hosts:
    - http://elasticsearch:9200
  username: shop-logs-writer
  password: \${ES_PASSWORD}
  index: shop-logs-%{[agent.version]}
http:
  enabled: true
  host: 0.0.0.0
  port: 5066
logging:
  level: info
  to_files: true
  files:
    path: /usr/share/filebeat/logs
    name: filebeat
    interval: 24h
    keepfiles: 7
    rotateonstartup: false
    rotateeverybytes: 104857600
`,
    "filebeat/ilm-policy.json": `{
  "policy": {
    "phases": {
      "hot": {
        "min_age": "0ms",
        "actions": {
          "rollover": {
            "max_age": "1d",
            "max_primary_shard_size": "50gb"
          }
        }
      },
      "delete": {
        "min_age": "30d",
        "actions": {
          "delete": {}
        }
      }
    }
  }
}
`,
  });
});

describe("an input", () => {
  test("joins the lines of a stack trace when the source says so", () => {
    expect(config({ logs: [log({ multiline: true })] })["filebeat.inputs"]).toMatchObject([
      {
        parsers: [
          {
            multiline: {
              type: "pattern",
              pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} ",
              negate: true,
              match: "after",
            },
          },
        ],
      },
    ]);
  });

  test("has its source's files, format and tags", () => {
    const source = log({
      files: ["logs/a.log", "b.log"],
      format: "access lines",
      dataset: "shop.http",
      tags: ["security"],
    });
    expect(config({ logs: [source] })["filebeat.inputs"]).toMatchObject([
      {
        paths: [
          "/var/log/signalbox/shop/logs/a.log",
          "/var/log/signalbox/shop/logs/a.log.[0-9]*",
          "/var/log/signalbox/shop/b.log",
          "/var/log/signalbox/shop/b.log.[0-9]*",
        ],
        tags: ["security"],
        fields: { event: { dataset: "shop.http" }, signalbox: { format: "access lines" } },
      },
    ]);
  });

  test("keeps its id apart from that of another service", () => {
    const logs = [log(), log({ service: "stock" })];
    expect(config({ logs })["filebeat.inputs"]).toMatchObject([
      { id: "shop.console" },
      { id: "stock.console" },
    ]);
  });
});

describe("one output", () => {
  test("Elasticsearch by itself", () => {
    expect(config()).toHaveProperty(["output.elasticsearch"]);
    expect(config()).not.toHaveProperty(["output.logstash"]);
  });

  test("Logstash in its place, with nothing that only Elasticsearch knows", () => {
    const written = config({ platform: toLogstash("logs.example.org:5044") });
    expect(written["output.logstash"]).toEqual({ hosts: ["logs.example.org:5044"], loadbalance: true });
    expect(Object.keys(written).filter((key) => /elasticsearch|^setup/.test(key))).toEqual([]);
    expect(Object.keys(logging({ platform: toLogstash("logs.example.org:5044") }))).toEqual([path]);
  });
});
