import type { Variable } from "../../language/variable.ts";
import type { VariableModel } from "../dashboard-model.ts";
import type { DashboardSources } from "./dashboard-sources.ts";
import { resolveExpression } from "./resolve-expression.ts";

/** The variables of a dashboard. Each offers what is left by the choices before it, and none waits for one after it. */
export function resolveVariables(
  variables: readonly Variable[],
  { catalogue, fill }: Pick<DashboardSources, "catalogue" | "fill">,
): VariableModel[] {
  return variables.map(({ name, title, of, label, multiple, place }, index) => {
    const before = { catalogue, fill, variables: variables.slice(0, index) };
    const { expr: selector } = resolveExpression(of, place, before);
    return { name, title, query: `label_values(${selector}, ${label})`, selector, label, multiple, place };
  });
}
