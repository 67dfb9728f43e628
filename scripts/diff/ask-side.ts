import { copyLabel, askedConfig, unsent } from "../../generators/review/routed/asked-config.ts";
import type { AskedSide, RoutedSet, RoutedSide } from "../../generators/review/routed/routed.ts";
import { inhibitionsOfPairs, askAlertmanager } from "../validate/runners/alertmanager.ts";
import { askGroups } from "./ask-groups.ts";
import { askWeeks } from "./ask-weeks.ts";
import type { AskedSet } from "./asked-sets.ts";
import type { Listener } from "./listener.ts";

/** The configuration with which an Alertmanager can be asked all of this. */
export function configOfSide(side: AskedSide, { address }: Pick<Listener, "address">): string {
  // JSON is YAML.
  return JSON.stringify({ ...askedConfig(side, address), inhibit_rules: inhibitionsOfPairs(side.config) });
}

/** @param url of an Alertmanager with that configuration */
export async function askSide(
  url: string,
  side: AskedSide,
  listener: Pick<Listener, "hasHeard">,
): Promise<RoutedSide> {
  const sets = side.alerts.flatMap((asked) => asked.sets);
  const alone = await askAlertmanager(
    url,
    sets.map((set) => [unsentSet(set), unsentSet(set)]),
  );
  const asked: AskedSet[] = sets.map((labels, index) => ({
    labels,
    receivers: alone[index]?.[0].receivers ?? [],
  }));
  const notified = await askWeeks(url, asked, side, listener);
  const grouped = await askGroups(
    url,
    asked.map(({ labels, receivers }) => ({ labels: unsentSet(labels), receivers })),
  );
  const pairs = await askAlertmanager(
    url,
    side.inhibitions.map(({ labels: [source, target] }) => [unsentSet(source), unsentSet(target)]),
  );
  const answers = asked.map(({ receivers }, index): RoutedSet => ({
    receivers,
    grouped: grouped[index] ?? [],
    notified: notified[index] ?? [],
  }));
  return {
    alerts: side.alerts.map((one) => answers.splice(0, one.sets.length)),
    inhibited: pairs.map(([, target]) => target.isInhibited),
  };
}

function unsentSet(set: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...set, [copyLabel]: unsent };
}
