// What a service brings to the routing is looked at by every check that looks at the platform's.
import { alert, copyRoute, inhibition, receiver, secretFile, timeInterval, vector, webhook } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, type Parts } from "./small-definitions.ts";
import { critical, low } from "./small-platform.ts";
import { FewOrders, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const notifiers = [webhook({ url: secretFile("bot_url", "Address of the bot.") })];
const bot = receiver("bot", { description: "A program.", notifiers });

/** The first lines of what is wrong. */
function problems(parts: Parts): string[] {
  return compile(definitionsWith(parts)).problems.map(
    (problem) => formatProblem(problem).split("\n")[0] ?? "",
  );
}

test("nothing is wrong with a copy of all and a copy of some", () => {
  const copies = {
    all: copyRoute({ receiver: bot }),
    few: copyRoute({ receiver: bot, match: { alert: FewOrders, severity: critical }, repeatInterval: "1d" }),
  };
  expect(problems({ copies })).toEqual([]);
});

test("a copy of alerts that there are none of", () => {
  // no such alerts
  const none = copyRoute({ receiver: bot, match: { severity: low } });
  expect(problems({ copies: { none } })).toEqual([
    `${at("no such alerts")}: no alert reaches the route to "bot" (severity="low", service="shop") (routes-can-match)`,
  ]);
});

test("a copy is no way to a person: the alert still needs a route that takes it", () => {
  const Low = alert({ ...plainWords, severity: { ...critical, name: "odd" }, expr: orderRate.gt(5) });
  const found = problems({ alerts: { Low }, copies: { all: copyRoute({ receiver: bot }) } });
  expect(found).toContainEqual(expect.stringContaining('no route takes alert "Low"'));
  expect(found).toContainEqual(
    expect.stringContaining("only copies of it are sent, by routes that say continue"),
  );
});

test("intervals of copies, times of services, and texts of their receivers", () => {
  // too hasty
  const hasty = copyRoute({ receiver: bot, repeatInterval: "1m" });
  // never
  const never = timeInterval("never", { times: [{ from: "9:00", to: "8:00" }], location: "Europe/Berlin" });
  // nobody's words
  const silent = receiver("silent", { description: "", notifiers });
  const timed = copyRoute({ receiver: silent, activeDuring: [never] });
  expect(problems({ copies: { hasty, timed } })).toEqual([
    expect.stringContaining(`${at("too hasty")}: the route to "bot" repeats every 1m`),
    expect.stringMatching(/time interval "never".* \(time-intervals-are-possible\)$/),
    `${at("nobody's words")}: receiver "silent" has an empty description (texts-are-written)`,
  ]);
});

test("names that the platform or another service has already", () => {
  // another on-call
  const onCall = receiver("on-call", { description: "Others.", notifiers });
  // twice
  const twice = receiver("bot", { description: "Another program.", notifiers });
  const copies = [bot, onCall, twice].map((one) => copyRoute({ receiver: one }));
  const found = problems({ copies: Object.fromEntries(copies.map((copy, index) => [`c${index}`, copy])) });
  expect(found).toEqual([
    expect.stringContaining(`${at("twice")}: receiver "bot" is defined twice: also at`),
    expect.stringContaining(`receiver "on-call" is defined twice: also at ${at("another on-call")}`),
  ]);
});

test("an inhibition of a service that does nothing, that mutes for good, and that compares what neither has", () => {
  const Always = alert({
    ...plainWords,
    severity: low,
    expr: vector(1).gt(0),
    scenario: { given: [], whenMissing: "firing" },
    equivalentMutants: { "comparison not strict": "It compares 1 with 0." },
  });
  // for good
  const forGood = inhibition("for-good", {
    source: { alert: Always },
    target: { alert: FewOrders },
    equal: ["service"],
  });
  // of nothing
  const ofNothing = inhibition("of-nothing", {
    source: { alert: Always, severity: critical },
    target: { alert: FewOrders },
    equal: ["service"],
  });
  // what neither has
  const compares = inhibition("compares", {
    source: { alert: FewOrders },
    target: { alert: Always },
    equal: ["rack"],
  });
  const found = problems({
    alerts: { Always },
    inhibitions: { forGood, ofNothing, compares },
  });
  expect(found.filter((problem) => !problem.includes("alerts-have-a-panel"))).toEqual([
    `${at("of nothing")}: inhibition "of-nothing" does nothing: no alert matches its source (inhibitions-can-match)`,
    expect.stringContaining(
      `${at("what neither has")}: inhibition "compares" lets "FewOrders" inhibit "Always" wherever`,
    ),
    expect.stringContaining(`receiver "on-call" is sent that "Always" resolved, which always fires`),
    expect.stringContaining(
      `alert "FewOrders" is always inhibited: "Always" always fires, and inhibition "for-good" lets it inhibit this one`,
    ),
  ]);
});
