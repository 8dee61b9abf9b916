import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeStandards } from './describe-standards.ts';

const root = new URL('../../', import.meta.url);
const page = await describeStandards(fileURLToPath(new URL('pipelines', root)));
await writeFile(new URL('docs/standards.md', root), page);
