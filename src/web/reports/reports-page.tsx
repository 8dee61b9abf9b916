import '../styles/reports.css';
import { Link, Redirect, Route, Switch } from 'wouter';
import { NotFound } from '../shell/not-found.tsx';
import { AssessmentReport } from './assessment-report.tsx';
import { ComplianceReport } from './compliance-report.tsx';
import { FunnelReport } from './funnel-report.tsx';
import {
  CollisionReport,
  DailyReport,
  FollowUpReport,
  PointReport,
  ProblemReport,
  VoiceMailReport,
} from './list-reports.tsx';
import { useReportTexts } from './report-texts.ts';

const pages = [
  ['compliance', ComplianceReport],
  ['agents', FunnelReport],
  ['assessment', AssessmentReport],
  ['daily', DailyReport],
  ['follow-ups', FollowUpReport],
  ['collisions', CollisionReport],
  ['problems', ProblemReport],
  ['voice-mail', VoiceMailReport],
] as const;

/** The managers' reports, each under an address of its own; they and their charts come in a file of their own. */
export default function ReportsPage() {
  const texts = useReportTexts();
  return (
    <div className="page report-page">
      <nav aria-label={texts.sections} className="report-nav">
        {pages.map(([name]) => (
          <Link
            key={name}
            href={`/reports/${name}`}
            className={(isActive) => (isActive ? 'nav-link is-active' : 'nav-link')}
          >
            {texts.pages[name]}
          </Link>
        ))}
      </nav>
      <Switch>
        <Route path="/reports">
          <Redirect to="/reports/compliance" replace />
        </Route>
        {pages.map(([name, Report]) => (
          <Route key={name} path={`/reports/${name}`} component={Report} />
        ))}
        <Route path="/reports/calls" component={PointReport} />
        <Route component={NotFound} />
      </Switch>
    </div>
  );
}
