import { context, trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTelemetry } from '../../src/cli/telemetry.ts';
import { EarmarkError } from '../../src/errors.ts';

const exporter = new InMemorySpanExporter();

describe('traces', () => {
  beforeAll(() => {
    const spanProcessors = [new SimpleSpanProcessor(exporter)];
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors }));
  });
  beforeEach(() => exporter.reset());
  afterAll(() => {
    trace.disable();
    context.disable();
  });

  test('show a call with its stages below it, and which were reused', () => {
    const { watch, observer } = createTelemetry('silent');
    for (const id of ['a', 'b']) watch({ id }, 'normalize', 'began');
    watch({ id: 'a' }, 'normalize', 'reused');
    watch({ id: 'a' }, 'score-call', 'began');
    watch({ id: 'a' }, 'score-call', 'ended');
    observer.ended?.('a', 'done', null);
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(['normalize', 'score-call', 'call']);
    const call = spans.at(-1);
    for (const stage of spans.slice(0, 2)) {
      expect(stage.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
    }
    expect(spans.map(({ attributes }) => attributes['earmark.reused'])).toEqual([true, false, undefined]);
  });

  test('end what was under way when a call fails, with the code and nothing of the message', () => {
    const { watch, observer } = createTelemetry('silent');
    watch({ id: 'c' }, 'transcribe', 'began');
    observer.ended?.('c', 'failed', new EarmarkError('E_PROVIDER', 'the words of +86 138 0013 8000'));
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name, status }) => [name, status.message])).toEqual([
      ['transcribe', 'E_PROVIDER'],
      ['call', 'E_PROVIDER'],
    ]);
    const told = spans.flatMap(({ name, attributes, status, events }) => [name, attributes, status, events]);
    expect(JSON.stringify(told)).not.toContain('138');
  });
});
