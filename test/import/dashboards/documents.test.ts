import { describe, expect, test } from "vitest";
import { readDashboards } from "../../../generators/import/dashboards/read-dashboards.ts";

const read = (text: string, path = "shop.yml") => readDashboards([{ path, text }]);
const json = (value: unknown) => JSON.stringify(value, undefined, 2);
const classic = { uid: "shop", title: "Shop", panels: [{ type: "text", title: "Words" }] };

/** Where the dashboards and their first panels stand. */
function placesIn(text: string, path?: string): string[] {
  return read(text, path).dashboards.map(({ title, uid, place, rows }) => {
    const [panel] = rows[0]?.panels ?? [];
    return `${title} (${uid}) at ${place.line}, ${panel?.title ?? "nothing"} at ${panel?.place.line ?? "?"}`;
  });
}

const indented = (text: string, by: string) => text.replaceAll(/^/gm, by);

describe("a dashboard is found", () => {
  test("as a file of its own, in JSON and in YAML", () => {
    expect(placesIn(json(classic), "shop.json")).toEqual(["Shop (shop) at 1, Words at 5"]);
    expect(placesIn("uid: shop\ntitle: Shop\npanels:\n  - title: Words\n    type: text\n")).toEqual([
      "Shop (shop) at 1, Words at 4",
    ]);
  });

  test("in what Grafana's API answers", () => {
    expect(placesIn(json({ meta: { folder: "Shop" }, dashboard: classic }))).toEqual([
      "Shop (shop) at 5, Words at 9",
    ]);
  });

  test("in a ConfigMap, also of a list, by its own lines", () => {
    const map = `kind: ConfigMap\ndata:\n  notes.txt: no dashboard\n  shop.json: |-\n${indented(json(classic), "    ")}\n`;
    expect(placesIn(map)).toEqual(["Shop (shop) at 5, Words at 9"]);
    const list = `kind: ConfigMapList\nitems:\n  - ${indented(map, "    ").trimStart()}`;
    expect(placesIn(list)).toEqual(["Shop (shop) at 7, Words at 11"]);
  });

  test("in a ConfigMap of JSON, whose texts stand on one line", () => {
    const map = { kind: "ConfigMap", data: { "shop.json": json(classic) } };
    expect(placesIn(json(map), "map.json")).toEqual(["Shop (shop) at 4, Words at 4"]);
  });

  test("behind another in the same file", () => {
    const two = `title: One\npanels: [{ title: A, type: text }]\n---\ntitle: Two\npanels: [{ title: B, type: text }]\n`;
    expect(placesIn(two)).toEqual(["One () at 1, A at 2", "Two () at 4, B at 5"]);
  });

  test("as a resource, whose uid is its name", () => {
    const { uid: _, ...spec } = classic;
    const resource = {
      apiVersion: "dashboard.grafana.app/v1beta1",
      kind: "Dashboard",
      metadata: { name: "shop" },
      spec,
    };
    expect(placesIn(json(resource))).toEqual(["Shop (shop) at 7, Words at 10"]);
  });
});

describe("no dashboard", () => {
  test("is what has a title and no panels, or is no object at all", () => {
    for (const text of [json({ title: "Shop" }), "groups: []\n", "[]", "just words", ""]) {
      expect(read(text)).toEqual({ dashboards: [], unread: [] });
    }
  });

  test("is what cannot be read, which is said with its line", () => {
    const { dashboards, unread } = read('{\n  "title": "Shop",\n  "panels": [\n}\n', "shop.json");
    expect(dashboards).toEqual([]);
    expect(unread).toEqual([
      {
        place: { file: "shop.json", line: 4 },
        message: expect.stringMatching(/^this is neither JSON nor YAML: /),
      },
    ]);
  });

  test("is a broken text in a ConfigMap, which is said with its line there", () => {
    const { unread } = read('kind: ConfigMap\ndata:\n  shop.json: |\n    {\n      "title": [\n    }\n');
    expect(unread.map(({ place }) => place)).toEqual([{ file: "shop.yml", line: 6 }]);
  });
});
