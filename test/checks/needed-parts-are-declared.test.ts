import {
  email,
  jsonEndpoint,
  jsonFields,
  leftOut,
  logSource,
  probe,
  probeModule,
  receiver,
  type Logs,
} from "signalbox";
import { expect, test } from "vitest";
import type { OptionalContainer } from "../../generators/model/needs.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import {
  deployWith,
  onCall,
  smallDeploy,
  smallLogs,
  smallMail,
  smallPlatform,
  unrouted,
} from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "needed-parts-are-declared";
const description = "Something that needs something.";
const deployPlace = `${smallDeploy.place.file}:${smallDeploy.place.line}`;
const platformPlace = `${smallPlatform.place.file}:${smallPlatform.place.line}`;
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));

const module = probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" });
// the door
const door = probe("shop-door", { description, module, targets: ["https://shop.example.org"] });
const window = probe("shop-window", { description, module, targets: ["https://window.example.org"] });
// the till
const till = jsonEndpoint("shop-till", {
  description,
  targets: ["http://localhost:81/till"],
  sample: { orders: 1 },
});
const tillFields = jsonFields(till, { orders: leftOut("the counter says it") });
// the log
const orders = logSource("orders", { description, files: ["orders.log"], format: "level lines" });
// by mail
const mailed = receiver("mailed", { description, notifiers: [email({ to: "team@example.org" })] });
const receivers = { onCall, unrouted, mailed };

test("what needs nothing may declare nothing", () => {
  expect(problems({})).toEqual([]);
});

test("a probe without the program that probes, once for all of them", () => {
  expect(problems({ jobs: { door, window } })).toEqual([
    `${at("the door")}: probe "shop-door" needs blackbox-exporter, which is not among the containers; the same for 1 more (${id})\n` +
      `  fix: add to the containers at ${deployPlace}: "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 64 }`,
  ]);
  expect(problems({ jobs: { door }, platform: deployWith("blackbox-exporter") })).toEqual([]);
});

test("a JSON endpoint without its exporter", () => {
  const parts = { jobs: { till }, jsonFields: { tillFields } };
  expect(problems(parts)).toEqual([
    `${at("the till")}: JSON endpoint "shop-till" needs json-exporter, which is not among the containers (${id})\n` +
      `  fix: add to the containers at ${deployPlace}: "json-exporter": { image: "quay.io/prometheuscommunity/json-exporter:v0.7.0", port: 7979, memoryMiB: 64 }`,
  ]);
  expect(problems({ ...parts, platform: deployWith("json-exporter") })).toEqual([]);
});

test("a receiver by e-mail without a mail server", () => {
  expect(problems({ platform: { receivers } })).toEqual([
    `${at("by mail")}: receiver "mailed" sends e-mail, but the platform has no mail server (${id})\n` +
      `  fix: add at ${platformPlace}: mail: { smarthost: "host:587", from: "alerts@…", user: "…", password: secretFile("smtp_password", "…") }`,
  ]);
  expect(problems({ platform: { receivers, mail: smallMail } })).toEqual([]);
});

test("a log source whose lines go nowhere, and by nobody", () => {
  const place = at("the log");
  expect(problems({ logs: { orders } })).toEqual([
    expect.stringMatching(
      `^${place}: log source "orders" has nowhere to send its lines: the platform has no logs \\(${id}\\)\\n  fix: add at ${platformPlace}: logs: { output: "elasticsearch", .* }, or logs: { output: "logstash", `,
    ),
    expect.stringMatching(
      `^${place}: log source "orders" needs filebeat, which is not among the containers \\(${id}\\)\\n  fix: add to the containers at ${deployPlace}: "filebeat": `,
    ),
  ]);
});

test("lines that stay need Elasticsearch and Kibana, those that go elsewhere do not", () => {
  const needed = (logs: Logs, ...programs: readonly OptionalContainer[]) =>
    problems({ logs: { orders }, platform: { logs, ...deployWith(...programs) } });
  expect(needed(smallLogs, "filebeat")).toEqual([
    expect.stringContaining("needs elasticsearch, which is not among the containers"),
    expect.stringContaining("needs kibana, which is not among the containers"),
  ]);
  expect(needed(smallLogs, "filebeat", "elasticsearch", "kibana")).toEqual([]);
  expect(needed({ ...smallLogs, hosts: ["https://logs.example.org:9200"] }, "filebeat")).toEqual([]);
  const logstash = { output: "logstash", hosts: ["logs.example.org:5044"], timeZone: "UTC" } as const;
  expect(needed(logstash, "filebeat")).toEqual([]);
});

test("there is no allowance for it", () => {
  const allow = { [id]: "it comes tomorrow" };
  const allowed = probe("shop-door", { description, module, targets: ["https://shop.example.org"], allow });
  expect(problems({ jobs: { allowed } })).toEqual([
    expect.stringContaining(`"${id}" is suppressed here, but it finds nothing`),
    expect.stringContaining('probe "shop-door" needs blackbox-exporter'),
  ]);
});
