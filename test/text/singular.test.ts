import { expect, test } from "vitest";
import { formatQuantity } from "../../generators/text/quantity.ts";
import { singular } from "../../generators/text/singular.ts";

test.each([
  ["tasks", "task"],
  ["requests/s", "request/s"],
  ["look-ups", "look-up"],
  ["auth attempts", "auth attempt"],
  ["queries", "query"],
  ["entries", "entry"],
  ["processes", "process"],
  ["boxes", "box"],
  ["batches", "batch"],
  ["caches", "cache"],
  ["searches", "search"],
  ["pages", "page"],
  ["cpus", "cpu"],
  ["ties", "tie"],
  ["celsius", "celsius"],
  ["people", "person"],
  ["cookies", "cookie"],
  ["series", "series"],
  ["time series", "time series"],
  ["loss", "loss"],
  ["fps", "fps"],
  ["rps", "rps"],
  ["ms", "ms"],
  ["Stück", "Stück"],
  ["requests/s/host", "request/s/host"],
  ["", ""],
])("one of %s is one %s", (unit, one) => {
  expect(singular(unit)).toBe(one);
});

test.each([
  [1, "tasks", "1 task"],
  [-1, "tasks", "-1 tasks"],
  [0, "tasks", "0 tasks"],
  [1.5, "tasks", "1.5 tasks"],
  [0.9999999999999999, "tasks", "1 task"],
  [1, "requests/s", "1 request/s"],
  [1, "count/s", "1/s"],
  [1, "fps", "1 fps"],
  [1, "megabytes", "1 megabyte"],
  [1, "milliseconds", "1ms"],
])("%d %s is written %s", (value, unit, text) => {
  expect(formatQuantity(value, unit)).toBe(text);
});
