/** Who did something: a person, a token, the local user, somebody at the command line, or nobody known. */
export interface AuditActor {
  readonly kind: 'person' | 'token' | 'local' | 'command-line' | 'nobody';
  readonly id: string | null;
}

/** What something was done to, by kind and id, e.g. `call`. */
export interface AuditObject {
  readonly kind: string;
  readonly id: string;
}

/** One line of the audit: codes, ids and counts, never content. */
export interface AuditEntry {
  readonly actor: AuditActor;
  /** A verb in the past, e.g. `note-filed`. */
  readonly action: string;
  readonly object: AuditObject | null;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** A kept line of the audit. */
export interface AuditRow extends AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601 to the microsecond, by the database's clock. */
  readonly at: string;
}

/** Where an audit stands: how many rows, and the hash of the last. */
export interface AuditHead {
  readonly rows: number;
  readonly hash: string;
}

/** What was found wrong: the first bad row and how it is bad. */
export interface AuditFault {
  readonly seq: number;
  readonly kind: 'edited' | 'missing' | 'reordered' | 'unlinked' | 'rewritten' | 'head-differs';
}

/** A check of the whole audit. */
export interface AuditCheck {
  readonly head: AuditHead;
  readonly fault: AuditFault | null;
  /** Rows whose hash was also found in the anchor outside of the database. */
  readonly anchored: number;
}

/** What a list of the audit is narrowed by. */
export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
}

/** The append-only, hash-chained record of what was done. */
export interface AuditLog {
  /** Adds a line; lines are numbered in the order their transactions commit. Throws `E_INTERNAL` for content. */
  append(entry: AuditEntry): Promise<AuditRow>;
  /** Newest first, before a row when given. */
  list(filter: AuditFilter, page: { limit: number; before: number | null }): Promise<AuditRow[]>;
  /** Reads everything and finds any edit, drop or reorder; `known` is a head that was noted before. */
  verify(known?: AuditHead): Promise<AuditCheck>;
}
