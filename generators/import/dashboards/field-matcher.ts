import { textAt } from "../../targets/validation/untyped-data.ts";
import { NoWord } from "./said-panel.ts";

/** A line or a column, as an override may mean it. */
export interface NamedField {
  readonly refId: string;
  /** The legend, with `{{label}}` where only the series say it; or the heading of a column. */
  readonly name: string;
}

/** Which fields an override means. */
export function matcherFor(matcher: unknown): (field: NamedField) => boolean {
  const id = textAt(matcher, "id") ?? "";
  const wanted = textAt(matcher, "options") ?? "";
  if (id === "byName") return ({ name }) => name === wanted;
  if (id === "byFrameRefID") return ({ refId }) => refId === wanted;
  if (id === "byRegexp") {
    const pattern = patternOf(wanted);
    return ({ name }) => pattern.test(name);
  }
  throw new NoWord(`it chooses values ${id || "in no way that is said"}`);
}

/** As Grafana reads it: between slashes, or the whole name. */
function patternOf(text: string): RegExp {
  const [, body, flags = ""] = /^\/([^]*)\/([a-z]*)$/.exec(text) ?? [];
  try {
    return body === undefined ? new RegExp(`^${text}$`) : new RegExp(body, flags.replace(/[gy]/g, ""));
  } catch {
    throw new NoWord(`a pattern that JavaScript cannot read: ${text}`);
  }
}
