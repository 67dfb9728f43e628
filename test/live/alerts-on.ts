import type { Model } from "../../generators/model/model.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { acceptedBy } from "../../generators/promql/label-value.ts";

/** The alerts that ask for this metric of this job; a guard only asks whether there is one. */
export function alertsOn(
  { alerts }: Pick<Model, "alerts">,
  metric: string,
  job: string,
): readonly AlertModel[] {
  return alerts.filter(
    ({ analysis, guardOf }) =>
      guardOf === undefined &&
      analysis.selectors.some(
        (selector) =>
          selector.metric === metric &&
          selector.matchers.every((matcher) => matcher.name !== "job" || acceptedBy(matcher)(job)),
      ),
  );
}

/** The one alert that asks for this metric of this job; a project without one has nobody notified of it. */
export function alertOn(model: Pick<Model, "alerts">, metric: string, job: string): AlertModel {
  const [found, ...others] = alertsOn(model, metric, job);
  if (!found || others.length > 0) throw new Error(`one alert is to ask for ${metric} of ${job}`);
  return found;
}
