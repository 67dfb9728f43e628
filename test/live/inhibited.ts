import { model } from "./live-stack.ts";
import type { Inhibited } from "./inhibition.ts";
import { onlyHolds, playlist, inhibitedByTheirOwn, takesDown, type Piece } from "./pieces.ts";
import { inhibitedAlerts, inhibitingAlerts } from "./recipients.ts";

const pieces = playlist();
const pieceOf = (name: string): Piece | undefined => pieces.find(({ alert }) => alert.name === name);

/** Alerts that another one makes fire and inhibits: what both look at is bad, which both mean. */
export function firingWithTheirOwn(): Inhibited[] {
  return inhibitedByTheirOwn(pieces).flatMap(({ alert }) =>
    inhibitingAlerts(alert.name)
      .slice(0, 1)
      .map((source) => ({ source, target: alert.name, isFired: false })),
  );
}

/** Alerts that fire for something else than the one that inhibits them, of the same instance; those that fire soonest come first. */
export function firingBeside(): Inhibited[] {
  return pieces
    .filter((piece) => onlyHolds(piece) && inhibitingAlerts(piece.alert.name).length === 0)
    .toSorted((one, other) => one.alert.forMs - other.alert.forMs)
    .flatMap((piece) =>
      inhibitedAlerts(piece.alert.name)
        .flatMap((name) => pieceOf(name) ?? [])
        .filter((other) => onlyHolds(other) && areApart(piece, other) && haveOneInstance(piece, other))
        .toSorted((one, other) => one.alert.forMs - other.alert.forMs)
        .map((other) => ({ source: piece.alert.name, target: other.alert.name, isFired: true })),
    );
}

/** Whether both can be played at once. */
function areApart(one: Piece, other: Piece): boolean {
  const haveCommon = [...one.metrics].some((metric) => other.metrics.has(metric));
  return !haveCommon && !takesDown(one, other) && !takesDown(other, one);
}

function haveOneInstance(one: Piece, other: Piece): boolean {
  const instances = new Set([...instancesOf(one), ...instancesOf(other)]);
  return instances.size === 1;
}

function instancesOf({ jobs }: Piece): string[] {
  return model.jobs.filter(({ name }) => jobs.has(name)).flatMap(({ targets }) => targets[0]?.instance ?? []);
}
