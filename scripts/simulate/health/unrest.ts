import type { AlertModel } from "../../../generators/model/rule-model.ts";
import { outlookOn, type Outlook, type OutlookOptions } from "./outlook.ts";
import { firing, settled, type SettleOptions } from "./settle.ts";
import type { WatchedAlert } from "./watched-rules.ts";

/** An alert for which no healthy values were found, or for which nobody knows whether there are any. */
export interface Unrest {
  readonly alert: string;
  /** False: it may, and it may not. */
  readonly fires: boolean;
  /** Its place, why it fires, and on the next line what to do about it. */
  readonly text: string;
}

/** Why alerts fire that nobody asked for, and what would have to change so that they do not. */
export function unrestIn(
  best: Outlook,
  start: Outlook,
  outlookOptions: OutlookOptions,
  options: SettleOptions,
): Unrest[] {
  return firing(best).map((alert) => {
    const alone = settled(
      outlookOn(start.plan, { ...outlookOptions, rules: { ...outlookOptions.rules, alerts: [alert] } }),
      options,
    );
    if (firing(alone).length > 0) return unrest(alert, byItself, fixByItself(alert.model));
    const others = firing(outlookOn(alone.plan, outlookOptions)).map(({ model }) => model);
    return others.length === 0
      ? unrest(alert, notFound, fixNotFound)
      : unrest(alert, besideOthers(others), fixBeside(others));
  });
}

/** Alerts whose conditions cannot be worked out here, such as one on the hour of the day. */
export function unknownIn({ excess }: Outlook): Unrest[] {
  return [...excess]
    .filter(([, one]) => one > 0 && one < 1)
    .map(([{ model }]) => ({
      alert: model.name,
      fires: false,
      text: `${model.place.file}:${model.place.line}: cannot tell whether alert "${model.name}" fires when nothing is wrong\n  fix: write its condition without the time of day, or watch it in the running stack`,
    }));
}

function unrest({ model }: WatchedAlert, why: string, fix: string): Unrest {
  const { name, place } = model;
  return {
    alert: name,
    fires: true,
    text: `${place.file}:${place.line}: alert "${name}" fires although nothing is wrong: ${why}\n  fix: ${fix}`,
  };
}

const byItself = "it fires whatever values its series have";
const notFound = "no values were found for which neither it nor any other alert fires";
const fixNotFound = "give, in its scenario, the ok value of each series that it reads";

function fixByItself({ scenarios }: AlertModel): string {
  return scenarios.length === 0
    ? "give it a scenario with a healthy value"
    : "check its condition: is there a value for which it is false?";
}

function besideOthers(others: readonly AlertModel[]): string {
  return `when it does not fire, ${others.map(({ name }) => `"${name}"`).join(", ")} ${others.length === 1 ? "fires" : "fire"}`;
}

function fixBeside(others: readonly AlertModel[]): string {
  const places = others.map(({ place }) => `${place.file}:${place.line}`).join(", ");
  return `leave room between the two thresholds for a value that is healthy for both, or narrow one of the selectors; see ${places}`;
}
