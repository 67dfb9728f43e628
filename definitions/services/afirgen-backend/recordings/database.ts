import { holds, ms, percent, quantile, recording } from "signalbox";
import { database } from "../metrics/database.ts";
import { aboveZero } from "./above-zero.ts";
import { group } from "./group.ts";

const { db_connection_pool_size: size, db_connection_pool_available: available } = database;

export const poolUtilisation = recording(
  "instance:afirgen_db_connection_pool_in_use:ratio",
  size.sub(available).div(size),
  {
    help: "Share of the pool's connections that are in use.",
    group,
    example: { given: [holds(size, 20), holds(available, 5)], expect: percent(75) },
  },
);

export const tableP95 = recording(
  "instance_table:afirgen_db_query_duration_seconds:p95_5m",
  database.db_query_duration_seconds.quantile(0.95, "5m", "instance", "table").gt(0).series(),
  {
    help: "95 of 100 queries to a table in the last 5 minutes were answered in this time.",
    group,
    example: { given: [quantile(database.db_query_duration_seconds, 0.95, ms(500))], expect: ms(500) },
    equivalentMutants: { "comparison not strict": aboveZero },
  },
);
