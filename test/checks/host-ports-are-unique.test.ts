import { compose } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { allContainers, smallDeploy } from "./small-platform.ts";

const at = markedPlaces(import.meta.url);
const id = "host-ports-are-unique";
const containers = allContainers;

test("each program that wants a port that is taken is reported, with the first that took it", () => {
  const crowded = {
    ...containers,
    grafana: { ...containers.grafana, hostPort: 9090 },
    kibana: { ...containers.kibana, hostPort: 9090 },
  };
  // crowded
  const both = compose({ ...smallDeploy, containers: crowded });
  expect(problemsOf(id, definitionsWith({ platform: { deploy: both } }))).toEqual([
    `${at("crowded")}: prometheus and grafana both want port 9090 of the host (${id})\n` +
      "  fix: give one of them another `hostPort`",
    `${at("crowded")}: prometheus and kibana both want port 9090 of the host (${id})\n` +
      "  fix: give one of them another `hostPort`",
  ]);
});

test("ports inside of the stack may be the same, and so may a port of the stack and one of the host", () => {
  const alike = {
    ...containers,
    kibana: { ...containers.kibana, port: 9090 },
    filebeat: { ...containers.filebeat, port: 9090, hostPort: 5066 },
  };
  const platform = { deploy: compose({ ...smallDeploy, containers: alike }) };
  expect(problemsOf(id, definitionsWith({ platform }))).toEqual([]);
});
