import type { Place } from "../language/place.ts";
import type { Model } from "./model.ts";

/** Where a text was written: the place of the innermost definition that holds it; undefined when none does. */
export function placeOfText(text: string, model: Model): Place | undefined {
  const { platform, services, jobs, metrics, recordings, alerts, dashboards, runbooks, logs } = model;
  const seen = new Set<object>();
  const search = (value: unknown, place: Place | undefined): Place | undefined => {
    if (typeof value === "string") return value.includes(text) ? place : undefined;
    if (typeof value !== "object" || value === null || seen.has(value)) return undefined;
    seen.add(value);
    const own = placeOf(value) ?? place;
    for (const part of Object.values(value)) {
      const found = search(part, own);
      if (found) return found;
    }
    return undefined;
  };
  // Without the catalogue: what it says was written in one of these.
  const all = [platform, services, jobs, metrics, recordings, alerts, dashboards, runbooks, logs];
  return search(all, undefined);
}

function placeOf(value: object): Place | undefined {
  if (!("place" in value)) return undefined;
  const { place } = value;
  return isPlace(place) ? place : undefined;
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "file" in value && "line" in value;
}
