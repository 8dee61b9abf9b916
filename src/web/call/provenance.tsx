import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ScorecardResponse } from '../../api/contract-scorecards.ts';
import { useWording } from '../text/use-texts.tsx';

const SHOWN_DIGITS = 12;

function HashLine({ name, hash }: { name: string; hash: string | null }) {
  const { texts } = useWording();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {hash === null ? (
          texts.none
        ) : (
          <>
            <code title={hash}>{hash.slice(0, SHOWN_DIGITS)}</code>
            <CopyButton value={hash}>
              {({ copied, copy }) => (
                <ActionIcon
                  size="xs"
                  variant="subtle"
                  color="gray"
                  ml={4}
                  onClick={copy}
                  aria-label={copied ? texts.copied : texts.provenance.copyHash(name)}
                >
                  {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
                </ActionIcon>
              )}
            </CopyButton>
          </>
        )}
      </dd>
    </div>
  );
}

/** What the scorecard was made of: standard, engines and the hash of each input. */
export function Provenance({ scorecard }: { scorecard: ScorecardResponse }) {
  const { texts } = useWording();
  const { standard, inputs, meta } = scorecard;
  const engines = [meta.transcriber, meta.judge].filter((engine) => engine !== null);
  const names = Object.keys(texts.provenance.inputs) as (keyof typeof inputs)[];
  return (
    <section className="about-block" aria-labelledby="provenance-title">
      <h3 id="provenance-title">{texts.provenance.title}</h3>
      <dl className="facts">
        <div>
          <dt>{texts.provenance.standard}</dt>
          <dd>
            {standard.id}, {texts.provenance.version} {standard.version}
          </dd>
        </div>
        {engines.map((engine) => (
          <div key={`${engine.provider} ${engine.model}`}>
            <dt>{engine.provider}</dt>
            <dd>{engine.modelReported ?? engine.model}</dd>
          </div>
        ))}
        <HashLine name={texts.provenance.standardHash} hash={standard.hash} />
        {names.map((name) => {
          const hash = inputs[name];
          return hash === undefined ? null : (
            <HashLine key={name} name={texts.provenance.inputs[name]} hash={hash} />
          );
        })}
      </dl>
    </section>
  );
}
