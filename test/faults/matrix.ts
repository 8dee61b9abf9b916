/** Where the scenario of a fault is, or why there is none yet. */
export type Scenario =
  | { readonly id: string; readonly title: string; readonly file: string }
  | { readonly id: string; readonly title: string; readonly notYet: string };

/** The fault matrix: one entry for each id. `matrix.test.ts` fails on a missing, stale or doubled one. */
export const matrix: readonly Scenario[] = [
  { id: 'F01', title: 'SIGKILL before the provider is asked', file: 'kills.faults.ts' },
  { id: 'F02', title: 'SIGKILL after the answer, before anything is kept', file: 'kills.faults.ts' },
  { id: 'F03', title: 'SIGKILL while a file is kept', file: 'kills.faults.ts' },
  { id: 'F04', title: 'SIGKILL after the commit', file: 'kills.faults.ts' },
  { id: 'F05', title: 'The reply to COMMIT is lost', file: 'fencing.test.ts' },
  { id: 'F06', title: 'A worker stopped for longer than its lease', file: 'fencing.test.ts' },
  { id: 'F07', title: 'SIGKILL at every place', file: 'every-place.faults.ts' },
  { id: 'F08', title: 'A recording that ends its process', file: 'poison.test.ts' },
  { id: 'F09', title: 'SIGTERM under load', file: 'graceful-stop.test.ts' },
  { id: 'F10', title: 'A changed standard scores history again', file: 'mixed.faults.ts' },
  { id: 'F11', title: 'The database crashes three times', file: 'database.faults.ts' },
  { id: 'F12', title: 'The database is half-open for 20 s', file: 'database.faults.ts' },
  { id: 'F13', title: 'Connections are terminated while in use', file: 'database.faults.ts' },
  { id: 'F14', title: 'The disk is full', file: 'storage.faults.ts' },
  { id: 'F15', title: 'A small file that decodes to gigabytes', file: 'storage.faults.ts' },
  { id: 'F16', title: 'A storm of 429', file: 'provider.faults.ts' },
  { id: 'F17', title: 'No money, no key', file: 'provider.faults.ts' },
  { id: 'F18', title: 'A race for the last of the cap', file: 'provider.faults.ts' },
  { id: 'F19', title: 'A provider that does not come to an end', file: 'provider.faults.ts' },
  { id: 'F20', title: 'Clocks that are wrong', file: 'locks.faults.ts' },
  { id: 'F21', title: 'S3 breaks off, lies and changes', file: 'storage.faults.ts' },
  { id: 'F22', title: 'S3 lists in circles', file: 'storage.faults.ts' },
  { id: 'F23', title: 'A judge that answers nonsense', file: 'provider.faults.ts' },
  { id: 'F24', title: 'A recognizer that answers nonsense', file: 'provider.faults.ts' },
  { id: 'F25', title: 'A migration killed half-way', file: 'every-place.faults.ts' },
  { id: 'F26', title: 'Two versions work side by side', file: 'mixed.faults.ts' },
  { id: 'F27', title: 'A row is locked for 8 s', file: 'locks.faults.ts' },
  { id: 'F28', title: 'Collisions of transactions', file: 'locks.faults.ts' },
  { id: 'F29', title: 'Two reviewers at the same criterion', file: 'people.faults.ts' },
  { id: 'F30', title: 'The same request twice', notYet: 'the API takes no idempotency keys yet' },
  { id: 'F31', title: 'Erasure while a call is scored', file: 'people.faults.ts' },
  { id: 'F32', title: 'A read-only database', file: 'locks.faults.ts' },
  { id: 'F33', title: 'A decoder that hangs and ignores SIGTERM', file: 'storage.faults.ts' },
  { id: 'F34', title: 'No file descriptors are left', file: 'storage.faults.ts' },
  { id: 'F35', title: 'A short soak under random faults', file: 'mixed.faults.ts' },
  { id: 'F36', title: 'A soak of ten minutes', notYet: 'not run' },
];
