import type { PanelModel } from "../../panels/panel-model.ts";
import type { ShownSeries } from "./values.ts";

/** Shares have ends by themselves. */
const natural: Readonly<Record<string, readonly [low: number, high: number]>> = {
  ratio: [0, 1],
  percent: [0, 100],
};

/** From where to where a dial or a bar goes: as the author says, as the unit does, or from the lowest to the highest value. */
export function endsOf(
  { unit = "none", min, max }: Pick<PanelModel, "unit" | "min" | "max">,
  series: readonly ShownSeries[],
): readonly [low: number, high: number] {
  const values = series.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.map(({ value }) => value)));
  const [low, high] = natural[unit] ?? [Math.min(0, ...values), Math.max(...values, 0)];
  return [min ?? low, max ?? high];
}
