import type { RecordingSource } from '../domain/ports.ts';
import { folderRecordings } from './folder-recordings.ts';
import { createS3Client, type S3Settings, s3Recordings } from './s3-recordings.ts';

/** The source a user names: `s3://bucket/folder`, else a folder of this machine. */
export function openSource(address: string, s3: S3Settings): RecordingSource {
  return address.startsWith('s3://') ? s3Recordings(address, createS3Client(s3)) : folderRecordings(address);
}
