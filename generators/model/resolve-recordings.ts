import { groupBy } from "../group-by.ts";
import type { Node } from "../promql/tree.ts";
import type { RecordingDefinition } from "../language/recording.ts";
import { examplesOf, openQuestion } from "../language/scenario.ts";
import type { RuleGroup } from "../language/rule-group.ts";
import type { Service } from "../language/service.ts";
import type { Problem } from "../problem.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { CatalogueSeries } from "../promql/series.ts";
import { inferRecordings, type RecordingProblem } from "../promql/infer/recordings.ts";
import type { Reading } from "../promql/read.ts";
import { expressionPlace, readingOf } from "../promql/reading.ts";
import { asWritten } from "../promql/robust/robust.ts";
import { filledExample, type FillIn } from "./fill-in.ts";
import { comparePlace } from "../text/order.ts";
import { recordingsOf } from "./parts-of-service.ts";
import type { RecordingModel } from "./rule-model.ts";

interface OwnedRecording {
  readonly service: string;
  readonly definition: RecordingDefinition;
  readonly written: Node;
  readonly reading: Reading;
}

/** One that is not yet told apart from others of its name. */
export type NamedRecording = Omit<RecordingModel, "id">;

export interface ResolvedRecordings {
  readonly recordings: readonly NamedRecording[];
  /** Those that their authors put in a group. */
  readonly groups: ReadonlyMap<NamedRecording, RuleGroup | undefined>;
  /** One for each recording: what it can be asked for afterwards. */
  readonly series: readonly CatalogueSeries[];
  readonly problems: readonly Problem[];
}

/** The recordings of all services as they are written, with the labels and units that follow from their expressions. */
export function resolveRecordings(
  services: readonly Service[],
  measured: readonly CatalogueSeries[],
  fill: FillIn,
): ResolvedRecordings {
  const owned = services.flatMap((service) => ownedRecordings(service, fill));
  const { series, analyses, problems } = inferRecordings(
    owned.map(({ definition: { name, unit, help, labels }, reading }) => ({
      ...reading,
      ...{ name, unit, help, labels },
    })),
    measured,
  );
  const recordings = owned.flatMap((one, index) => {
    const analysis = analyses[index];
    return analysis ? [{ model: recordingModel(one, analysis, fill), group: one.definition.group }] : [];
  });
  const byName = groupBy(owned, ({ definition }) => definition.name);
  const placeOf = ({ name, at }: RecordingProblem) => {
    const own = at === undefined ? byName.get(name)?.[0] : owned[at];
    return own?.definition.place;
  };
  return {
    recordings: recordings.map(({ model }) => model),
    groups: new Map(recordings.map(({ model, group }) => [model, group])),
    series,
    problems: problems.flatMap((problem) => {
      const { name, message } = problem;
      const place = placeOf(problem);
      const fix = "correct its expression, or the unit that it declares";
      return place
        ? [{ check: "recordings-can-be-computed", place, message: `recording "${name}" ${message}`, fix }]
        : [];
    }),
  };
}

function recordingModel(
  { service, definition, written, reading }: OwnedRecording,
  analysis: Analysis,
  fill: FillIn,
): NamedRecording {
  return {
    kind: "recording",
    name: definition.name,
    service,
    group: definition.group?.name ?? `${service}_recordings`,
    // What cannot be read is a problem of its own.
    node: reading.node ?? written,
    expr: reading.expr,
    analysis,
    deployed: asWritten({ node: reading.node ?? written, expr: reading.expr }),
    exprPlace: expressionPlace(written) ?? definition.place,
    help: definition.help ?? "",
    unit: definition.unit,
    labels: definition.labels,
    examples: examplesOf(definition.example).map((example) => filledExample(example, fill)),
    open: openQuestion(definition.example),
    place: definition.place,
    allow: definition.allow,
    equivalentMutants: definition.equivalentMutants ?? {},
  };
}

function ownedRecordings(service: Service, fill: FillIn): OwnedRecording[] {
  return recordingsOf(service)
    .sort(comparePlace)
    .map((definition) => {
      const written = fill(definition.expression);
      return { service: service.name, definition, written, reading: readingOf(written) };
    });
}
