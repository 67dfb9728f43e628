import { expect, test } from "vitest";
import type { RouteModel } from "../../generators/model/routing-model.ts";
import { settingsOf } from "../../generators/routing/route-settings.ts";
import { routesIn } from "../../generators/routing/routes-of.ts";
import { allKnown } from "../../generators/targets/alertmanager/samples/sample-labels.ts";
import { receiver, route } from "../targets/small-routing.ts";
import { randomRouting } from "./random-routing.ts";

const { platform, pairs } = randomRouting(20_261_129, { trees: 40, pairs: 50 });
const { routing } = platform;
const copyOf = (service: string) =>
  route({ receiver: receiver(`copy-${service}`), match: { service }, continue: true });
const withCopies: RouteModel = { ...routing, routes: [copyOf("x"), copyOf("y"), ...(routing.routes ?? [])] };

const notified = (root: RouteModel) => {
  const routes = routesIn(root);
  return (labels: Readonly<Record<string, string>>) =>
    routes(allKnown(labels)).map(({ path }) => settingsOf(root, path).receiver.name);
};

test("copies before a random tree add themselves, and change nothing of who else is reported", () => {
  const [before, after] = [notified(routing), notified(withCopies)];
  const labelSets = pairs.flat();
  const copied = labelSets.filter(({ service }) => service === "x" || service === "y");
  expect(copied.length).toBeGreaterThan(500);
  for (const labels of labelSets) {
    const { service = "" } = labels;
    const copies = ["x", "y"].includes(service) ? [`copy-${service}`] : [];
    expect(after(labels)).toEqual([...copies, ...before(labels)]);
  }
});
