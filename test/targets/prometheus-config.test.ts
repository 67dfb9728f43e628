import { describe, expect, test } from "vitest";
import type { JobModel } from "../../generators/jobs/index.ts";
import { prometheusConfig } from "../../generators/targets/prometheus/config.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { allContainers, secret, smallDeploy, smallModel, smallPlatform } from "./small-model.ts";

const path = "prometheus/prometheus.yml";
const config = (...jobs: JobModel[]) => prometheusConfig(smallModel({ jobs }))[path];

const top = (source: string) => `# Generated from ${source} by "signalbox build": edit there, not here.
global:
  scrape_interval: 15s
  scrape_timeout: 10s
  evaluation_interval: 30s
alerting:
  alertmanagers:
    - static_configs:
        - targets:
            - alertmanager:9093
rule_files:
  - alerts.yml
  - recordings.yml
`;

/** The whole file of one job. */
const withJob = (job: string) => `${top("definitions/")}scrape_configs:
  - job_name: ${job}`;

test("nothing is monitored: the whole file", () => {
  expect(prometheusConfig(smallModel())).toEqual({
    [path]: `${top("definitions/platform/platform.ts")}scrape_configs: []\n`,
  });
});

describe("a job says only what Prometheus would not do by itself", () => {
  test("a job like all others has a name and targets", () => {
    expect(config(scrapeJob())).toBe(
      withJob(`shop
    file_sd_configs:
      - files:
          - targets/shop.yml
`),
    );
  });

  test("a job of its own pace, path, scheme and token", () => {
    const job = scrapeJob({
      every: "1m",
      timeout: "20s",
      path: "/prometheus/metrics",
      scheme: "https",
      request: { bearerToken: secret("shop_token") },
    });
    expect(config(job)).toBe(
      withJob(`shop
    scrape_interval: 1m
    scrape_timeout: 20s
    metrics_path: /prometheus/metrics
    scheme: https
    authorization:
      credentials_file: /run/secrets/shop_token
    file_sd_configs:
      - files:
          - targets/shop.yml
`),
    );
  });
});

test("a job that signs in, trusts an authority, and says more with each request", () => {
  const job = scrapeJob({
    scheme: "https",
    request: {
      basicAuth: { user: "prometheus", password: secret("shop_password") },
      tls: {
        authority: secret("shop_authority"),
        certificate: secret("our_certificate"),
        key: secret("our_key"),
        serverName: "shop.internal",
      },
      headers: { "X-Scope-OrgID": "shop", "X-Api-Key": secret("shop_key") },
      parameters: { "collect[]": ["cpu", "meminfo"] },
    },
  });
  expect(config(job)).toBe(
    withJob(`shop
    scheme: https
    params:
      collect[]:
        - cpu
        - meminfo
    basic_auth:
      username: prometheus
      password_file: /run/secrets/shop_password
    tls_config:
      ca_file: /run/secrets/shop_authority
      cert_file: /run/secrets/our_certificate
      key_file: /run/secrets/our_key
      server_name: shop.internal
    http_headers:
      X-Scope-OrgID:
        values:
          - shop
      X-Api-Key:
        files:
          - /run/secrets/shop_key
    file_sd_configs:
      - files:
          - targets/shop.yml
`),
  );
});

test("a certificate that is not verified", () => {
  const tls = { unverified: "The appliance makes a new one at each start." };
  expect(config(scrapeJob({ scheme: "https", request: { tls } }))).toContain(
    "    tls_config:\n      insecure_skip_verify: true\n",
  );
});

test("a job whose answers do not say what they are has the format that its author knows", () => {
  expect(config(scrapeJob({ fallbackProtocol: "PrometheusText0.0.4" }))).toBe(
    withJob(`shop
    fallback_scrape_protocol: PrometheusText0.0.4
    file_sd_configs:
      - files:
          - targets/shop.yml
`),
  );
});

describe("a job behind an exporter hands its targets to the exporter", () => {
  test("a probe asks the blackbox exporter, with the module of the probe", () => {
    expect(config(probeJob())).toBe(
      withJob(`shop-health
    metrics_path: /probe
    params:
      module:
        - http_2xx
    file_sd_configs:
      - files:
          - targets/shop-health.yml
    relabel_configs:
      - source_labels:
          - __address__
        target_label: __param_target
      - target_label: __address__
        replacement: blackbox-exporter:9115
`),
    );
  });

  test("a JSON endpoint asks json_exporter, with the module named like the job", () => {
    expect(config(jsonJob({ bearerToken: secret("shop_token") }))).toBe(
      withJob(`shop-stock
    metrics_path: /probe
    params:
      module:
        - shop-stock
    file_sd_configs:
      - files:
          - targets/shop-stock.yml
    relabel_configs:
      - source_labels:
          - __address__
        target_label: __param_target
      - target_label: __address__
        replacement: json-exporter:7979
`),
    );
  });
});

describe("a job whose targets are absent while they are stopped has Prometheus look for them by name", () => {
  test("each has its own address and instance, and all have the labels of the job", () => {
    const targets = [
      { written: "filebeat:5066", address: "filebeat:5066", instance: "filebeat:5066" },
      { written: "kibana:5601", address: "kibana:5601", instance: "kibana:5601" },
    ];
    const job = scrapeJob({ targets, labels: { price: "1$" }, absentWhileStopped: true });
    expect(config(job)).toBe(
      withJob(`shop
    dns_sd_configs:
      - names:
          - filebeat.
        type: A
        port: 5066
      - names:
          - kibana.
        type: A
        port: 5601
    relabel_configs:
      - source_labels:
          - __meta_dns_name
        regex: filebeat\\.
        target_label: __address__
        replacement: filebeat:5066
      - source_labels:
          - __meta_dns_name
        regex: filebeat\\.
        target_label: instance
        replacement: filebeat:5066
      - source_labels:
          - __meta_dns_name
        regex: kibana\\.
        target_label: __address__
        replacement: kibana:5601
      - source_labels:
          - __meta_dns_name
        regex: kibana\\.
        target_label: instance
        replacement: kibana:5601
      - target_label: price
        replacement: 1$$
`),
    );
  });

  test("behind an exporter, the exporter is asked for what was found", () => {
    const address = "http://filebeat:5066/stats";
    const targets = [{ written: address, address, instance: "filebeat:5066" }];
    expect(config(jsonJob({ targets, absentWhileStopped: true }))).toBe(
      withJob(`shop-stock
    metrics_path: /probe
    params:
      module:
        - shop-stock
    dns_sd_configs:
      - names:
          - filebeat.
        type: A
        port: 5066
    relabel_configs:
      - source_labels:
          - __meta_dns_name
        regex: filebeat\\.
        target_label: __address__
        replacement: http://filebeat:5066/stats
      - source_labels:
          - __meta_dns_name
        regex: filebeat\\.
        target_label: instance
        replacement: filebeat:5066
      - source_labels:
          - __address__
        target_label: __param_target
      - target_label: __address__
        replacement: json-exporter:7979
`),
    );
  });
});

test("external labels are written as they are, and numbers stay text", () => {
  const prometheus = { ...smallPlatform().prometheus, externalLabels: { site: "Zürich", shard: "1" } };
  const model = smallModel({ platform: smallPlatform({ prometheus }) });
  expect(prometheusConfig(model)[path]).toContain(`  evaluation_interval: 30s
  external_labels:
    site: Zürich
    shard: "1"
alerting:
`);
});

test("ports are those of the stack", () => {
  const containers = allContainers;
  const moved = smallDeploy({
    containers: { ...containers, alertmanager: { ...containers.alertmanager, port: 19093 } },
  });
  const model = smallModel({ platform: smallPlatform({ deploy: moved }) });
  expect(prometheusConfig(model)[path]).toContain("            - alertmanager:19093\n");
});

test("jobs stand in the order of the model", () => {
  const names = (config(scrapeJob({ name: "b" }), probeJob({ name: "a" })) ?? "").match(/job_name: .*/g);
  expect(names).toEqual(["job_name: b", "job_name: a"]);
});
