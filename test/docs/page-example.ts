import { grouped } from "./grouped.ts";
import { statementsOf, type Statement } from "./typescript.ts";

/** What a page defines in its blocks: a file of the ticket shop of its own, and where each export of it belongs. */
export interface PageExample {
  /** `how-to-absent`: of docs/how-to/absent.md. */
  readonly name: string;
  /** How its module is called where it is imported. */
  readonly module: string;
  readonly text: string;
  /** The names of its exports, by the option of `service(…)` that takes them. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Panels, as TypeScript: for its metrics, its recordings and its expressions. */
  readonly panels: readonly string[];
}

/** Which option of a service takes what a word of the language makes. */
const options: Readonly<Record<string, string>> = {
  scrapeJob: "jobs",
  probe: "jobs",
  jsonEndpoint: "jobs",
  metrics: "metrics",
  recording: "recordings",
  alert: "alerts",
  dashboard: "dashboards",
  slo: "slos",
  runbook: "runbooks",
  logSource: "logs",
  jsonFields: "jsonFields",
  inhibition: "inhibitions",
  copyRoute: "copies",
};

function nameOf(page: string): string {
  return page
    .replace(/^docs\//, "")
    .replace(/\.md$/, "")
    .replaceAll(/\W+/g, "-")
    .toLowerCase();
}

/** How a module with a page's example is called where it is imported. */
function moduleOf(page: string): string {
  return `of_${nameOf(page).replaceAll("-", "_")}`;
}

/** The example that blocks of a page make, one after the other. */
export function pageExample(page: string, blocks: readonly string[]): PageExample {
  const statements = statementsOf(blocks.join("\n")).filter(({ kind }) => kind !== "import");
  const shown = statements.map((statement, index) => asDefinition(statement, index));
  const taken = shown.flatMap(({ names, word = "" }) =>
    names.flatMap((name) => (options[word] === undefined ? [] : [{ name, option: options[word] }])),
  );
  const parts = grouped(taken, ({ option }) => option);
  return {
    name: nameOf(page),
    module: moduleOf(page),
    text: `${shown.map(({ text }) => text).join("\n")}\n`,
    parts: Object.fromEntries(parts.map(([option, all]) => [option, all.map(({ name }) => name)])),
    panels: shown.flatMap((statement) => panelsOf(statement, moduleOf(page))),
  };
}

/** An expression alone is shown on a panel. */
function asDefinition(statement: Statement, index: number): Statement {
  if (statement.kind !== "expression") return statement;
  const name = `shown${index}`;
  const text = `export const ${name} = ${statement.text.replace(/^(?:\/\/.*\n)*/, "")}`;
  return { text, names: [name], word: "expression", kind: "declaration" };
}

/** What shows a definition: a metric of the page has to be used, and an alert has to be about something that is shown. */
function panelsOf({ text, names: [name = ""], word }: Statement, module: string): string[] {
  if (isPanel(word)) return [`${module}.${name}`];
  if (word === "expression" || word === "recording")
    return [panel(`${name} of the page`, `${module}.${name}`)];
  if (word !== "metrics") return [];
  const metrics = text.matchAll(/^ +(\w+): (counter|gauge|histogram)\(([\s\S]*?)\}\),?$/gm);
  return [...metrics].flatMap(([, metric = "", kind = "", inside = ""]) =>
    /\bunused:/.test(inside) ? [] : [panel(metric, `${module}.${name}.${metric}${asShown[kind] ?? ""}`)],
  );
}

/** Whether a word makes a panel, which is shown as it is. */
function isPanel(word: string | undefined): boolean {
  return [
    "timeSeries",
    "stat",
    "table",
    "gaugePanel",
    "barGauge",
    "heatmap",
    "pieChart",
    "rawPanel",
    "stateTimeline",
  ].includes(word ?? "");
}

const asShown: Readonly<Record<string, string>> = {
  counter: '.rate("5m")',
  gauge: "",
  histogram: '.rate("5m")',
};

function panel(title: string, expression: string): string {
  return `timeSeries({ title: "${title}", description: "What the page defines.", queries: [${expression}] })`;
}
