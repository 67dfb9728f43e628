// What `ratioOf` refuses: a part that is no part of the whole. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { percent } from "../../generators/language/quantity.ts";
import { ratioOf } from "../../generators/language/expression/standalone.ts";
import type { Vector } from "../../generators/language/expression/vector.ts";
import { app, infra } from "../language/example-metrics.ts";
import { expectSame, type Same } from "./same.ts";

const requests = app.http_requests_total;
const failed = requests.where({ status: /5../ });
const [failing, asked] = [failed.rate("5m").sumBy("job"), requests.rate("5m").sumBy("job")] as const;

const share = ratioOf(failing, asked);
expectSame<Same<typeof share, Vector<{ job: string }, "ratio">>>();
share.gt(percent(5));
// @ts-expect-error a share has no seconds
share.gt(failing);

// @ts-expect-error the whole has one label more
ratioOf(failing, requests.rate("5m").sumBy("job", "instance"));
// @ts-expect-error the part has one label more
ratioOf(failed.rate("5m").sumBy("job", "instance"), asked);
// @ts-expect-error another label
ratioOf(failing, requests.rate("5m").sumBy("instance"));
// @ts-expect-error a total of a part
ratioOf(failing, requests.rate("5m").sum());

// @ts-expect-error what happens in a second is no part of what there is
ratioOf(failing, infra.up.sumBy("job"));
// @ts-expect-error nor the other way round
ratioOf(infra.up.sumBy("job"), asked);
// @ts-expect-error seconds are no part of requests
ratioOf(app.http_request_duration_seconds.sum.rate("5m").sumBy("job"), asked);
// @ts-expect-error a number is no whole
ratioOf(failing, 100);
