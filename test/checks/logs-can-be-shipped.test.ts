import { logSource, stack } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";

const at = markedPlaces(import.meta.url);
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
    `${shop.place.file}:${shop.place.line}: service "shop" has log sources such as "orders", but no logFolder that they are in (${id})\n` +
      '  mend: say where they are: logFolder: { variable: "…_FOLDER", default: "/…" }',
  ]);
  expect(problemsOf(id, { ...small, services: [{ ...shop, logs: { orders }, logFolder }] })).toEqual([]);
});

test("logs for a Logstash that nobody can find", () => {
  const { kind: _kind, place: _place, ...options } = small.platform.stack;
  const [shop] = small.services;
  if (!shop) throw new Error("the small definitions have a service");
  const services = [{ ...shop, logs: { orders }, logFolder }];
  const shipping = (logs: Partial<typeof options.logs>) => {
    const sent = { ...options.logs, output: "logstash", ...logs } as const;
    // the stack
    const shipped = stack({ ...options, logs: sent });
    return { ...small.platform, stack: shipped };
  };
  expect(problemsOf(id, { services, platform: shipping({}) })).toEqual([
    `${at("the stack")}: logs go to Logstash, but the stack names no host of it (${id})\n` +
      '  mend: say logstashHosts: ["host:5044"], or output: "elasticsearch"',
  ]);
  expect(problemsOf(id, { services, platform: shipping({ logstashHosts: ["logstash:5044"] }) })).toEqual([]);
  expect(problemsOf(id, { ...small, platform: shipping({}) })).toEqual([]);
});
