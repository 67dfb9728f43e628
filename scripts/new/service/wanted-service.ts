import type { Family } from "../../../generators/exposition/exposition.ts";

/** A service that somebody wants, with what is known of it. */
export interface WantedService {
  readonly name: string;
  readonly title: string;
  readonly owner: string | undefined;
  readonly job: string;
  readonly target: Target;
  /** What its program exposes; undefined: not known yet. */
  readonly families: readonly Family[] | undefined;
  /** The program that exposes it, such as postgres_exporter, where the exposition says so. */
  readonly program: string | undefined;
}

/** Where a service is scraped. */
export interface Target {
  /** `host:port`; undefined: a person must answer. */
  readonly address: string | undefined;
  readonly path: string;
  readonly scheme: "http" | "https";
}

/** Of an address, what Prometheus would scrape: `http://db1:9187/metrics` is `db1:9187`. */
export function targetOf(address: string): Target {
  const { protocol, port, hostname, pathname } = new URL(address);
  const scheme = protocol === "https:" ? "https" : "http";
  return { address: `${hostname}:${port || (scheme === "https" ? 443 : 80)}`, path: pathname, scheme };
}

/** `postgres_exporter` of `postgres_exporter_build_info`. */
export function programIn(families: readonly Family[]): string | undefined {
  const info = families.find(({ name }) => name.endsWith("_build_info"));
  return info?.name.slice(0, -"_build_info".length);
}
