/** A standard as it was published: what scorecards of its version were made with. */
export interface PublishedStandard {
  readonly id: string;
  readonly version: string;
  /** Over what the file and those it extends say, 64 hex digits. */
  readonly hash: string;
  /** The file's text. */
  readonly body: string;
  readonly by: string;
}

/** Published standards; none is ever changed or removed. */
export interface PublishedStandards {
  /** Fails with `E_STORE` where the version is there already. */
  publish(standard: PublishedStandard): Promise<void>;
  find(id: string, version: string): Promise<PublishedStandard | null>;
  /** All versions of a standard in the order they were published. */
  versions(id: string): Promise<PublishedStandard[]>;
}
