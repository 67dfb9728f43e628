import type { Model } from "../../../model/model.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";

/** A page that the guide leads to, by its path from docs/. */
export interface GuidePage {
  readonly title: string;
  readonly path: string;
  /** What a reader finds there: Markdown. */
  readonly what: string;
}

/** The pages besides the metrics of each service, which stand in the table of services. Only pages that there are. */
export function guidePages(model: Model): GuidePage[] {
  return [
    { title: "Alerts", path: "alerts/README.md", what: "what each means, whom it hurts, what to do first" },
    ...(model.runbooks.length === 0
      ? []
      : [
          {
            title: "Runbooks",
            path: "runbooks/README.md",
            what: "patterns that no single alert explains: how to know them, and what to do",
          },
        ]),
    ...(model.slos.length === 0
      ? []
      : [
          {
            title: "Service-level objectives",
            path: "slos.md",
            what: "what users were promised, and how fast it may be used up",
          },
        ]),
    { title: "The way to a person", path: "routing.md", what: "who is told of which alert, and how soon" },
    ...(model.dashboards.length === 0
      ? []
      : [{ title: "Dashboards", path: "dashboards.md", what: "what each shows, panel by panel" }]),
    ...(shippedLogs(model)
      ? [{ title: "Logs", path: "logs.md", what: "which files, which fields, how to search them" }]
      : []),
    {
      title: "Operations",
      path: "operations.md",
      what: `what is kept, cleaning up, and what to do when a target is down, data is missing${model.alerts.length === 0 ? "" : ", an alert is silent"} or memory grows`,
    },
    {
      title: "Deploy",
      path: "../README.md",
      what: "the first start, secrets, changes, updates, backups",
    },
  ];
}
