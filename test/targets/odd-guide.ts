import type { LabelSpecs } from "../../generators/language/label.ts";
import type { Model, ServiceModel } from "../../generators/model/model.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { probeJob, scrapeJob } from "./small-jobs.ts";
import { place, shop, smallModel } from "./small-model.ts";
import { alertModel, analysisOf, gaugeSeries, recording } from "./small-rules.ts";
import { runbookModel } from "./small-runbook.ts";
import { sloModel } from "./small-slo.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";

/** A name with everything in it that Markdown could read as its own. */
export const oddText = "a | *b* _c_ `d` [e](f) <g> &amp; # 1. h";

const labels: LabelSpecs = { job: ["shop"], instance: "*", kind: ["a|b", ""], shelf: /[a-z]|\d/ };
const items = gaugeSeries("shop_items", {
  help: oddText,
  labels: new Map(Object.entries(labels)),
});

/** Services, dashboards, panels and texts with odd names; two dashboards of one title, and a service of nothing. */
export function oddModel(): Model {
  const empty: ServiceModel = { ...shop, name: "nothing", title: oddText, description: oddText };
  const definition = {
    name: "shop_items",
    type: "gauge",
    help: oddText,
    unit: "none",
    labels: {},
    unused: oddText,
    allow: {},
    place,
  } as const;
  return smallModel({
    services: [{ ...shop, title: oddText, owner: oddText, description: oddText }, empty],
    jobs: [scrapeJob({ description: oddText }), probeJob({ description: oddText })],
    metrics: [{ name: "shop_items", job: "shop", service: "shop", definition, series: [items], place }],
    catalogue: seriesCatalogue([items]),
    recordings: [recording({ help: oddText, analysis: analysisOf(items) })],
    alerts: [alertModel({ analysis: analysisOf(items) })],
    dashboards: [
      dashboard([panel(items, { title: oddText, description: oddText })], { title: oddText }),
      dashboard([panel(items)], { uid: "again", title: oddText, folder: oddText }),
      dashboard([], { uid: "empty", title: "Dashboards" }),
    ],
    runbooks: [runbookModel({ title: oddText, slug: "odd", pattern: oddText, causes: [oddText] })],
    slos: [
      sloModel({
        title: oddText,
        description: oddText,
        owner: oddText,
        indicator: oddText,
        dashboard: "again",
      }),
    ],
  });
}
