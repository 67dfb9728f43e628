import { connect, type TLSSocket } from "node:tls";
import { once } from "node:events";
import { expect, test } from "vitest";
import { runningSimulator, urlOf } from "./running-simulator.ts";

const secondsOfDay = 24 * 60 * 60;

test("the JSON endpoint wants its token, and answers in the shape of the sample", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "spacetime-performance");
  const ask = (authorization?: string) =>
    fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer wrong")).status).toBe(401);
  const token = simulator.tokens.get("jwt_token");
  const answered = await ask(`Bearer ${token}`);
  expect(answered.status).toBe(200);
  expect(answered.headers.get("content-type")).toBe("application/json");
  const answer: unknown = await answered.json();
  expect(answer).toMatchObject({ engine: { fps: 90, nodes_in_use: 890 }, security: { blocked_ips: [] } });
  expect(Object.keys(answer ?? {})).toEqual(["timestamp", "cache", "security", "memory", "engine"]);
});

test("the JSON endpoint follows the scenario, and comes back", async () => {
  const simulator = await runningSimulator();
  const headers = { authorization: `Bearer ${simulator.tokens.get("jwt_token")}` };
  const fps = async (): Promise<unknown> =>
    (await fetch(urlOf(simulator, "spacetime-performance"), { headers })).json();
  expect(simulator.ring("SpaceTimeLowFPS")).toBeUndefined();
  expect(simulator.ringing()).toEqual(["SpaceTimeLowFPS"]);
  expect(await fps()).toMatchObject({ engine: { fps: 44.9 } });
  simulator.quiet("SpaceTimeLowFPS");
  expect(await fps()).toMatchObject({ engine: { fps: 90 } });
});

test("the health endpoint answers 200 with JSON, also its short form, and 503 while its alert is played", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "spacetime-health");
  for (const path of [url, `${url}/quick`]) {
    const response = await fetch(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "healthy", issues: [] });
  }
  simulator.ring("HealthCheckFailing");
  expect((await fetch(url)).status).toBe(503);
});

test("the health endpoint says in words what the scenario says, and comes back", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "spacetime-health-status");
  expect(url).toBe(urlOf(simulator, "spacetime-health"));
  const answer = async (): Promise<unknown> => (await fetch(url)).json();
  const parts = { scene_loader: { status: "healthy", check_duration_ms: expect.closeTo(0.1) } };
  expect(await answer()).toMatchObject({ status: "healthy", subsystems: parts, issues: [] });
  simulator.ring("ServiceDegraded");
  expect(await answer()).toMatchObject({ status: "degraded", subsystems: parts });
  simulator.ring("HealthCheckFailing:2");
  expect(await answer()).toMatchObject({ status: "unhealthy" });
  simulator.ring("HealthCheckFailing");
  expect((await fetch(url)).status).toBe(503);
  simulator.quiet();
  expect(await answer()).toMatchObject({ status: "healthy" });
});

test("a target that is to be down hangs up, and only that one", async () => {
  const simulator = await runningSimulator();
  simulator.ring("SpaceTimeAPIDown");
  await expect(fetch(urlOf(simulator, "spacetime-http-api"))).rejects.toThrow("fetch failed");
  // The same address, as in the game: the health check is another matter.
  expect((await fetch(urlOf(simulator, "spacetime-health"))).status).toBe(200);
  simulator.quiet();
  expect((await fetch(urlOf(simulator, "spacetime-http-api"))).status).toBe(200);
});

test("the certificate ends when the scenario says, and is not shown at all when it is not to be read", async () => {
  const simulator = await runningSimulator();
  const days = async () =>
    ((await certificateEnd(urlOf(simulator, "spacetime-certificate"))) - Date.now() / 1000) / secondsOfDay;
  expect(await days()).toBeCloseTo(365, 1);
  simulator.ring("SpaceTimeCertificateExpiringSoon");
  expect(await days()).toBeCloseTo(6.9, 1);
  simulator.quiet();
  simulator.ring("SpaceTimeHealthCertificateUnseen");
  await expect(days()).rejects.toThrow();
});

test("a path that is not there says what is", async () => {
  const simulator = await runningSimulator();
  const response = await fetch(new URL("/nothing", urlOf(simulator, "spacetime-telemetry")));
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("/nothing is not here; there is /metrics\n");
});

/** Until when the certificate of an address is valid; seconds since 1970. */
async function certificateEnd(url: string): Promise<number> {
  const socket: TLSSocket = connect({
    host: "127.0.0.1",
    port: Number(new URL(url).port),
    rejectUnauthorized: false,
  });
  try {
    await once(socket, "secureConnect");
    return Date.parse(socket.getPeerCertificate().valid_to) / 1000;
  } finally {
    socket.destroy();
  }
}
