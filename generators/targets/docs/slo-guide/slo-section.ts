import { durationInMs } from "../../../language/duration.ts";
import { dashboardUrl } from "../../../model/dashboards-of-alert.ts";
import type { Model } from "../../../model/model.ts";
import type { BurnModel, SloModel } from "../../../model/slo-model.ts";
import { bulletList, escapeMarkdown, inlineCode, link, table } from "../../../text/markdown.ts";
import { formatQuantity } from "../../../text/quantity.ts";

/** One objective: what counts as bad, which alerts rest on it, and where its numbers are. */
export function sloSection(slo: SloModel, model: Model): string[] {
  return [
    escapeMarkdown(slo.description),
    bulletList([
      `Bad: how much ${escapeMarkdown(slo.indicator)}`,
      `${trafficWords(slo)}: with no more than that nobody can tell, and no alert fires`,
      `Seen on: ${dashboardLinks(slo, model)}, row ${escapeMarkdown(slo.row)}`,
      `${link("Recorded", `metrics/${slo.service}.md#recordings`)} as: ${slo.recordings.map(inlineCode).join(", ")}`,
    ]),
    burnTable(slo),
  ];
}

function trafficWords({ minimumTraffic, counts }: SloModel): string {
  return counts === "time"
    ? `Measured on more than ${minimumTraffic} instances, on the mean of each time`
    : `Measured on more than ${minimumTraffic} a second, on the mean of each time`;
}

function dashboardLinks({ dashboard }: SloModel, { dashboards, platform }: Model): string {
  const found = dashboards.filter(({ uid }) => uid === dashboard);
  return found.map((one) => link(one.title, dashboardUrl(one, platform))).join(", ");
}

function burnTable({ burns }: SloModel): string {
  return table(
    ["alert", "budget of", "fires while more is bad than", "pace", "gone by then"],
    burns.flatMap(burnRows),
  );
}

function burnRows({ alert, window, rates }: BurnModel): string[][] {
  return rates.map(({ factor, limit, long, longMs, short }) => [
    link(alert, `alerts/${alert}.md`),
    window,
    `${formatQuantity(limit, "ratio")} over ${long} and over ${short}`,
    `${factor} × what would just use the budget up`,
    formatQuantity(goneBy(factor * longMs, window), "ratio"),
  ]);
}

/** What part of the budget is gone when the long window is full: three digits, as the factors are rounded too. */
function goneBy(usedMs: number, window: string): number {
  return Number((usedMs / (durationInMs(window) ?? usedMs)).toPrecision(3));
}
