import { MailingWizard } from './MailingWizard';

/** A new mailing; it exists from the end of the first step on. */
export default function NewMailingPage() {
  return <MailingWizard />;
}
