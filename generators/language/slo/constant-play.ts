import type { Levels, Play } from "../scenario.ts";

/** What a play does in one situation, as a play that never changes. */
export function constantPlay(play: Play, situation: keyof Required<Levels<unknown>>): Play {
  switch (play.kind) {
    case "restarts":
      return play;
    case "follows":
      return { ...play, samples: always(play.samples[situation]) };
    case "grows": {
      const from = play.from && always(play.from[situation]);
      return { ...play, levels: always(play.levels[situation]), from };
    }
    default:
      return { ...play, levels: always(play.levels[situation]) };
  }
}

function always<V>(value: V): Required<Levels<V>> {
  return { ok: value, limit: value, firing: value };
}
