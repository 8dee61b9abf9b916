import type { S3Settings } from '../adapters/s3-recordings.ts';
import type { Config } from '../config.ts';
import type { Transcriber } from '../domain/ports.ts';

/** How to reach S3, from the configuration. */
export function s3Settings(config: Config): S3Settings {
  return {
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    forcePathStyle: config.S3_FORCE_PATH_STYLE,
    checksums: config.S3_CHECKSUMS,
    accessKeyId: config.AWS_ACCESS_KEY_ID,
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY,
  };
}

/** The transcriber the configuration asks for, or null. */
export async function createTranscriber(config: Config): Promise<Transcriber | null> {
  const model = config.EARMARK_TRANSCRIBE_MODEL;
  if (model === undefined) return null;
  const { openAiTranscriber } = await import('../adapters/openai-transcriber.ts');
  return openAiTranscriber({
    baseUrl: config.OPENAI_BASE_URL,
    apiKey: config.OPENAI_API_KEY,
    model,
    maxAtOnce: config.EARMARK_TRANSCRIBE_CONCURRENCY,
  });
}
