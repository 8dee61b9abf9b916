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
  { id: 'F07', title: 'SIGKILL at every place', notYet: 'in work' },
  { id: 'F08', title: 'A recording that ends its process', file: 'poison.test.ts' },
  { id: 'F09', title: 'SIGTERM under load', file: 'graceful-stop.test.ts' },
  { id: 'F10', title: 'A changed standard scores history again', notYet: 'in work' },
  { id: 'F11', title: 'The database crashes three times', file: 'database.faults.ts' },
  { id: 'F12', title: 'The database is half-open for 20 s', file: 'database.faults.ts' },
  { id: 'F13', title: 'Connections are terminated while in use', file: 'database.faults.ts' },
  { id: 'F14', title: 'The disk is full', notYet: 'in work' },
  { id: 'F15', title: 'A small file that decodes to gigabytes', notYet: 'in work' },
  { id: 'F16', title: 'A storm of 429', notYet: 'in work' },
  { id: 'F17', title: 'No money, no key', notYet: 'in work' },
  { id: 'F18', title: 'A race for the last of the cap', notYet: 'in work' },
  { id: 'F19', title: 'A provider that does not come to an end', notYet: 'in work' },
  { id: 'F20', title: 'Clocks that are wrong', notYet: 'in work' },
  { id: 'F21', title: 'S3 breaks off, lies and changes', notYet: 'in work' },
  { id: 'F22', title: 'S3 lists in circles', notYet: 'in work' },
  { id: 'F23', title: 'A judge that answers nonsense', notYet: 'in work' },
  { id: 'F24', title: 'A recognizer that answers nonsense', notYet: 'in work' },
  { id: 'F25', title: 'A migration killed half-way', notYet: 'in work' },
  { id: 'F26', title: 'Two versions work side by side', notYet: 'in work' },
  { id: 'F27', title: 'A row is locked for 8 s', notYet: 'in work' },
  { id: 'F28', title: 'Collisions of transactions', notYet: 'in work' },
  { id: 'F29', title: 'Two reviewers at the same criterion', notYet: 'in work' },
  { id: 'F30', title: 'The same request twice', notYet: 'in work' },
  { id: 'F31', title: 'Erasure while a call is scored', notYet: 'in work' },
  { id: 'F32', title: 'A read-only database', notYet: 'in work' },
  { id: 'F33', title: 'A decoder that hangs and ignores SIGTERM', notYet: 'in work' },
  { id: 'F34', title: 'No file descriptors are left', notYet: 'in work' },
  { id: 'F35', title: 'A short soak under random faults', notYet: 'in work' },
  { id: 'F36', title: 'A soak of ten minutes', notYet: 'in work' },
];
