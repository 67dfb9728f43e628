import type { JsonValue, PanelJson } from "../language/panel-json.ts";
import type { Place } from "../language/place.ts";
import { textExpression } from "../language/promql.ts";
import type { Query } from "../language/query.ts";
import { refIdsOf } from "./ref-id.ts";

/** A query in a panel's JSON. */
export interface JsonTarget {
  readonly refId: string;
  readonly target: JsonObject;
  /** Its PromQL, where it asks Prometheus; undefined: it asks something else. */
  readonly expr: string | undefined;
}

type JsonObject = { readonly [key: string]: JsonValue | undefined };

/** The queries of a panel's JSON in their order, those without a name by the next free letter, as Grafana itself does. */
export function jsonTargets({ targets = [], datasource }: PanelJson): JsonTarget[] {
  const refIds = refIdsOf(targets.map(({ refId }) => (typeof refId === "string" ? refId : undefined)));
  return targets.map((target, index) => {
    const refId = refIds[index] ?? "";
    const asksUs = isOurs(target["datasource"] ?? datasource);
    const expr = target["expr"];
    return { refId, target, expr: asksUs && typeof expr === "string" ? expr : undefined };
  });
}

/** Those that ask Prometheus, as an author would write them. */
export function queriesInJson(json: PanelJson, place: Place): Query[] {
  return jsonTargets(json).flatMap(({ refId, target, expr }): Query[] => {
    if (expr === undefined) return [];
    const { legendFormat, instant } = target;
    return [
      {
        kind: "query",
        expr: textExpression([expr], place),
        refId,
        ...(typeof legendFormat === "string" && { legend: legendFormat }),
        ...(typeof instant === "boolean" && { instant }),
        place,
      },
    ];
  });
}

/**
 * Whether a data source is a Prometheus, which the dashboard chooses: by its type, or by a variable such as `${DS_PROMETHEUS}`, which is
 * known only to imports by hand. Where none is said, Grafana takes the default, which is ours.
 */
export function isOurs(datasource: JsonValue | undefined): boolean {
  if (datasource === undefined || datasource === null) return true;
  if (typeof datasource === "string") return datasource === "" || datasource.startsWith("$");
  if (typeof datasource !== "object" || !("uid" in datasource || "type" in datasource)) return false;
  const { type, uid } = datasource;
  return type === "prometheus" || (type === undefined && typeof uid === "string" && uid.startsWith("$"));
}
