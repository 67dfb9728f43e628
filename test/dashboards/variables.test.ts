import { promql, timeSeries, variable } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import type { Labels } from "../../generators/language/label.ts";
import type { Variable, VariableOptions } from "../../generators/language/variable.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, dashboardWith, orderRate } from "../checks/small-shop.ts";

const words = { title: "Orders", description: "Orders per second." };
const panel = timeSeries({ ...words, queries: [orderRate] });

type Options = Partial<Omit<VariableOptions<Labels>, "of" | "label">>;

function chosen(name: string, options: Options = {}): Variable {
  return variable(name, { title: "Server", of: api.up, label: "instance", ...options });
}

/** The dashboard as it stands in its file. */
function built(variables: readonly Variable[], shown = panel) {
  const dashboard = { ...dashboardWith(shown), variables };
  const { files, problems } = compile(definitionsWith({ dashboards: { dashboard } }));
  expect(problems).toEqual([]);
  const file: {
    templating: { list: Record<string, unknown>[] };
    panels: { targets: { expr: string }[] }[];
  } = JSON.parse(files["grafana/dashboards/Shop/shop-more.json"] ?? "");
  return {
    variables: file.templating.list.slice(1),
    query: file.panels[1]?.targets[0]?.expr,
    guide: /Variable .*/.exec(files["docs/dashboards.md"] ?? "")?.[0],
  };
}

const rate = "instance:shop_orders:rate5m";

describe("a variable, by what can be chosen", () => {
  test.each<[string, Options, object, string]>([
    [
      "several, or all",
      {},
      {
        multi: true,
        includeAll: true,
        allValue: ".*",
        current: { selected: true, text: ["All"], value: ["$__all"] },
      },
      "=~",
    ],
    [
      "several, and All is all that have the label",
      { all: "some value" },
      { multi: true, includeAll: true, allValue: ".+" },
      "=~",
    ],
    ["several, not all", { all: false }, { multi: true, includeAll: false }, "=~"],
    ["one", { multiple: false }, { multi: false, includeAll: false }, "="],
    [
      "one, or all",
      { multiple: false, all: "anything" },
      {
        multi: false,
        includeAll: true,
        allValue: ".*",
        current: { selected: true, text: "All", value: "$__all" },
      },
      "=~",
    ],
    [
      "one of several at first",
      { first: "web-1" },
      { multi: true, current: { selected: true, text: ["web-1"], value: ["web-1"] } },
      "=~",
    ],
    [
      "one at first",
      { multiple: false, first: "web-1" },
      { multi: false, current: { selected: true, text: "web-1", value: "web-1" } },
      "=",
    ],
  ])("%s", (_, options, expected, op) => {
    const { variables, query } = built([chosen("server", options)]);
    expect(variables).toMatchObject([expected]);
    expect(query).toBe(`${rate}{instance${op}"$server"}`);
  });

  test("has no current value where Grafana takes the first that is offered", () => {
    for (const options of [{ all: false }, { multiple: false }] as const) {
      expect(built([chosen("server", options)]).variables[0]).not.toHaveProperty("current");
    }
  });

  test("lists its values where All is what is offered: nothing else stands for them", () => {
    const [only] = built([chosen("server", { all: "what is offered" })]).variables;
    expect(only).toMatchObject({ includeAll: true });
    expect(only).not.toHaveProperty("allValue");
  });
});

describe("a variable, by what is offered", () => {
  test.each<[string, Options, object]>([
    ["in rising order", {}, { sort: 7 }],
    ["in falling order", { order: "falling" }, { sort: 8 }],
    ["in the order of Prometheus", { order: "as found" }, { sort: 0 }],
    ["only what a pattern matches", { matching: /^web-(.+)/i }, { regex: "/^web-(.+)/i" }],
    ["without being shown", { hidden: true }, { hide: 2 }],
  ])("%s", (_, options, expected) => {
    expect(built([chosen("server", options)]).variables).toMatchObject([expected]);
  });

  test("says only what is not so by itself", () => {
    const [only] = built([chosen("server")]).variables;
    expect(only).not.toHaveProperty("regex");
    expect(only).not.toHaveProperty("hide");
  });
});

describe("a variable that narrows nothing by itself", () => {
  const quiet = chosen("server", { narrows: false });

  test("leaves queries alone", () => {
    expect(built([quiet]).query).toBe(rate);
  });

  test("is in those that name it", () => {
    const named = promql`instance:shop_orders:rate5m{instance=~"$server"} > ${1}`;
    const shown = timeSeries({ ...words, queries: [named], unit: "orders/s" });
    expect(built([quiet], shown).query).toBe(`${rate}{instance=~"$server"} > 1`);
  });

  test("narrows nothing that other variables offer, but where they name it", () => {
    const job = { title: "Job", label: "job" } as const;
    const queries = [api.up, api.up.where({ instance: "$server" })].map((of) => {
      const one = chosen("server", { narrows: false, multiple: false });
      return built([one, variable("job", { ...job, of })]).variables[1]?.["definition"];
    });
    expect(queries).toEqual([
      'label_values(up{job="shop-api"}, job)',
      'label_values(up{job="shop-api", instance="$server"}, job)',
    ]);
  });
});

test("the guide says what can be chosen", () => {
  const said = (options: Options) => built([chosen("server", options)]).guide?.replace(/^.*`up[^`]*`/, "");
  expect(said({})).toBe(", one or several at a time");
  expect(said({ multiple: false, all: "anything", first: "web-1" })).toBe(
    ", one or all at a time, at first `web-1`",
  );
  expect(said({ multiple: false, matching: /^web/, hidden: true })).toBe(
    ", as far as `/^web/` matches; not shown",
  );
});
