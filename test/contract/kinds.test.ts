import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContractMetric } from "../../generators/contract/contract.ts";
import { differenceKinds } from "../../generators/contract/kinds/index.ts";
import { root } from "../layout/source-files.ts";
import { orders, read, said, wait } from "./small-contract.ts";

const asDeclared = `# HELP shop_orders_total Orders.
# TYPE shop_orders_total counter
shop_orders_total{result="sold"} 3
shop_orders_total{result="failed"} 0
`;
const buckets = (...bounds: string[]) =>
  `# TYPE shop_wait_seconds histogram\n${bounds.map((le) => `shop_wait_seconds_bucket{le="${le}"} 1\n`).join("")}shop_wait_seconds_sum 1\nshop_wait_seconds_count 1\n`;
const other = "other 1\n";
const nobodyDeclared = "undeclared-metric: is exposed and not declared";
const failing = "Failing, which notifies on-call,";

test("each kind is a file of its id, and no file is none", () => {
  const files = readdirSync(join(root, "generators/contract/kinds")).filter((name) => name !== "index.ts");
  expect(files.sort()).toEqual(differenceKinds.map(({ id }) => `${id}.ts`).sort());
});

describe("as declared, nothing is said", () => {
  test.each([
    ["the text format", asDeclared],
    [
      "OpenMetrics, where a counter is described without _total",
      asDeclared.replaceAll(/(HELP|TYPE) (\w+)_total/g, "$1 $2"),
    ],
    ["a help that differs by its point and its capital", asDeclared.replace("Orders.", "orders")],
    ["no type and no help", asDeclared.replaceAll(/#.*\n/g, "")],
  ])("%s", (_, text) => expect(said(orders, text)).toEqual([]));
  test("a histogram, and one without a type", () => {
    expect(said(wait, buckets("0.5", "1.0", "+Inf"))).toEqual([]);
    expect(said(wait, buckets("0.5", "1", "+Inf").replace(/#.*\n/, ""))).toEqual([]);
  });
});

describe("missing-metric", () => {
  test("who needs it has nothing", () =>
    expect(said(orders, other)).toEqual([
      `missing-metric: is missing | ${failing} can no longer fire`,
      nobodyDeclared,
    ]));
  test("where labels are open, it may only not be there yet", () =>
    expect(said({ ...orders, labels: { path: "*" } }, other)[0]).toMatch(
      /^missing-metric: is missing; a program that was just started/,
    ));
  test("what comes and goes may be missing", () =>
    expect(said({ ...orders, comesAndGoes: "only while it is open" }, other)).toEqual([nobodyDeclared]));
  test.each([
    ["one of its own", "alert Failing", `${failing} can no longer fire`],
    ["one of several", "alert Failing", `${failing} fires only by what is left of its condition`],
    ["awaited missing", "alert Failing", `${failing} fires`],
    ["keeps silent", "alert Failing", `${failing} is no longer kept silent by it`],
    ["keeps silent", "alert Blind", "Blind, which notifies team, fires"],
    ["needed", "panel Shop / Orders", "1 panel is empty: Shop / Orders"],
  ] as const)("a read that is %s, of %s", (role, by, text) => {
    const metric = { ...orders, reads: [read(undefined, { role, by })] };
    expect(said(metric, other)[0]).toBe(`missing-metric: is missing | ${text}`);
  });
  test("of several reads the worst counts", () => {
    const reads = [read(undefined, { role: "one of several" }), read(undefined)];
    expect(said({ ...orders, reads }, other)[0]).toBe(
      `missing-metric: is missing | ${failing} can no longer fire`,
    );
  });
});

describe("retyped-metric", () => {
  test("a counter that became a gauge means something else", () =>
    expect(said(orders, asDeclared.replace("counter", "gauge"))).toEqual([
      `retyped-metric: has the type gauge, and counter is declared | ${failing} compares other numbers than it was written for`,
    ]));
  test("a histogram that became a gauge has no buckets", () =>
    expect(said(wait, "# TYPE shop_wait_seconds gauge\nshop_wait_seconds 1\n")).toEqual([
      `retyped-metric: has the type gauge, and histogram is declared | ${failing} can no longer fire`,
    ]));
  test("an info is a gauge", () =>
    expect(
      said({ ...orders, type: "gauge", labels: {}, name: "shop_info" }, "# TYPE shop info\nshop_info 1\n"),
    ).toEqual([]));
});

describe("unit-changed", () => {
  const withUnit = (unit: string) =>
    asDeclared
      .replaceAll("_total", "")
      .replace("# TYPE", `# UNIT shop_orders ${unit}\n# TYPE`)
      .replaceAll("shop_orders{", "shop_orders_total{");
  test("another unit is another number", () =>
    expect(said(orders, withUnit("seconds"))[0]).toMatch(
      /^unit-changed: has the unit seconds, and orders is declared \| Failing/,
    ));
  test("the same, spelt otherwise, is none", () => {
    expect(said(orders, withUnit("orders"))).toEqual([]);
    expect(said({ ...orders, unit: "milliseconds" }, withUnit("ms"))).toEqual([]);
  });
});

describe("missing-label", () => {
  const bare = "shop_orders_total 3\n";
  test("who asks for a value finds nothing", () =>
    expect(said(orders, bare)).toEqual([
      `missing-label: has no label result | ${failing} can no longer fire`,
    ]));
  test("who sums by it mixes, and who does not ask is not harmed", () => {
    expect(said({ ...orders, reads: [read(undefined, { tellsApart: ["result"] })] }, bare)).toEqual([
      `missing-label: has no label result | ${failing} no longer tells apart what it fires for`,
    ]);
    expect(said({ ...orders, reads: [read(undefined)] }, bare)).toEqual([
      "missing-label: has no label result",
    ]);
  });
  test("on some of its series only", () =>
    expect(said(orders, `${asDeclared}${bare}`)[0]).toBe(
      `missing-label: has no label result on 1 of its 3 series | ${failing} does not look at it`,
    ));
  test("of any value, an empty one is one, and some series may be without", () => {
    const any: ContractMetric = { ...orders, labels: { result: "*" } };
    expect(said(any, 'shop_orders_total{result=""} 3\n')).toEqual([]);
    expect(said(any, `${asDeclared}${bare}`)).toEqual([]);
    expect(said(any, bare)[0]).toMatch(/^missing-label: has no label result/);
    expect(said(orders, 'shop_orders_total{result=""} 3\n')[0]).toMatch(/^missing-label/);
  });
  test("a label that may be missing may", () =>
    expect(said({ ...orders, labels: { result: ["sold", "failed", ""] } }, `${asDeclared}${bare}`)).toEqual(
      [],
    ));
});

describe("undeclared-label", () => {
  const more = asDeclared.replaceAll('"}', '",shop="1"}');
  test.each([
    ["kept", `${failing} fires once for each of its values`],
    ["break a join", `${failing} can no longer fire`],
  ] as const)("new labels %s", (newLabels, text) =>
    expect(said({ ...orders, reads: [read(undefined, { newLabels })] }, more)).toEqual([
      `undeclared-label: has the label shop, which is not declared | ${text}`,
    ]),
  );
  test("who drops it is not harmed", () =>
    expect(said(orders, more)).toEqual(["undeclared-label: has the label shop, which is not declared"]));
  test("an empty label is none", () =>
    expect(said(orders, asDeclared.replaceAll('"}', '",shop=""}'))).toEqual([]));
});

describe("undeclared-value", () => {
  test("who asks for others does not see it", () =>
    expect(said(orders, `${asDeclared}shop_orders_total{result="lost"} 1\n`)[0]).toBe(
      `undeclared-value: has result="lost", which is not declared | ${failing} does not look at it`,
    ));
  test("who takes it is not harmed", () => {
    const reads = [read(undefined, { matchers: [{ name: "result", op: "!=", value: "sold" }] })];
    expect(said({ ...orders, reads }, `${asDeclared}shop_orders_total{result="lost"} 1\n`)[0]).toBe(
      `undeclared-value: has result="lost", which is not declared`,
    );
  });
  test("a pattern says what values there may be; many are counted", () => {
    const metric: ContractMetric = { ...orders, labels: { result: { matches: "[a-z]+", flags: "" } } };
    expect(said(metric, asDeclared)).toEqual([]);
    const lines = Array.from({ length: 8 }, (_, index) => `shop_orders_total{result="${index}"} 1\n`).join(
      "",
    );
    expect(said(metric, lines)[0]).toMatch(
      /has result="0", "1", "2", "3", "4" and 3 more, which are not declared/,
    );
  });
});

describe("other-buckets", () => {
  test("a quantile is estimated from others", () =>
    expect(said(wait, buckets("0.5", "2", "+Inf"))).toEqual([
      `other-buckets: has no bucket up to 1; has buckets up to 2 that are not declared | ${failing} compares other numbers than it was written for`,
    ]));
  test("who asks for the bucket finds nothing; who asks for another one is not harmed", () => {
    const asking = (value: string) => ({
      ...wait,
      reads: [read("shop_wait_seconds_bucket", { matchers: [{ name: "le", op: "=~", value }] })],
    });
    expect(said(asking("1(\\.0)?"), buckets("0.5", "+Inf"))[0]).toBe(
      `other-buckets: has no bucket up to 1 | ${failing} can no longer fire`,
    );
    expect(said(asking("0.5"), buckets("0.5", "+Inf"))[0]).toBe("other-buckets: has no bucket up to 1");
  });
  test("more buckets harm nobody, nor does anything who reads the count", () => {
    expect(said(wait, buckets("0.5", "0.7", "1", "+Inf"))).toEqual([
      "other-buckets: has buckets up to 0.7 that are not declared",
    ]);
    expect(said({ ...wait, reads: [read("shop_wait_seconds_count")] }, buckets("0.5", "+Inf"))).toEqual([
      "other-buckets: has no bucket up to 1",
    ]);
  });
});

describe("other-quantiles", () => {
  const summary = (quantile: string) =>
    `# TYPE pause summary\npause{quantile="${quantile}"} 1\npause_sum 1\npause_count 1\n`;
  const pause: ContractMetric = {
    ...{ name: "pause", type: "summary", unit: "seconds", help: "Pauses.", labels: {}, quantiles: [0.5] },
    definedAt: "metrics.ts:20",
    reads: [read(undefined, { matchers: [{ name: "quantile", op: "=", value: "0.5" }] })],
  };
  test("who asks for the one that is gone finds nothing", () => {
    expect(said(pause, summary("0.5"))).toEqual([]);
    expect(said(pause, summary("0.9"))).toEqual([
      `other-quantiles: has no quantile 0.5; has the quantiles 0.9, which are not declared | ${failing} can no longer fire`,
    ]);
  });
});

describe("more-series", () => {
  test("than the listed values make", () =>
    expect(said(orders, `${asDeclared}shop_orders_total{result="lost"} 1\n`)).toContain(
      "more-series: has 3 series, and its declared labels make 2 at most",
    ));
  test("an open label makes any number", () =>
    expect(
      said({ ...orders, labels: { result: "*" } }, `${asDeclared}shop_orders_total{result="lost"} 1\n`),
    ).toEqual([]));
});

describe("born-late", () => {
  const [help, type, sold] = asDeclared.split("\n");
  test("a listed value that is not there yet", () =>
    expect(said(orders, [help, type, sold, ""].join("\n"))).toEqual([
      `born-late: has no series with result="failed" yet: start it at 0 | ${failing} finds no such series before the first event`,
    ]));
  test("who sees others of it is not harmed", () =>
    expect(said({ ...orders, reads: [read(undefined)] }, [help, type, sold, ""].join("\n"))).toEqual([
      'born-late: has no series with result="failed" yet: start it at 0',
    ]));
  test("a metric that is described and has no series", () =>
    expect(said(orders, [help, type, other].join("\n"))[0]).toBe(
      `born-late: is described and has no series yet: start it at 0 | ${failing} finds no such series before the first event`,
    ));
  test("a guard fires until then", () => {
    const reads = [read(undefined, { by: "alert Blind", role: "keeps silent" })];
    expect(said({ ...orders, reads }, [help, type, other].join("\n"))[0]).toMatch(
      / \| Blind, which notifies team, fires$/,
    );
  });
  test("OpenMetrics describes it without _total", () =>
    expect(said(orders, `# TYPE shop_orders counter\n${other}`)[0]).toMatch(/^born-late/));
  test("values that are not listed nobody knows before, and what comes and goes may", () => {
    expect(said({ ...orders, labels: { path: "*" } }, [help, type, other].join("\n"))).toEqual([
      nobodyDeclared,
    ]);
    expect(said({ ...orders, comesAndGoes: "at times" }, [help, type, other].join("\n"))).toEqual([
      nobodyDeclared,
    ]);
  });
});

test("help-changed harms nobody", () =>
  expect(said(orders, asDeclared.replace("Orders.", "Orders that were sold."))).toEqual([
    'help-changed: has the help "Orders that were sold.", and "Orders." is declared',
  ]));
