import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Authority } from "./certificate.ts";
import { tlsServer } from "./tls-server.ts";
import { groupBy } from "../../generators/group-by.ts";
import { text, type Answer, type Route } from "./route.ts";

/** A simulated program that listens. */
export interface Origin {
  /** `127.0.0.1:34567` */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** Serves the routes of one address on a free port of 127.0.0.1; where it speaks TLS, with certificates of the authority. */
export async function serveOrigin(routes: readonly Route[], authority: Authority): Promise<Origin> {
  const byPath = new Map(
    [...groupBy(routes, ({ path }) => path)].map(([path, own]) => [path, together(own)]),
  );
  const answerTo = async ({ url = "/", headers }: IncomingMessage): Promise<Answer> => {
    const asked = targetOf(url);
    if (asked === undefined) return text(400, "that is no path");
    const { pathname, searchParams } = asked;
    const answer = byPath.get(pathname) ?? routeAbove(pathname, routes)?.answer;
    return (
      answer?.({ path: pathname, query: searchParams, headers }) ?? notFound(pathname, [...byPath.keys()])
    );
  };
  const listener: RequestListener = (request, response) => {
    answerTo(request)
      .then((given) => {
        if (given === "hang up") return void request.socket.destroy();
        response.writeHead(given.status, { "content-type": given.contentType }).end(given.body);
      })
      // Such as a status that HTTP does not have.
      .catch((error: unknown) => void response.writeHead(502).end(`${String(error)}\n`));
  };
  const certificates = routes.flatMap(({ certificate }) => certificate ?? []);
  const isTls = routes.some(({ origin }) => origin.startsWith("https:"));
  const server = isTls ? tlsServer(listener, certificates, authority) : createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  // A cast: a server that listens on a port has an address that is no text.
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, stop: () => close(server) };
}

/** What is asked for: a path that begins with two slashes is no host, and a proxy is asked for a whole address. */
function targetOf(target: string): URL | undefined {
  const whole = /^[a-z]+:\/\//i.test(target) ? target : `http://localhost${target.replace(/^(?!\/)/, "/")}`;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}

/** Several jobs may ask one address: they see its failures alike, and of its answers the one that is not made up. */
function together(routes: readonly Route[]): Route["answer"] {
  const realLast = [...routes].sort((a, b) => Number(b.isMadeUp ?? false) - Number(a.isMadeUp ?? false));
  return async (request) => {
    let given: Answer = "hang up";
    for (const { answer } of realLast) {
      given = await answer(request);
      if (given === "hang up" || given.status !== 200) return given;
    }
    return given;
  };
}

function routeAbove(path: string, routes: readonly Route[]): Route | undefined {
  const above = routes.filter(
    (route) => route.answersBelow === true && path.startsWith(`${route.path.replace(/\/$/, "")}/`),
  );
  return above.sort((a, b) => b.path.length - a.path.length)[0];
}

function notFound(path: string, known: readonly string[]): Answer {
  return text(404, `${path} is not here; there is ${known.join(", ")}`);
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
