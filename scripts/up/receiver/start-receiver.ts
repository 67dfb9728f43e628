import type { NotifierKind } from "../../../generators/language/notifier.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf, tooLong } from "./body.ts";
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

type Accept = (receiver: string, kind: NotifierKind, raw: string, path: readonly string[]) => void;

/** Starts taking notifications on free ports of 127.0.0.1. */
export async function startReceiver(take: (notification: Notification) => void): Promise<NotificationServer> {
  const taken: Notification[] = [];
  const accept: Accept = (receiver, kind, raw, path) => {
    const earlier = taken.filter((one) => one.receiver === receiver && one.kind === kind);
    const words = transports[kind].read({ raw, path, earlier });
    if (!words) return;
    const notification = { atMs: Date.now(), receiver, kind, raw, ...words };
    taken.push(notification);
    forgetOldest(taken);
    take(notification);
  };
  const mail = await startMailServer((message) => {
    accept(readMail(message).headers.get(receiverHeader.toLowerCase()) ?? "unknown", "email", message, []);
  });
  const server = createServer((request, response) => {
    receive(request, response, accept).catch((error: unknown) => refuse(response, error));
  });
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

/** How much is kept: it may run for days, and anybody on this machine may send something. */
const mostKept = { notifications: 1000, characters: 64 * 1024 * 1024 };

function forgetOldest(taken: Notification[]): void {
  let characters = taken.reduce((sum, { raw }) => sum + raw.length, 0);
  while (taken.length > mostKept.notifications || characters > mostKept.characters)
    characters -= taken.shift()?.raw.length ?? 0;
}

async function receive(request: IncomingMessage, response: ServerResponse, accept: Accept): Promise<void> {
  const raw = await bodyOf(request);
  const [address = ""] = (request.url ?? "").split("?");
  // A URIError where what stands behind a % is no character.
  const [, receiver = "", kind = "", ...path] = address.split("/").map(decodeURIComponent);
  const answer = isNotifierKind(kind) ? transports[kind].answer : "mail";
  if (!isNotifierKind(kind) || answer === "mail") return void response.writeHead(404).end();
  // Opsgenie's alerts are changed by PUT.
  if (request.method !== "POST" && request.method !== "PUT")
    return void response.writeHead(405, { allow: "POST, PUT" }).end();
  accept(receiver, kind, raw, path);
  response.writeHead(answer.status).end(answer.body);
}

/** Nothing that is sent ends the program: whoever sent it is told what is wrong with it, if he is still there. */
function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  // What else comes of a body that is too long is not waited for.
  const status = error === tooLong ? 413 : 400;
  response.writeHead(status, { connection: "close" }).end(`${String(error)}\n`);
}
