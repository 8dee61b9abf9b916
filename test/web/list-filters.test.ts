import { describe, expect, it } from 'vitest';
import { callListQuerySchema } from '../../src/api/contract.ts';
import { asListQuery, readFilters } from '../../src/web/calls/list-filters.ts';

const queryFor = (search: string) => asListQuery(readFilters(new URLSearchParams(search)));

describe('the filters in the address', () => {
  it('become a request the API takes', () => {
    const query = queryFor(
      'agent=a-1&team=华东&standard=s&criterion=greeting.own-name&verdict=unmet&critical=true&needsPerson=false' +
        '&status=not-scored&language=zh&from=2026-03-01&to=2026-03-31&q=100%25',
    );
    expect(query).toMatchObject({
      verdict: 'greeting.own-name:unmet',
      team: '华东',
      q: '100%',
      critical: 'true',
    });
    expect(query).not.toHaveProperty('criterion');
    expect(callListQuerySchema.safeParse(query).success).toBe(true);
  });

  it('leave out what is unknown or wrong, so that no address makes a refused request', () => {
    expect(queryFor('role=admin&status=x&verdict=maybe&from=2026-3-1&critical=yes&limit=1e9&q=%20')).toEqual(
      {},
    );
  });

  it('ask for a criterion or a verdict alone', () => {
    expect(queryFor('criterion=tone')).toEqual({ criterion: 'tone' });
    expect(queryFor('verdict=partly')).toEqual({ verdict: 'partly' });
  });
});
