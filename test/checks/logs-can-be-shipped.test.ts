import { logSource } from "signalbox";
import { expect, test } from "vitest";
import { definitionsWith, problemsOf } from "./small-definitions.ts";

const id = "logs-can-be-shipped";
const orders = logSource("orders", {
  description: "Each order.",
  files: ["orders.log"],
  format: "level lines",
});
const logFolder = { variable: "SHOP_FOLDER", default: "/opt/shop" };
const small = definitionsWith({});

test("log sources of a service that says no folder", () => {
  const [shop] = small.services;
  if (!shop) throw new Error("the small definitions have a service");
  const withLogs = { ...small, services: [{ ...shop, logs: { orders } }] };
  expect(problemsOf(id, withLogs)).toEqual([
    `${shop.place.file}:${shop.place.line}: service "shop" has log sources such as "orders", but no logFolder to read them from (${id})\n` +
      '  fix: add the folder: logFolder: { variable: "…_FOLDER", default: "/…" }',
  ]);
  expect(problemsOf(id, { ...small, services: [{ ...shop, logs: { orders }, logFolder }] })).toEqual([]);
});
