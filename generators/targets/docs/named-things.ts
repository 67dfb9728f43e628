import { dashboardUrl, type ShownPanel } from "../../model/alert-relations.ts";
import { alertNamed, dashboardsTitled, runbooksTitled } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import { remembered } from "../../remembered.ts";
import { namesWithin, startingAt } from "../../text/name-table.ts";
import { namesIn, type Nameable } from "./names-in-text.ts";
import { panelsNamed, type PanelReader } from "./named-panels.ts";
import type { NamesIn } from "./readable-text.ts";

/** Whose text it is, and what it means first. */
export interface TextOwner extends PanelReader {
  /** Its own name leads nowhere. */
  readonly name: string;
  /** From its page to the folder of all pages: `..`. */
  readonly toDocs: string;
}

/** Finds what the texts of an owner name. Only what has a name that the text has is looked at: most texts have none. */
export function thingsNamedBy(owner: TextOwner, shown: readonly ShownPanel[], model: Model): NamesIn {
  const known = namesBeside(model.alerts)(model.runbooks)(shown);
  return (text) => {
    const names = namesWithin(text, known).filter((name) => name !== owner.name);
    return names.length === 0 ? [] : namesIn(nameables(names, owner, shown, model))(text);
  };
}

/** Looks up the names of all that a text may name. */
const namesBeside = remembered((alerts: Model["alerts"]) =>
  remembered((runbooks: Model["runbooks"]) =>
    remembered((shown: readonly ShownPanel[]) => {
      const titles = shown.flatMap(({ dashboard, panel }) => [panel.title, dashboard.title]);
      const others = [...alerts.map(({ name }) => name), ...runbooks.map(({ title }) => title)];
      return startingAt([...titles, ...others]);
    }),
  ),
);

/** What has one of these names, what is meant first before the others. */
function nameables(
  names: readonly string[],
  owner: TextOwner,
  shown: readonly ShownPanel[],
  model: Model,
): Nameable[] {
  const listedOn = new Set(owner.listed.map(({ dashboard }) => dashboard));
  const panels = panelsNamed(names, owner, shown).map(({ dashboard, panel: { id, title } }) => ({
    name: title,
    target: panelUrl({ dashboard, id }, model),
    on: dashboard.title,
    isFar: dashboard.service !== owner.service && !listedOn.has(dashboard),
  }));
  const others = names.flatMap((name): Nameable[] => [
    ...dashboardsTitled(model, name).map((one) => ({ name, target: dashboardUrl(one, model.platform) })),
    ...(alertNamed(model, name) ? [{ name, target: `${owner.toDocs}/alerts/${name}.md` }] : []),
    ...runbooksTitled(model, name).map(({ service, slug }) => ({
      name,
      target: `${owner.toDocs}/runbooks/${service}/${slug}.md`,
    })),
  ]);
  return [...panels, ...others];
}

/** Where Grafana shows a panel alone. The ids are given by the same build that writes the dashboards. */
export function panelUrl(
  { dashboard, id }: { readonly dashboard: ShownPanel["dashboard"]; readonly id: number },
  { platform }: Pick<Model, "platform">,
): string {
  return `${dashboardUrl(dashboard, platform)}?viewPanel=${id}`;
}
