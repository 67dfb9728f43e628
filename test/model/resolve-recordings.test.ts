import { promql, ruleGroup } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "../checks/marked-places.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { orderRate, sales } from "../checks/small-shop.ts";

const at = markedPlaces(import.meta.url);
const rate = sales.shop_orders_total.rate("5m");

/** The recordings of the shop, its own one first, and what could not be resolved. */
function resolved(recordings: Readonly<Record<string, object>>) {
  const { model, problems } = resolve(definitionsWith({ recordings }));
  return { recordings: model.recordings, catalogue: model.catalogue, problems: problems.map(formatProblem) };
}

test("a recording has its name, its group, its expression on one line and where it stands", () => {
  const group = ruleGroup("mine", { every: "1m" });
  const allow = { "recordings-are-used": "soon" };
  const total = recording("job:shop_orders:rate5m", rate.sum(), { help: "Orders per second.", group, allow });
  const [, found] = resolved({ total }).recordings;
  expect(found).toMatchObject({
    kind: "recording",
    name: "job:shop_orders:rate5m",
    service: "shop",
    group: "mine",
    expr: 'sum(rate(shop_orders_total{job="shop-api"}[5m]))',
    help: "Orders per second.",
    unit: "orders/s",
    allow,
  });
});

test("left out: the group of its service, no help, no allowance", () => {
  const [, found] = resolved({ total: recording("job:shop_orders:rate5m", rate.sum()) }).recordings;
  expect(found).toMatchObject({ group: "shop_recordings", help: "", allow: {} });
});

test("an expression of text stands where the text does", () => {
  const total = recording(
    "job:shop_orders:rate5m",
    // the text
    promql`sum(${rate})`,
  );
  const [, found] = resolved({ total }).recordings;
  expect(`${found?.exprPlace.file}:${found?.exprPlace.line}`).toBe(at("the text"));
  expect(found?.place).not.toEqual(found?.exprPlace);
});

test("a recording may read one that stands below it", () => {
  const highest = recording("job:shop_orders:rate5m_max", promql`max(job:shop_orders:rate5m)`);
  const total = recording("job:shop_orders:rate5m", rate.sum());
  const { problems, catalogue } = resolved({ highest, total });
  expect(problems).toEqual([]);
  expect(catalogue.all.find(({ name }) => name === "job:shop_orders:rate5m_max")).toMatchObject({
    type: "recorded",
    unit: "orders/s",
    labels: new Map(),
    job: undefined,
  });
});

describe("a cycle of recordings", () => {
  const fix = "  fix: correct its expression, or the unit that it declares";

  test("is reported at one of them, with the way around", () => {
    // the cycle
    const a = recording("job:a:x", promql`job:b:x + 1`);
    const b = recording("job:b:x", promql`job:c:x + 1`);
    const c = recording("job:c:x", promql`job:a:x + 1`);
    expect(resolved({ a, b, c }).problems).toEqual([
      `${at("the cycle")}: recording "job:a:x" refers to itself: job:a:x → job:b:x → job:c:x → job:a:x (recordings-can-be-computed)\n${fix}`,
    ]);
  });

  test("of one is reported too", () => {
    // itself
    const a = recording("job:a:x", promql`job:a:x + 1`);
    expect(resolved({ a }).problems).toEqual([
      `${at("itself")}: recording "job:a:x" refers to itself: job:a:x → job:a:x (recordings-can-be-computed)\n${fix}`,
    ]);
  });

  test("does not make what reads it wrong as well, and compiles to nothing", () => {
    const a = recording("job:a:x", promql`job:a:x + 1`);
    const reader = recording("job:reader:x", promql`sum by (whatever) (job:a:x)`);
    const { problems, files } = compile(definitionsWith({ recordings: { a, reader } }));
    expect(problems.map(({ check }) => check)).not.toContain("expressions-are-valid");
    expect(problems.map(({ check }) => check)).toContain("recordings-can-be-computed");
    expect(files).toEqual({});
  });
});

test("a unit that the expression does not give is reported", () => {
  // other unit
  const wrong = recording("job:shop_orders:rate5m", rate.sum().as("bytes"));
  expect(resolved({ wrong }).problems).toEqual([
    `${at("other unit")}: recording "job:shop_orders:rate5m" says that its unit is bytes, but the expression gives orders/s (recordings-can-be-computed)\n` +
      "  fix: correct its expression, or the unit that it declares",
  ]);
});

test("a unit that is said where the expression gives none is kept", () => {
  const said = recording("job:shop_orders:log", promql`ln(${orderRate})`.as("nats"));
  const { problems, catalogue } = resolved({ said });
  expect(problems).toEqual([]);
  expect(catalogue.all.find(({ name }) => name === "job:shop_orders:log")?.unit).toBe("nats");
});
