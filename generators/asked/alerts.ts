import { panelsOfAlert, runbooksOfAlert, shownPanels } from "../model/alert-relations.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { formatPromql } from "../promql/format.ts";
import type { InhibitedPair } from "../routing/inhibits.ts";
import { notificationRouting, type AlertRouting } from "../routing/notification-routing.ts";
import { timesToPage, type TimesToPage } from "../routing/time-to-page.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { told, type EntriesOf, type Facts } from "./entry.ts";
import { notifiedTexts, receiverNames } from "./notified.ts";
import { provenBy } from "./proven.ts";
import { restsOn } from "./resting.ts";

export const alerts: EntriesOf<TestedModel> = (model) => {
  const times = timesToPage(model);
  return notificationRouting(model).map((routing) => {
    const { alert } = routing;
    return {
      name: alert.name,
      // Several may be called the same.
      alias: alert.alertname,
      service: alert.service,
      place: alert.place,
      isProposed: alert.scenarios.some(({ proposed }) => proposed === true),
      row: {
        severity: alert.severity.name,
        for: alert.forMs === 0 ? "" : alert.for,
        notifies: receiverNames(routing),
      },
      facts: () => factsOf(routing, times, model),
    };
  });
};

function factsOf(routing: AlertRouting, times: TimesToPage, model: TestedModel): Facts {
  const { alert, inhibitedBy, inhibits } = routing;
  return told({
    "called in Prometheus": alert.alertname === alert.name ? undefined : alert.alertname,
    severity: `${alert.severity.name}: ${alert.severity.response}`,
    component: alert.component,
    summary: alert.annotations["summary"],
    "what it means": alert.annotations["description"],
    impact: alert.impact,
    "first actions": alert.actions,
    expr: formatPromql(alert),
    for: alert.forMs === 0 ? undefined : alert.for,
    "keeps firing for": alert.keepFiringFor,
    "ends at": alert.resolution?.text,
    "own labels": Object.entries(alert.ownLabels).map(([name, value]) => `${name}="${value}"`),
    "made for": alert.guardOf === undefined ? undefined : `alerts on job ${alert.guardOf}, blind without it`,
    ...restsOn([alert], model),
    notifies: notifiedTexts(routing, times),
    "inhibited by": pairTexts(inhibitedBy, ({ source }) => source),
    inhibits: pairTexts(inhibits, ({ target }) => target),
    ...shownOn(alert, model),
    "proven by": provenBy(alert, model),
  });
}

function shownOn(alert: AlertModel, model: Model) {
  const shown = panelsOfAlert(alert, shownPanels(model), model);
  return {
    panels: [...new Set(shown.map(({ dashboard, panel }) => `${dashboard.title} / ${panel.title}`))],
    runbooks: runbooksOfAlert(alert, model).map(({ title }) => title),
    SLOs: model.slos.filter((slo) => slo.alerts.includes(alert.name)).map(({ id }) => id),
  };
}

/** `ShopDown (same instance)`: each alert of one side, with what both must have the same of. */
function pairTexts(pairs: readonly InhibitedPair[], side: (pair: InhibitedPair) => AlertModel): string[] {
  const texts = pairs.map((pair) => {
    const same = pair.ifSame.length === 0 ? [] : [`same ${pair.ifSame.join(", ")}`];
    const conditions = [...(pair.surely ? [] : ["perhaps"]), ...same];
    return `${side(pair).name}${conditions.length === 0 ? "" : ` (${conditions.join(", ")})`}`;
  });
  return [...new Set(texts)];
}
