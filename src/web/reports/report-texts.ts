import type { Language } from '../../domain/call.ts';
import { useWording } from '../text/use-texts.tsx';
import { chineseReports } from './chinese-reports.ts';
import { englishReports, type ReportTexts } from './english-reports.ts';

const texts: Record<Language, ReportTexts> = { en: englishReports, zh: chineseReports };

/** The texts of the reports in the language of the pages; they come with the reports, not with the first page. */
export function useReportTexts(): ReportTexts {
  return texts[useWording().language];
}
