import { Button, Menu } from '@mantine/core';
import type { RecordFeed } from '../record-feed.ts';
import { RefusedError, sendJson } from '../server.ts';
import { useToast } from '../toasts.tsx';

const FORMS = ['Website: Request a demo', 'Website: Pricing', 'Website: Contact us', 'Newsletter'];

/** What HubSpot would bring in by itself: the contact fills in a form, or a meeting is booked with the meetings tool. */
export function Happenings({ feed }: { readonly feed: RecordFeed }) {
  const toast = useToast();
  const happen = async (what: string, body: object) => {
    try {
      await sendJson('POST', `/api/records/${feed.path}/${what}`, body);
      await feed.refresh();
    } catch (error) {
      toast({
        type: 'danger',
        message: error instanceof RefusedError ? error.message : 'The workbench does not answer.',
      });
    }
  };
  return (
    <div className="wb-happenings">
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default" data-test-id="fill-in-form">
            Fill in a form
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map((form) => (
            <Menu.Item key={form} onClick={() => void happen('form', { form })}>
              {form}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="default" data-test-id="book-meeting" onClick={() => void happen('meeting', {})}>
        Book a meeting
      </Button>
    </div>
  );
}
