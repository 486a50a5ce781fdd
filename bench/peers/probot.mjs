// The same triage as a Probot app: severity by the title's words, labels, an assignee, a comment. THROTTLING=off runs it without its throttling.
import { ProbotOctokit, run } from 'probot';

const people = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];
let turn = 0;

const severity = (title) => {
  if (/crash|cannot log in|lost/i.test(title)) return 'P0';
  if (/break/i.test(title)) return 'P1';
  return /slow|load/i.test(title) ? 'P2' : 'P3';
};

const app = (probot) => {
  probot.on('issues.opened', async (context) => {
    const rated = severity(context.payload.issue.title);
    await context.octokit.rest.issues.addLabels(context.issue({ labels: [`severity: ${rated}`, 'impact: feature failure', 'triage: batch'] }));
    await context.octokit.rest.issues.addAssignees(context.issue({ assignees: [people[turn++ % people.length]] }));
    await context.octokit.rest.issues.createComment(context.issue({ body: `### ${rated}\n\nThank you. It is looked at in the order of its severity.` }));
  });
};

// As a function: what Probot adds by itself (authentication, address, log) must stay.
const Octokit = process.env.THROTTLING === 'off'
  ? ProbotOctokit.defaults((options) => ({ ...options, throttle: { ...options.throttle, enabled: false } }))
  : undefined;

await run(app, { Octokit });
