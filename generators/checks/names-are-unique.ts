import type { Place } from "../../definitions/language/place.ts";
import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { comparePlace } from "../model/order.ts";

/** Something with a name that must be the only one of its kind. */
interface Named {
  readonly kind: string;
  readonly name: string;
  readonly place: Place;
}

/** Two things of one kind never have the same name: the later would replace the earlier, or both would be refused. */
export const namesAreUnique: Check = {
  id: "names-are-unique",
  *find(model: Model): Iterable<Finding> {
    const first = new Map<string, Named>();
    for (const thing of namedThings(model).sort(comparePlace)) {
      const key = `${thing.kind} "${thing.name}"`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, thing);
        continue;
      }
      yield {
        definition: thing,
        message: `there are two: ${key} is defined at ${earlier.place.file}:${earlier.place.line} too`,
        mend: "rename one of them",
      };
    }
  },
};

function namedThings(model: Model): Named[] {
  const { platform } = model;
  const named = (
    kind: string,
    things: readonly { readonly name: string; readonly place: Place }[],
  ): Named[] => things.map(({ name, place }) => ({ kind, name, place }));
  const modules = new Set(model.jobs.flatMap((job) => (job.kind === "probe" ? [job.module] : [])));
  return [
    ...named("service", model.services),
    ...named("job", model.jobs),
    ...named("probe module", [...modules]),
    ...model.metrics.map(({ name, job, place }) => ({ kind: `metric of job ${job ?? "any"}`, name, place })),
    ...named("recording", model.recordings),
    ...named("alert", model.alerts),
    ...named("rule group", model.groups),
    ...model.dashboards.map(({ uid, place }) => ({ kind: "dashboard", name: uid, place })),
    ...model.dashboards.map(({ folder, title, place }) => ({
      kind: `dashboard title in folder "${folder}"`,
      name: title,
      place,
    })),
    ...model.logs.map(({ id, place }) => ({ kind: "log source", name: id, place })),
    ...named("severity", Object.values(platform.severities)),
    ...named("receiver", Object.values(platform.receivers)),
    ...named("inhibition", Object.values(platform.inhibitions)),
    ...named("time interval", Object.values(platform.timeIntervals)),
  ];
}
