import { alert, runbook } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { runbookWords } from "./small-runbook.ts";
import { FewOrders, orderRate, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "runbooks-have-an-alert";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));

// nobody exports it
const Hidden = alert({ ...plainWords, expr: orderRate.gt(5) });

test("a runbook that lists no alert is reported", () => {
  // alone
  const Alone = runbook({ ...runbookWords, alerts: [] });
  expect(problems({ runbooks: { Alone } })).toEqual([
    `${at("alone")}: runbook "Few orders, all by phone" lists no alert, so nothing leads to it (${id})\n` +
      "  fix: list the alerts that fire when it happens: alerts: [alerts.…]; if none does, write one",
  ]);
});

test("an alert that no service exports is reported, with its place, and once", () => {
  // of the hidden one
  const Lost = runbook({ ...runbookWords, alerts: [Hidden] });
  expect(problems({ runbooks: { Lost } })).toEqual([
    `${at("of the hidden one")}: runbook "Few orders, all by phone" lists the alert of ${at("nobody exports it")}, which no service exports (${id})\n` +
      "  fix: export that alert from its service's alerts/, or remove it from the list",
  ]);
  expect(problems({ runbooks: { Lost }, alerts: { Hidden } })).toEqual([]);
});

test("one alert that leads to it is enough, and does not hide one that is lost", () => {
  const Both = runbook({ ...runbookWords, alerts: [FewOrders, Hidden] });
  expect(problems({ runbooks: { Both } })).toHaveLength(1);
  expect(problems({ runbooks: { One: runbook(runbookWords) } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "people open it from the wall" };
  expect(problems({ runbooks: { Alone: runbook({ ...runbookWords, alerts: [], allow }) } })).toEqual([]);
  expect(problems({ runbooks: { One: runbook({ ...runbookWords, allow }) } })).toEqual([
    expect.stringContaining(`"${id}" is suppressed here, but it finds nothing`),
  ]);
});
