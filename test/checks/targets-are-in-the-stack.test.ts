import { jsonEndpoint, jsonFields, leftOut, probe, probeModule, scrapeJob } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { deployWith, smallDeploy, smallMail, smallPlatform } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "targets-are-in-the-stack";
const stackPlace = `${smallDeploy.place.file}:${smallDeploy.place.line}`;
const description = "Something to reach.";
const module = probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" });

const scraping = (target: `${string}:${number}`) => {
  const job = scrapeJob("shop-till", { description, targets: [target] });
  return problemsOf(id, definitionsWith({ jobs: { job }, platform: deployWith("node-exporter") }));
};
const probing = (target: `http://${string}` | `https://${string}`) => {
  const job = probe("shop-door", { description, module, targets: [target] });
  return problemsOf(id, definitionsWith({ jobs: { job } }));
};

test("a name that is no program of the stack is reported", () => {
  // misspelt
  const job = scrapeJob("shop-till", { description, targets: ["localhost:80", "node-exportr:9100"] });
  expect(problemsOf(id, definitionsWith({ jobs: { job } }))).toEqual([
    `${at("misspelt")}: job "shop-till" cannot reach its target node-exportr:9100: no program in the stack is called "node-exportr" (${id})\n` +
      `  fix: correct the target, or the stack at ${stackPlace}`,
  ]);
});

test("a program that is not declared: how it is", () => {
  // not declared
  const job = scrapeJob("machine", { description, targets: ["node-exporter:9100"] });
  expect(problemsOf(id, definitionsWith({ jobs: { job } }))).toEqual([
    `${at("not declared")}: job "machine" cannot reach its target node-exporter:9100: no program in the stack is called "node-exporter" (${id})\n` +
      `  fix: correct the target, or add to the containers at ${stackPlace}: "node-exporter": { image: "prom/node-exporter:v1.11.1", port: 9100, memoryMiB: 64 }`,
  ]);
});

test("a program that is declared and does not run cannot be reached", () => {
  const platform = deployWith("filebeat");
  const job = scrapeJob("filebeat", { description, targets: ["filebeat:5066"] });
  expect(problemsOf(id, definitionsWith({ jobs: { job }, platform }))).toEqual([
    expect.stringContaining('no program in the stack is called "filebeat"'),
  ]);
});

test("a program that is declared and does not run may be absent, at its port, and one that is not declared may not", () => {
  const absent = (target: `${string}:${number}`) => {
    const job = scrapeJob("shipper", { description, targets: [target], absentWhileStopped: true });
    return problemsOf(id, definitionsWith({ jobs: { job }, platform: deployWith("filebeat") }));
  };
  expect(absent("filebeat:5066")).toEqual([]);
  expect(absent("filebeat:5067")).toEqual([expect.stringContaining('"filebeat" listens on port 5066')]);
  expect(absent("kibana:5601")).toEqual([
    expect.stringContaining('no program in the stack is called "kibana"'),
  ]);
});

test("a port where the program does not listen is reported", () => {
  expect(scraping("node-exporter:9000")).toEqual([
    expect.stringContaining(
      'cannot reach its target node-exporter:9000: "node-exporter" listens on port 9100',
    ),
  ]);
});

test.each(["127.0.0.1:8080", "127.1.2.3:8080", "0.0.0.0:8080"] as const)(
  "%s is the container itself",
  (target) => {
    const [host] = target.split(":");
    expect(scraping(target)).toEqual([
      expect.stringMatching(
        /inside a container, .* is the container itself .*\n {2}fix: write localhost for the machine/,
      ),
    ]);
    expect(scraping(target)[0]).toContain(`inside a container, ${host} is`);
  },
);

test.each([
  "localhost:8080",
  "host.docker.internal:8080",
  "node-exporter:9100",
  "shop.example.org:8080",
  "10.0.0.7:8080",
] as const)("%s can be reached", (target) => {
  expect(scraping(target)).toEqual([]);
});

test.each([
  ["http://grafana:3000/api/health", undefined],
  ["http://grafana/api/health", '"grafana" listens on port 3000'],
  ["https://grafana", '"grafana" listens on port 3000'],
  ["https://shop.example.org", undefined],
  ["http://localhost:8080/health", undefined],
  ["http://[2001:db8::7]:8080/health", undefined],
  ["http://[::1]:8080/health", "inside a container, [::1] is the container itself"],
  ["http://127.0.0.1:8080/health", "inside a container, 127.0.0.1 is the container itself"],
] as const)("a probe of %s", (target, why) => {
  expect(probing(target)).toEqual(why === undefined ? [] : [expect.stringContaining(why)]);
});

test("an address without a port has that of its scheme", () => {
  const { containers } = smallDeploy;
  const grafana = { ...containers.grafana, port: 443 };
  const platform = { deploy: { ...smallDeploy, containers: { ...containers, grafana } } };
  const problemsAt = (target: "http://grafana" | "https://grafana") => {
    const job = probe("shop-door", { description, module, targets: [target] });
    return problemsOf(id, definitionsWith({ jobs: { job }, platform }));
  };
  expect(problemsAt("https://grafana")).toEqual([]);
  expect(problemsAt("http://grafana")).toHaveLength(1);
});

test("a JSON endpoint is looked at like any other", () => {
  const job = jsonEndpoint("shop-json", {
    description,
    targets: ["http://shop:80/stats"],
    sample: { orders: 1 },
  });
  const mapping = jsonFields(job, { orders: leftOut("the counter says it") });
  expect(problemsOf(id, definitionsWith({ jobs: { job }, jsonFields: { mapping } }))).toEqual([
    expect.stringContaining('no program in the stack is called "shop"'),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is in the name service of the data centre" };
  const job = scrapeJob("shop-till", { description, targets: ["till:8080"], allow });
  expect(problemsOf(id, definitionsWith({ jobs: { job } }))).toEqual([]);
});

test.each(["localhost.:80", "LOCALHOST:80", "shop.localhost:80"] as const)(
  "%s is the container itself",
  (target) => {
    expect(scraping(target)).toEqual([expect.stringContaining("is the container itself")]);
    expect(probing(`http://${target}/health`)).toEqual([expect.stringContaining("is the container itself")]);
  },
);

test("so is the IPv6 address of an IPv4 one", () => {
  expect(probing("http://[::ffff:127.0.0.1]:80/")).toEqual([
    expect.stringContaining("is the container itself"),
  ]);
});

test("so is localhost of what is no target: there nothing else is put in its place", () => {
  const mail = { ...smallMail, smarthost: "localhost:25" } as const;
  const logs = {
    output: "logstash",
    hosts: ["logs.internal:5044", "localhost:5044"],
    timeZone: "UTC",
  } as const;
  const { file, line } = smallPlatform.place;
  expect(problemsOf(id, definitionsWith({ platform: { mail, logs } }))).toEqual([
    `${file}:${line}: the logs' host localhost:5044 cannot be reached: inside a container, localhost is the container itself (${id})\n` +
      "  fix: write host.docker.internal for the machine the stack runs on",
    `${file}:${line}: the mail server localhost:25 cannot be reached: inside a container, localhost is the container itself (${id})\n` +
      "  fix: write host.docker.internal for the machine the stack runs on",
  ]);
});
