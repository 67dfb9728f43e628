import type { Platform } from "../../language/platform.ts";
import type { Receiver } from "../../language/receiver.ts";
import type { TimeInterval } from "../../language/time-interval.ts";
import type { Model } from "../../model/model.ts";
import { compareText } from "../../model/order.ts";
import type { InhibitionModel, LabelMatch, PlatformModel } from "../../model/routing-model.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import type { Output } from "../../output.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import type { MutingPair } from "../../routing/muting-pairs.ts";
import { type AlertWays, waysToPeople } from "../../routing/ways-to-people.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
} from "../../text/markdown.ts";
import { matcherText } from "../alertmanager/matcher-text.ts";
import { sourceOf } from "../parts/source-of.ts";
import { alertTable, pairWords } from "./routing-table/alert-table.ts";
import { routeTable, routingPicture } from "./routing-table/routes.ts";

/** From every alert to the people who are told of it, so that a change of routing shows in a review. */
export const routingTable: Output = (model) => {
  const ways = waysToPeople(model);
  const { platform } = model;
  const blocks = [
    heading(1, "The way to a person"),
    `Who is told of an alert, how soon, how often, and what silences it: worked out as Alertmanager does it, from ${sourceWords(platform)}. ${link("The list of alerts", "alerts/README.md")} says what each of them means.`,
    heading(2, "Alerts"),
    ...(ways.length === 0 ? ["No alert is defined."] : [bulletList(howToRead(ways)), alertTable(ways)]),
    heading(2, "Routes"),
    (platform.routing.routes ?? []).length === 0
      ? "There is one route, and it takes every alert."
      : "Routes are tried from the first to the last, and the first that fits takes the alert. One with a dotted arrow takes a copy: the search goes on behind it.",
    codeBlock("mermaid", routingPicture(platform)),
    routeTable(platform),
    heading(2, "Receivers"),
    receiverList(ways, platform),
    ...section("Inhibitions", inhibitionList(ways, platform)),
    ...section("Times of the week", intervalList(platform)),
  ];
  return { "docs/routing.md": printMarkdown(blocks, { source: sourceOf(sourcesOf(model)) }) };
};

/** What the page is worked out from; of what there is none, nothing is said. */
function sourceWords({ inhibitions, timeIntervals }: Platform): string {
  const words = [
    "the alert's labels",
    "the routes",
    ...(Object.keys(inhibitions).length > 0 ? ["the inhibitions"] : []),
    ...(Object.keys(timeIntervals).length > 0 ? ["the times of the week"] : []),
  ];
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** What the columns of the table of alerts count, and from when. */
function howToRead(ways: readonly AlertWays[]): string[] {
  const isSure = ways.every((one) => [...one.ways, ...one.mutes].every(({ surely }) => surely));
  return isSure ? columnMeanings : [...columnMeanings, perhaps];
}

const columnMeanings = [
  "**How soon** counts from the moment at which the alert's expression begins to hold: its `for`, up to one evaluation, and the time that a new group waits for company. An alert that joins a group of which people were told already comes with the next change of that group, at most once in the time that its route says.",
  "**Again after** is when a group that has not changed is told once more: at the first look at it after the route's repeat interval. When an alert is over, whoever was told of it is told so at the next look.",
  "**What silences it** while it fires: another alert (where labels stand behind it, only one with the same values of these), or the time of the week. What is over before that ends is never told.",
];
const perhaps = "**Perhaps**: it depends on labels whose values are known only when the alert fires.";

function section(title: string, text: string): string[] {
  return text === "" ? [] : [heading(2, title), text];
}

function sourcesOf({ alerts, platform }: Model) {
  const { routing, receivers, inhibitions, timeIntervals } = platform;
  const parts = [receivers, inhibitions, timeIntervals].flatMap((named) => Object.values(named));
  return [platform, routing, ...parts, ...alerts];
}

/** Every receiver with how it tells people, and of which alerts. */
function receiverList(ways: readonly AlertWays[], { receivers }: Platform): string {
  return bulletList(Object.values(receivers).map((receiver) => receiverItem(receiver, ways)));
}

function receiverItem(receiver: Receiver, all: readonly AlertWays[]): string {
  const heard = all.filter(({ ways }) => ways.some(({ settings }) => settings.receiver === receiver));
  const names = heard.map(({ alert }) => alert.name).sort(compareText);
  const notifiers = notifierLabels(receiver);
  const lines = [
    `**${escapeMarkdown(receiver.name)}** (${escapeMarkdown(notifiers.length === 0 ? "nobody" : notifiers.join(", "))}): ${escapeMarkdown(receiver.description)}`,
    names.length === 0 ? "Hears of no alert." : `Hears of ${names.map(escapeMarkdown).join(", ")}.`,
  ];
  return lines.join("\n");
}

/** Every inhibition with what it says, and which alerts silence which by it. */
function inhibitionList(ways: readonly AlertWays[], { inhibitions }: PlatformModel): string {
  return bulletList(Object.values(inhibitions).map((inhibition) => inhibitionItem(inhibition, ways)));
}

function inhibitionItem(inhibition: InhibitionModel, ways: readonly AlertWays[]): string {
  const { name, source, target, equal } = inhibition;
  const condition = equal.length === 0 ? "" : ` with the same ${equal.map(inlineCode).join(", ")}`;
  const rule = `**${escapeMarkdown(name)}**: ${side(source)} silences ${side(target)}${condition}.`;
  const sources = ways.flatMap(({ alert, mutes }) => {
    const pairs = mutes.filter((pair) => pair.inhibition === inhibition);
    return pairs.length === 0 ? [] : [`${escapeMarkdown(alert.name)} silences ${targetsOf(pairs)}`];
  });
  return sources.length === 0
    ? `${rule}\nNo alert silences another by it.`
    : `${rule}\n${bulletList(sources)}`;
}

function side(match: LabelMatch): string {
  const matchers = matchersOf(match).map((matcher) => inlineCode(matcherText(matcher)));
  return matchers.length === 0 ? "any alert" : matchers.join(", ");
}

function targetsOf(pairs: readonly MutingPair[]): string {
  return pairWords(pairs, ({ target }) => target).join("; ");
}

/** The times of the week that routes refer to. */
function intervalList({ timeIntervals }: Platform): string {
  return bulletList(
    Object.values(timeIntervals).map(
      (interval) => `**${escapeMarkdown(interval.name)}**: ${escapeMarkdown(wordsOf(interval))}`,
    ),
  );
}

/** `Mon–Fri 09:00–17:00 (Europe/Berlin)` */
function wordsOf({ weekdays, times, location }: TimeInterval): string {
  const inDays = weekdays?.map((range) => range.split(":").map(shortDay).join("–")).join(", ") ?? "every day";
  const hours = times?.map(({ from, to }) => `${from}–${to}`).join(", ");
  return [inDays, ...(hours === undefined ? [] : [hours]), `(${location})`].join(" ");
}

/** `monday` → `Mon` */
function shortDay(day: string): string {
  return `${day.charAt(0).toUpperCase()}${day.slice(1, 3)}`;
}
