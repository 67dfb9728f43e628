import { changeGroups } from "../../generators/review/change.ts";
import { changeClasses } from "../../generators/review/change-class.ts";
import { changeKinds } from "../../generators/review/kinds/index.ts";

/** All kinds of changes with their groups, and the classes that they can come to. */
export function kindsText(): string {
  const kinds = changeKinds.map(({ id, group, says }) => ({ name: id, of: changeGroups[group].title, says }));
  const classes = Object.entries(changeClasses).map(([name, { says }]) => ({ name, of: "", says }));
  return `Kinds, by what they answer:\n${tabled(kinds)}\nClasses:\n${tabled(classes)}`;
}

interface Row {
  readonly name: string;
  readonly of: string;
  readonly says: string;
}

function tabled(rows: readonly Row[]): string {
  const width = (texts: readonly string[]) => Math.max(...texts.map(({ length }) => length));
  const [names, groups] = [width(rows.map(({ name }) => name)), width(rows.map(({ of }) => of))];
  return rows
    .map(
      ({ name, of, says }) =>
        `  ${name.padEnd(names)}  ${groups === 0 ? "" : `${of.padEnd(groups)}  `}${says}\n`,
    )
    .join("");
}
