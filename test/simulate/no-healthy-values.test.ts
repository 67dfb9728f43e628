import { PassThrough } from "node:stream";
import { alert, holds, percent, promql, share } from "signalbox";
import { describe, expect, test } from "vitest";
import { low } from "../checks/small-platform.ts";
import { followCommands } from "../../scripts/simulate/typed-commands.ts";
import { jobs, m, part } from "./depot.ts";
import { projectOf, simulated, words } from "./small-project.ts";

describe("where there are no healthy values", () => {
  test("it is said which alerts contradict each other, where they stand, and what to do", () => {
    const TooMany = alert({
      ...words,
      expr: m.belts.gt(5),
      scenario: holds(m.belts, { ok: 4, limit: 5, firing: 6 }),
    });
    const TooFew = alert({
      ...words,
      severity: low,
      expr: m.belts.lt(7),
      scenario: holds(m.belts, { ok: 8, limit: 7, firing: 6 }),
    });
    const Other = alert({
      ...words,
      expr: m.load.gt(percent(90)),
      scenario: holds(m.load, { ok: percent(10), limit: percent(90), firing: percent(91) }),
    });
    // Without belts both would be at rest, but then there is nothing to watch.
    const { plans, unasked } = simulated(
      projectOf({ jobs, metrics: { m }, alerts: { TooMany, TooFew, Other } }),
    );
    expect(unasked).toHaveLength(1);
    expect(
      plans.unrest.map(({ text }) => text.replaceAll(/\S+no-healthy-values\.test\.ts:\d+/g, "here")),
    ).toEqual([
      expect.stringMatching(
        /^here: alert "Too\w+" fires although nothing is wrong: when it does not fire, "Too\w+" fires\n {2}fix: leave room between the two thresholds for a value that is healthy for both, or narrow one of the selectors; see here$/,
      ),
    ]);
  });

  test("an alert that holds whatever its series do is reported by itself", () => {
    const Always = alert({
      ...words,
      expr: promql`count(${m.belts} or vector(1)) > 0`,
      scenario: holds(m.belts, { ok: 4, firing: 6 }),
    });
    const { plans } = simulated(projectOf({ jobs, metrics: { m }, alerts: { Always } }));
    expect(plans.unrest.map(({ text }) => text)).toEqual([
      expect.stringContaining(
        'alert "Always" fires although nothing is wrong: it fires whatever values its series have\n  fix: check its condition: is there a value for which it is false?',
      ),
    ]);
  });
});

test("of an alert that looks at the hour it is said that its unit cannot be worked out, unless its series are at rest at any hour", () => {
  const AtNight = alert({
    ...words,
    expr: promql`vector(1) and on () hour() > 20`,
    scenario: holds(m.belts, { ok: 1, firing: 2 }),
  });
  const BusyAtNight = alert({
    ...words,
    expr: promql`${m.belts} > 10 and on () hour() > 20`,
    scenario: holds(m.belts, { ok: 12, firing: 20 }),
  });
  const { plans } = simulated(projectOf({ jobs, metrics: { m }, alerts: { AtNight, BusyAtNight } }));
  expect(plans.unrest).toEqual([
    {
      alert: "AtNight",
      fires: false,
      text: expect.stringMatching(/cannot tell whether alert "AtNight" .*\n {2}fix: /),
    },
  ]);
});

test("of what only one scenario speaks, nothing is changed that need not be", () => {
  const Lost = alert({
    ...words,
    expr: m.lost_total.rate("5m").sum().div(m.parcels_total.rate("5m").sum()).gt(percent(5)),
    scenario: share(part(m.lost_total, "small"), part(m.parcels_total, "small"), {
      ok: percent(1),
      limit: percent(5),
      firing: percent(6),
    }),
  });
  const { unsettled, plans } = simulated(projectOf({ jobs, metrics: { m }, alerts: { Lost } }));
  expect(unsettled).toEqual([]);
  expect(plans.acted.size).toBe(0);
});

test("which alerts fire unasked, and which fire with one that is played, is said at once and after each command", async () => {
  const said: string[] = [];
  const input = new PassThrough();
  const playing: string[] = [];
  const simulator = {
    fire: (name: string) => void playing.push(name),
    rest: () => void playing.splice(0),
    firing: () => playing,
    unrest: [{ alert: "Restless", fires: true, text: 'here: alert "Restless" fires' }],
    remarks: () => playing.map((name) => `with ${name} another`),
  };
  followCommands(input, simulator, (line) => said.push(line));
  const ended = new Promise((resolve) => input.once("end", resolve));
  input.end("fire Known\nok\n");
  await ended;
  await new Promise(setImmediate);
  expect(said).toEqual([
    'here: alert "Restless" fires',
    "simulating Known\nwith Known another",
    "all is well, except for Restless",
  ]);
});
