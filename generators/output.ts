import type { Making } from "./keep/keeper.ts";
import type { Model } from "./model/model.ts";

/** Path under `out/`, with `/`, to the text of the file. */
export type Files = Readonly<Record<string, string>>;

/** An output turns the model into files; it never fails: what could be wrong is found by a check before. */
export type Output<M extends Model = Model> = (model: M) => Files;

/** The same of many things, such as a page for each alert: what there is to make, one after the other. */
export type OutputOfEach<M extends Model = Model> = (model: M) => Iterable<Making<M, Files>>;

/** All that an output of many things writes. */
export function filesOfEach<M extends Model>(output: OutputOfEach<M>, model: M): Files {
  return Object.assign({}, ...[...output(model)].map(({ make }) => make(model)));
}

/** Files that are made anyway. */
export function madeAnyway(name: string, files: Files): Making<Model, Files> {
  // What is made from itself is not worth keeping, and is never mistaken for what it was before.
  return { name, from: { unlike }, make: () => files };
}

/** Has no contents, so that nobody can say that they are the same. */
const unlike = () => {};
