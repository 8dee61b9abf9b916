import type { ColumnType, Generated } from 'kysely';

type Time = ColumnType<Date, string | undefined, string>;
type MaybeTime = ColumnType<Date | null, string | null | undefined, string | null>;

export interface ProviderLimitsTable {
  provider: string;
  model: string;
  requests_level: number;
  audio_level: number;
  tokens_level: number;
  filled_at: Time;
  paused_until: MaybeTime;
  throttles: Generated<number>;
}

export interface ProviderCircuitsTable {
  provider: string;
  code: string;
  message: string;
  opened_at: Time;
}

export interface BudgetsTable {
  month: string;
  spent: Generated<number>;
  reserved: Generated<number>;
  tokens_spent: Generated<number>;
  tokens_reserved: Generated<number>;
}

export interface LedgerTable {
  id: Generated<string>;
  month: string;
  call_id: string | null;
  stage: string;
  provider: string;
  model: string;
  state: string;
  amount: number;
  audio_ms: number | null;
  tokens_sent: number | null;
  tokens_received: number | null;
  tokens: Generated<number>;
  created_at: Time;
}
export interface CallTracesTable {
  call_id: string;
  kind: string;
  key: string;
}

export interface ErasedCustomersTable {
  customer_hash: string;
  erased_at: Time;
}

export interface ChoresTable {
  name: string;
  begun_at: Time;
}

/** The tables of providers and their cost, of erasure and of chores. */
export interface OperationDatabase {
  provider_limits: ProviderLimitsTable;
  provider_circuits: ProviderCircuitsTable;
  budgets: BudgetsTable;
  ledger: LedgerTable;
  call_traces: CallTracesTable;
  erased_customers: ErasedCustomersTable;
  chores: ChoresTable;
}
