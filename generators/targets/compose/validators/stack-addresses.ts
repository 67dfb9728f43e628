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
    const { parse = parseFile } = subject;
    const data = (path: string): unknown => parse(path, subject.files[path] ?? "").data;
    const stack = { compose: data(composePath), filebeat: data("filebeat/filebeat.yml") };
    const found = subject.paths.flatMap((path) => readAddresses(path, subject));
    return {
      checked: counted(found.length, "address", "addresses"),
      findings: found.flatMap(({ path, line, ...address }) => {
        const mistake = mistakeIn(address, stack);
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
  /** Who asks, or looks for it there; undefined: somebody else than Prometheus and the exporters. */
  readonly by?: readonly string[];
  /** Whether nothing is wrong where there is no such service: what is looked for by name may be absent. */
  readonly mayBeAbsent?: boolean;
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

/** Of targets that are found by name, and of the exporters, which Prometheus asks in the place of a target. */
function inScrapes(data: unknown): Written[] {
  return itemsAt(data, "scrape_configs").flatMap((job, index) => {
    const steps = itemsAt(job, "relabel_configs").map((step, place) => ({ step, place }));
    const addresses = steps.filter(({ step }) => textAt(step, "target_label") === "__address__");
    const exporter = addresses.find(({ step }) => itemsAt(step, "source_labels").length === 0)?.step;
    const [asking] = (textAt(exporter, "replacement") ?? "").split(":");
    return addresses.map(({ step, place }) => ({
      keys: ["scrape_configs", index, "relabel_configs", place, "replacement"],
      by: step === exporter || !asking ? ["prometheus"] : ["prometheus", asking],
      mayBeAbsent: step !== exporter,
    }));
  });
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
  readonly by: readonly string[];
  readonly mayBeAbsent: boolean;
}

function readAddresses(path: string, { files, parse = parseFile }: OwnSubject): Address[] {
  const file: ParsedFile = parse(path, files[path] ?? "");
  const written = readerOf(path)?.(file.data) ?? [];
  return written.map(({ keys, of, by = [], mayBeAbsent = false }) => ({
    path,
    of,
    by,
    mayBeAbsent,
    line: file.lineOf(keys.map(String)),
    address: textAt(file.data, ...keys) ?? "",
  }));
}

interface Stack {
  readonly compose: unknown;
  /** Its file says where it listens. */
  readonly filebeat: unknown;
}

function mistakeIn(
  { address, of, by, mayBeAbsent }: Omit<Address, "path" | "line">,
  { compose, filebeat }: Stack,
): string | undefined {
  const [, host = "", port = ""] = /^(?:https?:\/\/)?([\w.-]+):(\d+)(?:\/.*)?$/.exec(address) ?? [];
  const service = dataAt(compose, "services", host);
  if (host !== "" && service === undefined && mayBeAbsent) return undefined;
  if (host === "" || service === undefined)
    return `"${address}" is the address of no service in ${composePath}`;
  if (of !== undefined && of !== host) return `"${address}" is where ${host} is, and ${of} is meant`;
  const says = host === "filebeat" ? dataAt(filebeat, "http") : service;
  if (!listensAt(says, port)) return `"${address}": ${host} listens at another port`;
  const apart = by.find((program) => !shareNetwork(program, host, compose));
  return apart === undefined ? undefined : `"${address}": ${apart} and ${host} are in no network together`;
}

function shareNetwork(one: string, other: string, compose: unknown): boolean {
  const networks = new Set(itemsAt(compose, "services", one, "networks"));
  return one === other || itemsAt(compose, "services", other, "networks").some((name) => networks.has(name));
}

/** By its flags, its environment, its health check, or the port in its own file. */
function listensAt(says: unknown, port: string): boolean {
  return new RegExp(`(?<!\\d)${port}(?!\\d)`).test(
    JSON.stringify(["command", "environment", "healthcheck", "port"].map((key) => dataAt(says, key))),
  );
}
