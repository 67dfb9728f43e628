import { expect, test } from "vitest";
import { prometheusTargets } from "../../generators/targets/prometheus/target-files.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { smallModel } from "./small-model.ts";

const advice = `# The targets as defined. Where an environment has other targets, change them in a copy of this folder: out/README.md
# explains how. Keep the labels: without \`instance\`, all targets behind an exporter would get the exporter's address.
`;

test("no job, no file", () => {
  expect(prometheusTargets(smallModel())).toEqual({});
});

test("targets that are absent while they are stopped stand in no file", () => {
  const jobs = [scrapeJob({ name: "filebeat", absentWhileStopped: true }), scrapeJob()];
  expect(Object.keys(prometheusTargets(smallModel({ jobs })))).toEqual(["prometheus/targets/shop.yml"]);
});

test("the whole file: the address as the container reaches it, the instance as it was written", () => {
  expect(prometheusTargets(smallModel({ jobs: [scrapeJob()] }))).toEqual({
    "prometheus/targets/shop.yml": `# Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here.
# The shop's own metrics.
${advice}- targets:
    - host.docker.internal:8080
  labels:
    instance: localhost:8080
`,
  });
});

test("each target has its own instance, and all have the labels of the job", () => {
  const targets = [
    { written: "a:80", address: "a:80", instance: "a:80" },
    { written: "b:80", address: "b:80", instance: "b:80" },
  ];
  const labels = { region: 'say "eu"', zone: "1" };
  const files = prometheusTargets(smallModel({ jobs: [scrapeJob({ targets, labels })] }));
  expect(files["prometheus/targets/shop.yml"]).toContain(`${advice}- targets:
    - a:80
  labels:
    instance: a:80
    region: say "eu"
    zone: "1"
- targets:
    - b:80
  labels:
    instance: b:80
    region: say "eu"
    zone: "1"
`);
});

test("a probe keeps the whole URL as instance, a JSON endpoint its host and port", () => {
  const files = prometheusTargets(smallModel({ jobs: [probeJob(), jsonJob()] }));
  expect(files["prometheus/targets/shop-health.yml"]).toContain(`${advice}- targets:
    - http://host.docker.internal:8080/health
  labels:
    instance: http://localhost:8080/health
`);
  expect(files["prometheus/targets/shop-stock.yml"]).toContain(`${advice}- targets:
    - http://host.docker.internal:8080/stock
  labels:
    instance: localhost:8080
`);
});

test("a description of several lines stays a comment of one", () => {
  const files = prometheusTargets(smallModel({ jobs: [scrapeJob({ description: "One.\n  - two: 3\n" })] }));
  expect(files["prometheus/targets/shop.yml"]).toContain("here.\n# One. - two: 3\n# The targets");
});

test("a job without targets is an empty list, which Prometheus takes", () => {
  const files = prometheusTargets(smallModel({ jobs: [scrapeJob({ targets: [] })] }));
  expect(files["prometheus/targets/shop.yml"]).toContain(`${advice}[]\n`);
});
