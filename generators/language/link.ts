/** A link at the top of a dashboard or a panel, or in a column of a table. */
export interface Link {
  /** The text of the link. */
  readonly title: string;
  /** The address. */
  readonly url: string;
  /** True: the link takes the time range along. Default: false. */
  readonly time?: boolean;
}
