// What a fix says to write is what works: it is put into the wrong example, and nothing is wrong any more.
import { describe, expect, test } from "vitest";
import { explained } from "../../generators/checks/index.ts";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsOf } from "./example-definitions.ts";

/** What a fix says to write, and how that stands in the wrong example: from → to, one after the other. */
interface Applied {
  readonly code: string;
  readonly edits: Readonly<Record<string, string>>;
}

const scenarioAt5Percent =
  'scenario: runs(orders.where({ channel: "web" }), { ok: 0.01, limit: 0.05, firing: 0.06 })';

const applied: Readonly<Record<string, readonly Applied[]>> = {
  "alerts-have-a-condition": [
    { code: "> 0.05", edits: { "${orderRate}`": `\${orderRate} > 0.05\`, ${scenarioAt5Percent}` } },
    {
      code: ".gt(percent(5))",
      edits: { "promql`${orderRate}`": `orderRate.as("ratio").gt(percent(5)), ${scenarioAt5Percent}` },
    },
  ],
  "annotations-use-kept-labels": [
    {
      code: '.sumBy("channel")',
      edits: { "orderRate.gt(5)": 'orders.rate("5m").sumBy("channel").gt(5)' },
    },
  ],
  "joins-are-unique": [
    {
      code: '.maxWithout("shelf")',
      edits: { "${shelves.shop_shelf_items}": '${shelves.shop_shelf_items.maxWithout("shelf")}' },
    },
    { code: "groupLeft: []", edits: { "on (instance)": "on (instance) group_left ()" } },
  ],
  "joins-bear-added-labels": [
    {
      code: "sum by (instance) (instance:shop_orders:rate5m) > 0",
      edits: { "orderRate.gt(0).series()": "promql`sum by (instance) (instance:shop_orders:rate5m) > 0`" },
    },
  ],
  "names-follow-conventions": [
    {
      code: 'foreignNames: "who names them"',
      edits: {
        "\n});\nexport const visitsPanel":
          '\n}, { foreignNames: "who names them" });\nexport const visitsPanel',
      },
    },
  ],
  "needed-parts-are-declared": [
    {
      code: '"blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 64 }',
      edits: {
        "export const page": `export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 64 },
  },
});
export const page`,
      },
    },
  ],
  "selectors-are-pinned": [
    {
      code: 'shop_orders_total{job="shop-api"}',
      edits: { "shop_orders_total[": 'shop_orders_total{job="shop-api"}[' },
    },
  ],
  "slos-are-heard-at-night": [
    {
      code: ".gt(percent(10))",
      edits: {
        "export const web": `const bad = orders.where({ channel: "phone" });
export const ManyByPhone = alert({
  ...rest,
  expr: ratioOf(bad.rate("5m").sumBy("instance"), orders.rate("5m").sumBy("instance")).gt(percent(10)),
  scenario: share(bad, orders.where({ channel: "web" }), {
    ok: percent(5),
    limit: percent(10),
    firing: percent(11),
  }),
});
export const web`,
      },
    },
  ],
};

/** Code in a fix that can be taken as it is: what has a … leaves something open, and an allowance is tried elsewhere. */
function codeIn(fix: string): string[] {
  const code =
    /\.[a-z]\w*\((?:[^()…]|\([^()…]*\))*\)|\b[a-z]\w*: (?:\[\]|"[^"…]*")|"[\w-]+": \{[^}…]*\}|\b[a-z]\w+\{[^}…]*\}/g;
  return fix.replace(/allow: \{[^}]*\}|instead of [^:;]*/g, "").match(code) ?? [];
}

describe.each(explained)("$id", ({ id, wrong, right }) => {
  const fixes = compile(definitionsOf(id, wrong)).problems.map(({ fix }) => fix);
  const tried = applied[id] ?? [];

  test("what its fixes say to write stands in the right example, or is tried here", () => {
    const known = [right, ...tried.map(({ code }) => code)];
    for (const code of fixes.flatMap(codeIn)) {
      expect(
        known.some((text) => text.includes(code)),
        code,
      ).toBe(true);
    }
  });

  test.skipIf(tried.length === 0).each(tried)("with $code the build is green", ({ code, edits }) => {
    expect(fixes.join("\n")).toContain(code);
    const edited = Object.entries(edits).reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, () => to);
    }, wrong);
    expect(compile(definitionsOf(id, edited)).problems.map(formatProblem)).toEqual([]);
  });
});

describe("a recording that is evaluated every 6 minutes", () => {
  const slow = `const slow = ruleGroup("slow", { every: "6m" });
export const webRate = recording(
  "instance:shop_web:rate20m",
  orders.where({ channel: "web" }).rate("20m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
    group: slow,
  },
);
`;
  const reading = (expr: string, more = "") =>
    compile(
      definitionsOf(
        "instant-reads-find-a-sample",
        `${slow}export const ManyOrders = alert({
  ...rest,
  ${more}
  expr: ${expr},
  scenario: runs(orders.where({ channel: "web" }), { ok: 1, limit: 5, firing: 6 }),
});
`,
      ),
    ).problems.map(formatProblem);

  test("is read with the window that the fix says, by a rule of any group", () => {
    const [first = ""] = reading("webRate.gt(5)").filter((one) => one.includes("instant-reads"));
    expect(first).toContain('fix: read it with .lastOverTime("15m")');
    expect(reading('webRate.lastOverTime("15m").gt(5)')).toEqual([]);
    const group = 'group: ruleGroup("slow_alerts", { every: "6m" }),';
    expect(reading('webRate.lastOverTime("15m").gt(5)', group)).toEqual([]);
  });
});
