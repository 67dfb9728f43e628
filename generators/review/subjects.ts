import type { Subject } from "./change.ts";
import type { Described, ReviewedPanel } from "./version.ts";

type Named = Pick<Described, "name" | "place">;

export function ofAlert({ name, place }: Named): Subject {
  return { what: "alert", name, place };
}

export function ofRecording({ name, place }: Named): Subject {
  return { what: "recording", name, place };
}

export function ofPanel({ name, place, dashboardTitle }: ReviewedPanel): Subject {
  return { what: "panel", name: `${dashboardTitle} / ${name === "" ? "(no title)" : name}`, place };
}
