import { listed } from "../../text/listed.ts";
import type { Side } from "../played.ts";
import type { Notified } from "../version.ts";
import type { AskedAlert, AskedInhibition, AskedSide, Hours, LabelSet, Routed, RoutedSet } from "./routed.ts";
import { isWithin, weeksOf } from "./weeks.ts";

/** Where a real Alertmanager does something else than what is said to be known of its configuration; in sentences. */
export function disagreements({ question, answers }: Routed): string[] {
  const sides: readonly Side[] = ["base", "head"];
  const found = sides.flatMap((side) => {
    const [asked, answered] = [question[side], answers[side]];
    return [
      ...asked.alerts.flatMap((one, index) => ofAlert(one, answered.alerts[index] ?? [], asked, side)),
      ...asked.inhibitions.flatMap((one, index) => ofInhibition(one, answered.inhibited[index], side)),
    ];
  });
  return [...new Set(found)];
}

/** How a person calls a version of the configuration. */
export const calledConfig: Readonly<Record<Side, string>> = {
  base: "the old configuration",
  head: "the new configuration",
};

function ofAlert(
  { alert: { name, notified }, sets }: AskedAlert,
  answers: readonly RoutedSet[],
  { intervals }: AskedSide,
  side: Side,
): string[] {
  if (!notified) return [];
  const weeks = weeksOf({ intervals });
  return sets.flatMap((set, index) => {
    const answer = answers[index];
    if (!answer) return [];
    const groups = otherGroups(notified, set, answer);
    if (groups !== undefined) return `${name} with ${setText(set)} ${groups} by ${calledConfig[side]}`;
    const tables = [
      { week: undefined, real: answer.receivers },
      ...answer.notified.map((real, number) => ({ week: weeks[number], real })),
    ];
    return tables.flatMap(({ week, real }) => {
      const open = notified.filter((one) => week === undefined || isOpen(one, week));
      const must = open.filter(({ surely }) => surely).map(({ receiver }) => receiver);
      const may = new Set(open.map(({ receiver }) => receiver));
      if (must.every((one) => real.includes(one)) && real.every((one) => may.has(one))) return [];
      const said = `is said to notify ${names([...may])}`;
      return `${name} with ${setText(set)} ${said} by ${calledConfig[side]}${weekText(week)}, and Alertmanager notifies ${names(real)}`;
    });
  });
}

/** Where the alerts of a receiver share a notification by other labels than is said. Of several routes nobody says which is which. */
function otherGroups(notified: readonly Notified[], set: LabelSet, { receivers, grouped }: RoutedSet) {
  const found = receivers.flatMap((receiver, index) => {
    const [one, ...others] = notified.filter((each) => each.receiver === receiver);
    const isOne = others.length === 0 && receivers.filter((each) => each === receiver).length === 1;
    const real = grouped[index];
    if (!one || !isOne || real === undefined) return [];
    const said = Object.keys(set).filter((label) => one.groupedBy === "all" || one.groupedBy.includes(label));
    if (said.sort().join() === [...real].sort().join()) return [];
    return `shares notifications of ${receiver} by ${labelsText(real)}, and is said to by ${labelsText(said)},`;
  });
  return found[0];
}

function labelsText(labels: readonly string[]): string {
  return labels.length === 0 ? "no label" : listed(labels);
}

function isOpen({ activeIn, mutedIn }: Notified, week: Hours): boolean {
  const isActive = activeIn.length === 0 || activeIn.some((one) => isWithin(one, week));
  return isActive && !mutedIn.some((one) => isWithin(one, week));
}

function ofInhibition(
  { source, target, labels, differing }: AskedInhibition,
  isInhibited: boolean | undefined,
  side: Side,
): string[] {
  const { name, inhibitors, inhibitedBy } = target.alert;
  const by = inhibitors?.filter(({ model }) => model === source.alert.model);
  const may = by
    ? by.some(({ ifSame }) => !ifSame.some((label) => differing.includes(label)))
    : inhibitedBy.length > 0;
  const must =
    by !== undefined &&
    by.length > 0 &&
    by.every(({ surely, ifSame }) => surely && ifSame.every((label) => isSameIn(label, labels)));
  if (isInhibited === undefined || (isInhibited ? may : !must)) return [];
  const [said, seen] = isInhibited ? ["also", "does not send it"] : ["not", "sends it"];
  return [
    `${name} with ${setText(labels[1])} is said to be ${said} sent while ${source.alert.name} with ${setText(labels[0])} fires, by ${calledConfig[side]}, and Alertmanager ${seen}`,
  ];
}

function isSameIn(label: string, [one, other]: AskedInhibition["labels"]): boolean {
  return one[label] === other[label];
}

function names(receivers: readonly string[]): string {
  return receivers.length === 0 ? "nobody" : listed([...new Set(receivers)]);
}

function weekText(week: Hours | undefined): string {
  if (!week) return "";
  return week.is === "always" ? ` in ${week.interval}` : ` outside of ${week.interval}`;
}

function setText(set: LabelSet): string {
  const own = Object.entries(set).filter(([label]) => label !== "alertname");
  return own.length === 0
    ? "no labels"
    : own.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(", ");
}
