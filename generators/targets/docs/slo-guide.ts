import { dashboardsWithUid, partsOfService } from "../../model/lookups.ts";
import { durationInMs } from "../../language/duration.ts";
import { dashboardUrl } from "../../model/alert-relations.ts";
import type { Model } from "../../model/model.ts";
import type { BurnModel, SloModel } from "../../model/slo-model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { heardAtFirst } from "../../rule-tests/heard-at-first.ts";
import { heardAtNight } from "../../rule-tests/heard-at-night.ts";
import type { Output } from "../../output.ts";
import {
  bulletList,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { sourceOf } from "../source-of.ts";

/** The page about SLOs: how much may be bad, what fires when the budget burns too fast, and where to look. */
export const sloGuide: Output = (model) => {
  const { slos } = model;
  if (slos.length === 0) return {};
  const services = model.services.filter(({ name }) => partsOfService(model, name).slos.length > 0);
  const blocks = [
    heading(1, "Service-level objectives"),
    "What users were promised, and how often the promise may be broken: the error budget. Alerts fire not because something is bad, but because at this rate the budget would be spent too soon.",
    promiseTable(slos),
    ...services.flatMap(({ name, title }) => [heading(2, title), ...sectionsOf(name, model)]),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/slos.md": printMarkdown(blocks, { source: sourceOf(slos) }) };
};

function sectionsOf(service: string, model: Model): string[] {
  const own = partsOfService(model, service).slos;
  return own.flatMap((slo) => [heading(3, slo.title), ...sloSection(slo, model)]);
}

/** All objectives at a glance. */
function promiseTable(slos: readonly SloModel[]): string {
  return table(
    ["SLO", "objective", "window", "error budget", "owner"],
    slos.map((slo) => [
      escapeMarkdown(slo.title),
      slo.objectiveText,
      slo.windows.join(" and "),
      `${formatQuantity(slo.budget, "ratio")}: ${slo.windows.map((window) => wholeOf(slo, window)).join(", or ")}`,
      escapeMarkdown(slo.owner),
    ]),
  );
}

/** The budget as a time in which everything is bad, which is easier to imagine than a part of a percent. */
function wholeOf({ budget, counts }: SloModel, window: string): string {
  // To the second: nobody plans with less.
  const seconds = Math.round((budget * (durationInMs(window) ?? 0)) / 1000);
  const time = formatQuantity(seconds, "seconds");
  return counts === "time" ? `${time} of ${window}` : `as much as ${time} of a total failure in ${window}`;
}

/** One objective: what counts as bad, which alerts rest on it, and where its numbers are. */
function sloSection(slo: SloModel, model: Model): string[] {
  return [
    escapeMarkdown(slo.description),
    bulletList([
      `Bad: how much ${escapeMarkdown(slo.indicator)}`,
      `${trafficWords(slo)}: below that it is not evaluated, and no alert fires`,
      ...nightWords(slo, model),
      `Shown on: ${dashboardLinks(slo, model)}, row ${escapeMarkdown(slo.row)}`,
      `${link("Recorded", `metrics/${slo.service}.md#recordings`)} as: ${slo.recordings.map(inlineCode).join(", ")}`,
    ]),
    burnTable(slo),
  ];
}

function trafficWords({ minimumTraffic, counts }: SloModel): string {
  return counts === "time"
    ? `Needs more than ${minimumTraffic} instances, on average over each window`
    : `Needs more than ${minimumTraffic} per second, on average over each window`;
}

/** Who is heard where the SLO is silent. */
function nightWords(slo: SloModel, model: Model): string[] {
  const heard = heardAtNight(slo, model);
  if (heard === undefined) return [];
  const half = formatQuantity(slo.minimumTraffic / 2, "none");
  const names = linksTo(heard);
  const allowed = slo.allow["slos-are-heard-at-night"];
  const then =
    names.length > 0
      ? `then fires: ${names.join(", ")}`
      : `then nothing fires${allowed === undefined ? "" : `: ${escapeMarkdown(allowed)}`}`;
  return [`When every third is bad at ${half} per second, as at night, ${then}`, ...firstWords(slo, model)];
}

/** Who is heard of a kind of failure that never was before, which the SLO counts from its second scrape on. */
function firstWords(slo: SloModel, model: Model): string[] {
  const heard = heardAtFirst(slo, model);
  if (heard === undefined) return [];
  const names = linksTo(heard);
  const counts = names.length > 0 ? `then counts: ${names.join(", ")}` : "nothing else counts it then";
  return [`What the first scrape of a new kind of failure finds is not counted here; ${counts}`];
}

function linksTo(alerts: readonly AlertModel[]): string[] {
  return alerts.map(({ name }) => link(name, `alerts/${name}.md`));
}

function dashboardLinks({ dashboard }: SloModel, model: Model): string {
  const found = dashboardsWithUid(model, dashboard);
  return found.map((one) => link(one.title, dashboardUrl(one, model.platform))).join(", ");
}

function burnTable({ burns }: SloModel): string {
  return table(
    ["alert", "budget of", "fires above", "burn rate", "budget spent by then"],
    burns.flatMap(burnRows),
  );
}

function burnRows({ alert, window, rates }: BurnModel): string[][] {
  return rates.map(({ factor, limit, long, longMs, short }) => [
    link(alert, `alerts/${alert}.md`),
    window,
    `${formatQuantity(limit, "ratio")} over ${long} and over ${short}`,
    `${factor} × the sustainable rate`,
    formatQuantity(goneBy(factor * longMs, window), "ratio"),
  ]);
}

/** What part of the budget is gone when the long window is full: three digits, as the factors are rounded too. */
function goneBy(usedMs: number, window: string): number {
  return Number((usedMs / (durationInMs(window) ?? usedMs)).toPrecision(3));
}
