import { logSource, receiver, route, secretFile, service, severity, webhook } from "signalbox";
import { expect, test } from "vitest";
import {
  critical,
  low,
  onCall,
  smallLogs,
  smallMail,
  smallPlatform,
  unrouted,
} from "../checks/small-platform.ts";
import { targetsFolder } from "../../generators/targets/compose/host-folders.ts";
import {
  description,
  durationFix,
  labelFix,
  nameFix,
  ofContainer,
  ofDeployment,
  ofLogFolder,
  ofPrometheus,
  problemIn,
  problemText,
  type Malformed,
} from "./malformed.ts";

const platforms: readonly Malformed[] = [
  [
    'service "My Shop": name is "My Shop"',
    nameFix,
    { services: [service("My Shop", { title: "S", description, owner: "Us", jobs: {}, metrics: {} })] },
  ],
  [
    'the platform\'s prometheus: retention is "0d", but must be longer than 0',
    durationFix,
    ofPrometheus({ retention: "0d" }),
  ],
  [
    "the platform's prometheus: retentionSizeGiB is 0",
    "write a size from 0.001 to 1048576",
    ofPrometheus({ retentionSizeGiB: 0 }),
  ],
  [
    'the deployment: containers.grafana.image is "grafana/grafana:latest"',
    "write a name with an exact tag, not latest, such as prom/prometheus:v3.13.2",
    ofContainer({ image: "grafana/grafana:latest" }),
  ],
  ["the deployment: containers.grafana.port is 0", "write a port from 1 to 65535", ofContainer({ port: 0 })],
  [
    "the deployment: containers.grafana.hostPort is 65536",
    "write a port from 1 to 65535",
    ofContainer({ hostPort: 65_536 }),
  ],
  [
    "the deployment: containers.grafana.memoryMiB is 8",
    "write a whole number from 16 to 4294967296",
    ofContainer({ memoryMiB: 8 }),
  ],
  [
    "the deployment: containers.grafana.cpus is 0",
    "write a number of cores from 0.01 to 1024",
    ofContainer({ cpus: 0 }),
  ],
  [
    "the deployment: containers.grafana.maxProcesses is 1.5",
    "write a whole number from 32 to 4194304",
    ofContainer({ maxProcesses: 1.5 }),
  ],
  [
    'the deployment: containers.grafana.digest is "sha256:abc"',
    "write sha256: and its 64 digits, as docker buildx imagetools inspect prints it",
    ofContainer({ digest: "sha256:abc" }),
  ],
  [
    "the platform's logs: keepDays is 1.5",
    "write a whole number of days from 1 to 36500",
    { platform: { logs: { ...smallLogs, keepDays: 1.5 } } },
  ],
  [
    "the platform's logs: hosts is []",
    "name at least one host, or leave hosts out",
    { platform: { logs: { ...smallLogs, hosts: [] } } },
  ],
  [
    'the platform\'s logs: hosts.0 is "logstash.example.org:many"',
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    {
      platform: {
        // @ts-expect-error a port is a number
        logs: { output: "logstash", hosts: ["logstash.example.org:many"], timeZone: "Europe/Berlin" },
      },
    },
  ],
  ...(["sub/", "./a.log", "a//b.log", "a/.", "**/.", ".", "/"] as const).map((file): Malformed => [
    `log source "x": files.0 is "${file}"`,
    "write the path of a file below the log folder, such as server.log or logs/*.log",
    { logs: { x: logSource("x", { description, files: [file], format: "level lines" }) } },
  ]),
  ...[
    "/opt/$(id)",
    "/opt/`id`",
    "/opt/${HOME}",
    "/opt/x}",
    "/opt/x;id",
    "/opt/'x'",
    "logs",
    "C:logs",
    "/opt/#x",
  ].map((folder): Malformed => [
    `service "other": logFolder.default is ${JSON.stringify(folder)}`,
    'write the path of a folder, such as "/var/log/shop", with letters, digits, spaces and . _ - + , @ ( ) in it',
    ofLogFolder({ variable: "SHOP_FOLDER", default: folder }),
  ]),
  ...["SHOP-FOLDER", "", "1A", "A=B", targetsFolder.variable, "COMPOSE_FILE"].map((variable): Malformed => [
    `service "other": logFolder.variable is ${JSON.stringify(variable)}`,
    "use letters, digits and _, not starting with a digit, and no name that the deployment has already: TARGETS_FOLDER, COMPOSE_…",
    ofLogFolder({ variable, default: "/opt/shop" }),
  ]),
  [
    'the deployment: name is "Our Shop"',
    "use lower-case letters, digits, - and _, as docker compose wants it",
    ofDeployment({ name: "Our Shop" }),
  ],
  [
    'the deployment: hostAlias is "host:80"',
    "write a host's name, such as host.docker.internal",
    ofDeployment({ hostAlias: "host:80" }),
  ],
  [
    'the platform: mail.smarthost is "smtp.shop.internal:0"',
    "write host:port, such as localhost:8080, with a port from 1 to 65535",
    { platform: { mail: { ...smallMail, smarthost: "smtp.shop.internal:0" } } },
  ],
  [
    'the platform: mail.from is "the shop@shop"',
    "write one address, such as alerts@shop.internal",
    { platform: { mail: { ...smallMail, from: "the shop@shop" } } },
  ],
  [
    'the platform: externalUrls.grafana is "http://"',
    "write an address that starts with http:// or https://, without spaces, and with a port from 1 to 65535",
    { platform: { externalUrls: { ...smallPlatform.externalUrls, grafana: "http://" } } },
  ],
  [
    'the platform: alertmanager.retention is "0s", but must be longer than 0',
    durationFix,
    { platform: { alertmanager: { retention: "0s" } } },
  ],
  [
    'the route to "unrouted": groupBy is ["...","service"]',
    'name each label once, or write ["..."] alone for all labels',
    { platform: { routing: route({ receiver: unrouted, groupBy: ["...", "service"] }) } },
  ],
  [
    'the route to "unrouted": groupBy is ["service","service"]',
    'name each label once, or write ["..."] alone for all labels',
    { platform: { routing: route({ receiver: unrouted, groupBy: ["service", "service"] }) } },
  ],
  [
    'receiver "": name is ""',
    "write something, or leave it out",
    { platform: { receivers: { onCall, unrouted, x: receiver("", { description, notifiers: [] }) } } },
  ],
  [
    "the platform's prometheus: retentionSizeGiB is 1e-7",
    "write a size from 0.001 to 1048576",
    ofPrometheus({ retentionSizeGiB: 1e-7 }),
  ],
  [
    'the platform\'s prometheus: evaluationInterval is "0s", but must be longer than 0',
    durationFix,
    ofPrometheus({ evaluationInterval: "0s" }),
  ],
  [
    "the platform's prometheus: scrapeTimeout is longer than scrapeInterval",
    "make scrapeTimeout at most as long as scrapeInterval",
    ofPrometheus({ scrapeTimeout: "20s" }),
  ],
  [
    "the platform's prometheus: externalLabels.a.b is not a valid name",
    labelFix,
    ofPrometheus({ externalLabels: { "a.b": "c" } }),
  ],
  [
    'the route to "on-call": repeatInterval is "0s", but must be longer than 0',
    durationFix,
    {
      platform: {
        routing: route({ receiver: unrouted, routes: [route({ receiver: onCall, repeatInterval: "0s" })] }),
      },
    },
  ],
  [
    'severity "low": rank is 0',
    "write a whole number of 1 or more",
    { platform: { severities: { critical, low: severity("low", { ...low, rank: 0 }) } } },
  ],
  [
    "a secret: name is not the name of a file",
    'write what the file of the secret is called, such as "slack_webhook_url", with lower-case letters, digits, _, - and .',
    {
      platform: {
        receivers: {
          onCall,
          unrouted,
          x: receiver("x", { description, notifiers: [webhook({ url: secretFile("A Hook", description) })] }),
        },
      },
    },
  ],
];

test.each(platforms.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});
