import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import type { Socket } from "node:net";
import { healthyCertificateSeconds } from "../../generators/jobs/probe.ts";
import { certificateAuthority, localCertificate, type Authority, type Certificate } from "./certificate.ts";
import type { Route, ShownCertificate } from "./route.ts";

/** What a job says of the certificate of an address that it probes. */
type Said = NonNullable<Route["certificate"]>;

/** A server whose certificate is at each connection as the jobs that probe it say. */
export function tlsServer(listener: RequestListener, said: readonly Said[], authority: Authority): Server {
  // Whose certificate no client was given.
  const stranger = certificateAuthority("nobody knows");
  const make = ({ until, isTrusted }: ShownCertificate): Certificate =>
    localCertificate(until ?? healthyEnd(), isTrusted ? authority : stranger);
  let shown: ShownCertificate = { until: undefined, isTrusted: true };
  const server = createServer(make(shown), listener);
  // Before the secure connection begins: what is decided here holds for it.
  server.prependListener("connection", (socket: Socket) => {
    const wanted = together(said.map((ask) => ask()));
    if (!wanted) return void socket.destroy();
    if (isSame(wanted, shown)) return;
    shown = wanted;
    server.setSecureContext(make(shown));
  });
  return server;
}

/** All jobs see one certificate: trusted if none says otherwise, and it ends when the first of them says. */
function together(said: readonly (ShownCertificate | undefined)[]): ShownCertificate | undefined {
  const all = said.filter((one) => one !== undefined);
  const ends = all.flatMap(({ until }) => (until ? [until.getTime()] : []));
  // Somebody cannot connect, or the moment is none.
  if (all.length < said.length || ends.some(Number.isNaN)) return undefined;
  return {
    until: ends.length > 0 ? new Date(Math.min(...ends)) : undefined,
    isTrusted: all.every(({ isTrusted }) => isTrusted),
  };
}

function isSame(one: ShownCertificate, other: ShownCertificate): boolean {
  if (one.isTrusted !== other.isTrusted || !one.until || !other.until)
    return one.isTrusted === other.isTrusted && one.until === other.until;
  // A certificate counts seconds.
  return Math.abs(one.until.getTime() - other.until.getTime()) < 1000;
}

function healthyEnd(): Date {
  return new Date(Date.now() + healthyCertificateSeconds * 1000);
}
