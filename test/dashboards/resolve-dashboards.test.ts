import { describe, expect, it } from "vitest";
import { annotation, row, stat, table, text, timeSeries, variable } from "signalbox";
import { byInstance, resolved, shop, shopDashboard } from "./small-shop.ts";

const words = { title: "Panel", description: "What it shows." };
const number = () => stat({ ...words, queries: [shop.shop_orders] });
const lines = () => timeSeries({ ...words, queries: [shop.shop_orders] });
const columns = { instance: "Server" };

describe("the rows of a dashboard", () => {
  const written = [
    row("Overview", [number(), lines()]),
    row("Closed", [table({ ...words, queries: [shop.shop_orders], columns })], { collapsed: true }),
    row("Empty", []),
    row("Last", [text({ ...words, markdown: "The end." })]),
  ];
  const [model] = resolved(shopDashboard({ rows: written }));
  const rows = model?.rows ?? [];

  it("lie below each other; a closed one takes the height of its heading", () => {
    expect(rows.map(({ title, y, collapsed }) => `${y} ${title}${collapsed ? ", closed" : ""}`)).toEqual([
      "0 Overview",
      "9 Closed, closed",
      "10 Empty",
      "11 Last",
    ]);
  });

  it("have their panels below their heading, counted from the top of the dashboard", () => {
    expect(rows.map(({ panels }) => panels.map(({ position: { x, y } }) => `${x},${y}`))).toEqual([
      ["0,1", "4,1"],
      ["0,10"],
      [],
      ["0,12"],
    ]);
  });

  it("and their panels have ids that a row more does not change", () => {
    const ids = (all: typeof rows) => all.map(({ id, panels }) => [id, ...panels.map((panel) => panel.id)]);
    expect(new Set(ids(rows).flat()).size).toBe(8);
    const [more] = resolved(shopDashboard({ rows: [row("First", [number()]), ...written] }));
    expect(ids(more?.rows.slice(1) ?? [])).toEqual(ids(rows));
  });
});

describe("the variables of a dashboard", () => {
  const byJob = variable("job", {
    title: "Job",
    of: shop.shop_visits_total,
    label: "job",
    multiple: false,
  });
  const [model] = resolved(
    shopDashboard({
      variables: [byInstance, byJob],
      annotations: [
        annotation("Deployments", {
          expr: shop.shop_started.changes("1m").gt(0),
          color: "blue",
          text: ($) => `${$.instance} started`,
        }),
      ],
      rows: [row("Overview", [number()])],
    }),
  );

  it("offer what is left by the choices before them", () => {
    expect(model?.variables).toEqual([
      {
        name: "server",
        title: "Server",
        query: "label_values(shop_orders, instance)",
        selector: "shop_orders",
        analysis: expect.objectContaining({ diagnostics: [] }) as unknown,
        label: "instance",
        multiple: true,
        all: "anything",
        first: undefined,
        order: "rising",
        matching: undefined,
        hidden: false,
        place: byInstance.place,
      },
      {
        name: "job",
        title: "Job",
        query: 'label_values(shop_visits_total{instance=~"$server"}, job)',
        selector: 'shop_visits_total{instance=~"$server"}',
        analysis: expect.objectContaining({ diagnostics: [] }) as unknown,
        label: "job",
        multiple: false,
        all: false,
        first: undefined,
        order: "rising",
        matching: undefined,
        hidden: false,
        place: byJob.place,
      },
    ]);
  });

  it("narrow the queries and the marks", () => {
    // Of the jobs one is chosen at a time.
    const narrowed = '{instance=~"$server", job="$job"}';
    expect(model?.rows[0]?.panels[0]?.queries[0]?.expr).toBe(`shop_orders${narrowed}`);
    expect(model?.annotations[0]?.expr).toBe(`changes(shop_started${narrowed}[1m]) > 0`);
    expect(model?.annotations[0]?.text).toBe("{{instance}} started");
  });

  it("leave expressions that Prometheus' grammar takes", () => {
    const queries = model?.rows.flatMap(({ panels }) => panels.flatMap((panel) => panel.queries)) ?? [];
    const analyses = [...queries, ...(model?.annotations ?? [])].map(({ analysis }) => analysis);
    expect(analyses.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});

describe("a dashboard", () => {
  it("has what its author left out", () => {
    expect(resolved(shopDashboard())[0]).toMatchObject({
      uid: "shop",
      service: "shop",
      tags: [],
      refresh: undefined,
      last: "1h",
      variables: [],
      annotations: [],
      links: [],
      rows: [],
      allow: {},
    });
  });

  it("links to another dashboard by its uid, and takes the time along", () => {
    const guide = { title: "Guide", url: "https://docs.example.org" };
    const [model] = resolved(shopDashboard({ links: [guide, shopDashboard({ title: "Other" })] }));
    expect(model?.links).toEqual([guide, { title: "Other", url: "/d/shop", time: true }]);
  });

  it("is resolved the same way twice, into other objects", () => {
    const definition = shopDashboard({
      variables: [byInstance],
      rows: [row("Overview", [lines(), lines()])],
    });
    const [first, second] = [resolved(definition), resolved(definition)];
    expect(first).toEqual(second);
    expect(first[0]).not.toBe(second[0]);
    expect(first[0]?.rows[0]?.panels[0]).not.toBe(second[0]?.rows[0]?.panels[0]);
  });
});
