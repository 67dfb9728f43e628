import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startMailServer } from "../../scripts/up/receiver/mail-server.ts";

test("a client that breaks its connection off ends nothing", async () => {
  const taken: string[] = [];
  const server = await startMailServer((message) => taken.push(message));
  onTestFinished(() => server.stop());
  const [host = "", port = ""] = server.host.split(":");
  const thrown: unknown[] = [];
  const note = (error: unknown) => void thrown.push(error);
  process.on("uncaughtException", note);
  onTestFinished(() => void process.off("uncaughtException", note));
  for (let count = 0; count < 5; count += 1) {
    const socket = connect(Number(port), host);
    await once(socket, "data");
    socket.write("EHLO there\r\nDATA\r\n");
    await once(socket, "data");
    socket.resetAndDestroy();
    await once(socket, "close");
  }
  await wait(50);
  expect(thrown).toEqual([]);
  expect(taken).toEqual([]);
});
