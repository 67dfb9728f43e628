import { describe, expect, test } from "vitest";
import { monitoringGuide } from "../../generators/targets/docs/monitoring-guide.ts";
import type { Model } from "../../generators/model/model.ts";
import { alert, vector } from "signalbox";
import { resolve } from "../../generators/model/resolve.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { plainWords } from "../checks/small-shop.ts";
import { dashboard } from "./small-dashboard.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { log, loggingShop } from "./small-log.ts";
import { allContainers, smallDeploy, smallModel, smallPlatform, toLogstash } from "./small-model.ts";
import { everyNotifier, receiver, route } from "./small-routing.ts";
import { runbookModel } from "./small-runbook.ts";
import { alertModel } from "./small-rules.ts";

const page = (parts: Partial<Model> = {}) => monitoringGuide(smallModel(parts))["docs/MONITORING.md"] ?? "";
const picture = (parts: Partial<Model>) =>
  /```mermaid\n([^]*?)\n```/.exec(page(parts))?.[1]?.split("\n") ?? [];

test("a service of nothing: the whole page", () => {
  expect(page()).toBe(`<!-- Generated from definitions/ by "signalbox build": edit there, not here. -->

# The monitoring guide

## Who is notified

Nobody yet: no alerts are defined. [Notification routing](<routing.md>) has the routes.

## What is monitored

| service | what it is | owner | alerts | dashboards | metrics, by job |
| --- | --- | --- | --- | --- | --- |
| The shop | Where people buy. | the shop's team | none | none | none |

[Alerts](<alerts/README.md>): what each means, whom it hurts, what to do first.

## Where to look

- [Grafana](<http://localhost:3000>): sign in as \`admin\`, with the password in \`secrets/grafana_admin_password\`.
- [Alertmanager](<http://localhost:9093>): what is firing now, and silences for planned work.
- [Prometheus: alerts](<http://localhost:9090/alerts>): every rule and its state.
- [Prometheus: targets](<http://localhost:9090/targets>): what is scraped, and whether it is up.

## Architecture

Arrows follow the data and carry the name of the job that fetches it. Prometheus pulls; nothing is pushed to it.

\`\`\`mermaid
flowchart LR
  container_alertmanager["alertmanager"]
  container_grafana["grafana"]
  container_prometheus["prometheus"]
  receiver_people(["people"])
  container_alertmanager -->|"alerts"| container_grafana
  container_alertmanager --> receiver_people
  container_prometheus -->|"alerts"| container_alertmanager
  container_prometheus -->|"samples"| container_grafana
\`\`\`

## Ports

| program | what for | port on the machine | address |
| --- | --- | --- | --- |
| \`prometheus\` | scrapes and stores samples, evaluates the rules | not published | http://localhost:9090 |
| \`alertmanager\` | sends notifications; silences | not published | http://localhost:9093 |
| \`grafana\` | dashboards | not published | http://localhost:3000 |
| \`node-exporter\` | metrics of the machine | not published | \`node-exporter:9100\`, inside the stack |
| \`blackbox-exporter\` | probes endpoints from outside | not published | \`blackbox-exporter:9115\`, inside the stack |
| \`json-exporter\` | turns JSON responses into metrics | not published | \`json-exporter:7979\`, inside the stack |

Names are those in the compose file. All ports are bound to localhost only.

## Start it

[Deploy](<../README.md#the-first-time>) lists what you need and how to start everything, and [Operations](<operations.md>) how it is kept running. To try it without Docker, on simulated services, run \`npx signalbox up\` in the project's folder.

## Verify

In the folder with \`docker-compose.yml\`:

\`\`\`sh
docker compose ps
docker compose exec prometheus promtool query instant http://127.0.0.1:9090 'up == 0'
docker compose exec alertmanager amtool --alertmanager.url=http://127.0.0.1:9093 alert query
\`\`\`

- \`docker compose ps\`: every container is \`healthy\`.
- \`up == 0\` prints nothing: all targets are up. If it lists one, see [A target is down](<operations.md#a-target-is-down>).
- Alerts: none when all is well.

These pages are generated from the same definitions as the configuration, so they describe what is deployed.
`);
});

test("no service: nothing is monitored", () => {
  expect(page({ services: [] })).toContain(
    "\n## What is monitored\n\nNothing yet: no services are defined.\n",
  );
});

describe("the table of services", () => {
  test("links to jobs, alerts and dashboards", () => {
    const parts = {
      jobs: [scrapeJob(), probeJob()],
      alerts: [alertModel(), alertModel({ name: "ShopSlow" })],
      dashboards: [dashboard([])],
    };
    expect(page(parts)).toContain(
      "| [The shop](<metrics/shop.md>) | Where people buy. | the shop's team | " +
        "[2](<alerts/README.md#the-shop>) | [1](<dashboards.md#shop>) | " +
        "[shop](<metrics/shop.md#job-shop>), [shop-health](<metrics/shop.md#job-shop-health>) |\n",
    );
  });
});

describe("whoever is paged", () => {
  const text = page({
    alerts: [alertModel(), alertModel({ name: "ShopSlow" })],
    runbooks: [runbookModel()],
    dashboards: [dashboard([])],
  });

  test("reads what to do, and who is notified, before how it is built", () => {
    const places = ["When you are paged", "Who is notified", "What is monitored", "Architecture"].map(
      (title) => text.indexOf(`\n## ${title}\n`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test("finds the card, the runbooks and the operations", () => {
    expect(text).toContain(`## When you are paged

1. Open the alert's page: Runbook in the notification leads to it. Without the link, find its name in [the list of alerts](<alerts/README.md>).
2. Do its first actions from the top. The panels that they name are links; those of the alert's series are below them.
3. Several alerts at once, or none that fits? [Runbooks](<runbooks/README.md>) are for patterns that no single alert explains.
4. Is it the monitoring itself? [Operations](<operations.md>) says what to do when a target is down, data is missing or an alert notifies nobody.
5. It is known and somebody works on it: silence it in [Alertmanager](<http://localhost:9093>).
`);
  });

  test("sees for each severity that alerts have who is notified", () => {
    expect(text).toContain(`| severity | response | who, depending on the alert |
| --- | --- | --- |
| critical | within 5 minutes, day and night | people (notifies nobody) |

[Notification routing]`);
  });
});

test("a receiver that is only for some services says for which", () => {
  const people = receiver("people");
  const team = receiver("team");
  const routing = route({
    receiver: people,
    routes: [route({ receiver: team, match: { service: "till" } })],
  });
  const [shop] = smallModel().services;
  const services = shop ? [shop, { ...shop, name: "till", title: "The [till]" }] : [];
  const till = {
    name: "TillDown",
    service: "till",
    labels: { ...alertModel().labels, service: "till" },
  };
  const platform = smallPlatform({ receivers: { people, team }, routing });
  expect(page({ services, platform, alerts: [alertModel(), alertModel(till)] })).toContain(
    "| people (notifies nobody), only for The shop; team (notifies nobody), only for The \\[till\\] |",
  );
});

describe("the picture", () => {
  const services = [{ ...loggingShop, title: "the shop" }];
  test("every kind of job goes its own way", () => {
    const jobs = [scrapeJob(), scrapeJob({ name: "till" }), probeJob(), jsonJob()];
    expect(picture({ services, jobs })).toEqual([
      "flowchart LR",
      '  service_shop(["the shop"])',
      '  container_alertmanager["alertmanager"]',
      '  container_blackbox_exporter["blackbox-exporter"]',
      '  container_grafana["grafana"]',
      '  container_json_exporter["json-exporter"]',
      '  container_prometheus["prometheus"]',
      '  receiver_people(["people"])',
      '  service_shop -->|"shop-health"| container_blackbox_exporter',
      '  service_shop -->|"shop-stock"| container_json_exporter',
      '  service_shop -->|"shop, till"| container_prometheus',
      '  container_alertmanager -->|"alerts"| container_grafana',
      "  container_alertmanager --> receiver_people",
      '  container_blackbox_exporter -->|"shop-health"| container_prometheus',
      '  container_json_exporter -->|"shop-stock"| container_prometheus',
      '  container_prometheus -->|"alerts"| container_alertmanager',
      '  container_prometheus -->|"samples"| container_grafana',
    ]);
  });

  test("a target that is a program of the stack is that program, and the machine is what the node exporter measures", () => {
    const target = (address: string) => ({ written: address, address, instance: address });
    const jobs = [
      scrapeJob({ name: "self", targets: [target("prometheus:9090")] }),
      scrapeJob({ name: "node", targets: [target("node-exporter:9100")] }),
    ];
    const lines = picture({ services, jobs });
    expect(lines.slice(1, 3)).toEqual([
      '  machine(["the machine"])',
      '  container_alertmanager["alertmanager"]',
    ]);
    expect(lines.filter((line) => /->.*(?:node_exporter|self)|node_exporter -/.test(line))).toEqual([
      "  machine --> container_node_exporter",
      '  container_node_exporter -->|"node"| container_prometheus',
      '  container_prometheus -->|"self"| container_prometheus',
    ]);
  });

  test("all receivers to which a route leads, with how they notify people, and no other", () => {
    const platform = smallPlatform({
      receivers: { everyNotifier, unused: receiver("unused") },
      routing: route({ receiver: everyNotifier, routes: [route(), route()] }),
    });
    const lines = picture({ platform });
    expect(lines.filter((line) => line.startsWith("  receiver_"))).toEqual([
      '  receiver_every_notifier(["every-notifier<br>PagerDuty<br>Slack #35;alerts<br>Discord<br>e-mail to people#64;example#46;org<br>webhook<br>Microsoft Teams<br>Opsgenie to team Shop and user ann#64;example#46;org<br>Telegram chat #45;1001234567890, topic 7"])',
      '  receiver_people(["people"])',
    ]);
    expect(lines.join()).not.toContain("unused");
  });

  test("log files go to Elasticsearch and Kibana, or to Logstash", () => {
    const stored = picture({ services, logs: [log()] });
    expect(stored.filter((line) => line.includes('|"log '))).toEqual([
      '  service_shop -->|"log files"| container_filebeat',
      '  container_elasticsearch -->|"log lines"| container_kibana',
      '  container_filebeat -->|"log lines"| container_elasticsearch',
    ]);
    const handed = picture({
      services,
      logs: [log()],
      platform: toLogstash("a.example.org:5044"),
    });
    expect(handed.join()).toContain('(["Logstash<br>a#46;example#46;org#58;5044"])');
    expect(handed.join()).not.toMatch(/elasticsearch|kibana/);
  });
});

test("open ports are said, and asked whether all is well", () => {
  const containers = allContainers;
  const deploy = smallDeploy({
    containers: {
      ...containers,
      grafana: { ...containers.grafana, hostPort: 3001 },
      kibana: { ...containers.kibana, hostPort: 5602 },
    },
  });
  const text = page({ services: [loggingShop], logs: [log()], platform: smallPlatform({ deploy }) });
  expect(text).toContain("\ncurl -fsS http://localhost:3001/api/health\n");
  expect(text).toContain("| `grafana` | dashboards | 3001 | http://localhost:3000 |\n");
  expect(text).toContain("| `kibana` | searches log lines | 5602 | http://localhost:5602 |\n");
  expect(text).toContain("run only with the profile `logs`.");
  expect(text).toContain(
    "\n- [Kibana](<http://localhost:5602>): logs; [Search](<logs.md#search>) explains how.\n",
  );
});

test("what fires always is expected to", () => {
  const { alerts, jobs } = resolve(
    definitionsWith({ alerts: { Watchdog: alert({ ...plainWords, expr: vector(1).gt(0) }) } }),
  ).model;
  expect(jobs).toHaveLength(1);
  expect(page({ alerts })).toContain("- Alerts: only [Watchdog](<alerts/Watchdog.md>) when all is well.");
});
