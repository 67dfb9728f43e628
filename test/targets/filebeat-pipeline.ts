import { isIP } from "node:net";
import { parse } from "yaml";
import { filebeatEvent, isFields, type FilebeatEvent } from "./filebeat-event.ts";
import { parseTimestamp } from "./filebeat-timestamp.ts";

/** The parts of filebeat.yml that a line goes through. */
interface Input {
  readonly id: string;
  readonly parsers?: readonly { readonly multiline: Multiline }[];
  readonly tags?: readonly string[];
  readonly fields: Record<string, unknown>;
}
interface Multiline {
  readonly pattern: string;
  readonly negate: true;
  readonly match: "after";
}
interface Script {
  readonly source: string;
}
interface Timestamp {
  readonly field: string;
  readonly layouts: readonly string[];
  readonly timezone: string;
  readonly test: readonly string[];
}
interface Convert {
  readonly fields: readonly { readonly from: string; readonly to: string; readonly type: "ip" }[];
}
interface Config {
  readonly "filebeat.inputs": readonly Input[];
  readonly processors: readonly Record<string, unknown>[];
}

/** When the lines of a test are read, which is their time until a processor finds a better one. */
export const readAt = "2026-01-01T00:00:00.000Z";

/**
 * What Filebeat makes of the lines of a file, by the configuration that was generated: its script is run as it stands, and
 * its other steps are done as Filebeat documents them. A step that is not known here is an error.
 */
export function ship(
  configText: string,
  inputId: string,
  lines: readonly string[],
): Record<string, unknown>[] {
  // A cast: the text is ours, and a shape that is not as declared makes the tests fail.
  const config = parse(configText, { version: "1.1" }) as Config;
  const input = config["filebeat.inputs"].find(({ id }) => id === inputId);
  if (!input) throw new Error(`there is no input "${inputId}"`);
  const multiline = input.parsers?.[0]?.multiline;
  const messages = multiline ? joined(lines, multiline) : lines;
  const steps = config.processors.map(step);
  return messages.map((message) => {
    const tags = input.tags ? { tags: [...input.tags] } : {};
    const event = filebeatEvent({
      "@timestamp": readAt,
      message,
      log: { file: { path: inputId } },
      ...tags,
      ...input.fields,
    });
    for (const apply of steps) apply(event);
    return event.fields;
  });
}

/** `negate: true, match: after`: what does not match the pattern is appended to what came before. */
function joined(lines: readonly string[], { pattern, negate, match }: Multiline): string[] {
  if (!negate || match !== "after") throw new Error("only `negate: true, match: after` is known");
  const start = new RegExp(pattern);
  return lines.reduce<string[]>((messages, line) => {
    const last = messages.at(-1);
    return last === undefined || start.test(line)
      ? [...messages, line]
      : [...messages.slice(0, -1), `${last}\n${line}`];
  }, []);
}

type Step = (event: FilebeatEvent) => void;

function step(processor: Record<string, unknown>): Step {
  const [[name, settings] = []] = Object.entries(processor);
  switch (name) {
    // Casts: see above.
    case "script":
      return script(settings as Script);
    case "timestamp":
      return timestamp(settings as Timestamp);
    case "convert":
      return convert(settings as Convert);
    case "drop_fields":
      return (event) => {
        for (const field of (settings as { readonly fields: readonly string[] }).fields) event.Delete(field);
      };
    // They add what they find around Filebeat, and take nothing away.
    case "add_host_metadata":
    case "add_cloud_metadata":
    case "add_docker_metadata":
    case "add_kubernetes_metadata":
      return () => undefined;
    default:
      throw new Error(`the processor "${name}" is not known`);
  }
}

/** The script as it stands; Filebeat tags an event at which it throws, and so does this. */
function script({ source }: Script): Step {
  // A cast: the source defines `process`, or the tests fail.
  const run = new Function(`"use strict";\n${source}\nreturn process;`)() as Step;
  return (event) => {
    try {
      run(event);
    } catch {
      event.Tag("_js_exception");
    }
  };
}

function timestamp({ field, layouts, timezone, test }: Timestamp): Step {
  for (const text of test) {
    if (parseTimestamp(text, layouts, timezone) === undefined) throw new Error(`"${text}" is no time`);
  }
  return (event) => {
    const text = event.Get(field);
    if (text === null) return;
    const time = parseTimestamp(String(text), layouts, timezone);
    // Filebeat would leave out all further steps.
    if (time === undefined) throw new Error(`"${String(text)}" is no time`);
    event.Put("@timestamp", time);
  };
}

function convert({ fields }: Convert): Step {
  return (event) => {
    for (const { from, to, type } of fields) {
      if (type !== "ip") throw new Error(`the type "${String(type)}" is not known`);
      const value = event.Get(from);
      if (typeof value === "string" && isIP(value) !== 0) event.Put(to, value);
    }
  };
}

/** The fields of an event by their dotted paths, to compare them at a glance. */
export function flat(fields: Record<string, unknown>, prefix = ""): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      isFields(value) ? Object.entries(flat(value, `${prefix}${key}.`)) : [[`${prefix}${key}`, value]],
    ),
  );
}
