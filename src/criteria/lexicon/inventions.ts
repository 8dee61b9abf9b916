/**
 * Sentences that speech recognizers are known to invent over silence and noise (subtitle credits, video
 * outros); never evidence, whoever is said to have said them.
 */
export const inventedPhrases: readonly string[] = [
  'thanks for watching',
  'thank you for watching',
  'please subscribe',
  'like and subscribe',
  'dont forget to subscribe',
  "don't forget to subscribe",
  'subscribe to my channel',
  'see you in the next video',
  'subtitles by',
  'subtitles by the amara.org community',
  'transcribed by',
  'transcription by',
  'captions by',
  '请不吝点赞',
  '点赞订阅',
  '订阅转发打赏',
  '打赏支持明镜与点点栏目',
  '字幕由amara.org社区提供',
  '字幕志愿者',
  '字幕by',
  '中文字幕',
  '感谢观看',
  '谢谢观看',
  '谢谢大家收看',
  '感谢收看',
  '下期再见',
  '下期视频再见',
];
