import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { bodyOf } from "../up/receiver/body.ts";

/** Takes what an Alertmanager sends, in place of everybody. */
export interface Listener {
  readonly address: string;
  /** Whether a receiver was notified of the alert that has this value of the label. */
  readonly hasHeard: (receiver: string, value: string) => boolean;
  readonly stop: () => Promise<void>;
}

/** Listens on a free port of 127.0.0.1. */
export async function startListener(label: string): Promise<Listener> {
  const heard = new Set<string>();
  const server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => {
        const sent: unknown = JSON.parse(body);
        const receiver = textAt(sent, "receiver") ?? "";
        for (const alert of itemsAt(sent, "alerts"))
          heard.add(keyOf(receiver, textAt(alert, "labels", label) ?? ""));
        response.end();
      })
      // It is sent again, or whoever sent it is gone.
      .catch(() => void response.writeHead(400).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A cast: a server that listens on a port has an address that is no text.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    hasHeard: (receiver, value) => heard.has(keyOf(receiver, value)),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function keyOf(receiver: string, value: string): string {
  return JSON.stringify([receiver, value]);
}
