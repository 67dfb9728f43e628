// Mistakes with what stands on both sides of an operator, and with conditions that stand within something else.
import type { Mistake } from "./mistake.ts";

export const mistakesOfAlgebra: Readonly<Record<string, Mistake>> = {
  "a condition within an aggregation": {
    code: `alert({ ...about, expr: m.shop_queue.gt(5).series().maxBy("job"), scenario: played });`,
    says: "a condition stands within this, but nothing says that it is still one [TS2322]",
    fix: "write .condition() at its end",
  },
  "a condition within a product": {
    code: `alert({ ...about, expr: m.shop_queue.gt(5).series().mul(m.shop_fps), scenario: played });`,
    says: "a condition stands within this, but nothing says that it is still one [TS2322]",
    fix: "write .condition() at its end",
  },
  "a heartbeat that is no condition": {
    code: `alert({ ...about, expr: vector(1), scenario: played });`,
    says: "the expression always has a value, so the alert would always fire [TS2322]",
    fix: "say when it fires, such as .gt(0); if that it is there is the condition, write vector(1).condition(), with the reason in allow",
  },
  "a label behind what has none": {
    code: `m.shop_queue.sum().or(vector(0)).sumBy("instance");`,
    says: "there is no label 'instance' here: no label is left [TS2345]",
    fix: 'keep it in the aggregation before, as in .sumBy("instance"), or leave it out here',
  },
  "a label that neither side of or has": {
    code: `m.shop_queue.sumBy("instance").or(vector(0)).sumBy("job");`,
    says: "there is no label 'job' here [TS2345]",
    fix: "use instance, the only label there is",
  },
  "a text that names a label that may be missing": {
    code: `alert({ ...about, expr: m.shop_memory_bytes.sumBy("type").or(m.shop_memory_bytes.sum()).gt(mib(5)), summary: ({ labels }) => labels.type, scenario: played });`,
    says: "there is no label 'type' here: no label is left [TS2339]",
    fix: 'keep it in the aggregation before, as in .sumBy("type"), or leave it out here',
  },
  "a join on a label of one side": {
    code: `m.shop_queue.sum().div(m.shop_queue, { on: ["instance"] });`,
    says: "there is no label 'instance' here: no label is left [TS2322]",
    fix: 'keep it in the aggregation before, as in .sumBy("instance"), or leave it out here',
  },
  "ignoring a label that neither side has": {
    code: `m.shop_queue.div(m.shop_fps, { ignoring: ["stage"] });`,
    says: "there is no label 'stage' here [TS2322]",
    fix: "use one of instance or job",
  },
  "rates of buckets that are compared": {
    code: `m.shop_load.gt(m.shop_seconds.bucket.rate("5m").sumBy("le"));`,
    says: "these are rates of a histogram's buckets, not a plain vector [TS2345]",
    fix: "write .asVector(), or take .histogramQuantile(0.95) of them",
  },
  "a bare number before a ratio": {
    code: `number(1).sub(m.shop_load);`,
    says: "the other side is in ratio, and a bare number has no unit [TS2345]",
    fix: "write an amount, such as number(percent(5)) or number(ms(500))",
  },
  "a percentage before tickets": {
    code: `number(percent(5)).sub(m.shop_queue);`,
    says: "the other side is in tickets, and this amount is not [TS2345]",
    fix: "write a plain number, or an amount in that unit",
  },
  "two numbers that are compared": {
    code: `number(5).lt(time());`,
    says: "time() is a single number, and Prometheus compares no two of them [TS2345]",
    fix: "make a series of it first: vector(time())",
  },
  "a number that is text": {
    code: `number("5");`,
    says: 'this takes a number, but "5" is text [TS2345]',
    fix: "leave out the quotes: 5",
  },
  "a number before an operator, behind one": {
    code: `m.shop_queue.sub(number(5));`,
    says: "number(…) begins an operation, and is nothing to calculate with [TS2345]",
    fix: "write 5",
  },
  "labels of one series that are no list": {
    code: `metrics(shop, { a_info: gauge({ help: "a", onePer: "instance" }) });`,
    says: "onePer is a list [TS2322]",
    fix: 'write onePer: ["instance"]',
  },
  "a counter that is added up": {
    code: `m.shop_orders_total.sumBy("result");`,
    says: "shop_orders_total is a counter: only its growth means something, so it has no sumBy() [TS2339]",
    fix: 'take its growth first: .rate("5m").sumBy("result") for the growth per second, or .increase("5m").sumBy("result") for the growth in 5 minutes',
  },
};
