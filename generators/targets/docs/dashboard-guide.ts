import { dashboardUrl } from "../../model/alert-relations.ts";
import type { DashboardModel, RowModel, VariableModel } from "../../model/dashboard-model.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { guideName } from "../../panels/index.ts";
import {
  bulletList,
  escapeMarkdown,
  heading,
  headingAnchors,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { sourceOf } from "../source-of.ts";

/** The title of the page of all dashboards, which is its first heading. */
const dashboardsTitle = "Dashboards";

/** Where each dashboard, by its uid, is found on the page of all dashboards: the name after `#`. */
export function dashboardAnchors({ dashboards }: Pick<Model, "dashboards">): Map<string, string> {
  const [, ...anchors] = headingAnchors([dashboardsTitle, ...dashboards.map(({ title }) => title)]);
  return new Map(dashboards.map(({ uid }, index) => [uid, anchors[index] ?? ""]));
}

/** The page of all dashboards: where each is, what can be chosen on it, and what its panels show. */
export const dashboardGuide: Output = (model) => {
  const { dashboards } = model;
  if (dashboards.length === 0) return {};
  const blocks = [
    heading(1, dashboardsTitle),
    "What Grafana shows. The dashboards come from files: changes made in Grafana are not kept.",
    dashboardTable(model, ""),
    ...dashboards.flatMap((dashboard) => section(dashboard, model)),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/dashboards.md": printMarkdown(blocks, { source: sourceOf(dashboards) }) };
};

function section(dashboard: DashboardModel, { platform }: Model): string[] {
  const { uid, title, description, folder, last, refresh, variables, annotations, rows } = dashboard;
  const time = `Shows the last ${last} at first${refresh === undefined ? "" : `, and refreshes every ${refresh}`}`;
  return [
    heading(2, title),
    escapeMarkdown(description),
    bulletList([
      `${link(`Open it in Grafana`, dashboardUrl(dashboard, platform))}, or find it in the folder ${escapeMarkdown(folder)}`,
      `uid: ${inlineCode(uid)}`,
      time,
      ...variables.map(variableText),
      ...annotations.map(({ name, color }) => `Marks in ${color} on the time axis: ${escapeMarkdown(name)}`),
    ]),
    ...rows.flatMap(rowSection),
  ];
}

/** All dashboards with what they are for. `page` is the path from the page that holds the table to that of all dashboards, empty on that itself. */
export function dashboardTable(model: Pick<Model, "dashboards">, page: string): string {
  const anchors = dashboardAnchors(model);
  return table(
    ["dashboard", "folder", "what it is for"],
    model.dashboards.map(({ uid, title, folder, description }) => [
      link(title, `${page}#${anchors.get(uid) ?? ""}`),
      escapeMarkdown(folder),
      escapeMarkdown(description),
    ]),
  );
}

/** A choice at the top of a dashboard, in a sentence. */
function variableText({ name, title, label, selector, ...variable }: VariableModel): string {
  const { multiple, all, matching, first, hidden } = variable;
  const several = multiple ? ", one or several at a time" : all === false ? "" : ", one or all at a time";
  const words = [
    matching === undefined ? "" : `, as far as ${inlineCode(matching)} matches`,
    first === undefined ? "" : `, at first ${inlineCode(first)}`,
    hidden ? "; not shown" : "",
  ].join("");
  return `Variable ${escapeMarkdown(title)} (${inlineCode(`$${name}`)}): the values of the label ${inlineCode(label)} of ${inlineCode(selector)}${several}${words}`;
}

/** A row of a dashboard: a table of its panels, with the alerts that are drawn into them, if there are any. */
function rowSection({ title, collapsed, repeatFor, panels }: RowModel): string[] {
  if (panels.length === 0) return [];
  const name = `**${escapeMarkdown(title)}**${collapsed ? " (collapsed)" : ""}${eachOf(repeatFor)}`;
  const draws = panels.some(({ alerts }) => alerts.length > 0);
  const columns = ["panel", "type", "what it shows", ...(draws ? ["alerts drawn in"] : [])];
  return [
    ...(title.trim() === "" ? [] : [name]),
    table(
      columns,
      panels.map((panel) => [...cells(panel), ...(draws ? [alertLinks(panel)] : [])]),
    ),
  ];
}

function cells(panel: PanelModel): string[] {
  return [
    escapeMarkdown(panel.title),
    `${guideName(panel)}${eachOf(panel.repeat?.variable)}`,
    escapeMarkdown(panel.description),
  ];
}

/** Of what is there once for each value that is chosen. */
function eachOf(variable: string | undefined): string {
  return variable === undefined ? "" : `, one for each ${inlineCode(`$${variable}`)}`;
}

function alertLinks({ alerts }: PanelModel): string {
  return alerts.map(({ name }) => link(name, `alerts/${name}.md`)).join(", ");
}
