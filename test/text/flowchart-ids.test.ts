import { expect, test } from "vitest";
import { flowchartIds } from "../../generators/text/mermaid.ts";

test.each([
  ["words", "receiver on-call", "receiver_on_call"],
  ["matchers", "route severity=~critical|high to on-call", "route_severity_critical_high_to_on_call"],
  ["signs around it", "[root]", "root"],
  ["no letter that an id may have", "店", "node"],
])("%s", (_, name, id) => {
  expect(flowchartIds([name])).toEqual([id]);
});

test("names that read the same are told apart, and no two get the same id", () => {
  expect(flowchartIds(["a b", "a-b", "a b 2", "a_b"])).toEqual(["a_b", "a_b_3", "a_b_2", "a_b_4"]);
});

test("a name more before the others changes none of theirs", () => {
  const names = ["receiver team", "receiver on-call", "receiver unrouted"];
  expect(flowchartIds(["receiver aaa", ...names]).slice(1)).toEqual(flowchartIds(names));
});

test("a long name is cut, and still is one of its own", () => {
  const alerts = Array.from({ length: 20 }, (_, index) => `ShopAlert${index}`).join("|");
  const [one = "", other = ""] = flowchartIds([
    `route alertname=~${alerts}`,
    `route alertname=~${alerts}|More`,
  ]);
  expect(one).toMatch(/^route_alertname_ShopAlert0_ShopAlert1_\w+$/);
  expect(one.length).toBeLessThan(90);
  expect(other).not.toBe(one);
});
