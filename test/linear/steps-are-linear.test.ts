// Four times as many services are four times the work, in every step of the compiler: counted, not timed.
import { expect, test } from "vitest";
import { checks } from "../../generators/checks/index.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { shapeProblems } from "../../generators/model/shape.ts";
import { testedModel, type TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { filesOfTarget, targets } from "../../generators/targets/index.ts";
import { countedWork } from "./counted-work.ts";
import { manyServices } from "./many-services.ts";

const [few, many] = [10, 40].map((count) => {
  const definitions = manyServices(count);
  return { definitions, model: testedModel(resolve(definitions).model) };
});
if (!few || !many) throw new Error("two sizes are compared");

/** What is the same for every size, such as the parts of the platform, brings the ratio below 4; sorting brings it above. */
const mostTimes = 4.4;

type Project = typeof few;

/** The model with lists of its own: what was looked up in a list before is not known of another. */
function unread(model: TestedModel): TestedModel {
  return {
    ...model,
    services: [...model.services],
    jobs: [...model.jobs],
    metrics: [...model.metrics],
    groups: [...model.groups],
    recordings: [...model.recordings],
    alerts: [...model.alerts],
    dashboards: [...model.dashboards],
    runbooks: [...model.runbooks],
    slos: [...model.slos],
    logs: [...model.logs],
  };
}

const steps: readonly (readonly [name: string, run: (project: Project) => () => void])[] = [
  [
    "shape",
    ({ definitions }) =>
      () =>
        void shapeProblems(definitions),
  ],
  [
    "resolve",
    ({ definitions }) =>
      () =>
        void resolve(definitions),
  ],
  [
    "rule tests",
    ({ model }) =>
      () =>
        void testedModel(model),
  ],
  ...checks.map(
    (check) =>
      [
        `check ${check.id}`,
        (project: Project) => {
          const model = unread(project.model);
          return () => void [...check.find(model)];
        },
      ] as const,
  ),
  ...Object.entries(targets).map(
    ([name, target]) =>
      [
        `files of ${name}`,
        (project: Project) => {
          const model = unread(project.model);
          return () => {
            for (const { make } of filesOfTarget(name, target, model)) make(model);
          };
        },
      ] as const,
  ),
];

test.each(steps)("%s", (_, step) => {
  const [less, more] = [few, many].map((project) => countedWork(step(project)));
  expect((more ?? 0) / Math.max(less ?? 0, 1)).toBeLessThanOrEqual(mostTimes);
});
