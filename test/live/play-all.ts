import { firingAlerts } from "./ask.ts";
import type { LiveStack } from "./live-stack.ts";
import { disturb, type Piece } from "./pieces.ts";
import { provoke, type Seen } from "./provoke.ts";
import { recipient } from "./recipients.ts";
import { alwaysFiring } from "./always-firing.ts";
import { until } from "./until.ts";

/**
 * Plays all pieces, many at once, each as soon as none that disturbs it is being played; throws when any went wrong.
 *
 * What was seen grows while it goes on. When it is told to stop it begins nothing more.
 */
export async function playAll(
  stack: LiveStack,
  pieces: readonly Piece[],
  seen: Seen[],
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...pieces];
  const playing = new Map<Piece, Promise<void>>();
  const wrong: string[] = [];
  const start = (piece: Piece): void => {
    waiting.splice(waiting.indexOf(piece), 1);
    const played = playWhenOk(stack, piece)
      .then((result) => void seen.push(result))
      .catch((error: unknown) => void wrong.push(error instanceof Error ? error.message : String(error)))
      .finally(() => playing.delete(piece));
    playing.set(piece, played);
  };
  while ((waiting.length > 0 || playing.size > 0) && !signal.aborted) {
    for (const piece of [...waiting]) {
      if (![...playing.keys()].some((other) => disturb(piece, other))) start(piece);
    }
    await Promise.race(playing.values());
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n\n"));
}

/** Another alert's scenario may have made this one fire as well: people would not be notified of it twice. */
async function playWhenOk(stack: LiveStack, { alert, scenarioIndex }: Piece): Promise<Seen> {
  await until(`${alert.name} is over`, async () => {
    const last = new Map(
      stack.notified
        .filter(({ alerts }) => alerts.includes(alert.name))
        .map((one) => [recipient(one), one.status]),
    );
    if ([...last.values()].includes("firing")) return undefined;
    return (await firingAlerts(stack.prometheus.url)).includes(alert.name) ? undefined : true;
  });
  return provoke(stack, alert, scenarioIndex);
}

// When an alert is over, what it inhibited or made fire beside it may go on until the longest window is empty, and is notified when its
// group is looked at.
const aftermathMs = 30_000;

/** Alerts that were notified though neither their own scenario was being played nor one of a related alert. */
export function unexpected(
  { notified }: LiveStack,
  pieces: readonly Piece[],
  seen: readonly Seen[],
): readonly string[] {
  const spans = pieces.flatMap((piece) =>
    seen.filter(({ name }) => name === piece.alert.name).map((span) => ({ piece, span })),
  );
  const isExplained = (name: string, atMs: number): boolean =>
    spans.some(
      ({ piece, span }) =>
        (name === span.name || pieces.some((own) => own.alert.name === name && disturb(own, piece))) &&
        atMs >= span.begunMs &&
        atMs <= span.begunMs + span.toFireMs + span.toResolveMs + (name === span.name ? 0 : aftermathMs),
    );
  return notified
    .filter(({ status }) => status === "firing")
    .flatMap(({ alerts, atMs }) =>
      alerts.filter((name) => !alwaysFiring.includes(name) && !isExplained(name, atMs)),
    );
}
