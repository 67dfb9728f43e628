import type { Check, Finding } from "../../check.ts";
import { groupBy } from "../../group-by.ts";
import { dashboardUrl } from "../../model/alert-relations.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { PanelModel, QueryModel } from "../../panels/panel-model.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { hasVariable } from "../../promql/variable.ts";
import { allOf, valuesOf, type Fit, type KnownLabels } from "../../routing/alert-matcher.ts";
import { knownLabels } from "../../routing/known-labels.ts";
import { listed } from "../../text/listed.ts";

const id = "active-alerts-link-to-their-dashboard";

/**
 * A panel of active alerts shows those whose notifications link to its dashboard. It may show all alerts of a service, or all there
 * are; a part of them must be the right part.
 */
export const activeAlertsLinkToTheirDashboard: Check = {
  id,
  why: "Whoever is notified follows the link to the dashboard. If the alert is not in its list, the list says that all is well; and one that belongs elsewhere sends people looking in the wrong place.",
  source: "https://sre.google/sre-book/monitoring-distributed-systems/",
  wrong: `
export const more = dashboard("shop-alerts", {
  title: "Orders",
  description: "What is ordered.",
  folder: "Shop",
  last: "6h",
  rows: [
    row("Orders", [
      timeSeries({
        title: "Taken",
        description: "Orders per second.",
        queries: [orderRate],
        thresholds: [FewOrders],
      }),
      table({
        title: "Active alerts",
        description: "What fires.",
        queries: [firingAlerts.where({ alertstate: "firing", component: "stock" })],
        columns: { alertname: "Alert" },
      }),
    ]),
  ],
});
`,
  right: `
export const more = dashboard("shop-alerts", {
  title: "Orders",
  description: "What is ordered.",
  folder: "Shop",
  last: "6h",
  rows: [
    row("Orders", [
      timeSeries({
        title: "Taken",
        description: "Orders per second.",
        queries: [orderRate],
        thresholds: [FewOrders],
      }),
      table({
        title: "Active alerts",
        description: "What fires.",
        queries: [linkedAlerts()],
        columns: { alertname: "Alert" },
      }),
    ]),
  ],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const dashboard of model.dashboards) {
      for (const panel of dashboard.rows.flatMap(({ panels }) => panels)) {
        yield* wrongAlerts(panel, dashboard, model);
      }
    }
  },
};

function* wrongAlerts(panel: PanelModel, dashboard: DashboardModel, model: Model): Iterable<Finding> {
  const asked = panel.queries.flatMap((query) => selectorsOfAlerts(query));
  if (asked.length === 0) return;
  const finding = (message: string, fix: string): Finding => ({
    definition: panel,
    message: `panel "${panel.title}" ${message}`,
    fix: `${fix}, or say why it is right: allow: { "${id}": "…" }`,
  });
  const linking = model.alerts.filter((alert) => linksTo(alert, dashboard, model));
  if (panel.queries.some(({ showsLinkedAlerts }) => showsLinkedAlerts) && linking.length === 0) {
    yield finding(
      `has the alerts that link to dashboard "${dashboard.title}", and none does`,
      "remove it, or show the alerts of a service with firingAlerts",
    );
    return;
  }
  const known = model.alerts.map((alert) => ({ alert, fit: fitOf(alert, asked) }));
  // What depends on labels that are known only when it fires, nobody can tell.
  if (known.some(({ fit }) => fit === "maybe")) return;
  const shown = new Set(known.filter(({ fit }) => fit === "yes").map(({ alert }) => alert));
  const hidden = linking.filter((alert) => !shown.has(alert));
  if (hidden.length > 0) {
    yield finding(
      `hides ${alertNames(hidden)}, ${hidden.length === 1 ? "which links" : "which link"} to its dashboard`,
      "show those that link here: queries: [linkedAlerts()]",
    );
  }
  const foreign = [...shown].filter((alert) => !linking.includes(alert));
  if (foreign.length > 0 && !areWholeServices(shown, model)) {
    yield finding(
      `shows ${alertNames(foreign)}, ${foreign.length === 1 ? "which links" : "which link"} to another dashboard`,
      "show those that link here, with queries: [linkedAlerts()], or all of their service",
    );
  }
}

function selectorsOfAlerts({ analysis }: QueryModel): SelectorReference[] {
  return analysis.selectors.filter(({ metric, matchers }) => {
    const states = matchers.filter(({ name }) => name === "alertstate");
    return metric === "ALERTS" && states.every((one) => acceptedBy(one)("firing"));
  });
}

function linksTo({ annotations }: AlertModel, dashboard: DashboardModel, { platform }: Model): boolean {
  return annotations.dashboard_url === dashboardUrl(dashboard, platform);
}

/** Whether the alert is among what any of the selectors finds. Prometheus' own series has no external labels. */
function fitOf(alert: AlertModel, selectors: readonly SelectorReference[]): Fit {
  const labels = knownLabels(alert, { prometheus: { externalLabels: {} } });
  const fits = selectors.map((selector) => fitOfSelector(labels, selector));
  if (fits.includes("yes")) return "yes";
  return fits.includes("maybe") ? "maybe" : "no";
}

function fitOfSelector(labels: KnownLabels, { matchers }: SelectorReference): Fit {
  const asked = matchers.filter(({ name }) => name !== "alertstate" && name !== "__name__");
  return allOf(
    asked.map((matcher) => {
      const value = labels.get(matcher.name);
      const values = value ? valuesOf(value) : [""];
      if (!values || hasVariable(matcher.value)) return "maybe";
      const accepted = values.filter(acceptedBy(matcher));
      if (accepted.length === 0) return "no";
      return accepted.length === values.length ? "yes" : "maybe";
    }),
  );
}

function areWholeServices(shown: ReadonlySet<AlertModel>, { alerts }: Model): boolean {
  const byService = groupBy(alerts, ({ service }) => service);
  return [...shown].every(({ service }) => byService.get(service)?.every((one) => shown.has(one)));
}

function alertNames(alerts: readonly AlertModel[]): string {
  return listed(alerts.map(({ name }) => name).sort());
}
