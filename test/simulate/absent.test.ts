import { expect, test } from "vitest";
import { runningSimulator } from "./running-simulator.ts";

test("a target that is found by name is there while its container runs, and not while it is gone", async () => {
  const simulator = await runningSimulator();
  const found = async (job: string): Promise<unknown> =>
    (await fetch(`http://${simulator.hosts.get("service-discovery")}/${job}`)).json();
  const filebeat = [{ targets: ["127.0.0.1:1"], labels: { __meta_dns_name: "filebeat." } }];
  const elasticsearch = [{ targets: ["127.0.0.1:1"], labels: { __meta_dns_name: "elasticsearch." } }];
  expect([await found("filebeat"), await found("elasticsearch")]).toEqual([filebeat, elasticsearch]);
  simulator.fire("LogProgramGone");
  expect(simulator.remarks()).toEqual([]);
  expect([await found("filebeat"), await found("elasticsearch")]).toEqual([[], elasticsearch]);
  simulator.rest();
  expect(await found("filebeat")).toEqual(filebeat);
});

test("until Prometheus has noticed that it is gone it answers: by then people would be told that it is down", async () => {
  const simulator = await runningSimulator();
  const url = simulator.targets.find(({ job }) => job === "filebeat")?.url ?? "";
  simulator.fire("LogProgramGone");
  expect((await fetch(url)).status).toBe(200);
});
