import type { Acoustics, Overlap, Side } from '../domain/acoustics.ts';
import type { Party } from '../domain/call.ts';

/** Which channel is whose; null where nobody knows. */
export interface SideRoles {
  readonly agent: 'left' | 'right' | null;
  readonly customer: 'left' | 'right' | null;
}

function partyOf(side: Side, roles: SideRoles): Party | null {
  if (side === roles.agent) return 'agent';
  return side === roles.customer ? 'customer' : null;
}

function renamed<V>(bySide: Readonly<Partial<Record<Side, V>>>, roles: SideRoles): Partial<Record<Party, V>> {
  const byParty: Partial<Record<Party, V>> = {};
  for (const side of ['left', 'right'] as const) {
    const party = partyOf(side, roles);
    const value = bySide[side];
    if (party !== null && value !== undefined) byParty[party] = value;
  }
  return byParty;
}

function renameOverlap(overlap: Overlap<Side>, roles: SideRoles): Overlap<Party>[] {
  const floor = partyOf(overlap.floor, roles);
  const incoming = partyOf(overlap.incoming, roles);
  return floor === null || incoming === null ? [] : [{ ...overlap, floor, incoming }];
}

/** The same measures under the parties' names; a mono recording or unknown roles leave no party. */
export function nameParties(acoustics: Acoustics<Side>, roles: SideRoles): Acoustics<Party> {
  return {
    ...acoustics,
    parties: renamed(acoustics.parties, roles),
    overlaps: acoustics.overlaps.flatMap((overlap) => renameOverlap(overlap, roles)),
    talkShare: renamed(acoustics.talkShare, roles),
    responseMs: renamed(acoustics.responseMs, roles),
  };
}
