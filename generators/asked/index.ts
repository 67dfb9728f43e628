import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alerts } from "./alerts.ts";
import type { EntriesOf, EntryKind } from "./entry.ts";
import { jobs } from "./jobs.ts";
import { metrics } from "./metrics.ts";
import { panels } from "./panels.ts";
import { receivers } from "./receivers.ts";
import { recordings } from "./recordings.ts";
import { routes } from "./routes.ts";

/** Every kind of thing that can be listed, in the order of the help. */
export const entriesOf: Readonly<Record<EntryKind, EntriesOf<TestedModel>>> = {
  alerts,
  metrics,
  recordings,
  jobs,
  panels,
  routes,
  receivers,
};
