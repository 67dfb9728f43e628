import { describe, expect, test } from "vitest";
import { drawRouting } from "../../generators/pictures/routing/draw-routing.ts";
import { stationsOf } from "../../generators/pictures/routing/stations.ts";
import type { RouteModel } from "../../generators/model/routing-model.ts";
import { knownLabels } from "../../generators/routing/known-labels.ts";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import { routesOf } from "../../generators/routing/routes-of.ts";
import { triedRoutes } from "../../generators/routing/tried-routes.ts";
import { printSvg } from "../../generators/text/svg.ts";
import { model } from "../example-model.ts";
import { sheetMistakes, wordsIn } from "./sheet-mistakes.ts";

const { platform } = model;
const all = notificationRouting(model).map((routing) => [routing.alert.name, routing] as const);

describe.each(all)("%s", (name, routing) => {
  const [light, dark] = drawRouting(routing, platform).map((root) => printSvg(root, { source: "a test" }));

  test("is drawn well, and names all who are notified", () => {
    expect(sheetMistakes(light ?? "")).toEqual([]);
    expect(sheetMistakes(dark ?? "")).toEqual([]);
    const receivers = routing.routes.map(({ settings }) => settings.receiver.name);
    expect(wordsIn(light ?? "")).toEqual(expect.arrayContaining([name, ...receivers]));
  });

  test("what is not tried can be read as well as what is", () => {
    const style = /<style>(.*)<\/style>/.exec(dark ?? "")?.[1] ?? "";
    const pale = new Set([...style.matchAll(/\.([\w-]+)\{[^}]*opacity:/g)].map(([, name]) => name));
    const classes = [...(dark ?? "").matchAll(/<text class="([^"]+)"/g)].flatMap(([, names = ""]) =>
      names.split(" "),
    );
    expect(classes.length).toBeGreaterThan(3);
    expect(classes.filter((one) => pale.has(one))).toEqual([]);
  });

  test("the routes that take it are those that notify", () => {
    const labels = knownLabels(routing.alert, platform);
    const paths = routesOf(platform.routing, labels).map(({ path }) => path);
    const taking = triedRoutes(platform.routing, labels).filter(({ answer }) => answer === "yes");
    const leaves = taking.filter(
      ({ path, route }) => !taking.some((one) => one.path.at(-2) === route && one.path.length > path.length),
    );
    expect(leaves.map(({ path }) => path)).toEqual(paths.filter((path) => path.length > 1));
  });
});

test("what stands behind the route that takes an alert is not tried, nor what is below one that does not", () => {
  const { receiver } = platform.routing;
  const route = (team: string, more: Partial<RouteModel> = {}): RouteModel => ({
    ...platform.routing,
    receiver,
    match: { labels: { team } },
    routes: [],
    ...more,
  });
  const root = route("", {
    match: {},
    routes: [
      route("other", { routes: [route("own")] }),
      route("own", { continue: true }),
      route("own"),
      route("", { match: {} }),
    ],
  });
  const own = new Map([["team", { kind: "one", value: "own" } as const]]);
  expect(triedRoutes(root, own).map(({ answer }) => answer)).toEqual([
    "no",
    "not tried",
    "yes",
    "yes",
    "not tried",
  ]);
  const [unknown] = triedRoutes(root, new Map([["team", { kind: "any" }]]));
  expect(unknown?.answer).toBe("maybe");
});

test("where no route takes it, the root does", () => {
  const alone = { ...platform, routing: { ...platform.routing, routes: [] } };
  const [first] = notificationRouting({ ...model, platform: alone });
  if (!first) throw new Error("there is no alert");
  expect(stationsOf(first, alone).map(({ takes, remark }) => [takes.join(), remark])).toEqual([
    ["everything else", "nothing above takes it"],
  ]);
});
