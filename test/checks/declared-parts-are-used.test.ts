import { email, logSource, probe, probeModule, receiver, scrapeJob, secretFile } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import {
  allContainers,
  deployWith,
  onCall,
  smallDeploy,
  smallLogs,
  smallMail,
  smallPlatform,
  unrouted,
} from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "declared-parts-are-used";
const description = "Something that uses something.";
const deployPlace = `${smallDeploy.place.file}:${smallDeploy.place.line}`;
const platformPlace = `${smallPlatform.place.file}:${smallPlatform.place.line}`;
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const kept = { allow: { [id]: "the services follow next week" } };

const module = probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" });
const door = probe("shop-door", { description, module, targets: ["https://shop.example.org"] });
const machine = scrapeJob("machine", { description, targets: ["node-exporter:9100"] });
const orders = logSource("orders", { description, files: ["orders.log"], format: "level lines" });

test("nothing is declared, and nothing is reported", () => {
  expect(problems({})).toEqual([]);
});

test("each program that nothing uses is reported, and why", () => {
  const all = deployWith(
    "node-exporter",
    "blackbox-exporter",
    "json-exporter",
    "filebeat",
    "elasticsearch",
    "kibana",
  );
  const reported = (name: string, why: string): string =>
    `${deployPlace}: nothing uses the container "${name}": ${why} (${id})\n` +
    `  fix: remove it, or suppress it with a reason: allow: { "${id}": "…" } beside its image`;
  expect(problems({ platform: all })).toEqual([
    reported("blackbox-exporter", "no service has a probe"),
    reported("elasticsearch", "no service has a log source"),
    reported("filebeat", "no service has a log source"),
    reported("json-exporter", "no service has a JSON endpoint"),
    reported("kibana", "no service has a log source"),
    reported("node-exporter", "no job scrapes it"),
  ]);
});

test("a program that something uses", () => {
  expect(
    problems({ jobs: { door, machine }, platform: deployWith("node-exporter", "blackbox-exporter") }),
  ).toEqual([]);
});

test("an exporter that is scraped itself, and stands before nothing, does nothing", () => {
  const itself = scrapeJob("blackbox", { description, targets: ["blackbox-exporter:9115"] });
  expect(problems({ jobs: { itself }, platform: deployWith("blackbox-exporter") })).toHaveLength(1);
});

test("Elasticsearch and Kibana, though the lines go elsewhere", () => {
  const programs = deployWith("filebeat", "elasticsearch", "kibana");
  const platform = { ...programs, logs: { ...smallLogs, hosts: ["https://logs.example.org:9200"] } } as const;
  expect(problems({ logs: { orders }, platform })).toEqual([
    expect.stringContaining('"elasticsearch": log lines go to https://logs.example.org:9200'),
    expect.stringContaining('"kibana": log lines go to https://logs.example.org:9200'),
  ]);
  expect(problems({ logs: { orders }, platform: { ...programs, logs: smallLogs } })).toEqual([]);
  // Where they go is not said yet: that is another problem, and one is enough.
  expect(problems({ logs: { orders }, platform: programs })).toEqual([]);
});

test("a mail server that no receiver asks", () => {
  expect(problems({ platform: { mail: smallMail } })).toEqual([
    `${platformPlace}: the platform has a mail server, but no receiver sends e-mail (${id})\n` +
      `  fix: remove it, or suppress it with a reason: allow: { "${id}": "…" } in mail`,
  ]);
  const mailed = receiver("mailed", { description, notifiers: [email({ to: "team@example.org" })] });
  expect(problems({ platform: { mail: smallMail, receivers: { onCall, unrouted, mailed } } })).toEqual([]);
});

test("logs without a log source", () => {
  expect(problems({ platform: { logs: smallLogs } })).toEqual([
    `${platformPlace}: the platform has logs, but no service has a log source (${id})\n` +
      `  fix: remove it, or suppress it with a reason: allow: { "${id}": "…" } in logs`,
  ]);
});

test("a secret of the list that no definition reads", () => {
  // left over
  const leftOver = secretFile("old_token", "Of a chat that is no more.");
  const secrets = { leftOver, used: smallDeploy.grafana.adminPassword };
  expect(problems({ platform: { secrets } })).toEqual([
    `${at("left over")}: nothing reads the secret "old_token" (${id})\n` +
      `  fix: remove it, or suppress it with a reason: allow: { "${id}": "…" } after its purpose, in braces`,
  ]);
  const listed = { keptOne: secretFile("old_token", "Of a chat to come.", kept) };
  expect(problems({ platform: { secrets: listed } })).toEqual([]);
});

test("each can be kept with a reason, which may stay when the use comes", () => {
  const containers = {
    ...smallDeploy.containers,
    "blackbox-exporter": { ...allContainers["blackbox-exporter"], ...kept },
  };
  const platform = {
    deploy: { ...smallDeploy, containers },
    mail: { ...smallMail, ...kept },
    logs: { ...smallLogs, ...kept },
  };
  expect(problems({ platform })).toEqual([]);
  expect(problems({ platform, jobs: { door } })).toEqual([]);
});
