import { expect, test } from "vitest";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "recording-labels-keep-series-apart";
const rate = sales.shop_orders_total.rate("5m");
const problems = (recorded: object) => problemsOf(id, definitionsWith({ recordings: { recorded } }));

test("a label that replaces one of several values is reported", () => {
  // replaced
  const recorded = recording("a:b:c", rate.sumBy("channel"), { labels: { channel: "any" } });
  expect(problems(recorded)).toEqual([
    `${at("replaced")}: recording "a:b:c" sets the label channel to "any", but its expression has channel too: series that differ only there become one, which Prometheus refuses (${id})\n` +
      `  fix: aggregate the label away first, such as sum without (channel), give it another name, or suppress it with a reason: allow: { "${id}": "…" }`,
  ]);
});

test.each([
  ["a label that the expression has not", recording("a:b:c", rate.sum(), { labels: { channel: "any" } })],
  ["one that is the same on all series", recording("a:b:c", rate.sumBy("job"), { labels: { job: "shop" } })],
  [
    "one where another label tells them apart, with the reason",
    recording("a:b:c", rate.sumBy("instance", "channel"), {
      labels: { channel: "any" },
      allow: { [id]: "Each instance has one channel." },
    }),
  ],
])("%s may be set", (_, recorded) => {
  expect(problems(recorded)).toEqual([]);
});
