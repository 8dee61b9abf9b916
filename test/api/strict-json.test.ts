import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuseAmbiguous } from '../../src/api/strict-json.ts';

describe('strict JSON', () => {
  test('takes whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => refuseAmbiguous(JSON.stringify(JSON.parse(json)))),
    );
  });

  test('refuses a name given twice in one object, however it is spelled', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (name, value) => {
        const field = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
        expect(() => refuseAmbiguous(`[{"other": [{${field}}, {${field}}]}]`)).not.toThrow();
        expect(() => refuseAmbiguous(`[{"a": {${field}, "b\\"}": 1, ${field}}}]`)).toThrow(/twice/);
      }),
    );
    expect(() => refuseAmbiguous('{"a": 1, "\\u0061": 2}')).toThrow(/twice/);
  });

  test('takes a text of a megabyte in good time', () => {
    refuseAmbiguous(JSON.stringify({ a: '\\"{'.repeat(300_000) }));
  });
});
