import { percent, slo } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { longQueue, plainSlo, shopGauges } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "one-failure-fires-nothing";
const problems = (web: ReturnType<typeof slo>) =>
  problemsOf(id, definitionsWith({ slos: { web }, metrics: { shopGauges } }));

test("so little traffic that one failure alone is too much is reported for each pace", () => {
  // night
  const web = slo("web", { ...plainSlo, minimumTraffic: 0.001 });
  expect(problems(web)).toEqual([
    `${at("night")}: one failure makes alert "WebBurnsFast" of SLO "web" fire: at 0.001 a second it is more than 14.4% of 1h (${id})\n` +
      "  fix: set minimumTraffic to at least 0.00193, or let it fire over a longer window",
  ]);
  expect(problems(slo("web", { ...plainSlo, minimumTraffic: 0.0001, objective: percent(99.9) }))).toEqual([
    expect.stringContaining(
      '"WebBurnsFast" of SLO "web" fire: at 0.0001 a second it is more than 0.6% of 6h',
    ),
    expect.stringContaining(
      '"WebBurnsFast" of SLO "web" fire: at 0.0001 a second it is more than 1.44% of 1h',
    ),
    expect.stringContaining(
      '"WebBurnsSlowly" of SLO "web" fire: at 0.0001 a second it is more than 0.1% of 3d',
    ),
    expect.stringContaining(
      '"WebBurnsSlowly" of SLO "web" fire: at 0.0001 a second it is more than 0.3% of 1d',
    ),
  ]);
});

test("just enough is enough", () => {
  // 1 of 7.2 requests in an hour is 13.9 %; the fix above says when it is.
  expect(problems(slo("web", { ...plainSlo, minimumTraffic: 0.00193 }))).toEqual([]);
  expect(problems(slo("web", { ...plainSlo, minimumTraffic: 0.00192 }))).toHaveLength(1);
});

test("of time the least that can be bad is one evaluation of one instance", () => {
  const time = { ...plainSlo, indicator: longQueue };
  // 30 seconds are 14.4 % of 208 seconds, and an hour has 3600.
  expect(problems(slo("web", { ...time, minimumTraffic: 0.05 }))).toEqual([
    expect.stringContaining(
      'one bad evaluation makes alert "WebBurnsFast" of SLO "web" fire: at 0.05 measured instances it is more than 14.4% of 1h',
    ),
  ]);
  expect(problems(slo("web", { ...time, minimumTraffic: 0.058 }))).toEqual([]);
});

test("an objective without a budget is reported elsewhere", () => {
  expect(problems(slo("web", { ...plainSlo, objective: percent(100), minimumTraffic: 0.0001 }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "each failure is one too many" };
  expect(problems(slo("web", { ...plainSlo, minimumTraffic: 0.001, allow }))).toEqual([]);
});
