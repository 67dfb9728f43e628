import { gapMs } from "../promql/robust/gaps.ts";
import type { Scrapes } from "../promql/robust/scrapes.ts";
import { groupOf, jobNamed, recordingsNamed } from "./lookups.ts";
import type { Model } from "./model.ts";

type Sources = Pick<Model, "catalogue" | "jobs" | "recordings" | "groups">;

/** How often the series of a project are seen, and which of its recordings have no value where a scrape failed. */
export function scrapesOf(model: Sources): Scrapes {
  const slowestMs = Math.max(0, ...model.jobs.map(({ everyMs }) => everyMs));
  // One that reads itself, which is a problem of its own, is asked once.
  const known = new Map<string, number | undefined>();
  const scrapes: Scrapes = {
    catalogue: model.catalogue,
    everyMs: (job) => (job === undefined ? undefined : jobNamed(model, job)?.everyMs) ?? slowestMs,
    gapMs: (recording) => {
      if (known.has(recording)) return known.get(recording);
      known.set(recording, undefined);
      const found = recordingsNamed(model, recording).flatMap((one) => {
        const own = gapMs(one.node, scrapes);
        // It has a value with each evaluation of its group.
        return own === undefined ? [] : [Math.max(own, groupOf(model, one)?.everyMs ?? 0)];
      });
      const longest = found.length === 0 ? undefined : Math.max(...found);
      known.set(recording, longest);
      return longest;
    },
  };
  return scrapes;
}
