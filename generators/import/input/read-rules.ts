import { formatDuration, durationInMs } from "../../language/duration.ts";
import { readText } from "../../promql/read.ts";
import { documentsOf, type PlainDocument, type PlainFile, singly } from "../../review/plain/documents.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { InputRule, InputRules, Remark, Texts } from "./input-rule.ts";

/** The rules of Prometheus' rule files and of PrometheusRule manifests, whatever the files are called; what cannot be read is said. */
export function readRules(files: readonly PlainFile[]): InputRules {
  const found = files.map(rulesOfFile);
  return {
    rules: found.flatMap(({ rules }) => rules),
    remarks: found.flatMap(({ remarks }) => remarks),
  };
}

function rulesOfFile(file: PlainFile): InputRules {
  const documents = documentsOf(file);
  if ("unread" in documents) return { rules: [], remarks: [unread(file, documents.unread)] };
  const found = documents.flatMap(singly).flatMap(rulesOfDocument);
  return {
    rules: found.flatMap((one) => ("node" in one ? one : [])),
    remarks: found.flatMap((one) => ("message" in one ? one : [])),
  };
}

function unread({ path }: PlainFile, complaint: string): Remark {
  const [, line, message] = /:(\d+): ([^]*)$/.exec(complaint) ?? [];
  return {
    place: { file: path, line: Number(line ?? 1) },
    message: `this is no YAML: ${message ?? complaint}`,
  };
}

const groupsAt: readonly (readonly string[])[] = [["groups"], ["spec", "groups"]];

function rulesOfDocument(document: PlainDocument): (InputRule | Remark)[] {
  const above = groupsAt.find((keys) => itemsAt(document.data, ...keys).length > 0) ?? [];
  return itemsAt(document.data, ...above).flatMap((group, index) =>
    itemsAt(group, "rules").map((_, at) => ruleAt({ document, group, keys: [...above, index, "rules", at] })),
  );
}

interface RuleAt {
  readonly document: PlainDocument;
  readonly group: unknown;
  readonly keys: readonly (string | number)[];
}

function ruleAt({ document, group, keys }: RuleAt): InputRule | Remark {
  const { path: file, lineOf, commentOf } = document;
  const data = dataAt(document.data, ...keys);
  const place = { file, line: lineOf(...keys) };
  const kind = (["alert", "record"] as const).find((one) => textAt(data, one) !== undefined);
  if (kind === undefined) return { place, message: "this rule has neither alert nor record" };
  const name = textAt(data, kind) ?? "";
  const expr = textOf(dataAt(data, "expr"));
  const { node, diagnostics } = readText(expr);
  const [mistake] = diagnostics;
  if (!node || mistake) {
    const what = mistake?.message ?? "it is empty";
    return {
      place: { file, line: lineOf(...keys, "expr") },
      message: `${name}: Prometheus refuses its expression: ${what}`,
    };
  }
  const wrong = ["for", "keep_firing_for"].find((key) => isNoDuration(dataAt(data, key)));
  if (wrong !== undefined) return { place, message: `${name}: ${wrong} is no duration` };
  return {
    ...{ kind, name, expr, node, place },
    labels: textsAt(data, "labels"),
    annotations: textsAt(data, "annotations"),
    for: durationAt(data, "for"),
    keepFiringFor: durationAt(data, "keep_firing_for"),
    group: textAt(group, "name") ?? "",
    every: durationAt(group, "interval"),
    comment: commentOf(...keys),
  };
}

function isNoDuration(value: unknown): boolean {
  return value !== undefined && durationInMs(textOf(value)) === undefined;
}

/** As the language writes durations. */
function durationAt(data: unknown, key: string): string | undefined {
  const value = dataAt(data, key);
  const ms = value === undefined ? undefined : durationInMs(textOf(value));
  return ms === undefined ? undefined : formatDuration(ms);
}

function textsAt(data: unknown, key: string): Texts {
  return Object.fromEntries(entriesAt(data, key).map(([name, value]) => [name, textOf(value)]));
}

/** YAML reads `expr: 1` as a number. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value ?? "");
}
