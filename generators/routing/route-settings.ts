import { durationInMs } from "../language/duration.ts";
import type { Receiver } from "../language/routing.ts";
import type { RouteModel } from "../model/routing-model.ts";
import { inherited } from "./routes-of.ts";

/** What counts on a route: what it says itself, else what those above it say, else Alertmanager's own default. */
export interface RouteSettings {
  readonly receiver: Receiver;
  /** Alerts with the same values of these labels share a notification; `"all"`: only those with all labels the same. */
  readonly groupBy: readonly string[] | "all";
  readonly groupWaitMs: number;
  readonly groupIntervalMs: number;
  readonly repeatIntervalMs: number;
}

/** What Alertmanager takes where no route says anything, from its documentation. */
export const defaultSettings = { groupWait: "30s", groupInterval: "5m", repeatInterval: "4h" } as const;

/** @param path from the root down to the route, at least the root */
export function settingsOf(root: RouteModel, path: readonly RouteModel[]): RouteSettings {
  const said = (setting: keyof typeof defaultSettings) =>
    durationInMs(inherited({ path }, setting) ?? defaultSettings[setting]) ?? 0;
  return {
    receiver: inherited({ path }, "receiver") ?? root.receiver,
    groupBy: groupByOf(path),
    groupWaitMs: said("groupWait"),
    groupIntervalMs: said("groupInterval"),
    repeatIntervalMs: said("repeatInterval"),
  };
}

function groupByOf(path: readonly RouteModel[]): RouteSettings["groupBy"] {
  const labels = inherited({ path }, "groupBy") ?? [];
  return labels.includes("...") ? "all" : labels;
}
