import type { PlatformModel } from "../../model/routing-model.ts";
import type { AlertRouting, NotifyingRoute } from "../../routing/notification-routing.ts";
import { svgElement, type SvgElement } from "../../text/svg.ts";
import { textAt } from "../draw-strip.ts";
import { pictureWidth } from "../frame.ts";
import { fitted, sheets, tile, widthOf, type Box } from "../sheet.ts";
import { linesOf, stationsOf, type Station } from "./stations.ts";

const margin = 16;
const lineHeight = 16;
const headHeight = 78;
const space = 8;
/** From the line of the alert to its routes; a route below another one is as much further to the right. */
const indent = 30;
/** Where the receivers stand. */
const receiverLeft = 388;

/**
 * Who is notified of an alert, for each theme: the routes in the order in which they are tried, those that take the alert with their
 * receivers, and after what time people know.
 */
export function drawRouting(routing: AlertRouting, platform: PlatformModel): SvgElement[] {
  const stations = stationsOf(routing, platform);
  const tops: number[] = [];
  let top = headHeight + 12;
  for (const station of stations) {
    tops.push(top);
    top += heightOf(station) + space;
  }
  const notes = inhibitionNotes(routing);
  const drawn = [
    ...drawSpine(stations, tops),
    ...drawAlert(routing),
    ...stations.flatMap((station, index) => drawStation(station, tops[index] ?? 0)),
    ...notes.map((text, index) => textAt(text, margin, top + 16 + index * lineHeight, "muted small")),
  ];
  const height = top + notes.length * lineHeight + margin;
  return sheets(wordsOf(routing, stations), { width: pictureWidth, height }, drawn);
}

function heightOf({ takes, notifying }: Station): number {
  const lines = takes.length * lineHeight;
  return notifying ? Math.max(lines, linesOf(notifying).length * lineHeight) + 30 : lines + 18;
}

function drawAlert({ alert }: AlertRouting): SvgElement[] {
  const box = { x: margin - 4, y: margin - 6, width: pictureWidth - 2 * margin + 8, height: headHeight - 12 };
  const labels = Object.entries(alert.labels).map(([name, value]) => `${name}="${value}"`);
  const width = box.width - 40;
  return [
    ...tile(box),
    svgElement("rect", {
      class: `fill-${alert.severity.color}`,
      x: box.x + 9,
      y: box.y + 10,
      width: 5,
      height: box.height - 20,
    }),
    textAt(fitted(alert.name, "strong title", width), box.x + 24, box.y + 29, "strong title"),
    textAt(fitted(labels.join(", "), "muted", width), box.x + 24, box.y + 49, "muted"),
  ];
}

function boxOf(station: Station, top: number): Box {
  const x = margin + indent * (station.depth + 1);
  return { x, y: top, width: receiverLeft - 34 - x, height: heightOf(station) };
}

function drawStation(station: Station, top: number): SvgElement[] {
  const { takes, remark, notifying } = station;
  const box = boxOf(station, top);
  const isTaken = notifying !== undefined;
  const width = box.width - 28 - widthOf(remark, "small");
  const middle = top + box.height / 2;
  const name = isTaken ? "strong" : "muted";
  const first = middle + 4 - ((takes.length - 1) * lineHeight) / 2;
  const route = [
    ...(isTaken ? tile(box) : []),
    ...takes.map((text, index) =>
      textAt(fitted(text, name, width), box.x + 12, first + index * lineHeight, name),
    ),
    textAt(remark, box.x + box.width - 12, middle + 4, isTaken ? "fill-green small" : "muted small", "end"),
  ];
  return notifying ? [...route, ...drawReceiver(notifying, box)] : route;
}

/** An arrow to the receiver, and who that is. */
function drawReceiver(notifying: NotifyingRoute, from: Box): SvgElement[] {
  const box = {
    x: receiverLeft,
    y: from.y,
    width: pictureWidth - margin + 4 - receiverLeft,
    height: from.height,
  };
  const middle = from.y + from.height / 2;
  const [start, end] = [from.x + from.width - 2, receiverLeft + 2];
  const width = box.width - 28;
  return [
    svgElement("path", {
      class: notifying.surely ? "line-green" : "line-yellow",
      d: `M${start} ${middle}L${end} ${middle}M${end - 7} ${middle - 4}L${end} ${middle}L${end - 7} ${middle + 4}`,
    }),
    ...tile(box),
    ...linesOf(notifying).map(({ text, name }, index) =>
      textAt(fitted(text, name, width), box.x + 16, box.y + 26 + index * lineHeight, name),
    ),
  ];
}

/** The line that the alert follows from route to route, as far as it goes. */
function drawSpine(stations: readonly Station[], tops: readonly number[]): SvgElement[] {
  const x = margin + 12;
  const middleOf = (index: number) => (tops[index] ?? 0) + heightOf(stations[index] ?? absent) / 2;
  const last = stations.findLastIndex(({ isPassed }) => !isPassed);
  return [
    svgElement("line", { class: "line-green", x1: x, y1: headHeight - 8, x2: x, y2: middleOf(last) }),
    ...stations.flatMap((station, index) => {
      const { isPassed, notifying } = station;
      if (isPassed) return [];
      const [y, box] = [middleOf(index), boxOf(station, tops[index] ?? 0)];
      return [
        svgElement("line", {
          class: notifying ? "line-green" : "grid",
          x1: x,
          y1: y,
          x2: box.x + (notifying ? 2 : 6),
          y2: y,
        }),
        svgElement("circle", { class: notifying ? "fill-green" : "track", cx: x, cy: y, r: 4 }),
      ];
    }),
  ];
}

const absent: Station = { takes: [], remark: "", depth: 0, isPassed: true, notifying: undefined };

function inhibitionNotes({ inhibitedBy }: AlertRouting): string[] {
  return [
    ...new Set(
      inhibitedBy.map(
        ({ source, ifSame }) => `Nobody is notified while ${source.name} fires${sameWords(ifSame)}.`,
      ),
    ),
  ].map((text) => fitted(text, "muted small", pictureWidth - 2 * margin));
}

function sameWords(labels: readonly string[]): string {
  return labels.length === 0 ? "" : ` with the same ${labels.join(", ")}`;
}

function wordsOf({ alert, routes }: AlertRouting, stations: readonly Station[]) {
  const tried = stations
    .filter(({ isPassed }) => !isPassed)
    .map(({ takes, remark }) => `${takes.join(", ")}: ${remark}.`);
  const receivers = routes.map((one) =>
    linesOf(one)
      .map(({ text }) => text)
      .join(", "),
  );
  return {
    title: `Who is notified of ${alert.name}, and how soon`,
    description: [...tried, ...receivers.map((text) => `${text}.`)].join(" "),
  };
}
