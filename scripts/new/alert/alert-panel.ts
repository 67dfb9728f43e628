import type { Service } from "../../../generators/language/service.ts";
import { call, type Code, list, object, text } from "../../code/code.ts";
import { isVariableName } from "../../code/names.ts";
import { addDefinition, type AddedDefinition } from "../add-definition.ts";
import { jobsOf } from "../dashboard/jobs-of.ts";
import { dashboardCode, dashboardNeeds, hugging } from "../dashboard/dashboard-code.ts";
import type { KnownProject, Refused } from "../known-project.ts";
import { importsFor, type Needs } from "../module-path.ts";
import { addImports } from "../syntax/add-imports.ts";
import { addToBrackets } from "../syntax/add-to-brackets.ts";
import { bare, moduleOf, nodesIn, optionsOfCall, propertyOf } from "../syntax/module.ts";
import { sourcesOf, type Sources } from "../sources.ts";
import type { WrittenFile } from "../written-files.ts";
import { wordsOfName, type WantedAlert } from "./alert-code.ts";
import type { Node } from "@babel/types";

/** The words that a panel needs as the alert does: those that an expression begins with. */
const inExpressions: readonly string[] = ["ratioOf", "time"];

/** The row of a dashboard that panels of new alerts go to. */
const rowTitle = "Alerts";

/** The panel that shows what the alert is about, on the first dashboard of its service, or on a new one. */
export async function addPanel(
  alert: WantedAlert,
  added: AddedDefinition,
  service: Service,
  known: KnownProject,
): Promise<readonly WrittenFile[] | Refused> {
  const sources = sourcesOf(known.project, added.files);
  const panel = panelCode(alert);
  const isState = alert.condition.badState !== undefined;
  const word = isState ? "stat" : "timeSeries";
  const exports = [...alert.condition.exports, ...(isState ? [] : [added.exported])];
  const ofShown = alert.condition.words.filter((one) => inExpressions.includes(one));
  const needs: Needs = { words: ["query", "row", word, ...ofShown], exports };
  const [first] = Object.values(service.dashboards ?? {});
  if (!first) return ownDashboard(panel, needs, service, { known, sources });
  const path = first.place.file;
  const source = sources.read(path);
  const longer = withPanel(source, first.uid, panel);
  if (longer === undefined) {
    return {
      refused: `${path} has no dashboard("${first.uid}", { rows: [ … ] }) that a panel could be added to. Add a panel that shows what ${alert.name} is about.`,
    };
  }
  const isRowThere = longer.row === "old";
  const words = needs.words.filter((one) => one !== "row" || !isRowThere);
  const edited = addImports(longer.text, importsFor(path, { ...needs, words }));
  if ("refused" in edited) return { refused: `${path} cannot be added to: ${edited.refused}.` };
  return [{ kind: "changed", path, text: edited.text }];
}

/** The dashboard's text with the panel in its row of alerts; undefined where it is not written out. */
function withPanel(
  source: string,
  uid: string,
  panel: Code,
): { readonly text: string; readonly row: "old" | "new" } | undefined {
  const module = moduleOf(source);
  const value = module && propertyOf(optionsOfCall(module, "dashboard", uid), "rows");
  const rows = value && bare(value);
  if (!module || rows?.type !== "ArrayExpression") return undefined;
  const panels = rows.elements.flatMap((row) => panelsOf(row)).at(-1);
  const inRow = panels && addToBrackets(module, panels, panel);
  if (inRow !== undefined) return { text: inRow, row: "old" };
  const withRow = addToBrackets(module, rows, hugging("row", rowTitle, [panel]));
  return withRow === undefined ? undefined : { text: withRow, row: "new" };
}

/** The list of panels in `row("Alerts", [ … ])`. */
function panelsOf(row: Node | null): Node[] {
  if (row?.type !== "CallExpression" || row.callee.type !== "Identifier" || row.callee.name !== "row")
    return [];
  const [title, panels] = row.arguments;
  return title?.type === "StringLiteral" && title.value === rowTitle && panels
    ? [...nodesIn(panels)].slice(0, 1)
    : [];
}

function panelCode({ name, about, condition }: WantedAlert): Code {
  const { shown, badState, labels } = condition;
  const legend = ["instance", ...labels.slice(0, 2)];
  const options = object("", [{ key: "legend", value: legendOf(legend) }]);
  const query = call("query", [shown, options]);
  return object(
    badState === undefined ? "timeSeries" : "stat",
    [
      { key: "title", value: text(wordsOfName(name)) },
      { key: "description", value: text(about) },
      { key: "queries", value: list([query]) },
      badState === undefined
        ? { key: "thresholds", value: `[${name}]` }
        : { key: "valueNames", value: object("", [stateOf(0, "No", badState), stateOf(1, "Yes", badState)]) },
    ],
    { wrapped: true },
  );
}

/** `0: { text: "No", color: "red" }` */
function stateOf(state: 0 | 1, word: string, bad: 0 | 1) {
  const entries = [
    { key: "text", value: text(word) },
    { key: "color", value: text(state === bad ? "red" : "green") },
  ];
  return { key: String(state), value: object("", entries) };
}

/** What a line is called: the values of these labels, some of which no variable can be named after. */
function legendOf(labels: readonly string[]): Code {
  const isPlain = labels.every(isVariableName);
  const parameters = isPlain ? `({ ${labels.join(", ")} })` : "(labels)";
  const values = labels.map((label) => (isPlain ? label : `labels.${label}`));
  const body = values.length === 1 ? values.join("") : `\`${values.map((one) => `\${${one}}`).join(" ")}\``;
  return { kind: "arrow", parameters, body };
}

/** A service without dashboards gets one. */
async function ownDashboard(
  panel: Code,
  needs: Needs,
  service: Service,
  { known, sources }: { readonly known: KnownProject; readonly sources: Sources },
): Promise<readonly WrittenFile[] | Refused> {
  const jobs = await jobsOf(service, known);
  const { name, title } = service;
  const rows = [hugging("row", rowTitle, [panel])];
  const code = dashboardCode({ uid: name, title, folder: title, jobs }, rows);
  const own = dashboardNeeds(jobs);
  const all = { words: [...own.words, ...needs.words], exports: [...own.exports, ...needs.exports] };
  const definition = { part: "dashboards", name: "overview", file: "overview", code, needs: all } as const;
  const dashboard = addDefinition(definition, service, sources);
  return "refused" in dashboard ? dashboard : dashboard.files;
}
