import { svgElement, type SvgElement } from "../../text/svg.ts";
import { compareText } from "../../text/order.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { textAt } from "../draw-strip.ts";
import { heatSteps, widthOf } from "../sheet.ts";
import { drawClock } from "./draw-clock.ts";
import { nothingToShow, type PanelDrawing, type PanelView } from "./panel-view.ts";
import type { ShownSeries } from "./values.ts";

const clockHeight = 16;
const cells = 30;
const leastLabel = 12;

/** A row for each bucket, from the lowest bound upwards; the more was observed, the stronger the colour. */
export const drawHeatmap: PanelDrawing<"heatmap"> = (view) => {
  const { panel, series, time, box } = view;
  const buckets = bucketsOf(series);
  if (buckets.length === 0) return nothingToShow(view);
  const texts = buckets.map(({ bound }) =>
    bound === Infinity ? "+Inf" : formatQuantity(bound, panel.unit ?? "none"),
  );
  const left = Math.max(...texts.map((text) => widthOf(text, "small"))) + 8;
  const room = { ...box, x: box.x + left, width: box.width - left, height: box.height - clockHeight };
  const height = room.height / buckets.length;
  // Where rows are lower than words, not each has its own.
  const every = Math.max(1, Math.ceil(leastLabel / height));
  const counts = buckets.map((bucket) => countsOf(bucket, time));
  const most = Math.max(...counts.flat(), 1e-300);
  return [
    ...buckets.flatMap((_, index) => {
      const y = room.y + room.height - (index + 1) * height;
      const words =
        index % every === 0
          ? [textAt(texts[index] ?? "", room.x - 5, y + height / 2 + 3.5, "muted small", "end")]
          : [];
      const row = (counts[index] ?? []).map((count, cell) =>
        svgElement("rect", {
          // The root: a few slow ones among thousands of fast ones must be seen.
          class: `fill-orange heat-${Math.round(heatSteps * Math.sqrt(Math.max(0, count) / most))}`,
          x: room.x + (cell * room.width) / cells,
          y,
          width: room.width / cells - 0.5,
          height: Math.max(0.5, height - 0.5),
        }),
      );
      return [...words, ...row];
    }),
    ...drawClock(time, { ...room, y: room.y + room.height, height: clockHeight }),
  ] satisfies SvgElement[];
};

interface Bucket {
  readonly bound: number;
  readonly upTo: ShownSeries;
  readonly below: ShownSeries | undefined;
}

/** Prometheus counts what is up to a bound; a row is what is above the bound before it. */
function bucketsOf(series: readonly ShownSeries[]): Bucket[] {
  const bounded = series.flatMap((one) => {
    const { le } = one.labels;
    return le === undefined ? [] : [{ bound: le === "+Inf" ? Infinity : Number(le), one }];
  });
  const sorted = bounded.sort((a, b) => a.bound - b.bound || compareText(a.one.refId, b.one.refId));
  return sorted.map(({ bound, one }, index) => ({ bound, upTo: one, below: sorted[index - 1]?.one }));
}

function countsOf({ upTo, below }: Bucket, { fromMs, toMs }: PanelView["time"]): number[] {
  return Array.from({ length: cells }, (_, cell) => {
    const atMs = fromMs + ((cell + 0.5) * (toMs - fromMs)) / cells;
    return valueAt(upTo, atMs) - (below ? valueAt(below, atMs) : 0);
  });
}

function valueAt({ pieces }: ShownSeries, atMs: number): number {
  return pieces.flat().findLast((point) => point.atMs <= atMs)?.value ?? 0;
}
