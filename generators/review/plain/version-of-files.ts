import { dataAt } from "../../targets/validation/untyped-data.ts";
import type { Version } from "../version.ts";
import { panelsOf } from "./dashboards.ts";
import { containersOf, hoursOf, jobsOf } from "./described.ts";
import { documentsOf, type PlainDocument, type PlainFile, singly } from "./documents.ts";
import { notifiedByPlain } from "./notified.ts";
import { rulesOf } from "./rules.ts";

/** What plain files configure: rules, Alertmanager, dashboards, scrapes and containers, whatever the files are called. */
export function versionOfFiles(files: readonly PlainFile[]): Version {
  const read = files.map(documentsOf);
  const documents = read.flatMap((one) => ("unread" in one ? [] : one)).flatMap(singly);
  const rules = documents.map(rulesOf);
  const config = documents.find(isAlertmanager);
  const routed = config && notifiedByPlain(config.data);
  return {
    alerts: rules.flatMap(({ alerts }) =>
      alerts.map((alert) => ({ ...alert, ...(routed?.(alert) ?? { notified: undefined, inhibitedBy: [] }) })),
    ),
    recordings: rules.flatMap(({ recordings }) => recordings),
    panels: documents.flatMap(panelsOf),
    slos: [],
    metrics: [],
    jobs: documents.flatMap(jobsOf),
    containers: documents.flatMap(containersOf),
    suppressed: [],
    routing: config && { config: JSON.stringify(config.data), knowsAllLabels: false },
    hours: config ? hoursOf(config) : [],
    model: undefined,
    unread: read.flatMap((one) => ("unread" in one ? one.unread : [])),
  };
}

function isAlertmanager({ data }: PlainDocument): boolean {
  return dataAt(data, "route") !== undefined && Array.isArray(dataAt(data, "receivers"));
}
