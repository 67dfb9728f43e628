import type { Place } from "../../language/place.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { comparePlace } from "../../text/order.ts";
import { partsOfJobs } from "../../jobs/of-jobs.ts";

/** Something with a name that must be the only one of its kind. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly place: Place;
}

/**
 * Two things of one kind never have the same name: the later would replace the earlier, or both would be refused.
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
    const first = new Map<string, Named>();
    const again: { readonly key: string; readonly thing: Named; readonly earlier: Named }[] = [];
    for (const thing of namedThings(model).sort(comparePlace)) {
      const key = `${thing.kind} "${thing.name}"`;
      const earlier = first.get(key);
      if (earlier) again.push({ key, thing, earlier });
      else first.set(key, thing);
    }
    const services = again.filter(({ thing, earlier }) => thing.kind === "service" && isSame(thing, earlier));
    // All that is in a service that is listed twice is there twice.
    const causes = services.length > 0 ? services : again;
    for (const { key, thing, earlier } of causes) yield twice(key, thing, earlier);
  },
};

const ruleGroup = "rule group";

/** One definition, and not two of one name. */
function isSame(one: Named, other: Named): boolean {
  return comparePlace(one, other) === 0;
}

function twice(key: string, { kind, place }: Named, earlier: Named): Finding {
  const definition = { place };
  if (!isSame({ kind, name: earlier.name, place }, earlier)) {
    const other = `${earlier.place.file}:${earlier.place.line}`;
    return {
      definition,
      message: `${key} is defined twice: also at ${other}`,
      fix: "rename one of them",
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
    ...named("recording", model.recordings),
    ...named("alert", model.alerts),
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
