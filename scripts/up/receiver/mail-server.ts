import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { mostBytes } from "./body.ts";

/** Takes every e-mail that is sent to it on a free port of 127.0.0.1, and passes none on. */
export async function startMailServer(take: (message: string) => void): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // A client that goes away in the middle of a message takes the message with it.
    socket.on("error", () => undefined);
    converse(socket, take);
  });
  await listening(server);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    host: `127.0.0.1:${port ?? 0}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export interface MailServer {
  /** `127.0.0.1:34567` */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
}

/** The few commands of SMTP that a client needs to hand over a message. */
function converse(socket: Socket, take: (message: string) => void): void {
  let message: string[] | undefined;
  let bytesBefore = 0;
  // A line may be without end too, and nothing comes of it before it has one.
  socket.on("data", () => {
    if (socket.bytesRead - bytesBefore > mostBytes) socket.destroy();
  });
  const reply = (line: string) => void socket.write(`${line}\r\n`);
  reply("220 localhost takes e-mail and passes none on");
  const lines = createInterface({ input: socket, crlfDelay: Infinity });
  // It says again what the socket has said.
  lines.on("error", () => undefined);
  lines.on("line", (line) => {
    if (message && line !== ".") {
      // The client doubles a point at the start of a line.
      message.push(line.replace(/^\./, ""));
    } else if (message) {
      const taken = message.join("\n");
      reply(answerOf(() => take(taken)));
      message = undefined;
      bytesBefore = socket.bytesRead;
    } else if (/^DATA$/i.test(line)) {
      message = [];
      reply("354 end with a point on a line of its own");
    } else if (/^QUIT$/i.test(line)) {
      socket.end("221 good bye\r\n");
    } else {
      reply(/^(?:HELO|EHLO|MAIL|RCPT|RSET|NOOP)\b/i.test(line) ? "250 localhost" : "502 not known here");
    }
  });
}

/** What cannot be read as an e-mail is refused; whoever sent it may go on. */
function answerOf(take: () => void): string {
  try {
    take();
    return "250 taken";
  } catch {
    return "554 not understood";
  }
}
