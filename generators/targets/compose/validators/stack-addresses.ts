import type { Place } from "../../../language/place.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile, type ParsedFile } from "../../validation/parse-file.ts";
import { counted, type OwnSubject } from "../../validation/subject.ts";
import { dataAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { composePath } from "./compose-config.ts";

/** Where the programs look for one another, against the services of the compose file and the ports that these listen at. */
export const stackAddresses: OwnValidator = {
  id: "stack-addresses",
  what: "where programs of the stack find one another",
  by: "signalbox",
  covers: (path) => path === composePath || readerOf(path) !== undefined,
  validate(subject) {
    const compose = parseFile(composePath, subject.files[composePath] ?? "").data;
    const found = subject.paths.flatMap((path) => readAddresses(path, subject));
    return {
      checked: counted(found.length, "address", "addresses"),
      findings: found.flatMap(({ path, line, address, of }) => {
        const mistake = mistakeIn(address, of, compose);
        const place: Place = subject.model.platform.deploy.place;
        return mistake === undefined ? [] : [{ path, line, place, message: mistake } satisfies FileFinding];
      }),
    };
  },
};

interface Written {
  readonly keys: readonly (string | number)[];
  /** The program that is meant; undefined: any. */
  readonly of?: string;
}

/** What reads where the addresses of the stack are in a file. */
function readerOf(path: string): ((data: unknown) => readonly Written[]) | undefined {
  if (path === "prometheus/prometheus.yml") return (data) => [...inAlerting(data), ...inScrapes(data)];
  return path.startsWith("grafana/provisioning/datasources/") ? inDataSources : undefined;
}

function inAlerting(data: unknown): Written[] {
  return itemsAt(data, "alerting", "alertmanagers").flatMap((group, index) =>
    itemsAt(group, "static_configs").flatMap((fixed, place) =>
      itemsAt(fixed, "targets").map((_, target) => ({
        keys: ["alerting", "alertmanagers", index, "static_configs", place, "targets", target],
        of: "alertmanager",
      })),
    ),
  );
}

/** Of the exporters, which Prometheus asks in the place of a target. */
function inScrapes(data: unknown): Written[] {
  return itemsAt(data, "scrape_configs").flatMap((job, index) =>
    itemsAt(job, "relabel_configs").flatMap((step, place) =>
      textAt(step, "target_label") === "__address__"
        ? [{ keys: ["scrape_configs", index, "relabel_configs", place, "replacement"] }]
        : [],
    ),
  );
}

function inDataSources(data: unknown): Written[] {
  return itemsAt(data, "datasources").map((source, index) => ({
    keys: ["datasources", index, "url"],
    of: textAt(source, "type") ?? "",
  }));
}

interface Address {
  readonly path: string;
  readonly line: number;
  readonly address: string;
  readonly of: string | undefined;
}

function readAddresses(path: string, { files }: OwnSubject): Address[] {
  const file: ParsedFile = parseFile(path, files[path] ?? "");
  const written = readerOf(path)?.(file.data) ?? [];
  return written.map(({ keys, of }) => ({
    path,
    of,
    line: file.lineOf(keys.map(String)),
    address: textAt(file.data, ...keys) ?? "",
  }));
}

function mistakeIn(address: string, of: string | undefined, compose: unknown): string | undefined {
  const [, host = "", port = ""] = /^(?:http:\/\/)?([\w.-]+):(\d+)\/?$/.exec(address) ?? [];
  const service = dataAt(compose, "services", host);
  if (host === "" || service === undefined)
    return `"${address}" is the address of no service in ${composePath}`;
  if (of !== undefined && of !== host) return `"${address}" is where ${host} is, and ${of} is meant`;
  return listensAt(service, port) ? undefined : `"${address}": ${host} listens at another port`;
}

/** By its flags, its environment, its health check or what is published of it. */
function listensAt(service: unknown, port: string): boolean {
  return new RegExp(`(?<!\\d)${port}(?!\\d)`).test(
    JSON.stringify(["command", "environment", "healthcheck"].map((key) => dataAt(service, key))),
  );
}
