import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { notificationLine, type Notification } from "../../scripts/up/receiver/notification.ts";
import { mostBytes } from "../../scripts/up/receiver/body.ts";
import { startReceiver } from "../../scripts/up/receiver/start-receiver.ts";
import { certificateAuthority } from "../../scripts/simulate/certificate.ts";
import { serveOrigin } from "../../scripts/simulate/serve-origin.ts";
import { text } from "../../scripts/simulate/route.ts";

/** What comes back of bytes that are sent as they are, until the other side has nothing more to say. */
async function answerTo(host: string, bytes: string): Promise<string> {
  const socket = connect(Number(host.split(":")[1]), "127.0.0.1");
  let answer = "";
  socket.setEncoding("latin1").on("data", (piece: string) => (answer += piece));
  socket.on("error", () => undefined);
  socket.end(bytes);
  await once(socket, "close");
  return answer;
}

const request = (target: string, method = "GET", body = "") =>
  `${method} ${target} HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

async function receiver() {
  const taken: Notification[] = [];
  const server = await startReceiver((one) => taken.push(one));
  onTestFinished(() => server.stop());
  const url = server.urlFor("team", "webhook");
  return { taken, server, url, host: new URL(url).host };
}

async function target() {
  const route = { origin: "http://localhost:1", path: "/metrics", answer: async () => text(200, "up 1") };
  const broken = { ...route, path: "/broken", answer: async () => text(0, "no status") };
  const served = await serveOrigin([route, broken], certificateAuthority("test"));
  onTestFinished(() => served.stop());
  return served;
}

const hostile: readonly (readonly [string, string])[] = [
  ["two slashes", request("//")],
  ["three slashes", request("///metrics")],
  ["half a character", request("/%E0%A4%A/webhook", "POST", "{}")],
  ["a lone percent", request("/%", "POST", "{}")],
  ["an address as of a proxy", request("http://elsewhere:9090/metrics")],
  ["an address that is none", request("http://[/metrics")],
  ["a star", request("*", "OPTIONS")],
  ["no path", request("metrics")],
  ["a tunnel", request("elsewhere:443", "CONNECT")],
  [
    "another protocol",
    "GET /metrics HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  ],
  ["another method", request("/team/webhook", "DELETE")],
  ["a method that there is not", request("/metrics", "BREW")],
  ["no HTTP", "\u0000\u0001\u0002\r\n\r\n"],
  ["a flood of headers", `GET / HTTP/1.1\r\nHost: here\r\n${"X-Much: more\r\n".repeat(10_000)}\r\n`],
  ["a body that breaks off", "POST /team/webhook HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{"],
  ["a length that is none", "POST /team/webhook HTTP/1.1\r\nHost: here\r\nContent-Length: -1\r\n\r\n{}"],
  ["a status that HTTP does not have", request("/broken")],
];

describe("no request ends the receiver or a simulated target", () => {
  test.each(hostile)("%s", async (_what, bytes) => {
    const { host, url, taken } = await receiver();
    const { host: simulated } = await target();
    for (const one of [host, simulated]) {
      const [answer = ""] = (await answerTo(one, bytes)).split("\r\n");
      expect(answer).toMatch(/^$|^HTTP\/1\.1 (?:200|4\d\d|502) /);
    }
    expect((await fetch(`http://${simulated}/metrics`)).status).toBe(200);
    expect((await fetch(url, { method: "POST", body: '{"alerts":[]}' })).status).toBe(200);
    expect(taken).toHaveLength(1);
  });
});

test("a path of two slashes is answered as one that is not there", async () => {
  const { host } = await target();
  expect(await answerTo(host, request("//"))).toMatch(/^HTTP\/1\.1 404 /);
});

test("half a character in a path is told to whoever sent it", async () => {
  const { host } = await receiver();
  expect(await answerTo(host, request("/%E0%A4%A/webhook", "POST", "{}"))).toMatch(/^HTTP\/1\.1 400 /);
});

/** Sends so many bytes as fast as they are taken, or until the other side closes. */
async function flood(socket: Socket, bytes: number): Promise<void> {
  const piece = Buffer.alloc(1024 * 1024, "a");
  const pieces = Array.from({ length: bytes / piece.length }, () => piece);
  await pipeline(Readable.from(pieces), socket).catch(() => undefined);
  if (!socket.closed) await once(socket, "close");
}

test("a body of 300 MB is refused, and takes no memory", async () => {
  const { host, url, taken } = await receiver();
  const socket = connect(Number(host.split(":")[1]), "127.0.0.1");
  let answer = "";
  socket.on("data", (piece: Buffer) => (answer += piece.toString()));
  const before = process.memoryUsage();
  const length = 300 * 1024 * 1024;
  socket.write(`POST /team/webhook HTTP/1.1\r\nHost: here\r\nContent-Length: ${length}\r\n\r\n`);
  await flood(socket, length);
  const { arrayBuffers, external } = process.memoryUsage();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  // The whole body would be twenty times the limit.
  expect(arrayBuffers + external - before.arrayBuffers - before.external).toBeLessThan(8 * mostBytes);
  expect((await fetch(url, { method: "POST", body: '{"alerts":[]}' })).status).toBe(200);
  expect(taken).toHaveLength(1);
});

test("an e-mail without end is refused, and one that cannot be read too", async () => {
  const { server, url, taken } = await receiver();
  const port = Number(server.smarthost.split(":")[1]);
  const endless = connect(port, "127.0.0.1");
  endless.write("EHLO here\r\nMAIL FROM:<a@b>\r\nRCPT TO:<a@b>\r\nDATA\r\n");
  await flood(endless, 2 * mostBytes);
  expect(endless.destroyed).toBe(true);
  const answer = await answerTo(server.smarthost, "DATA\r\n\u0000=?utf-8?q?=FF?=\r\n.\r\nBREW\r\nQUIT\r\n");
  expect(answer).toMatch(/^220 .*\r\n354 .*\r\n(?:250|554) .*\r\n502 .*\r\n221 /);
  expect((await fetch(url, { method: "POST", body: '{"alerts":[]}' })).status).toBe(200);
  expect(taken.at(-1)?.kind).toBe("webhook");
});

test("what a notification says does nothing to a terminal", async () => {
  const { url, taken } = await receiver();
  const commands = "\u001b[2J\u001b]0;owned\u0007 \r\n\u009b31m \u202egnihton\u2066";
  const alert = { labels: { alertname: `A${commands}` }, annotations: {} };
  const body = JSON.stringify({
    status: "firing",
    alerts: [alert],
    commonAnnotations: { summary: commands },
  });
  await fetch(url, { method: "POST", body });
  const [notification] = taken;
  if (!notification) throw new Error("nothing was taken");
  const line = notificationLine(notification, 4, new PassThrough());
  expect(line).toContain("\\u001b[2J\\u001b]0;owned\\u0007 \\u000d\\u000a\\u009b31m \\u202egnihton\\u2066");
  expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});
