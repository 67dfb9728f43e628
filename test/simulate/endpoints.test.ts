import { connect, type TLSSocket } from "node:tls";
import { once } from "node:events";
import { expect, test } from "vitest";
import { runningSimulator, urlOf } from "./running-simulator.ts";

const secondsOfDay = 24 * 60 * 60;

test("the JSON endpoint wants its token, and answers in the shape of the sample", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "ticket-shop-status");
  const ask = (authorization?: string) =>
    fetch(url, authorization === undefined ? {} : { headers: { authorization } });
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer wrong")).status).toBe(401);
  const token = simulator.tokens.get("shop_status_token");
  const answered = await ask(`Bearer ${token}`);
  expect(answered.status).toBe(200);
  expect(answered.headers.get("content-type")).toBe("application/json");
  const answer: unknown = await answered.json();
  expect(answer).toMatchObject({
    waiting_room: { buyers: 40 },
    memory: { heap_limit_bytes: 1e9 },
    blocked_addresses: [],
  });
  expect(Object.keys(answer ?? {})).toEqual(["time", "waiting_room", "memory", "blocked_addresses"]);
});

test("the JSON endpoint follows the scenario, and comes back", async () => {
  const simulator = await runningSimulator();
  const headers = { authorization: `Bearer ${simulator.tokens.get("shop_status_token")}` };
  const answer = async (): Promise<unknown> =>
    (await fetch(urlOf(simulator, "ticket-shop-status"), { headers })).json();
  expect(simulator.fire("TicketShopWaitingRoomFull")).toBeUndefined();
  expect(simulator.firing()).toEqual(["TicketShopWaitingRoomFull"]);
  expect(await answer()).toMatchObject({ waiting_room: { buyers: 510 } });
  simulator.rest("TicketShopWaitingRoomFull");
  expect(await answer()).toMatchObject({ waiting_room: { buyers: 40 } });
});

test("the health endpoint answers 200 with JSON, also its short form, and 503 while its alert is played", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "ticket-shop-health");
  // The JSON endpoint at the same address answers in its own words; the short form is the probe's alone.
  for (const [path, status] of [
    [url, "ok"],
    [`${url}/quick`, "healthy"],
  ] as const) {
    const response = await fetch(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status, issues: [] });
  }
  simulator.fire("TicketShopUnhealthy");
  expect((await fetch(url)).status).toBe(503);
});

test("the health endpoint says in words what the scenario says, and comes back", async () => {
  const simulator = await runningSimulator();
  const url = urlOf(simulator, "ticket-shop-health-status");
  expect(url).toBe(urlOf(simulator, "ticket-shop-health"));
  const answer = async (): Promise<unknown> => (await fetch(url)).json();
  const parts = { database: { status: "ok", check_ms: expect.closeTo(0.1) } };
  expect(await answer()).toMatchObject({ status: "ok", parts, issues: [] });
  simulator.fire("TicketShopDegraded");
  expect(await answer()).toMatchObject({ status: "degraded", parts });
  simulator.fire("TicketShopUnhealthy:2");
  expect(await answer()).toMatchObject({ status: "failed" });
  simulator.fire("TicketShopUnhealthy");
  expect((await fetch(url)).status).toBe(503);
  simulator.rest();
  expect(await answer()).toMatchObject({ status: "ok" });
});

test("a target that is to be down hangs up, and only that one", async () => {
  const simulator = await runningSimulator();
  simulator.fire("TicketShopWorkerDown");
  await expect(fetch(urlOf(simulator, "ticket-shop-worker"))).rejects.toThrow("fetch failed");
  // The same address: the shop and its health check are another matter.
  expect((await fetch(urlOf(simulator, "ticket-shop"))).status).toBe(200);
  expect((await fetch(urlOf(simulator, "ticket-shop-health"))).status).toBe(200);
  simulator.rest();
  expect((await fetch(urlOf(simulator, "ticket-shop-worker"))).status).toBe(200);
});

test("the certificate ends when the scenario says, and is not shown at all when it is not to be read", async () => {
  const simulator = await runningSimulator();
  const days = async () =>
    ((await certificateEnd(urlOf(simulator, "ticket-shop-certificate"))) - Date.now() / 1000) / secondsOfDay;
  expect(await days()).toBeCloseTo(365, 1);
  simulator.fire("TicketShopCertificateExpiring");
  expect(await days()).toBeCloseTo(6.9, 1);
  simulator.rest();
  simulator.fire("TicketShopCertificateUnseen");
  await expect(days()).rejects.toThrow();
});

test("a path that is not there says what is", async () => {
  const simulator = await runningSimulator();
  const response = await fetch(new URL("/nothing", urlOf(simulator, "grafana")));
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
