// What a text inserts is a word: nobody knows it yet. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { alert, annotation, holds, percent, query, severity } from "signalbox";
import { infra, shop } from "../language/example-metrics.ts";

const memory = shop.shop_memory_bytes;
const about = {
  severity: severity("page", { rank: 1, response: "now", color: "red" }),
  component: "shop",
  expr: infra.up.eq(0),
  for: "5m",
  impact: "None.",
  actions: ["Look."],
  scenario: holds(infra.up, { ok: 1, firing: 0 }),
  description: "Down.",
} as const;
const asText = (text: string) => text;

alert({ ...about, summary: ({ labels, value, threshold }) => `${labels.instance}: ${value}, ${threshold}` });
alert({ ...about, summary: ({ labels }) => labels.instance });
query(memory, { legend: ($) => $.type });

// @ts-expect-error a label has no methods
alert({ ...about, summary: ({ labels }) => (labels.instance.includes("prod") ? "Production" : "Test") });
// @ts-expect-error a label cannot be taken apart
alert({ ...about, summary: ({ labels }) => `${labels.instance.split(":")[0]}` });
// @ts-expect-error a label is not made of letters
alert({ ...about, summary: ({ labels }) => `${labels.instance[0]}` });
// @ts-expect-error a label has no length
alert({ ...about, summary: ({ labels }) => `${labels.instance.length}` });
// @ts-expect-error a label equals no text
alert({ ...about, summary: ({ labels }) => (labels.instance === "x" ? "It" : "Another") });
// @ts-expect-error a label differs from no text
alert({ ...about, summary: ({ labels }) => (labels.instance != "x" ? "It" : "Another") });
// @ts-expect-error a label is not passed on as text
alert({ ...about, summary: ({ labels }) => asText(labels.instance) });
// @ts-expect-error a label is the name of nothing
alert({ ...about, summary: ({ labels }) => ({ a: "A" })[labels.instance] ?? "B" });
// @ts-expect-error the value is no number
alert({ ...about, summary: ({ value }) => `${value - 45} below` });
// @ts-expect-error the value is not compared
alert({ ...about, summary: ({ value }) => (value > 3 ? "Many" : "Few") });
// @ts-expect-error the value has no digits
alert({ ...about, summary: ({ value }) => value.toFixed(2) });
// @ts-expect-error the value is not read as a number
alert({ ...about, summary: ({ value }) => `${parseFloat(value)}` });
// @ts-expect-error the threshold is no number
alert({ ...about, summary: ({ threshold }) => `${threshold * 2}` });
// @ts-expect-error the threshold has no methods
alert({ ...about, summary: ({ threshold }) => threshold.toUpperCase() });
// @ts-expect-error two words are not compared with an amount
alert({ ...about, summary: ({ value }) => (value === percent(5) ? "Five" : "Other") });
// @ts-expect-error a legend's label has no methods
query(memory, { legend: ($) => $.type.toUpperCase() });
// @ts-expect-error a legend's label equals no text
query(memory, { legend: ($) => ($.type === "heap" ? "Heap" : "Other") });
annotation("Starts", {
  expr: infra.up.eq(0),
  color: "blue",
  // @ts-expect-error the label of a mark has no methods
  text: (labels) => labels.instance.slice(1),
});
