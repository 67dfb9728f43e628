import type {
  InputDashboard,
  InputPanel,
  InputVariable,
} from "../../../generators/import/dashboards/input-dashboard.ts";
import { labelValues } from "../../../generators/import/dashboards/dashboard-readers.ts";
import { linkSaid } from "../../../generators/import/dashboards/say-links.ts";
import { variableOptions } from "../../../generators/import/dashboards/say-variable.ts";
import * as language from "../../../generators/language/index.ts";
import { durationInMs } from "../../../generators/language/duration.ts";
import { textAt } from "../../../generators/targets/validation/untyped-data.ts";
import { call, type Code, list, named, object, text } from "../../code/code.ts";
import { printImports } from "../../code/imports.ts";
import { camelCase, isVariableName, kebabCase } from "../../code/names.ts";
import { openAnswer } from "../../code/open-answer.ts";
import { printStatement } from "../../code/print-code.ts";
import { importsFor, type Needs } from "../../new/module-path.ts";
import { type BoardWords, cornersIn, type NeedingCode, panelCode, rowCode, together } from "./board-code.ts";
import type { BoardFile } from "./board-file.ts";
import type { BoardOutcomes } from "./board-outcomes.ts";
import { entriesCode } from "./data-code.ts";

/** How a dashboard is written: its file, its uid, and how its expressions are said. */
export interface BoardToWrite {
  readonly board: InputDashboard;
  readonly uid: string;
  readonly path: string;
  readonly exported: string;
  readonly folder: string;
  readonly expression: (expr: string, asText: boolean) => NeedingCode;
  /** The series that a variable asks; undefined: no words reach it. */
  readonly selector: (variable: InputVariable) => NeedingCode | undefined;
  readonly outcomes: BoardOutcomes;
}

interface Statement {
  readonly name: string;
  readonly made: NeedingCode;
  readonly part: InputPanel | InputVariable;
}

/** A dashboard as a file: its variables, its panels, and behind them what holds them. */
export function boardFile(wanted: BoardToWrite): BoardFile {
  const { board, path, exported } = wanted;
  const taken = new Set<string>([exported, "targets", ...Object.keys(language)]);
  const variables = board.variables.flatMap((variable) => variableStatement(variable, wanted, taken));
  const nameOf = new Map(variables.map(({ part, name }) => [part, name]));
  const words: BoardWords = {
    ...wanted,
    variableNamed: (name) => variables.find(({ part }) => "query" in part && part.name === name)?.name,
  };
  const rows = board.rows.map((row) => {
    const corners = cornersIn(row);
    const panels = row.panels.map((panel, index): Statement => {
      const name = freeName(`${camelCase(kebabCase(panel.title)) || "a"}Panel`, taken);
      return { name, part: panel, made: panelCode(panel, corners[index], words) };
    });
    const names = panels.map(({ name }) => name);
    return { panels, code: rowCode(row, row.title || board.title, names, words) };
  });
  const statements = [...variables, ...rows.flatMap(({ panels }) => panels)];
  const code = dashboardCode(
    wanted,
    variables.map(({ part }) => nameOf.get(part) ?? ""),
    rows.map((row) => row.code),
  );
  const own: Needs = { words: ["dashboard", "row"], exports: [] };
  const needs = together([own, ...statements.map(({ made }) => made.needs)]);
  return {
    kind: "new",
    path,
    ...withParts(printImports(importsFor(path, needs)), statements, { exported, code }),
  };
}

function variableStatement(
  variable: InputVariable,
  { selector, outcomes }: BoardToWrite,
  taken: Set<string>,
): Statement[] {
  const asked = labelValues(variable);
  const of = asked && !outcomes.refused.has(variable) ? selector(variable) : undefined;
  if (!asked || !of) return [];
  const code = call("variable", [
    text(variable.name),
    object("", [
      { key: "title", value: text(variable.title) },
      { key: "of", value: of.code },
      { key: "label", value: text(asked.label) },
      ...entriesCode(variableOptions(variable)),
    ]),
  ]);
  const needs = together([{ words: ["variable"], exports: [] }, of.needs]);
  return [
    { name: freeName(camelCase(kebabCase(variable.name)), taken), part: variable, made: { code, needs } },
  ];
}

function dashboardCode(
  { board, uid, folder }: BoardToWrite,
  variables: readonly string[],
  rows: readonly Code[],
): Code {
  const { title, description, tags, refresh, from, links } = board;
  const own = links.filter((link) => textAt(link, "type") === "link").map(linkSaid);
  return named("dashboard", uid, [
    { key: "title", value: text(title) },
    { key: "description", value: text(description || openAnswer(`what does ${title} show, and for whom?`)) },
    { key: "folder", value: text(folder) },
    ...(tags.length === 0 ? [] : [{ key: "tags", value: list(tags.map(text)) }]),
    ...(durationInMs(refresh ?? "") === undefined ? [] : [{ key: "refresh", value: text(refresh ?? "") }]),
    { key: "last", value: text(lastOf(from)) },
    ...(variables.length === 0 ? [] : [{ key: "variables", value: list(variables) }]),
    ...(own.length === 0
      ? []
      : [{ key: "links", value: list(own.map((link) => object("", entriesCode(link)))) }]),
    { key: "rows", value: list(rows) },
  ]);
}

/** Of what does not end now Grafana's own six hours are as good as any. */
export function lastOf(from: string): string {
  const [, last = ""] = /^now-(\w+)$/.exec(from) ?? [];
  return durationInMs(last) === undefined ? "6h" : last;
}

function withParts(
  imports: string,
  statements: readonly Statement[],
  { exported, code }: { readonly exported: string; readonly code: Code },
): Pick<BoardFile, "text" | "parts"> {
  const parts: { line: number; part: InputPanel | InputVariable | undefined }[] = [];
  let whole = `${imports}\n`;
  const lineNow = () => whole.split("\n").length;
  for (const { name, made, part } of statements) {
    parts.push({ line: lineNow(), part });
    whole += `${printStatement(`const ${name} = `, made.code)}${"query" in part ? "" : "\n"}`;
  }
  parts.push({ line: lineNow(), part: undefined });
  const gap = whole.endsWith("\n\n") ? "" : "\n";
  return { text: `${whole}${gap}${printStatement(`export const ${exported} = `, code)}`, parts };
}

export function freeName(wanted: string, taken: Set<string>): string {
  const start = isVariableName(wanted) ? wanted : `the${wanted.slice(0, 1).toUpperCase()}${wanted.slice(1)}`;
  let name = start;
  for (let count = 2; taken.has(name); count += 1) name = `${start}${count}`;
  taken.add(name);
  return name;
}
