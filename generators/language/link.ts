/** A link at the top of a dashboard or a panel; `time` takes the shown time along. */
export interface Link {
  readonly title: string;
  readonly url: string;
  readonly time?: boolean;
}
