import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import type { Json } from "./input-dashboard.ts";

/** An element of a `v2` resource as a panel of a classic dashboard. */
export function panelOfElement(element: unknown): Json {
  const spec = dataAt(element, "spec");
  const about = { title: textAt(spec, "title"), description: textAt(spec, "description") };
  if (textAt(element, "kind") === "LibraryPanel") {
    return { ...about, libraryPanel: dataAt(spec, "libraryPanel") };
  }
  const viz = dataAt(spec, "vizConfig");
  const group = dataAt(spec, "data", "spec");
  return {
    ...about,
    // Until v2beta1 the kind was the plugin.
    type: textAt(viz, "group") ?? textAt(viz, "kind"),
    options: dataAt(viz, "spec", "options"),
    fieldConfig: dataAt(viz, "spec", "fieldConfig"),
    links: dataAt(spec, "links"),
    targets: itemsAt(group, "queries").map(targetOf),
    transformations: itemsAt(group, "transformations").map((one) => ({
      id: textAt(one, "group") ?? textAt(one, "kind"),
      ...Object.fromEntries(entriesAt(one, "spec")),
    })),
    ...Object.fromEntries(entriesAt(group, "queryOptions")),
  };
}

function targetOf(query: unknown): Json {
  const spec = dataAt(query, "spec");
  const inner = dataAt(spec, "query");
  const type = textAt(inner, "group") ?? textAt(inner, "kind");
  const uid = textAt(inner, "datasource", "name") ?? textAt(spec, "datasource", "uid");
  return {
    refId: textAt(spec, "refId"),
    datasource: { type, ...(uid !== undefined && { uid }) },
    ...(dataAt(spec, "hidden") === true && { hide: true }),
    ...Object.fromEntries(entriesAt(inner, "spec")),
  };
}
