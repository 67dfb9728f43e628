import type { Place } from "../../language/place.ts";
import { readText } from "../../promql/read.ts";
import type { Node } from "../../promql/tree.ts";
import type { InputDashboard, InputPanel, InputVariable } from "./input-dashboard.ts";
import { legendOf } from "./say-queries.ts";

/** Something that reads series and records none. */
export interface Reader {
  /** As people call it. */
  readonly name: string;
  readonly node: Node;
  readonly place: Place;
  /** Labels that its result must have. */
  readonly labels: readonly string[];
  /** Whether it is a choice among the values of a label, which shows nothing. */
  readonly isChoice: boolean;
}

/** All that dashboards read: which metrics there must be, and with which labels. */
export function readersOf(dashboards: readonly InputDashboard[]): Reader[] {
  return dashboards.flatMap(({ variables, rows }) => [
    ...variables.flatMap(variableReader),
    ...rows.flatMap(({ panels }) => panels).flatMap(panelReaders),
  ]);
}

function panelReaders({ title, queries, place }: InputPanel): Reader[] {
  return queries.flatMap((query) => {
    const node = nodeOfText(query.expr ?? "");
    const { legend = "" } = legendOf(query);
    const labels = [...legend.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].flatMap(([, label = ""]) => label);
    return node ? [{ name: `the panel ${title}`, node, place, labels, isChoice: false }] : [];
  });
}

function variableReader(variable: InputVariable): Reader[] {
  const asked = labelValues(variable);
  if (!asked) return [];
  return [
    {
      name: `the variable ${variable.name}`,
      node: asked.node,
      place: variable.place,
      labels: [asked.label],
      isChoice: true,
    },
  ];
}

/** What `label_values(metric{…}, label)` asks; undefined: it asks something else. */
export function labelValues({
  type,
  query,
}: InputVariable): { readonly node: Node; readonly label: string } | undefined {
  const [, selector = "", label = ""] = /^\s*label_values\(([^]+),\s*(\w+)\s*\)\s*$/.exec(query) ?? [];
  const node = type === "query" && selector !== "" ? nodeOfText(selector) : undefined;
  return node?.kind === "selector" ? { node, label } : undefined;
}

/** PromQL with Grafana's variables in it; undefined: Prometheus would refuse it. */
export function nodeOfText(text: string): Node | undefined {
  const { node, diagnostics } = readText(text, { variables: true });
  return diagnostics.length === 0 ? node : undefined;
}
