import { receiver, variable } from "signalbox";
import { expect, test } from "vitest";
import { onCall, unrouted } from "../checks/small-platform.ts";
import { api } from "../checks/small-shop.ts";
import { description, ofDashboard, problemIn, problemText, untyped, type Malformed } from "./malformed.ts";

const names = ["datasource", "1st", "a-b", ""];
const named = (name: string) => variable(name, { title: "Shop", of: api.up, label: "instance" });

test.each(names)("a variable cannot be called %j", (name) => {
  const row: Malformed = [
    `dashboard "x": variables.0.name is "${name}"`,
    "use letters, digits and _, starting with a letter; every dashboard chooses its data source by $datasource already",
    ofDashboard({ variables: [named(name)] }),
  ];
  expect(problemIn(row[2])).toBe(problemText(row));
});

test("whether a receiver is sent that an alert resolved is yes or no", () => {
  const x = receiver("x", { description, notifiers: [], sendResolved: untyped("never") });
  const row: Malformed = [
    'receiver "x": sendResolved is not a boolean',
    "write a value of its type",
    { platform: { receivers: { onCall, unrouted, x } } },
  ];
  expect(problemIn(row[2])).toBe(problemText(row));
});
