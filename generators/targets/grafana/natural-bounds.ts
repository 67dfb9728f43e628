import type { PanelModel } from "../../model/dashboard-model.ts";

const bounds: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  ratio: { min: 0, max: 1 },
  percent: { min: 0, max: 100 },
};

/** The ends of a dial or a bar: those of its author, else those that the unit has by itself. */
export function naturalBounds({ unit = "none", min, max }: PanelModel): { min?: number; max?: number } {
  const natural = Object.hasOwn(bounds, unit) ? bounds[unit] : undefined;
  return {
    ...(min === undefined && natural ? { min: natural.min } : {}),
    ...(max === undefined && natural ? { max: natural.max } : {}),
  };
}
