import { durationInMs } from "../../language/duration.ts";
import type { KnownLabels, KnownValue } from "../../routing/alert-matcher.ts";
import { readPromql } from "../../promql/read.ts";
import { entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import { namesRead } from "../names-read.ts";
import type { Facts, ReviewedAlert, ReviewedRecording } from "../version.ts";
import type { PlainDocument } from "./documents.ts";

/** The rules of plain files, of which only themselves are known. */
export interface PlainRules {
  readonly alerts: readonly Omit<ReviewedAlert, "notified" | "inhibitedBy">[];
  readonly recordings: readonly ReviewedRecording[];
}

/** The rules of a file of Prometheus, or of a PrometheusRule of Kubernetes; none in any other document. */
export function rulesOf(document: PlainDocument): PlainRules {
  const above = groupsAt.find((keys) => itemsAt(document.data, ...keys).length > 0) ?? [];
  const rules = itemsAt(document.data, ...above).flatMap((group, place) =>
    rulesOfGroup(group, [...above, place], document),
  );
  return {
    alerts: rules.flatMap((rule) => (rule.kind === "alert" ? alertOf(rule) : [])),
    recordings: rules.flatMap((rule) => (rule.kind === "record" ? ruleOf(rule) : [])),
  };
}

const groupsAt: readonly (readonly string[])[] = [["groups"], ["spec", "groups"]];

interface PlainRule {
  readonly kind: "alert" | "record";
  readonly name: string;
  readonly data: unknown;
  readonly group: string;
  readonly everyMs: number | undefined;
  readonly place: ReviewedAlert["place"];
}

function rulesOfGroup(
  group: unknown,
  at: readonly (string | number)[],
  { path, lineOf }: PlainDocument,
): PlainRule[] {
  const every = textAt(group, "interval");
  return itemsAt(group, "rules").flatMap((data, index) => {
    const kind = (["alert", "record"] as const).find((one) => textAt(data, one) !== undefined);
    if (kind === undefined) return [];
    return {
      kind,
      name: textAt(data, kind) ?? "",
      data,
      group: textAt(group, "name") ?? "",
      everyMs: every === undefined ? undefined : durationInMs(every),
      place: { file: path, line: lineOf(...at, "rules", index) },
    };
  });
}

function ruleOf({ name, data, group, everyMs, place }: PlainRule): ReviewedRecording {
  const expr = textOf(entriesAt(data).find(([key]) => key === "expr")?.[1]);
  const node = readPromql(expr);
  const reads = node ? namesRead(node) : [];
  const labels = textsAt(data, "labels");
  return { name, place, group, everyMs, expr, node, reads, labels, scenario: {}, waived: {} };
}

function alertOf(rule: PlainRule): PlainRules["alerts"][number] {
  const { data } = rule;
  const own = ruleOf(rule);
  return {
    ...own,
    severity: own.labels["severity"],
    forMs: durationInMs(textAt(data, "for") ?? "0s") ?? 0,
    keepFiringForMs: durationInMs(textAt(data, "keep_firing_for") ?? "0s") ?? 0,
    // Of a plain rule that stands in its expression.
    resolvesAt: undefined,
    annotations: textsAt(data, "annotations"),
    unit: undefined,
    inhibitors: undefined,
    sent: labelsSent(own),
    model: undefined,
  };
}

/** Those of the rule: a template gives what is known only when it fires, and an empty text takes a label away. */
function labelsSent({ name, labels }: Pick<ReviewedAlert, "name" | "labels">): KnownLabels {
  const known = Object.entries(labels).map(([label, value]): [string, KnownValue] => [
    label,
    value.includes("{{") ? { kind: "any" } : { kind: "one", value },
  ]);
  return new Map<string, KnownValue>([...known, ["alertname", { kind: "one", value: name }]]);
}

function textsAt(data: unknown, key: string): Facts {
  return Object.fromEntries(entriesAt(data, key).map(([name, value]) => [name, textOf(value)]));
}

/** YAML reads `expr: 1` as a number. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : JSON.stringify(value ?? "");
}
