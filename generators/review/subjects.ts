import type { Subject } from "./change.ts";
import { seriesText } from "../series/promtool.ts";
import type { Described, ReviewedPanel, ReviewedRecording } from "./version.ts";

type Named = Pick<Described, "name" | "place">;

export function ofAlert({ name, place }: Named): Subject {
  return { what: "alert", name, place };
}

/** Others may be recorded under its name: the labels that it sets say which it is. */
export function ofRecording({ name, labels, place }: ReviewedRecording): Subject {
  return { what: "recording", name: seriesText(name, labels), place };
}

export function ofPanel({ name, place, dashboardTitle }: ReviewedPanel): Subject {
  return { what: "panel", name: `${dashboardTitle} / ${name === "" ? "(no title)" : name}`, place };
}
