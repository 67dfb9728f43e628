import { expect, test } from "vitest";
import { splitMetricName } from "../../generators/text/split-metric-name.ts";

test.each([
  ["shop_state", ["shop", "state"]],
  ["shop_till_state", ["shop_till", "state"]],
  // A part that begins with a digit would be no name.
  ["shop_latency_95", ["shop", "latency_95"]],
  ["_shop_state", ["_shop", "state"]],
  ["shop", undefined],
  ["_shop", undefined],
  ["shop_", undefined],
  ["shop_1", undefined],
])("%s is %j", (name, parts) => {
  expect(splitMetricName(name)).toEqual(parts);
});
