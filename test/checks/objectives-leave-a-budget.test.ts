import { percent, slo } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "objectives-leave-a-budget";
const problems = (web: ReturnType<typeof slo>) => problemsOf(id, definitionsWith({ slos: { web } }));
const fix = "  fix: write an objective above 0 and below 100%, such as percent(99.9)";

test("without a budget the first failure misses the objective", () => {
  // everything
  const web = slo("web", { ...plainSlo, objective: percent(100) });
  expect(problems(web)).toEqual([
    `${at("everything")}: SLO "web" has an objective of 100%, which leaves no budget: the first failure misses it (${id})\n${fix}`,
  ]);
});

test.each([
  [100.5, "100.5%, which leaves no budget"],
  [0, "0%, which asks for nothing"],
  [-1, "-1%, which asks for nothing"],
])("an objective of %d%% is none", (share, says) => {
  expect(problems(slo("web", { ...plainSlo, objective: percent(share) }))).toEqual([
    expect.stringContaining(`has an objective of ${says}`),
  ]);
});

test.each([0.1, 50, 99.999])("an objective of %d%% leaves a budget", (share) => {
  expect(problems(slo("web", { ...plainSlo, objective: percent(share) }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the law asks for it" };
  expect(problems(slo("web", { ...plainSlo, objective: percent(100), allow }))).toEqual([]);
});
