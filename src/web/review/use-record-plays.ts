import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { apiClient } from '../api-client.ts';
import { usePlayback } from '../call/player-context.tsx';
import { createHeardStretch } from './heard-stretch.ts';

/**
 * Tells the server what of a call is being listened to, while `isReviewer`. Gives a function that tells the rest and
 * ends when all of it arrived.
 */
export function useRecordPlays(callId: string, isReviewer: boolean): () => Promise<void> {
  const { player } = usePlayback();
  const queryClient = useQueryClient();
  const sending = useRef<Promise<unknown>>(Promise.resolve());
  const endStretch = useRef(() => {});
  useEffect(() => {
    if (!player || !isReviewer) return;
    const stretch = createHeardStretch((span) => {
      // what did not arrive is asked for again when the call is finalised
      const sent = apiClient.recordPlay(callId, span).catch(() => null);
      const told = sent.then(() => queryClient.invalidateQueries({ queryKey: ['review', callId] }));
      sending.current = Promise.all([sending.current, told]);
    });
    const look = () => stretch.look(player.getState().timeMs, player.getState().isPlaying);
    endStretch.current = stretch.end;
    const forget = player.subscribe(look);
    window.addEventListener('pagehide', stretch.end);
    return () => {
      forget();
      stretch.end();
      window.removeEventListener('pagehide', stretch.end);
    };
  }, [player, isReviewer, callId, queryClient]);
  return useCallback(async () => {
    endStretch.current();
    await sending.current;
  }, []);
}
