import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { Described, Facts } from "../version.ts";
import type { PlainDocument } from "./documents.ts";

/** What Prometheus scrapes, of its configuration; none in any other document. */
export function jobsOf({ path, data, lineOf }: PlainDocument): Described[] {
  return itemsAt(data, "scrape_configs").flatMap((job, index) => {
    const name = textAt(job, "job_name");
    if (name === undefined) return [];
    const others = entriesAt(job).filter(([key]) => key !== "job_name");
    const facts = Object.fromEntries(
      others.map(([key, value]) => [key.replaceAll("_", " "), plainText(value)]),
    );
    return { name, place: { file: path, line: lineOf("scrape_configs", index) }, facts };
  });
}

/** What a compose file runs; none in any other document. */
export function containersOf({ path, data, lineOf }: PlainDocument): Described[] {
  return entriesAt(data, "services").flatMap(([name, service]) => {
    const image = textAt(service, "image");
    if (image === undefined) return [];
    const said = limitsOf(service).filter(([, value]) => value !== undefined);
    const facts = Object.fromEntries([
      ["image", image],
      ...said.map(([key, value]) => [key, plainText(value)]),
    ]);
    return { name, place: { file: path, line: lineOf("services", name) }, facts };
  });
}

/** The times of the week that Alertmanager's configuration names. */
export function hoursOf({ path, data, lineOf }: PlainDocument): Described[] {
  return ["time_intervals", "mute_time_intervals"].flatMap((key) =>
    itemsAt(data, key).map((interval, index) => ({
      name: textAt(interval, "name") ?? "",
      place: { file: path, line: lineOf(key, index) },
      facts: rangeFacts(itemsAt(interval, "time_intervals")),
    })),
  );
}

/** Of several ranges each has a number. */
function rangeFacts(ranges: readonly unknown[]): Facts {
  const facts = ranges.flatMap((range, index) =>
    entriesAt(range).map(([key, value]): [string, string] => {
      const name = key.replaceAll("_", " ");
      return [ranges.length === 1 ? name : `${name} of range ${index + 1}`, rangeText(value)];
    }),
  );
  return Object.fromEntries(facts);
}

function rangeText(value: unknown): string {
  if (!Array.isArray(value)) return plainText(value);
  const texts = itemsAt(value).map((one) => {
    const [from, to] = [textAt(one, "start_time"), textAt(one, "end_time")];
    return from === undefined || to === undefined ? plainText(one) : `${from} to ${to}`;
  });
  return texts.join(", ");
}

function limitsOf(service: unknown): (readonly [name: string, value: unknown])[] {
  return [
    ["memory", dataAt(service, "deploy", "resources", "limits", "memory") ?? dataAt(service, "mem_limit")],
    ["processors", dataAt(service, "deploy", "resources", "limits", "cpus") ?? dataAt(service, "cpus")],
    ["ports", dataAt(service, "ports")],
  ];
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
