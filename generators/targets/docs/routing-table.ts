import type { Platform } from "../../language/platform.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { waysToPeople, type AlertWays } from "../../routing/ways-to-people.ts";
import { bulletList, codeBlock, heading, link, printMarkdown } from "../../text/markdown.ts";
import { sourceOf } from "../parts/source-of.ts";
import { alertTable } from "./routing-table/alert-table.ts";
import { inhibitionList } from "./routing-table/inhibition-list.ts";
import { receiverList } from "./routing-table/receiver-list.ts";
import { routeTable } from "./routing-table/route-table.ts";
import { routingPicture } from "./routing-table/routing-picture.ts";
import { intervalList } from "./routing-table/interval-list.ts";

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
