// Mistakes that are about what one word makes and another takes, and about texts and numbers.
import type { Mistake } from "./mistake.ts";

const onlyInsert =
  "only insert it, ${…}, and leave it as it is; where another text is needed, narrow the expression with where() and write each its own";

export const mistakesOfThings: Readonly<Record<string, Mistake>> = {
  "a panel among the rows": {
    code: `dashboard("shop", { title: "Shop", description: "The shop.", folder: "Shop", last: "6h", rows: [panel] });`,
    says: "this takes a row, but panel is a panel [TS2739]",
    fix: 'write row("title", [ … ])',
  },
  "a metric among the panels": {
    code: `row("Frames", [m.shop_fps]);`,
    says: "this takes a panel, but m.shop_fps is a gauge [TS2322]",
    fix: "write timeSeries({ … }), stat({ … }) or another panel",
  },
  "a receiver as a route": {
    code: `route({ receiver: team, routes: [team] });`,
    says: "this takes a route, but team is a receiver [TS2741]",
    fix: "write route({ … })",
  },
  "a mark that would always be there": {
    code: `annotation("Starts", { expr: m.shop_fps, color: "blue", text: "Started" });`,
    says: "the expression always has a value, so there would be a mark everywhere [TS2741]",
    fix: "say when it fires: a comparison such as .gt(…) or .lt(…) with a threshold in fps, or .absent()",
  },
  "conditions with other labels": {
    code: `allOf(m.shop_memory_bytes.gt(mib(5)), m.shop_fps.lt(45));`,
    says: "allOf() joins conditions with the same labels, but these have others [TS2345]",
    fix: "write .and(…, { on: [ … ] }) with the labels that must match",
  },
  "a ratio of two units": {
    code: `ratioOf(m.shop_fps, m.shop_queue);`,
    says: "the part is in fps, the whole in tickets: they make no ratio [TS2345]",
    fix: "use two series that measure the same thing, or .div(…) for a value of another unit",
  },
  "a ratio of two sets of labels": {
    code: `ratioOf(m.shop_memory_bytes, m.shop_memory_bytes.sumWithout("type"));`,
    says: "only one of the two has the label 'type' [TS2345]",
    fix: 'sum both by the same labels, as in .sumBy("job")',
  },
  "the hour of a length": {
    code: `m.shop_queue.hour();`,
    says: "hour() is for points in time, but the value is in tickets [TS2684]",
    fix: "take it of a timestamp, or of the current time: vector(time()).hour()",
  },
  "a number as text": {
    code: `m.shop_fps.topk("5");`,
    says: 'this takes a number, but "5" is text [TS2345]',
    fix: "leave out the quotes: 5",
  },
  "a colour that there is not": {
    code: `severity("page", { rank: 1, response: "now", color: "pink" });`,
    says: 'color cannot be "pink" [TS2322]',
    fix: 'write "blue", "green", "orange", "red" or "yellow"',
  },
  "a path without a slash": {
    code: `scrapeJob("shop", { description: "The shop.", targets: ["localhost:1"], path: "metrics" });`,
    says: '"metrics" does not begin with / [TS2322]',
    fix: 'write "/metrics"',
  },
  "a secret without a purpose": {
    code: `secretFile("webhook");`,
    says: "secretFile() takes 2 or 3 arguments, not 1 [TS2554]",
    fix: "say what it is and where to get it, as the second argument",
  },
  "a method of a label": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ labels }) => labels.instance.split(":")[0] ?? "" });`,
    says: "this text asks for .split of a label, a value or a threshold, which nobody knows before the text is read [TS2339]",
    fix: onlyInsert,
  },
  "a label that is compared": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ labels }) => (labels.instance === "a" ? "A" : "B") });`,
    says: "this text compares a label, a value or a threshold, which nobody knows before the text is read [TS2367]",
    fix: onlyInsert,
  },
  "a value that is calculated with": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ value }) => \`\${value - 45} below\` });`,
    says: "this text calculates with a label, a value or a threshold, which nobody knows before the text is read [TS2362]",
    fix: onlyInsert,
  },
  "a value that is subtracted": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ value }) => \`\${45 - value} below\` });`,
    says: "this text calculates with a label, a value or a threshold, which nobody knows before the text is read [TS2363]",
    fix: onlyInsert,
  },
  "a value that is compared": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ value }) => (value > 3 ? "many" : "few") });`,
    says: "this text calculates with, or compares, a label, a value or a threshold, which nobody knows before the text is read [TS2365]",
    fix: onlyInsert,
  },
  "a value that is handed on as text": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ value }) => \`\${parseFloat(value)}\` });`,
    says: "this text hands on a label, a value or a threshold, which nobody knows before the text is read [TS2345]",
    fix: onlyInsert,
  },
  "a letter of a label": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: played, summary: ({ labels }) => \`\${labels.instance[0]}\` });`,
    says: "this text takes letters of a label, a value or a threshold, which nobody knows before the text is read [TS7053]",
    fix: onlyInsert,
  },
  "a label of a legend that is compared": {
    code: `query(m.shop_memory_bytes, { legend: ($) => ($.type === "heap" ? "Heap" : "Cache") });`,
    says: "this text compares a label, a value or a threshold, which nobody knows before the text is read [TS2367]",
    fix: onlyInsert,
  },
};
