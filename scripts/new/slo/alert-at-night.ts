import { newAlert } from "../alert/new-alert.ts";
import { pascalCase } from "../../code/names.ts";
import type { KnownProject, Refused } from "../known-project.ts";
import type { Planned } from "../planned.ts";
import type { WrittenFile } from "../written-files.ts";
import type { AlertAtNight } from "./indicator-code.ts";
import type { SloWishes } from "./slo-wishes.ts";

/**
 * Longer than the 5 minutes over which the alert counts: one bad event has left them before it fires.
 *
 * Below its minimum traffic the SLO is silent for the same reason, whatever happens.
 */
const hold = "10m";

interface Beside {
  readonly known: KnownProject;
  /** What is written for the SLO itself. */
  readonly files: readonly WrittenFile[];
}

/** The files of an SLO, and in them an alert that is heard where there is too little traffic for it. */
export async function alertAtNight(
  slo: string,
  { ending, wishes }: AlertAtNight,
  { service, metric, job, component }: SloWishes,
  { known, files }: Beside,
): Promise<Planned | Refused> {
  const name = `${pascalCase(slo)}${ending}`;
  const all = { service, metric, job, component, for: hold, ...wishes };
  const planned = await newAlert(name, all, known, files);
  if ("refused" in planned) return planned;
  const why = `Below its minimumTraffic the SLO is silent, and ${name} is heard. Where another alert is, it can go: the build says when none is (slos-are-heard-at-night).`;
  return { files: planned.files, notes: [why, ...planned.notes] };
}
