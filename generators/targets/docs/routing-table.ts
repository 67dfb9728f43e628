import { groupBy } from "../../group-by.ts";
import type { Platform } from "../../language/platform.ts";
import type { Receiver, TimeInterval } from "../../language/routing.ts";
import type { Model } from "../../model/model.ts";
import { listed } from "../../text/listed.ts";
import { compareText } from "../../text/order.ts";
import type { InhibitionModel, LabelMatch, PlatformModel } from "../../model/routing-model.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import type { Output } from "../../output.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import type { InhibitedPair } from "../../routing/inhibits.ts";
import { type AlertRouting, notificationRouting } from "../../routing/notification-routing.ts";
import { timesToPage } from "../../routing/time-to-page.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
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
import { sourceOf } from "../source-of.ts";
import { alertTable, heldBackBy, holdsOf, pairWords } from "./routing-table/alert-table.ts";
import { neverSent } from "./routing-table/never-sent.ts";
import { routeTable, routingPicture } from "./routing-table/routes.ts";

/** From every alert to the people who are notified of it, so that a routing change shows in a review. */
export const routingTable: Output<TestedModel> = (model) => {
  const routing = notificationRouting(model);
  const { platform } = model;
  const blocks = [
    heading(1, "Notification routing"),
    `Who is notified of each alert, how soon and how often${heldBackWords(platform)}: computed as Alertmanager does, from ${sourceWords(platform)}. ${link("The list of alerts", "alerts/README.md")} says what each of them means.`,
    heading(2, "Alerts"),
    ...(routing.length === 0
      ? ["No alerts are defined."]
      : [
          bulletList(howToRead(routing, platform)),
          alertTable(routing, platform, timesToPage(model)),
          heading(2, "What is never sent"),
          bulletList(neverSent(routing, platform)),
        ]),
    heading(2, "Routes"),
    (platform.routing.routes ?? []).length === 0
      ? "There is one route, and it matches every alert."
      : "Routes are tried from first to last, and the first match takes the alert. A route with a dotted arrow takes a copy (`continue`): matching goes on after it.",
    codeBlock("mermaid", routingPicture(platform)),
    routeTable(platform),
    heading(2, "Receivers"),
    receiverList(routing, platform),
    ...section("Inhibitions", inhibitionList(routing, platform)),
    ...section("Times of the week", intervalList(platform)),
  ];
  return { "docs/routing.md": printMarkdown(blocks, { source: sourceOf(sourcesOf(model)) }) };
};

/** What the page is computed from; what does not exist is not mentioned. */
function sourceWords(platform: PlatformModel): string {
  const words = ["the alert's labels", "the routes", ...holdsOf(platform).map(({ source }) => source)];
  return listed(words);
}

/** What the columns of the table of alerts count, and from when. */
function howToRead(routing: readonly AlertRouting[], platform: PlatformModel): string[] {
  const isSure = routing.every((one) => [...one.routes, ...one.inhibits].every(({ surely }) => surely));
  return [...columnMeanings, ...heldBackMeaning(platform), ...(isSure ? [] : [perhaps])];
}

/** What else the page says of an alert, where something can keep it from being sent. */
function heldBackWords(platform: PlatformModel): string {
  const holds = holdsOf(platform);
  return holds.length === 0 ? "" : `, and what ${holds.map(({ verb }) => verb).join(" or ")} it`;
}

function heldBackMeaning(platform: PlatformModel): string[] {
  const holds = holdsOf(platform);
  if (holds.length === 0) return [];
  const title = heldBackBy(holds);
  const heading = `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
  const causes = holds.map(({ cause }) => cause);
  return [`**${heading}** ${causes.join(", or by ")}. An alert that resolves in the meantime is never sent.`];
}

const columnMeanings = [
  "**How soon** counts from when the alert's condition is first met: its `for`, up to one evaluation interval, and the `group_wait` of a new group. An alert that joins a group that has already been notified is sent with that group's next change, at most once per `group_interval`.",
  "**From the first bad sample** counts from when what the alert's scenario plays begins, at the earliest and at the latest: until its windows have seen enough of it, then as above. Where a group has just been notified it is up to a `group_interval` later.",
  "**Repeated after** is when an unchanged group is sent again: at the first `group_interval` after the route's `repeat_interval`. When an alert resolves, its receivers are notified at the next `group_interval`.",
];
const perhaps = "**Perhaps**: depends on labels whose values are only known when the alert fires.";

function section(title: string, text: string): string[] {
  return text === "" ? [] : [heading(2, title), text];
}

function sourcesOf({ alerts, platform }: Model) {
  const { routing, receivers, inhibitions, timeIntervals } = platform;
  const parts = [receivers, inhibitions, timeIntervals].flatMap((named) => Object.values(named));
  return [platform, routing, ...parts, ...alerts];
}

/** Every receiver: how it notifies, and of which alerts. */
function receiverList(routing: readonly AlertRouting[], { receivers }: Platform): string {
  const notified = routing.flatMap(({ alert, routes }) =>
    [...new Set(routes.map(({ settings }) => settings.receiver))].map((receiver) => ({ alert, receiver })),
  );
  const byReceiver = groupBy(notified, ({ receiver }) => receiver);
  return bulletList(
    Object.values(receivers).map((receiver) => {
      const alerts = (byReceiver.get(receiver) ?? []).map(({ alert }) => alert.name);
      return receiverItem(receiver, alerts.sort(compareText));
    }),
  );
}

function receiverItem(receiver: Receiver, names: readonly string[]): string {
  const notifiers = notifierLabels(receiver);
  const lines = [
    `**${escapeMarkdown(receiver.name)}** (${escapeMarkdown(notifiers.length === 0 ? "nobody" : notifiers.join(", "))}): ${escapeMarkdown(receiver.description)}`,
    names.length === 0
      ? "Not notified of any alert."
      : `Notified of ${names.map(escapeMarkdown).join(", ")}.`,
    ...(receiver.sendResolved === false ? ["Not notified when they resolve."] : []),
  ];
  return lines.join("\n");
}

/** Every inhibition rule, and which alerts it lets inhibit which. */
function inhibitionList(routing: readonly AlertRouting[], { inhibitions }: PlatformModel): string {
  const pairs = groupBy(
    routing.flatMap(({ inhibits }) => inhibits),
    (pair) => pair.inhibition,
  );
  return bulletList(
    Object.values(inhibitions).map((inhibition) => inhibitionItem(inhibition, pairs.get(inhibition) ?? [])),
  );
}

function inhibitionItem(inhibition: InhibitionModel, pairs: readonly InhibitedPair[]): string {
  const { name, source, target, equal } = inhibition;
  const condition = equal.length === 0 ? "" : ` with the same ${equal.map(inlineCode).join(", ")}`;
  const rule = `**${escapeMarkdown(name)}**: ${side(source)} inhibits ${side(target)}${condition}.`;
  const bySource = groupBy(pairs, (pair) => pair.source);
  const sources = [...bySource].map(
    ([alert, own]) => `${escapeMarkdown(alert.name)} inhibits ${targetsOf(own)}`,
  );
  return sources.length === 0
    ? `${rule}\nNo alert inhibits another through it.`
    : `${rule}\n${bulletList(sources)}`;
}

function side(match: LabelMatch): string {
  const matchers = matchersOf(match).map((matcher) => inlineCode(matcherText(matcher)));
  return matchers.length === 0 ? "any alert" : matchers.join(", ");
}

function targetsOf(pairs: readonly InhibitedPair[]): string {
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
