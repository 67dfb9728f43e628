import { type Said, saidAt } from "../said.ts";
import type { BoardsReport, OfPanel } from "./boards-report.ts";

/** What is said of dashboards, each at its place in the input. */
export interface BoardsSaid {
  readonly asJson: readonly Said[];
  readonly lost: readonly Said[];
  readonly found: readonly Said[];
  readonly differences: readonly Said[];
}

export function boardsSaid({ raw, lost, found, differences }: BoardsReport): BoardsSaid {
  return {
    asJson: raw.map(ofPanel),
    lost: lost.map(ofPanel),
    found: found.map(ofPanel),
    differences: differences.map(({ place, of, what, was, is }) =>
      saidAt(place, `${of}: ${what} was ${was || "nothing"}, and is ${is || "nothing"}`),
    ),
  };
}

function ofPanel({ panel, what }: OfPanel): Said {
  return saidAt(panel.place, `${panel.title}: ${what}`);
}
