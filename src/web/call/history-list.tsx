import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { partQueries } from '../queries.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { useWording } from '../text/use-texts.tsx';
import { TotalFigure } from '../verdict/total-figure.tsx';
import { VerdictStrip } from '../verdict/verdict-strip.tsx';

/** Every scorecard the call has had, newest first, with why each was made; any of them can be opened. */
export function HistoryList({ call, shown }: { call: string; shown: string | undefined }) {
  const { texts, formats } = useWording();
  const history = useQuery(partQueries.history(call));
  const scorecards = history.data?.scorecards ?? [];
  return (
    <section className="about-block" aria-labelledby="history-title">
      <h3 id="history-title">{texts.history.title}</h3>
      {history.error && <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && scorecards.length === 0 && <p className="small">{texts.history.none}</p>}
      <ul className="history">
        {scorecards.map((card) => (
          <li key={card.id}>
            <div>
              <b>{formats.dateTime(card.createdAt)}</b>{' '}
              <span className="dim">
                {texts.causes[card.cause]} · {card.standard.id} {card.standard.version}
              </span>
            </div>
            <TotalFigure {...card} />
            <VerdictStrip marks={card.strip} />
            <div>
              {card.isCurrent && <span className="status-note">{texts.history.current}</span>}{' '}
              {(shown ?? (card.isCurrent ? card.id : '')) === card.id ? (
                <span className="dim">{texts.history.shown}</span>
              ) : (
                <Link href={card.isCurrent ? `/calls/${call}` : `/calls/${call}?scorecard=${card.id}`}>
                  {texts.history.show}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
