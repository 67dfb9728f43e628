import { expect, test } from "vitest";
import { lostTitles, mentions } from "../../generators/checks/reading/titles-named-in.ts";

const panel = { word: "panel", titles: ["Orders", "Orders by channel", "p50", "Objects, nodes, resources"] };
const titles = (text: string) =>
  lostTitles(mentions(text, panel), panel).map(({ title, hint }) => `${title}${hint}`);

test.each([
  ["The panel Ordres says since when.", "Ordres (did you mean 'Orders'?)"],
  ["The panel Queue length says since when.", "Queue length"],
  ["Look at the panel Queue length.", "Queue length"],
  ['On the panel "queue length" it rises.', "queue length"],
  ["(panel Refunds of Shop overview)", "Refunds"],
  ["The panels Orders and Refunds: both rise.", "Refunds"],
  ["Compare the panels Refunds and Orders.", "Refunds"],
])("%s", (text, found) => {
  expect(titles(text)).toEqual([found]);
});

test.each([
  "The panel Orders says since when, the panel p50 how slow.",
  "The panel Orders by channel of Shop overview.",
  "Keep a screenshot of the panels Orders and Objects, nodes, resources.",
  "The panels Orders of Shop overview and p50 of Shop latency.",
  "The panels Orders and p50 show it, Prometheus does too.",
  'The panel "Orders" and the panel `p50`.',
  "Every panel of the shop is empty; on this panel alone it is not.",
  "Open both panels over the last day. Then ask.",
  "The panel I opened, the panel URL, the panel JSON.",
  "The panel of Orders.",
  // "Orders" stands there: that another title begins alike says nothing.
  "The panel Orders by chance says since when.",
])("%s: nothing", (text) => {
  expect(titles(text)).toEqual([]);
});
