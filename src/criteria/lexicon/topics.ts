import type { Topic } from './topic.ts';
import { conductTopics } from './topics-conduct.ts';
import { flowTopics } from './topics-flow.ts';
import { sellingTopics } from './topics-selling.ts';

const all = { ...flowTopics, ...sellingTopics, ...conductTopics };

/** A topic a standard may name. */
export type TopicId = keyof typeof all;

/** Every topic a standard may name: what it is called, and how it is said in Mandarin and in English. */
export const topics: Readonly<Record<TopicId, Topic>> = all;

/** The names of all topics, for the check of a standard. */
export const topicIds = Object.keys(topics) as TopicId[];
