import type { RecordingDefinition } from "../language/recording.ts";
import { examplesOf } from "../language/scenario.ts";
import type { Service } from "../language/service.ts";
import type { Problem } from "../problem.ts";
import type { Analysis } from "../promql/analysis.ts";
import type { Series } from "../promql/catalogue.ts";
import { inferRecordings } from "../promql/infer-recordings.ts";
import { printPromql } from "../text/promql.ts";
import { expressionPlace } from "./expression-place.ts";
import { comparePlace } from "./order.ts";
import { recordingsOf } from "./parts-of-service.ts";
import type { RecordingModel } from "./rule-model.ts";

interface OwnedRecording {
  readonly service: string;
  readonly definition: RecordingDefinition;
  readonly expr: string;
}

export interface ResolvedRecordings {
  readonly recordings: readonly RecordingModel[];
  /** One for each recording: what it can be asked for afterwards. */
  readonly series: readonly Series[];
  readonly problems: readonly Problem[];
}

/** The recordings of all services, with the labels and units that follow from their expressions. */
export function resolveRecordings(
  services: readonly Service[],
  measured: readonly Series[],
): ResolvedRecordings {
  const owned = services.flatMap(ownedRecordings);
  const texts = owned.map(({ definition: { name, unit, help }, expr }) => ({ name, unit, help, expr }));
  const { series, analyses, problems } = inferRecordings(texts, measured);
  return {
    recordings: owned.flatMap((recording, index) => {
      const analysis = analyses[index];
      return analysis ? [recordingModel(recording, analysis)] : [];
    }),
    series,
    problems: problems.flatMap(({ name, message }) => {
      const place = owned.find(({ definition }) => definition.name === name)?.definition.place;
      const mend = "correct its expression, or what it says of itself";
      return place
        ? [{ check: "recordings-can-be-computed", place, message: `recording "${name}" ${message}`, mend }]
        : [];
    }),
  };
}

function recordingModel({ service, definition, expr }: OwnedRecording, analysis: Analysis): RecordingModel {
  return {
    kind: "recording",
    name: definition.name,
    service,
    group: definition.group?.name ?? `${service}_recordings`,
    expr,
    analysis,
    exprPlace: expressionPlace(definition.expression) ?? definition.place,
    help: definition.help ?? "",
    unit: definition.unit,
    examples: examplesOf(definition.example),
    place: definition.place,
    allow: definition.allow,
    definition,
  };
}

function ownedRecordings(service: Service): OwnedRecording[] {
  return recordingsOf(service)
    .sort(comparePlace)
    .map((definition) => ({ service: service.name, definition, expr: printPromql(definition.expression) }));
}
