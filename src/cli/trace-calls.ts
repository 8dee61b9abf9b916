import { context, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CallRecord } from '../domain/call-record.ts';
import type { EarmarkError } from '../errors.ts';

/** Spans of calls and of their stages, for whoever registered an OpenTelemetry SDK; without one they cost nothing. */
export interface CallTraces {
  watch(call: Pick<CallRecord, 'id'>, stage: string, state: 'began' | 'ended' | 'reused'): void;
  /** Ends the span of a call, and of stages that were under way. */
  ended(id: string, as: string, error: EarmarkError | null): void;
}

interface OpenCall {
  readonly span: Span;
  readonly stages: Map<string, Span>;
}

/** Traces of one process: a span `call` with one child per stage; ids, codes and counts only. */
export function createCallTraces(): CallTraces {
  const tracer = trace.getTracer('earmark');
  const open = new Map<string, OpenCall>();

  const openCall = (id: string): OpenCall => {
    const known = open.get(id);
    if (known !== undefined) return known;
    const begun = {
      span: tracer.startSpan('call', { attributes: { 'earmark.call': id } }),
      stages: new Map<string, Span>(),
    };
    open.set(id, begun);
    return begun;
  };

  return {
    watch({ id }, stage, state) {
      const call = openCall(id);
      if (state === 'began') {
        const attributes = { 'earmark.call': id };
        call.stages.set(
          stage,
          tracer.startSpan(stage, { attributes }, trace.setSpan(context.active(), call.span)),
        );
        return;
      }
      call.stages
        .get(stage)
        ?.setAttribute('earmark.reused', state === 'reused')
        .end();
      call.stages.delete(stage);
    },
    ended(id, as, error) {
      const call = open.get(id);
      if (call === undefined) return;
      open.delete(id);
      const status = error === null ? undefined : { code: SpanStatusCode.ERROR, message: error.code };
      for (const span of [...call.stages.values(), call.span]) {
        if (status !== undefined) span.setStatus(status);
        span.setAttribute('earmark.ended', as).end();
      }
    },
  };
}
