import { expect, test } from "vitest";
import { stackHardening } from "../../generators/targets/compose/validators/stack-hardening.ts";
import { placeOf, problemAt, problemsOfShop, replace } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const path = "docker-compose.yml";
const stack = placeOf("platform.ts", "deploy: compose(");

/** Changes a service alone: the same lines stand in all of them. */
function ofService(name: string, from: string, to: string): (text: string) => string {
  return (text) => {
    const start = text.indexOf(`\n  ${name}:\n`) + 1;
    // The next service, or the next section.
    const end = start + text.slice(start).search(/\n {0,2}\w/);
    return text.slice(0, start) + replace(from, to)(text.slice(start, end)) + text.slice(end);
  };
}

test("the shop as it is built has nothing to find", async () => {
  expect(await problemsOf(stackHardening)).toEqual([]);
});

test.each([
  ["alertmanager", "    pids_limit: 256\n", "", ["has no pids_limit: it may take all of the machine"]],
  ["grafana", "    cpus: 1\n", "", ["has no cpus: it may take all of the machine"]],
  ["grafana", "    cpus: 1\n", "    cpus: 0\n", ["has no cpus: it may take all of the machine"]],
  ["grafana", "pids_limit: 512", "pids_limit: -1", ["has no pids_limit: it may take all of the machine"]],
  ["grafana", "pids_limit: 512", "pids_limit: 51", ["has pids_limit: 51, and the definitions say 512"]],
  [
    "prometheus",
    "memswap_limit: 64m",
    "memswap_limit: 512m",
    ["has memswap_limit: 512m, and the definitions say 64m", "may swap"],
  ],
  [
    "prometheus",
    "prom/prometheus:v3.13.2",
    "prom/prometheus:v3.13.1",
    ["runs prom/prometheus:v3.13.1, and the definitions say prom/prometheus:v3.13.2"],
  ],
  [
    "prometheus",
    "    read_only: true\n",
    "",
    ["writes into its root filesystem, and no reason is known for it"],
  ],
  [
    "kibana-token",
    "no-new-privileges:true",
    "no-new-privileges:false",
    ["may gain privileges: security_opt has no no-new-privileges:true"],
  ],
  ["grafana", "    read_only", "    privileged: true\n    read_only", ["is privileged"]],
  ["grafana", "      - ALL", "      - NET_RAW", ["keeps capabilities that it does not need"]],
  [
    "filebeat",
    "      - DAC_READ_SEARCH\n",
    "      - DAC_READ_SEARCH\n      - SYS_ADMIN\n",
    ["has the capability SYS_ADMIN, and no reason is known for it"],
  ],
  [
    "grafana",
    "    cap_drop",
    "    cap_add:\n      - DAC_READ_SEARCH\n    cap_drop",
    ["has the capability DAC_READ_SEARCH, and no reason is known for it"],
  ],
  [
    "grafana",
    "    read_only",
    "    network_mode: host\n    pid: host\n    read_only",
    ["has network_mode: host, and no reason is known for it", "has pid: host, and no reason is known for it"],
  ],
  [
    "grafana",
    "    volumes:\n",
    "    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n",
    ["mounts the socket of docker, with which it is master of the machine"],
  ],
])("%s with %j in the place of %j", async (name, from, to, messages) => {
  expect(await problemsOf(stackHardening, { [path]: ofService(name, from, to) })).toEqual(
    messages.map((message) => problemAt(stack, `service "${name}" ${message}`, "(stack-hardening)")),
  );
});
