import type { InputPanel, InputRow } from "../../../generators/import/dashboards/input-dashboard.ts";
import { linkSaid } from "../../../generators/import/dashboards/say-links.ts";
import { asJson, sayPanel } from "../../../generators/import/dashboards/say-panel.ts";
import type { SaidPanel, SaidQuery } from "../../../generators/import/dashboards/said-panel.ts";
import { call, type Code, keyOf, list, object, text } from "../../code/code.ts";
import { flow } from "../../../generators/model/dashboards/layout.ts";
import { itemsAt } from "../../../generators/targets/validation/untyped-data.ts";
import type { Needs } from "../../new/module-path.ts";
import type { BoardOutcomes } from "./board-outcomes.ts";
import { dataCode, entriesCode } from "./data-code.ts";

/** Code, with what must be imported for it. */
export interface NeedingCode {
  readonly code: Code;
  readonly needs: Needs;
}

/** What the code of a dashboard is made with. */
export interface BoardWords {
  /** An expression in typed words, or as text where it must be, or none reach it. */
  readonly expression: (expr: string, asText: boolean) => NeedingCode;
  /** How the file calls a variable of the dashboard. */
  readonly variableNamed: (name: string) => string | undefined;
  readonly outcomes: BoardOutcomes;
}

/** A panel as it is said: in its word, or as JSON where the build refuses the word. */
export function saidPanel(panel: InputPanel, { raw }: BoardOutcomes): SaidPanel {
  const reason = raw.get(panel);
  return reason === undefined ? sayPanel(panel) : asJson(panel, reason);
}

/** The rows of a dashboard are lists of panels that stand above it, each under a name. */
export function rowCode(
  row: InputRow,
  title: string,
  names: readonly string[],
  { variableNamed }: Pick<BoardWords, "variableNamed">,
): Code {
  const repeat = row.repeat === undefined ? undefined : variableNamed(row.repeat);
  const options = [
    ...(row.collapsed ? [{ key: "collapsed", value: "true" }] : []),
    ...(repeat === undefined ? [] : [{ key: "repeatFor", value: repeat }]),
  ];
  // The brackets of the list stay on the line of the call, where it is the last of it.
  if (options.length === 0) return { ...list(names), open: `row(${text(title)}, [`, close: "])" };
  return call("row", [text(title), list(names), object("", options)]);
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Where each panel of a row stands below its heading; undefined: where it flows by itself. */
export function cornersIn({ panels }: InputRow): readonly (Corner | undefined)[] {
  const top = Math.min(...panels.map(({ position }) => position.y));
  const corners = panels.map(({ position: { x, y } }) => ({ x, y: y - top }));
  const sizes = panels.map(({ position: { width, height } }) => ({ type: "raw", width, height }) as const);
  const flows = flow(sizes).every(({ x, y }, index) => x === corners[index]?.x && y === corners[index]?.y);
  return flows ? panels.map(() => undefined) : corners;
}

/** A panel in its word. */
export function panelCode(panel: InputPanel, at: Corner | undefined, words: BoardWords): NeedingCode {
  const { outcomes, variableNamed } = words;
  const said = saidPanel(panel, outcomes);
  const { width, height } = panel.position;
  const queries = said.queries.map((query) => queryCode(query, outcomes.asText.has(panel), words));
  const links = itemsAt(panel.json, "links").map(linkSaid);
  const repeated = panel.repeat === undefined ? undefined : variableNamed(panel.repeat);
  const corner = at === undefined ? {} : { at: { x: at.x, y: at.y } };
  const code = object(
    said.word,
    [
      ...entriesCode({ title: panel.title, description: panel.description, width, height, ...corner }),
      ...(queries.length === 0 ? [] : [{ key: "queries", value: list(queries.map((one) => one.code)) }]),
      ...entriesCode(said.options),
      ...(repeated === undefined ? [] : [{ key: "repeat", value: repeatCode(panel, repeated) }]),
      ...(links.length === 0 ? [] : [{ key: "links", value: list(links.map(dataCode)) }]),
      ...allowCode(outcomes.allowed.get(panel)),
    ],
    { wrapped: true },
  );
  const own = { words: [said.word], exports: [] };
  return { code, needs: together([own, ...queries.map(({ needs }) => needs)]) };
}

function allowCode(allowed: ReadonlyMap<string, string> = new Map()) {
  const entries = [...allowed].map(([check, why]) => ({ key: keyOf(check), value: text(why) }));
  return entries.length === 0 ? [] : [{ key: "allow", value: object("", entries) }];
}

function repeatCode({ json }: InputPanel, variable: string): Code {
  const { repeatDirection, maxPerRow } = json;
  return object("", [
    { key: "for", value: variable },
    ...(repeatDirection === "v" ? [{ key: "direction", value: text("down") }] : []),
    ...(typeof maxPerRow === "number" && repeatDirection !== "v"
      ? [{ key: "perRow", value: String(maxPerRow) }]
      : []),
  ]);
}

function queryCode({ expr, options }: SaidQuery, asText: boolean, { expression }: BoardWords): NeedingCode {
  const { code, needs } = expression(expr, asText);
  if (Object.keys(options).length === 0) return { code, needs };
  return {
    code: call("query", [code, object("", entriesCode(options))]),
    needs: together([{ words: ["query"], exports: [] }, needs]),
  };
}

export function together(needs: readonly Needs[]): Needs {
  return { words: needs.flatMap(({ words }) => words), exports: needs.flatMap(({ exports }) => exports) };
}
