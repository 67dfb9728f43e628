import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import type { Model } from "../../generators/model/model.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { jsonJob, probeJob, probeModule, scrapeJob } from "./small-jobs.ts";
import { log, loggingShop } from "./small-log.ts";
import {
  allContainers,
  secret,
  shop,
  smallDeploy,
  smallModel,
  smallPlatform,
  toLogstash,
} from "./small-model.ts";
import { everyNotifier } from "./small-routing.ts";

const path = "docker-compose.yml";
const text = (parts: Partial<Model> = {}) => compose(smallModel(parts))[path] ?? "";

interface ComposeFile {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly networks: object;
  readonly volumes: object;
  readonly secrets: object;
}
// A cast: YAML of ours; a shape that is not as declared makes the tests fail.
const file = (parts: Partial<Model> = {}) => parse(text(parts), { version: "1.1" }) as ComposeFile;

const withDeploy = (parts: Parameters<typeof smallDeploy>[0], more: Partial<PlatformModel> = {}) =>
  smallPlatform({ deploy: smallDeploy(parts), ...more });
const withLogs: Partial<Model> = { services: [loggingShop], logs: [log()] };

/** What prepares the others, and ends. */
const runsOnce: ReadonlySet<string> = new Set(["filebeat-login", "kibana-token"]);

const metricServices = [
  "alertmanager",
  "blackbox-exporter",
  "grafana",
  "json-exporter",
  "node-exporter",
  "prometheus",
];

test("how long Alertmanager keeps is said where it is not its own, as its flag takes it", () => {
  const commandOf = (platform: PlatformModel) => file({ platform }).services["alertmanager"]?.["command"];
  expect(commandOf(smallPlatform())).not.toContainEqual(expect.stringContaining("--data.retention"));
  expect(commandOf(smallPlatform({ alertmanager: { retention: "8d" } }))).toContain(
    "--data.retention=691200s",
  );
  expect(commandOf(smallPlatform({ alertmanager: { retention: "1500ms" } }))).toContain(
    "--data.retention=1.5s",
  );
});

test("where a service stands in the file, and what every one of them has: Prometheus, to the letter", () => {
  const containers = {
    ...allContainers,
    prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, hostPort: 19090, memoryMiB: 1024 },
  } as const;
  const written = text({
    platform: withDeploy({ containers }),
    jobs: [scrapeJob({ request: { bearerToken: secret("token") } })],
  });
  expect(written.slice(0, written.indexOf("  alertmanager:"))).toBe(
    `# Generated from definitions/platform/platform.ts by "signalbox build": edit there, not here.
name: signalbox
services:
`,
  );
  expect(written.slice(written.indexOf("  prometheus:"))).toBe(`  prometheus:
    image: prom/prometheus:v3.13.2
    volumes:
      - ./prometheus:/etc/prometheus:ro
      - \${TARGETS_FOLDER:-./prometheus/targets}:/etc/prometheus/targets:ro
      - prometheus-data:/prometheus
    secrets:
      - token
    ports:
      - target: 9090
        published: "19090"
        host_ip: 127.0.0.1
        protocol: tcp
    networks:
      - monitoring
    extra_hosts:
      - host.docker.internal:host-gateway
    command:
      - --config.file=/etc/prometheus/prometheus.yml
      - --storage.tsdb.path=/prometheus
      - --storage.tsdb.retention.time=15d
      - --storage.tsdb.retention.size=10GB
      - --web.external-url=http://localhost:9090
      - --web.route-prefix=/
      - --web.listen-address=:9090
    restart: unless-stopped
    healthcheck:
      test:
        - CMD
        - /bin/promtool
        - check
        - healthy
        - --url=http://127.0.0.1:9090
      interval: 30s
      timeout: 10s
      retries: 3
      start_period: 5m
    logging:
      driver: json-file
      options:
        max-size: 10m
        max-file: "3"
    cap_drop:
      - ALL
    cpus: 1
    mem_limit: 1024m
    memswap_limit: 1024m
    pids_limit: 1024
    read_only: true
    security_opt:
      - no-new-privileges:true
    stop_grace_period: 1m
networks:
  monitoring:
    driver: bridge
volumes:
  alertmanager-data: {}
  grafana-data: {}
  prometheus-data: {}
secrets:
  grafana_admin_password:
    file: ./secrets/grafana_admin_password
  grafana_secret_key:
    file: ./secrets/grafana_secret_key
  token:
    file: ./secrets/token
`);
});

describe("the services", () => {
  test("without log sources: those for metrics", () => {
    expect(Object.keys(file().services)).toEqual(metricServices);
  });

  test("with log sources: Filebeat, and what keeps the lines, when asked for by profile", () => {
    const { services } = file(withLogs);
    const added = Object.keys(services).filter((name) => !metricServices.includes(name));
    expect(added).toEqual(["elasticsearch", "filebeat", "filebeat-login", "kibana", "kibana-token"]);
    for (const name of added)
      expect(services[name]).toMatchObject({ profiles: ["logs"], networks: ["logs"] });
  });

  test("where all targets are found by name, no folder of targets is mounted", () => {
    const target = { written: "filebeat:5066", address: "filebeat:5066", instance: "filebeat:5066" };
    const found = scrapeJob({ targets: [target], absentWhileStopped: true });
    expect(text({ ...withLogs, jobs: [found] })).not.toContain("TARGETS_FOLDER");
  });

  test("with Logstash: only Filebeat, which waits for nobody and needs no password", () => {
    const { services, volumes, secrets } = file({
      ...withLogs,
      platform: toLogstash("logs.example.org:5044"),
    });
    expect(Object.keys(services).filter((name) => !metricServices.includes(name))).toEqual(["filebeat"]);
    expect(services["filebeat"]).not.toHaveProperty("depends_on");
    expect(services["filebeat"]).not.toHaveProperty("secrets");
    expect(services["filebeat"]).toMatchObject({
      command: ["exec filebeat -c /etc/filebeat/filebeat.yml --strict.perms=false"],
    });
    expect(Object.keys(volumes)).not.toContain("elasticsearch-data");
    expect(Object.keys(secrets)).toEqual(["grafana_admin_password", "grafana_secret_key"]);
  });

  test.each(Object.entries(file(withLogs).services))("%s can do no more than it must", (name, service) => {
    expect(service).toMatchObject({ cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    expect(service["mem_limit"]).toMatch(/^\d+m$/);
    // No swap.
    expect(service["memswap_limit"]).toBe(service["mem_limit"]);
    expect(service["cpus"]).toBe(1);
    expect(service["pids_limit"]).toBeGreaterThanOrEqual(256);
    expect(service["pid"]).toBe(name === "node-exporter" ? "host" : undefined);
    // Elasticsearch and Kibana write into folders of their images.
    expect(service["read_only"]).toBe(["elasticsearch", "kibana"].includes(name) ? undefined : true);
    expect(service).not.toHaveProperty("privileged");
    expect(service["cap_add"]).toEqual(name === "filebeat" ? ["DAC_READ_SEARCH"] : undefined);
    expect(service["healthcheck"] !== undefined).toBe(!runsOnce.has(name));
    expect(service["restart"]).toBe(runsOnce.has(name) ? "no" : "unless-stopped");
  });

  test("a port is open on the loopback only, and only where the stack says so", () => {
    const { services } = file(withLogs);
    expect(Object.values(services).filter(({ ports }) => ports !== undefined)).toEqual([]);
    const elasticsearch = {
      image: "elastic/elasticsearch:9.4.3",
      port: 9200,
      hostPort: 9200,
      memoryMiB: 128,
    } as const;
    const containers = { ...allContainers, elasticsearch };
    const opened = file({ ...withLogs, platform: withDeploy({ containers }) }).services;
    const ports = [{ target: 9200, published: "9200", host_ip: "127.0.0.1", protocol: "tcp" }];
    expect(Object.entries(opened).filter(([, service]) => service["ports"] !== undefined)).toMatchObject([
      // And not the service that only borrows the image.
      ["elasticsearch", { ports }],
    ]);
  });
});

describe("a secret is a file, and only those that need it get it", () => {
  const { services, secrets } = file({
    ...withLogs,
    platform: smallPlatform({ receivers: { everyNotifier } }),
    jobs: [
      scrapeJob({ request: { bearerToken: secret("shop_token") } }),
      probeJob({ module: probeModule({ bearerToken: secret("probe_token") }) }),
      jsonJob({ bearerToken: secret("json_token") }),
      jsonJob({ name: "other", bearerToken: secret("json_token") }),
    ],
  });
  test.each([
    ["prometheus", ["shop_token"]],
    [
      "alertmanager",
      [
        "discord_url",
        "msteams_url",
        "opsgenie_key",
        "pagerduty_key",
        "slack_url",
        "smtp_password",
        "telegram_token",
        "webhook_url",
      ],
    ],
    ["grafana", ["grafana_admin_password", "grafana_secret_key"]],
    ["blackbox-exporter", ["probe_token"]],
    ["json-exporter", ["json_token"]],
    ["elasticsearch", ["elasticsearch_password"]],
    // It has a user of its own, whose password is made in the stack.
    ["filebeat", undefined],
    ["filebeat-login", ["elasticsearch_password"]],
    ["kibana-token", ["elasticsearch_password"]],
    ["kibana", ["kibana_encryption_key"]],
    ["node-exporter", undefined],
  ])("%s", (service, names) => {
    expect(services[service]?.["secrets"]).toEqual(names);
  });
  test("and all of them are declared, once", () => {
    const used = Object.values(services).flatMap((service) => service["secrets"] ?? []);
    expect(Object.keys(secrets)).toEqual([...new Set(used)].sort());
    expect(secrets).toMatchObject({ json_token: { file: "./secrets/json_token" } });
  });
});

describe("the folders with logs", () => {
  const mounts = (parts: Partial<Model>) => file({ ...withLogs, ...parts }).services["filebeat"]?.["volumes"];

  test("are read only, and must be there", () => {
    expect(mounts({})).toContainEqual({
      type: "bind",
      source: "${SHOP_LOGS:-/srv/shop}",
      target: "/var/log/signalbox/shop",
      read_only: true,
      bind: { create_host_path: false },
    });
  });

  test("must be named by whoever deploys, when there is no usual one", () => {
    const nowhere = { ...shop, logFolder: { variable: "SHOP_LOGS", default: "" } };
    expect(mounts({ services: [nowhere] })).toContainEqual(
      expect.objectContaining({ source: "${SHOP_LOGS:?set it to the folder that holds the logs}" }),
    );
  });

  test("of a service without log sources are not mounted", () => {
    const silent = { ...shop, name: "silent", logFolder: { variable: "SILENT", default: "/srv/silent" } };
    expect(text({ ...withLogs, services: [loggingShop, silent] })).not.toContain("SILENT");
  });
});

test("a dollar sign in a definition stays one", () => {
  const grafana = { adminUser: "a$b", adminPassword: secret("p") };
  const environment = file({ platform: withDeploy({ grafana }) }).services["grafana"]?.["environment"];
  expect(environment).toMatchObject({ GF_SECURITY_ADMIN_USER: "a$$b" });
});
