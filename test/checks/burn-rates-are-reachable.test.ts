import { percent, slo } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "burn-rates-are-reachable";
const problems = (web: ReturnType<typeof slo>) => problemsOf(id, definitionsWith({ slos: { web } }));

test("a pace at which more than everything would be bad is reported", () => {
  // modest
  const web = slo("web", { ...plainSlo, objective: percent(90) });
  expect(problems(web)).toEqual([
    `${at("modest")}: alert "WebBurnsFast" of SLO "web" never fires over 1h: 14.4 times a budget of 10% is 144%, more than 100% (${id})\n` +
      "  fix: use a factor below 10: give each burn rate less of the budget or a longer window, or raise the objective",
  ]);
});

test("each pace of each alert is looked at", () => {
  expect(problems(slo("web", { ...plainSlo, objective: percent(60), window: ["30d", "28d"] }))).toEqual([
    expect.stringContaining('"WebBurnsFast28d" of SLO "web" never fires over 1h: 13.44 times'),
    expect.stringContaining('"WebBurnsFast28d" of SLO "web" never fires over 6h: 5.6 times'),
    expect.stringContaining('"WebBurnsFast30d" of SLO "web" never fires over 1h: 14.4 times'),
    expect.stringContaining('"WebBurnsFast30d" of SLO "web" never fires over 6h: 6 times'),
    expect.stringContaining('"WebBurnsSlowly28d" of SLO "web" never fires over 1d: 2.8 times'),
    expect.stringContaining('"WebBurnsSlowly30d" of SLO "web" never fires over 1d: 3 times'),
  ]);
});

test("all of it and no more is the first that cannot be", () => {
  const branches = [{ budget: percent(100), long: "3d", short: "6h" }] as const;
  const alerting = { ...plainSlo.alerting, page: { ...plainSlo.alerting.page, branches } };
  expect(problems(slo("web", { ...plainSlo, alerting, objective: percent(90) }))).toHaveLength(1);
  expect(problems(slo("web", { ...plainSlo, alerting, objective: percent(90.1) }))).toEqual([]);
});

test("what can be reached is fine, and an objective without a budget is reported elsewhere", () => {
  expect(problems(slo("web", plainSlo))).toEqual([]);
  expect(problems(slo("web", { ...plainSlo, objective: percent(100) }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "only the slower pace is wanted" };
  expect(problems(slo("web", { ...plainSlo, objective: percent(90), allow }))).toEqual([]);
});
