import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile } from "../../generators/compile.ts";
import type { Files } from "../../generators/output.ts";
import { formatProblem } from "../../generators/problem.ts";
import { entriesAt, textAt, dataAt } from "../../generators/targets/validation/untyped-data.ts";
import { grownBy, type Grown } from "./grown.ts";
import { smallest } from "./smallest.ts";

function filesOf(definitions: Grown["definitions"]): Files {
  const { problems, files } = compile(definitions);
  expect(problems.map(formatProblem)).toEqual([]);
  return files;
}

const files = filesOf(smallest);
const namesIn = (written: Files, section: string): string[] => {
  const data: unknown = parse(written["docker-compose.yml"] ?? "");
  return entriesAt(data, section).map(([name]) => name);
};

test("the smallest platform: its files", () => {
  expect(Object.keys(files).sort()).toEqual([
    "README.md",
    "alertmanager/alertmanager.yml",
    "alertmanager/templates/signalbox.tmpl",
    "contract/check.mjs",
    "contract/shop.json",
    "docker-compose.yml",
    "docs/MONITORING.md",
    "docs/alerts/OrdersFail.md",
    "docs/alerts/README.md",
    "docs/alerts/ShopBlindUrgent.md",
    "docs/alerts/pictures/OrdersFail-dark.svg",
    "docs/alerts/pictures/OrdersFail-light.svg",
    "docs/alerts/pictures/ShopBlindUrgent-dark.svg",
    "docs/alerts/pictures/ShopBlindUrgent-light.svg",
    "docs/messages/OrdersFail.md",
    "docs/messages/ShopBlindUrgent.md",
    "docs/metrics/shop.md",
    "docs/operations.md",
    "docs/routing.md",
    "grafana/provisioning/datasources/prometheus.yml",
    "prometheus/alerts.yml",
    "prometheus/prometheus.yml",
    "prometheus/recordings.yml",
    "prometheus/targets/shop.yml",
    "prometheus/tests/OrdersFail.test.yml",
    "prometheus/tests/ShopBlindUrgent.test.yml",
    "prometheus/tests/rules/OrdersFail.yml",
    "prometheus/tests/rules/ShopBlindUrgent.yml",
  ]);
});

test("the smallest platform: its programs, volumes and secrets", () => {
  expect(namesIn(files, "services")).toEqual(["alertmanager", "grafana", "prometheus"]);
  expect(namesIn(files, "volumes")).toEqual(["alertmanager-data", "grafana-data", "prometheus-data"]);
  expect(namesIn(files, "networks")).toEqual(["monitoring"]);
  expect(namesIn(files, "secrets")).toEqual(["grafana_admin_password", "grafana_secret_key", "webhook_url"]);
});

test("the smallest platform: Alertmanager's configuration, to the letter", () => {
  expect(files["alertmanager/alertmanager.yml"])
    .toBe(`# Generated from test/platform/smallest.ts by "signalbox build": edit there, not here.
templates:
  - templates/*.tmpl
route:
  receiver: people
receivers:
  - name: people
    webhook_configs:
      - url_file: /run/secrets/webhook_url
        send_resolved: true
        max_alerts: 500
`);
});

test("of what is not there, no file says a word", () => {
  const mentioning = Object.entries(files).filter(([, text]) =>
    /blackbox|json.exporter|node-exporter|filebeat|elasticsearch|kibana|logstash|smtp|email|COMPOSE_PROFILES|logs\.md|no route above|inhibit|times of the week/i.test(
      text,
    ),
  );
  expect(mentioning.map(([path]) => path)).toEqual([]);
});

test("a target is asked from Grafana's container, which then reaches the host too", () => {
  expect(files["docs/metrics/shop.md"]).toContain(
    "docker compose exec grafana wget -qO- 'http://host.docker.internal:8080/metrics'",
  );
  const hosts = (written: Files): unknown =>
    dataAt(parse(written["docker-compose.yml"] ?? ""), "services", "grafana", "extra_hosts");
  expect(hosts(files)).toEqual(["host.docker.internal:host-gateway"]);
  const probed = grownBy["a probe"];
  expect(probed && hosts(filesOf(probed.definitions))).toBeUndefined();
});

test.each(Object.entries(grownBy))("with %s: its files, programs and secrets, and no others", (_, grown) => {
  const written = filesOf(grown.definitions);
  const added = (section: string) =>
    namesIn(written, section).filter((name) => !namesIn(files, section).includes(name));
  expect(Object.keys(written).filter((path) => !(path in files))).toEqual(
    expect.arrayContaining([...grown.files]),
  );
  expect(Object.keys(written)).toHaveLength(Object.keys(files).length + grown.files.length);
  expect(added("services")).toEqual(grown.services);
  expect(added("secrets")).toEqual(grown.secrets);
});

test("log lines for an Elasticsearch elsewhere: its address, and no settings for one node", () => {
  const written = filesOf(grownBy["logs for an Elasticsearch elsewhere"]?.definitions ?? smallest);
  const config: unknown = parse(written["filebeat/filebeat.yml"] ?? "");
  expect(dataAt(config, "output.elasticsearch")).toEqual({
    hosts: ["https://logs.shop.internal:9200"],
    username: "shipper",
    password: "${ES_PASSWORD}",
    index: "shop-%{[agent.version]}",
  });
  expect(dataAt(config, "setup.template")).toEqual({ name: "shop", pattern: "shop-*", overwrite: true });
  const services: unknown = dataAt(parse(written["docker-compose.yml"] ?? ""), "services", "filebeat");
  expect(dataAt(services, "depends_on")).toBeUndefined();
  expect(dataAt(services, "secrets")).toEqual(["elasticsearch_password"]);
  expect(textAt(services, "command", 0)).toContain(
    'ES_PASSWORD="$$(cat /run/secrets/elasticsearch_password)"',
  );
  const { "docs/logs.md": page, "README.md": deployGuide, "docs/MONITORING.md": guide } = written;
  expect(page).toContain(
    "sends it to Elasticsearch at https://logs.shop.internal:9200, which stores it for 7 days",
  );
  expect(page).not.toMatch(/Kibana|## Search/);
  expect(deployGuide).toContain("| `secrets/elasticsearch_password` | Of the one who writes. | filebeat |");
  expect(guide).toContain('(["Elasticsearch<br>');
});
