import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';

/** Published standards, the same on every database. */
export function testStandards(storeOf: () => Store): void {
  describe('published standards', () => {
    const first = { id: 'sales', version: '1.9', hash: 'a'.repeat(64), body: 'id: sales', by: 'qa' };

    test('come back as they were published, in order', async () => {
      const { standards } = storeOf();
      await standards.publish(first);
      await standards.publish({ ...first, version: '1.10', hash: 'b'.repeat(64) });
      expect(await standards.find('sales', '1.9')).toEqual(first);
      expect(await standards.find('sales', '2')).toBeNull();
      expect((await standards.versions('sales')).map(({ version }) => version)).toEqual(['1.9', '1.10']);
    });

    test('are never published twice under one version', async () => {
      await expect(storeOf().standards.publish(first)).rejects.toMatchObject({ code: 'E_STORE' });
    });
  });
}
