import type { AlertModel } from "../../../model/rule-model.ts";
import type { Theme } from "../../../pictures/theme.ts";

/** Where the picture of an alert lies, from its card. */
export function picturePath({ name }: Pick<AlertModel, "name">, theme: Pick<Theme, "name">): string {
  return `pictures/${name}-${theme.name}.svg`;
}
