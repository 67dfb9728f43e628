// Mistakes in scenarios, examples, panels and other options.
import type { Mistake } from "./mistake.ts";

export const mistakesOfOptions: Readonly<Record<string, Mistake>> = {
  "holds() of a counter": {
    code: `holds(m.shop_orders_total, { ok: 1, firing: 2 });`,
    says: "holds() takes a gauge, but m.shop_orders_total is a counter [TS2741]",
    fix: 'write runs(m.shop_orders_total, { ok: …, firing: … }) for its growth per second, or grows(m.shop_orders_total, "5m", { ok: …, firing: … }) for its growth in 5 minutes',
  },
  "holds() of a result": {
    code: `holds(m.shop_fps.avg(), { ok: 1, firing: 2 });`,
    says: "holds() takes a gauge, but m.shop_fps.avg() is a result [TS2741]",
    fix: "write the gauge itself, or a recording: what is computed from it follows",
  },
  "holds() of a histogram": {
    code: `holds(m.shop_seconds, { ok: seconds(1), firing: seconds(2) });`,
    says: "holds() takes a gauge, but m.shop_seconds is a histogram [TS2741]",
    fix: "write quantile(m.shop_seconds, 0.95, { ok: …, firing: … }) for its quantile",
  },
  "runs() of a gauge": {
    code: `runs(m.shop_fps, { ok: 1, firing: 2 });`,
    says: "runs() takes a counter, but m.shop_fps is a gauge [TS2741]",
    fix: "write holds(m.shop_fps, { ok: …, firing: … }) for its value",
  },
  "runs() of a rate": {
    code: `runs(m.shop_orders_total.rate("5m"), { ok: 1, firing: 2 });`,
    says: 'runs() takes a counter, but m.shop_orders_total.rate("5m") is a result [TS2741]',
    fix: "write the counter itself, or a recording: what is computed from it follows",
  },
  "quantile() of a gauge": {
    code: `quantile(m.shop_wait, 0.95, { ok: ms(60), firing: ms(600) });`,
    says: "quantile() takes a histogram, but m.shop_wait is a gauge [TS2739]",
    fix: "write holds(m.shop_wait, { ok: …, firing: … }) for its value",
  },
  "share() of a gauge": {
    code: `share(m.shop_fps, m.shop_fps, { ok: 0, firing: percent(5) });`,
    says: "share() takes a counter, but m.shop_fps is a gauge [TS2741]",
    fix: "give it two counters: the part and the rest",
  },
  "failing() of a gauge": {
    code: `failing(m.shop_fps, { of: m.shop_orders_total, words: "of the orders fail" });`,
    says: "failing() takes a counter, but m.shop_fps is a gauge [TS2741]",
    fix: "give it a counter",
  },
  "timeIn() and a gauge of another job": {
    code: `timeIn(m.shop_fps.lt(45), { of: till_price, words: "of the time it is slow", scenario: played });`,
    says: "the condition and the gauge of an SLO are of one job, but this one is not of shop [TS2322]",
    fix: "write a gauge of shop",
  },
  "timeLeft() of a length of time": {
    code: `timeLeft(m.shop_wait, { ok: days(60), firing: days(6) });`,
    says: "timeLeft() takes a timestamp, but m.shop_wait is in milliseconds [TS2345]",
    fix: "write holds(m.shop_wait, { ok: …, firing: … }) for a length of time",
  },
  "levels without a unit": {
    code: `holds(m.shop_memory_bytes, { ok: 5, firing: 6 });`,
    says: "this takes an amount of data, but a bare number has no unit [TS2322]",
    fix: "add the unit: bytes(…), kilobytes(…), megabytes(…), gigabytes(…), kib(…), mib(…) or gib(…)",
  },
  "levels in another unit": {
    code: `holds(m.shop_memory_bytes, { ok: ms(5), firing: ms(6) });`,
    says: "this takes an amount of data, but ms(…) is a length of time [TS2322]",
    fix: "write an amount of data: bytes(…), kilobytes(…), megabytes(…), gigabytes(…), kib(…), mib(…) or gib(…)",
  },
  "levels without firing": {
    code: `holds(m.shop_fps, { ok: 5 });`,
    says: "firing is missing [TS2345]",
    fix: "add firing, the level at which it fires",
  },
  "a level that there is not": {
    code: `holds(m.shop_fps, { ok: 5, edge: 4, firing: 6 });`,
    says: "there is no level 'edge' [TS2353]",
    fix: "write limit; the levels are ok, limit and firing",
  },
  "query for queries": {
    code: `stat({ title: "T", description: "D.", query: m.shop_fps });`,
    says: "there is no option 'query' here [TS2353]",
    fix: "write queries: [ … ]",
  },
  "one query without a list": {
    code: `stat({ title: "T", description: "D.", queries: m.shop_fps });`,
    says: "queries is a list, but this is one gauge [TS2740]",
    fix: "write queries: [m.shop_fps]",
  },
  "a counter on a panel": {
    code: `stat({ title: "T", description: "D.", queries: [m.shop_orders_total] });`,
    says: "m.shop_orders_total is a counter: only its growth means something [TS2322]",
    fix: 'take its growth: .rate("5m") per second, or .increase("5m")',
  },
  "a text on a panel": {
    code: `stat({ title: "T", description: "D.", queries: ["up"] });`,
    says: "a query is an expression, but this is text [TS2322]",
    fix: "write the metric, or promql`up` for PromQL as text",
  },
  "a severity as text": {
    code: `alert({
  ...about,
  severity: "page", // here
  expr: m.shop_fps.lt(45),
  scenario: played,
});`,
    says: "a severity is an export of the platform, not text [TS2322]",
    fix: "import it from the platform's severities and write it without quotes",
  },
  milisecond: {
    code: `metrics(shop, { a_ms: gauge({ help: "A.", unit: "milisecond" }) });`,
    says: "'milisecond' is not the name of a unit [TS2322]",
    fix: "write 'milliseconds'",
  },
  "the unit s": {
    code: `metrics(shop, { a_s: gauge({ help: "A.", unit: "s" }) });`,
    says: "'s' is not the name of a unit [TS2322]",
    fix: "write 'seconds'",
  },
  "the unit MB": {
    code: `metrics(shop, { a_s: gauge({ help: "A.", unit: "MB" }) });`,
    says: "'MB' is not the name of a unit [TS2322]",
    fix: "write 'megabytes'",
  },
  "as milisecond": {
    code: `m.shop_fps.as("milisecond");`,
    says: "'milisecond' is not the name of a unit [TS2345]",
    fix: "write 'milliseconds'",
  },
  "a list of one example": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"), { help: "A.", example: [{ given: [holds(m.shop_fps, 3)], expect: 3 }] });`,
    says: "this is a list of one example [TS2322]",
    fix: "leave out the brackets: example: { … }",
  },
  "a list of one scenario": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: [{ given: [played] }] });`,
    says: "this is a list of one scenario [TS2322]",
    fix: "leave out the brackets: scenario: { … }",
  },
  "givens as scenarios": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45), scenario: [played, played] });`,
    says: "this takes a list of scenarios, but this is what one series does [TS2322]",
    fix: "write scenario: { given: [ … ] }",
  },
  "a recording without an example": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"), { help: "A." });`,
    says: "example is missing [TS2741]",
    fix: "add example: { given: [ … ], expect: … }",
  },
  "a recording without options": {
    code: `recording("job:a:b", m.shop_fps.avgBy("job"));`,
    says: "the recording has no example [TS2554]",
    fix: 'add { help: "…", example: { given: [ … ], expect: … } } after the expression',
  },
  "a recording of a counter": {
    code: `recording("job:a:b", m.shop_orders_total, { help: "A.", example: { given: [runs(m.shop_orders_total, 1)], expect: 1 } });`,
    says: "m.shop_orders_total is a counter: only its growth means something [TS2345]",
    fix: 'take its growth: .rate("5m") per second, or .increase("5m")',
  },
  "a name of a recording without levels": {
    code: `recording("fps_avg", m.shop_fps.avgBy("job"), { help: "A.", example: { given: [holds(m.shop_fps, 3)], expect: 3 } });`,
    says: "the name of a recording is level:metric:operations, but 'fps_avg' is not [TS2345]",
    fix: 'name the labels that are left, the metric and what was done to it, as in "job:fps_avg:avg5m"; one that somebody else chose is a foreignRecording(…)',
  },
  "an expected value without a unit": {
    code: `recording("job:a:b", m.shop_load.avgBy("job"), { help: "A.", example: { given: [holds(m.shop_load, percent(3))], expect: 3 } });`,
    says: "this takes a ratio, but a bare number has no unit [TS2322]",
    fix: "add the unit: ratio(…), percent(…) or factor(…)",
  },
  "a misspelt metric, wherever it is used": {
    code: `alert({
  ...about,
  expr: m.shop_fsp.lt(45), // here
  scenario: holds(m.shop_fsp, { ok: 60, firing: 44 }),
});`,
    says: "there is no metric 'shop_fsp' here [TS2551]",
    fix: "write shop_fps; also in line 26",
  },
  "sum() by a label": {
    code: `m.shop_fps.sum("job");`,
    says: "sum() is over all series [TS2554]",
    fix: 'write .sumBy("job")',
  },
  "an alert that nothing proves": {
    code: `alert({ ...about, expr: m.shop_fps.lt(45) });`,
    says: "scenario is missing [TS2741]",
    fix: "add scenario: holds(…, { ok: …, firing: … })",
  },
  "a metric without help": {
    code: `metrics(shop, { a_b: gauge({ unit: "fps" }) });`,
    says: "help is missing [TS2741]",
    fix: 'add help: "What the metric says."',
  },
  "a metric without a kind": {
    code: `metrics(shop, { a_b: { help: "A." } });`,
    says: "this does not say what kind of metric it is [TS2353]",
    fix: "write counter({ … }), gauge({ … }), histogram({ … }) or summary({ … })",
  },
  "one value of a label without a list": {
    code: `metrics(shop, { a_b: gauge({ help: "A.", unit: "fps", labels: { a: "b" } }) });`,
    says: "a label is described by the list of its values [TS2322]",
    fix: 'write ["b"] if that is the only value, or "*" for any value',
  },
  "one action without a list": {
    code: `alert({ ...about, actions: "Look.", expr: m.shop_fps.lt(45), scenario: played });`,
    says: "actions is a list [TS2322]",
    fix: 'write actions: ["Look."]',
  },
  "an option with underscores": {
    code: `alert({ ...about, keep_firing_for: "5m", expr: m.shop_fps.lt(45), scenario: played });`,
    says: "there is no option 'keep_firing_for' here [TS2561]",
    fix: "write keepFiringFor",
  },
  "restarts() of a counter": {
    code: `restarts(m.shop_orders_total);`,
    says: "restarts() takes a gauge, but m.shop_orders_total is a counter [TS2741]",
    fix: "give it the gauge of the start time",
  },
  "a number as a threshold of a panel": {
    code: `timeSeries({ title: "T", description: "D.", queries: [m.shop_fps], thresholds: [45] });`,
    says: "a threshold of a panel is an alert, or a line with its colour [TS2322]",
    fix: 'write the alert, or { value: 45, color: "red", side: "above" }',
  },
  "an alert without for": {
    code: `const { for: _, ...others } = about; alert({ ...others, expr: m.shop_fps.lt(45), scenario: played });`,
    says: "for is missing [TS2741]",
    fix: 'add for: "5m", how long it must be so before it fires; "0m" is at once',
  },
  "no action at all": {
    code: `alert({ ...about, actions: [], expr: m.shop_fps.lt(45), scenario: played });`,
    says: "the list is empty, but it takes at least one entry [TS2322]",
    fix: 'write actions: [ "…" ], what to do first',
  },
  "a method that is not called": {
    code: `alert({
  ...about,
  expr: m.shop_fps.lt, // here
  scenario: played,
});`,
    says: "lt is named, but not called [TS2322]",
    fix: "write .lt(…)",
  },
  "one name for two things": {
    code: `const low = 1; const low = 2;`,
    says: "there are two low in this file [TS2451]",
    fix: "import or define low once",
  },
  "a job by its name": {
    code: `alert({ ...about, downOf: "shop", expr: shop.up.eq(0), scenario: holds(shop.up, { ok: 1, firing: 0 }) });`,
    says: "a job is named by its export, not by text [TS2322]",
    fix: "import the job and write it without quotes",
  },
};
