import { expect, test } from "vitest";
import type { JobModel } from "../../generators/jobs/index.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { parseFile } from "../../generators/targets/validation/parse-file.ts";
import { entriesAt, itemsAt } from "../../generators/targets/validation/untyped-data.ts";
import { jsonJob, scrapeJob } from "./small-jobs.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallModel } from "./small-model.ts";

const path = "docker-compose.yml";

/** The services that are in more than one network. */
function networksWith(...jobs: JobModel[]): Readonly<Record<string, readonly unknown[]>> {
  const text = compose(smallModel({ services: [loggingShop], logs: [log()], jobs }))[path] ?? "";
  const all = entriesAt(parseFile(path, text).data, "services").map(
    ([name, service]) => [name, itemsAt(service, "networks")] as const,
  );
  return Object.fromEntries(all.filter(([, networks]) => networks.length > 1));
}

const both = ["logs", "monitoring"];
const target = (address: string) => [{ written: address, address, instance: address }];
const stats = target("http://filebeat:5066/stats");

test("who asks nothing of another network is in its own", () => {
  expect(networksWith(scrapeJob(), jsonJob())).toEqual({});
});

test("an exporter that asks a program of another network is there too, and nobody else", () => {
  expect(networksWith(jsonJob({ targets: stats }))).toEqual({ "json-exporter": both });
});

test("and so is Prometheus, where it has to look for the name", () => {
  const job = jsonJob({ targets: stats, absentWhileStopped: true });
  expect(networksWith(job)).toEqual({ "json-exporter": both, prometheus: both });
});

test("what Prometheus scrapes itself a person asks from the exporter", () => {
  const job = scrapeJob({ targets: target("filebeat:5066") });
  expect(networksWith(job)).toEqual({ "blackbox-exporter": both, prometheus: both });
});
