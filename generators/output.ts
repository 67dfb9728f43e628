import type { Model } from "./model/model.ts";

/** Path under `out/`, with `/`, to the text of the file. */
export type Files = Readonly<Record<string, string>>;

/** An output turns the model into files; it never fails: what could be wrong is found by a check before. */
export type Output<M extends Model = Model> = (model: M) => Files;

/** The same of many things, such as a page for each alert: the files of one after the other, each made when its turn comes. */
export type OutputOfEach<M extends Model = Model> = (model: M) => Iterable<Files>;

/** All that an output of many things writes. */
export function filesOfEach<M extends Model>(output: OutputOfEach<M>, model: M): Files {
  return Object.assign({}, ...output(model));
}
