import { metricKey } from "../../../model/metrics-behind.ts";
import type { MetricModel, Model } from "../../../model/model.ts";
import { usesIn } from "../../../model/uses.ts";
import { notificationRouting } from "../../../routing/notification-routing.ts";
import { type Compared, disagreements } from "../../validation/disagreements.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";

/** Whether contracts have every metric, and everybody who reads one: whom a contract forgets, a release blinds unseen. */
export const contractsAgree: OwnValidator = {
  id: "contracts-agree",
  what: "contracts, with who rests on them",
  by: "signalbox",
  covers: (path) => /^contract\/.*\.json$/.test(path),
  validate({ paths, files, model }) {
    const findings = paths.flatMap((path) => findingsIn(path, files[path] ?? "", model));
    return { checked: counted(paths.length, "contract"), findings };
  },
};

function findingsIn(path: string, text: string, model: Model): FileFinding[] {
  const file = parseFile(path, text);
  const service = textAt(file.data, "service") ?? "";
  const jobs = itemsAt(file.data, "jobs");
  const meant = model.jobs.filter((job) => job.service === service && job.kind === "scrape");
  const list: Compared = {
    what: `the jobs of service "${service}"`,
    written: jobs.map((job) => textAt(job, "name")),
    meant: meant.map(({ name }) => name),
    at: ["jobs"],
    place: undefined,
  };
  const compared = jobs.flatMap((job, at) =>
    ofJob(textAt(job, "name") ?? "", job, ["jobs", at, "metrics"], model),
  );
  return disagreements(path, file, [list, ...compared, ...ofAlerts(file.data, model)]);
}

function ofJob(name: string, data: unknown, at: readonly (string | number)[], model: Model): Compared[] {
  const metrics = itemsAt(data, "metrics");
  const meant = model.metrics.filter(({ job }) => job === name);
  const list: Compared = {
    what: `the metrics of job "${name}"`,
    written: metrics.map((metric) => textAt(metric, "name")),
    meant: meant.map((metric) => metric.name),
    at,
    place: undefined,
  };
  return [list, ...meant.flatMap((metric, index) => ofMetric(metric, metrics[index], [...at, index], model))];
}

function ofMetric(metric: MetricModel, data: unknown, at: Compared["at"], model: Model): Compared[] {
  const { name, job, place, definition } = metric;
  const { type, unit, labels, buckets } = definition;
  const compare = (what: string, written: unknown, meant: unknown): Compared => ({
    ...{ what: `${what} of ${metricKey(job, name)}`, written, meant, at, place },
  });
  return [
    compare("the type", dataAt(data, "type"), type),
    compare("the unit", dataAt(data, "unit"), unit),
    compare("the labels", Object.keys(Object(dataAt(data, "labels"))).sort(), Object.keys(labels).sort()),
    compare("the buckets", dataAt(data, "buckets"), buckets),
    compare("who reads it", readersIn(data), readersMeant(metric, model)),
  ];
}

/** Alerts, recordings and runbooks, which have one name each. */
const compared = /^(?:alert|recording|runbook) /;

function readersIn(data: unknown): string[] {
  const by = itemsAt(data, "reads").flatMap((read) => textAt(read, "by") ?? []);
  return [...new Set(by.filter((reader) => compared.test(reader)))].sort();
}

function readersMeant({ job, name }: MetricModel, model: Model): string[] {
  const { alerts, recordings, runbooks } = usesIn(model)(metricKey(job, name));
  const readers = [
    ...alerts.map((alert) => `alert ${alert.name}`),
    ...recordings.map(({ id }) => `recording ${id}`),
    ...runbooks.map(({ title }) => `runbook ${title}`),
  ];
  return [...new Set(readers)].sort();
}

/** Whom the alerts of a contract notify. */
function ofAlerts(data: unknown, model: Model): Compared[] {
  return notificationRouting(model).flatMap(({ alert, routes }) => {
    const key = `alert ${alert.name}`;
    const reader = dataAt(data, "readers", key);
    if (reader === undefined) return [];
    const meant = routes.map(({ settings }) => settings.receiver.name);
    const written = itemsAt(reader, "notifies").map((name) => String(name).replace(/^perhaps /, ""));
    return [
      {
        what: `whom alert "${alert.name}" notifies`,
        written: [...new Set(written)],
        meant: [...new Set(meant)],
        at: ["readers", key],
        place: alert.place,
      },
    ];
  });
}
