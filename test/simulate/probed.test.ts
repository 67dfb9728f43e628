import { probe, probeModule } from "signalbox";
import { expect, onTestFinished, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import { startSimulator } from "../../scripts/simulate/simulator.ts";
import { deployWith } from "../checks/small-platform.ts";
import { projectOf } from "./small-project.ts";

const site = probe("site", {
  description: "The site.",
  targets: ["http://localhost:80/shop"],
  module: probeModule("says_hello", {
    description: "It greets.",
    timeout: "5s",
    validStatusCodes: [202],
    bodyMatches: ["Hello, (world|you)", "version [0-9]+"],
    bodyMustNotMatch: ["issues"],
  }),
  labels: { service: "depot" },
});
const definitions = projectOf({ jobs: { site } }, deployWith("blackbox-exporter"));

test("a probed address answers what its module takes for success, also below its path", async () => {
  const { model } = resolve(definitions);
  const simulator = await startSimulator({ model, services: definitions.services });
  onTestFinished(() => simulator.stop());
  const [target] = simulator.targets;
  if (!target) throw new Error("nothing is probed");
  for (const url of [target.url, `${target.url}/door`]) {
    const response = await fetch(url);
    expect(response.status).toBe(202);
    const body = await response.text();
    expect(body).toMatch(/Hello, (world|you)/);
    expect(body).toMatch(/version [0-9]+/);
    expect(body).not.toContain("issues");
  }
  expect((await fetch(new URL("/other", target.url))).status).toBe(404);
});

test("only the exporters that a job is asked through are there", () => {
  const kindsOf = (...kinds: ("scrape" | "json" | "probe")[]) => exportersOf(kinds.map((kind) => ({ kind })));
  expect(kindsOf("scrape")).toEqual([]);
  expect(kindsOf("scrape", "probe")).toEqual(["blackbox-exporter"]);
  expect(kindsOf("json", "probe", "json")).toEqual(["blackbox-exporter", "json-exporter"]);
});
