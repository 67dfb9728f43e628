import type { NotifierKind } from "../../../generators/language/notifier.ts";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readMail } from "./mail-message.ts";
import { startMailServer } from "./mail-server.ts";
import { isNotifierKind, type Notification } from "./notification.ts";
import { receiverHeader, transports } from "./transports.ts";

/** Receives notifications in place of the services they are meant for, and of a mail server. */
export interface NotificationServer {
  /** Where this kind of notifier of a receiver sends its notifications. */
  readonly urlFor: (receiver: string, kind: NotifierKind) => string;
  /** `127.0.0.1:34567`, where e-mail is taken. */
  readonly smarthost: string;
  readonly stop: () => Promise<void>;
}

/** How many notifications are kept: it may run for days. */
const mostKept = 1000;

/** Starts taking notifications on free ports of 127.0.0.1. */
export async function startReceiver(take: (notification: Notification) => void): Promise<NotificationServer> {
  const taken: Notification[] = [];
  const accept: Accept = (receiver, kind, raw, path) => {
    const earlier = taken.filter((one) => one.receiver === receiver && one.kind === kind);
    const words = transports[kind].read({ raw, path, earlier });
    if (!words) return;
    const notification = { atMs: Date.now(), receiver, kind, raw, ...words };
    taken.push(notification);
    taken.splice(0, taken.length - mostKept);
    take(notification);
  };
  const mail = await startMailServer((message) => {
    accept(readMail(message).headers.get(receiverHeader.toLowerCase()) ?? "unknown", "email", message, []);
  });
  const server = takingBy(accept);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A cast: a server that listens on a port has an address that is no text.
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (receiver, kind) => `http://127.0.0.1:${port}/${encodeURIComponent(receiver)}/${kind}`,
    smarthost: mail.host,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, mail.stop()]);
    },
  };
}

type Accept = (receiver: string, kind: NotifierKind, raw: string, path: readonly string[]) => void;

/** Answers as the services do that are notified by HTTP. */
function takingBy(accept: Accept): Server {
  return createServer((request, response) => {
    const [address = ""] = (request.url ?? "").split("?");
    const [, receiver = "", kind = "", ...path] = address.split("/").map(decodeURIComponent);
    bodyOf(request)
      .then((raw) => {
        const answer = isNotifierKind(kind) ? transports[kind].answer : "mail";
        if (!isNotifierKind(kind) || answer === "mail") return void response.writeHead(404).end();
        accept(receiver, kind, raw, path);
        response.writeHead(answer.status).end(answer.body);
      })
      .catch((error: unknown) => void response.writeHead(400).end(`${String(error)}\n`));
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString("utf8");
}
