import { describe, expect, test } from "vitest";
import { requiredVariables } from "../../generators/targets/compose/validators/compose-config.ts";
import { composeConfig } from "../../generators/targets/compose/validators/compose-config.ts";
import { composeStyle } from "../../generators/targets/compose/validators/compose-style.ts";
import { placeOf, problemAt, problemsOfShop, replace, type Changes } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const path = "docker-compose.yml";
const stack = placeOf("platform.ts", "deploy: compose(");

describe("compose file: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    ["an unknown key", { [path]: replace("mem_limit:", "memory_limit:") }, problemAt(stack, "memory_limit")],
    [
      "a volume that is not declared",
      { [path]: replace("- grafana-data:", "- grafana-date:") },
      problemAt(stack, "out/docker-compose.yml: ", "grafana-date", "(compose-config)"),
    ],
    [
      "a service of a profile that asks for a network that is not there",
      { [path]: replace("    networks:\n      - logs\n", "    networks:\n      - lags\n") },
      problemAt(stack, "lags"),
    ],
    [
      "a port of the host that two services publish",
      { [path]: replace('published: "9093"', 'published: "9090"') },
      problemAt(stack, "port 9090/tcp of the host is published by alertmanager and prometheus"),
    ],
    [
      "a folder that is not generated",
      { [path]: replace("./blackbox:", "./blockbox:") },
      problemAt(stack, 'service "blackbox-exporter" mounts ./blockbox, which is not in out/'),
    ],
    [
      "a way to restart that does not exist",
      { [path]: replace("restart: unless-stopped", "restart: sometimes") },
      problemAt(stack, 'service "alertmanager" has restart: sometimes, which is not a restart policy'),
    ],
    [
      "a variable that nobody sets",
      { [path]: replace("mem_limit: 64m", "mem_limit: 64m\n    labels: { owner: $OWNER }") },
      problemAt(stack, 'The "OWNER" variable is not set'),
    ],
    [
      "a wait for a service without a health check",
      {
        [path]: replace(
          "    restart:",
          "    depends_on: { web: { condition: service_healthy } }\n    restart:",
        ),
      },
      problemAt(stack, "web"),
    ],
    ["no YAML", { [path]: () => "services: [" }, problemAt(stack, "out/docker-compose.yml: ")],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(composeConfig, changes)).toEqual(expected);
  });

  test("a health check that a service waits for must be there", async () => {
    const image = "    image: example/web:1\n";
    const web = `services:\n  web:\n${image}  shop:\n${image}    depends_on: { web: { condition: service_healthy } }\n`;
    expect(await problemsOf(composeConfig, { [path]: () => `name: shop\n${web}` })).toEqual([
      problemAt(stack, 'service "shop" waits for the health of "web", which has no health check'),
    ]);
  });

  test("the environment of whoever validates has no part in it", async () => {
    const optional = replace("mem_limit: 64m", "mem_limit: ${SIGNALBOX_LIMIT:-64m}");
    process.env["SIGNALBOX_LIMIT"] = "no limit";
    try {
      expect(await problemsOf(composeConfig, { [path]: optional })).toEqual([]);
    } finally {
      delete process.env["SIGNALBOX_LIMIT"];
    }
  });
});

test("variables that must be set are those with a question mark, and none after a doubled dollar sign", () => {
  expect(requiredVariables("${A:?say A} ${B?} ${C:-c} $D ${E} $${F:?f} ${A:?again}")).toEqual(["A", "B"]);
});

describe("good practice: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "an image without a tag",
      { [path]: replace("prom/prometheus:v3.13.2", "prom/prometheus") },
      problemAt(stack, "out/docker-compose.yml:", 'Service "prometheus"', "tag", "(compose-style)"),
    ],
    [
      "a port that is open to the world",
      { [path]: replace("        host_ip: 127.0.0.1\n", "") },
      problemAt(stack, 'Service "alertmanager"', "interface"),
    ],
    [
      "quotes around a volume, of which dclint says no service",
      { [path]: replace("- prometheus-data:/prometheus", '- "prometheus-data:/prometheus"') },
      problemAt(stack, 'service "prometheus": Quotes', "(compose-style)"),
    ],
    [
      "services in no order, of which dclint only warns",
      { [path]: replace("  prometheus:\n", "  a-prometheus:\n") },
      problemAt(stack, '"a-prometheus" should be before', "alphabetical", "(compose-style)"),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(composeStyle, changes)).toEqual(expected);
  });
});
