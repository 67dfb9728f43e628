import type { Place } from "../../language/place.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { groupBy } from "../../group-by.ts";
import { excludeEachOther, fixedLabels } from "../../model/rule-ids.ts";
import { comparePlace } from "../../text/order.ts";
import { partsOfJobs } from "../../jobs/of-jobs.ts";

/** Something with a name that must be the only one of its kind. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly place: Place;
  /** Of a rule, those that it adds: others may have its name where these tell them apart. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of a rule, what it gives. */
  readonly unit?: string;
}

/**
 * Two things of one kind never have the same name: the later would replace the earlier, or both would be refused. Recordings may, if
 * their labels tell them apart.
 *
 * There is no allowance for it: nothing that follows would be right.
 */
export const namesAreUnique: Check = {
  id: "names-are-unique",
  why: "Nobody can tell two alerts or dashboards of the same name apart. Prometheus refuses two jobs with one name, and Grafana replaces one dashboard by the other.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/configuration/",
  wrong: `
export const till = scrapeJob("shop-api", {
  description: "The till.",
  targets: ["localhost:8081"],
});
`,
  right: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["localhost:8081"],
});
`,
  suppressible: false,
  *find(model: Model): Iterable<Finding> {
    const known = new Map<string, Named[]>();
    const again: { readonly key: string; readonly thing: Named; readonly earlier: Named }[] = [];
    for (const thing of namedThings(model).sort(comparePlace)) {
      const key = `${thing.kind} "${thing.name}"`;
      const before = known.get(key) ?? [];
      const earlier = before.find((other) => !areToldApart(thing, other));
      if (earlier) again.push({ key, thing, earlier });
      else known.set(key, [...before, thing]);
    }
    yield* namedAsMetrics(model);
    const services = again.filter(({ thing, earlier }) => thing.kind === "service" && isSame(thing, earlier));
    // All that is in a service that is listed twice is there twice.
    const causes = services.length > 0 ? services : again;
    for (const { key, thing, earlier } of causes) yield twice(key, thing, earlier);
    for (const [key, [first, ...others]] of known) {
      for (const thing of others)
        if (first && first.unit !== thing.unit) yield ofOtherUnit(key, thing, first);
    }
  },
};

const ruleGroup = "rule group";

/** Rules of one name whose labels exclude each other: no series is of both. */
function areToldApart({ labels }: Named, other: Named): boolean {
  return labels !== undefined && other.labels !== undefined && excludeEachOther(labels, other.labels);
}

/** What reads all series of the name has one unit. */
function ofOtherUnit(key: string, { place, unit }: Named, first: Named): Finding {
  return {
    definition: { place },
    message: `${key} gives ${unit}, but ${first.unit} at ${first.place.file}:${first.place.line}: what reads both has no unit`,
    fix: "rename one of them, or bring both to one unit",
  };
}

/** A recording under the name of series that are scraped: nobody could tell them apart. */
function* namedAsMetrics({ recordings, metrics }: Model): Iterable<Finding> {
  const scraped = new Map(metrics.flatMap(({ series, place }) => series.map((one) => [one.name, place])));
  for (const recording of recordings) {
    const place = scraped.get(recording.name);
    if (place === undefined) continue;
    yield {
      definition: recording,
      message: `recording "${recording.name}" has the name of a metric: also at ${place.file}:${place.line}`,
      fix: "rename the recording",
    };
  }
}

const byLabels = "tell them apart by their labels, such as by the severity";
const byOwnLabels = 'set a label of both to different values, such as labels: { tier: "web" }';

/** One definition, and not two of one name. */
function isSame(one: Named, other: Named): boolean {
  return comparePlace(one, other) === 0;
}

function twice(key: string, { kind, place, labels }: Named, earlier: Named): Finding {
  const definition = { place };
  if (!isSame({ kind, name: earlier.name, place }, earlier)) {
    const other = `${earlier.place.file}:${earlier.place.line}`;
    return {
      definition,
      message: `${key} is defined twice: also at ${other}`,
      fix: labels
        ? `rename one of them, or ${kind === "alertname" ? byLabels : byOwnLabels}`
        : "rename one of them",
    };
  }
  // One definition under two names; a group of rules is another matter: its rules name it.
  return kind === ruleGroup
    ? { definition, message: `${key} holds both alerts and recordings`, fix: "make a group for each" }
    : { definition, message: `${key} is exported twice`, fix: "export it once" };
}

function namedThings(model: Model): Named[] {
  const { platform, jobs, metrics, dashboards, slos, logs } = model;
  return [
    ...named("service", model.services),
    ...named("job", jobs),
    ...partsOfJobs(jobs).flatMap(({ noun, definition }) => named(noun, [definition])),
    ...metrics.flatMap(seriesOf),
    ...model.recordings.map(({ name, place, labels, unit, analysis: { type } }) => {
      // What its author says of its unit counts where the expression tells none.
      return { kind: "recording", name, place, labels, unit: unit === "none" ? type.unit : unit };
    }),
    ...named("alert", model.alerts),
    ...sharedAlertnames(model.alerts),
    ...named(ruleGroup, model.groups),
    ...dashboards.map(({ uid, place }) => ({ kind: "dashboard", name: uid, place })),
    ...dashboards.map(({ folder, title, place }) => ({
      kind: `dashboard title in folder "${folder}"`,
      name: title,
      place,
    })),
    ...model.runbooks.map(({ service, slug, place }) => ({
      kind: `runbook page of ${service}`,
      name: slug,
      place,
    })),
    ...slos.map(({ id, place }) => ({ kind: "SLO", name: id, place })),
    ...logs.map(({ id, place }) => ({ kind: "log source", name: id, place })),
    ...named("severity", Object.values(platform.severities)),
    ...named("receiver", Object.values(platform.receivers)),
    ...named("inhibition", Object.values(platform.inhibitions)),
    ...named("time interval", Object.values(platform.timeIntervals)),
  ];
}

/** What several alerts are called in Prometheus. */
function sharedAlertnames(alerts: Model["alerts"]): Named[] {
  const shared = [...groupBy(alerts, ({ alertname }) => alertname).values()].filter(
    (called) => new Set(called.map(({ name }) => name)).size > 1,
  );
  return shared.flat().map(({ alertname, place, labels }) => {
    return { kind: "alertname", name: alertname, place, labels: fixedLabels(labels) };
  });
}

function named(
  kind: string,
  things: readonly { readonly name: string; readonly place: Place }[],
): readonly Named[] {
  return things.map(({ name, place }) => ({ kind, name, place }));
}

/** The name of a metric, and those of its series: the `_count` of a histogram must not be a counter's own name. */
function seriesOf({ name, job, series, place }: Model["metrics"][number]): Named[] {
  const kind = job === undefined ? "metric" : `metric of job ${job}`;
  const names = new Set([name, ...series.map((one) => one.name)]);
  return [...names].map((one) => ({ kind, name: one, place }));
}
